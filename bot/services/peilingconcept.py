"""Drafts of polls: put away from the preview, and taken up again later. Each sees their own."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import doelgroep
from bot.services.formulier import ANDERS, VOORBEELD
from bot.services.formulier import begin as open_formulier
from bot.services.gesprek import eis_open
from bot.services.handeling import Handeling, eis_rol
from bot.services.peiling import CONCEPT, FORMULIER
from bot.storage import gesprekken, peilingconcepten

MEESTE = 20
_MOMENTEN = ("sluit_op", "opent_op")


def bewaar(tx: Connection, handeling: Handeling) -> Boodschap:
    """Put the poll away of which the preview is open.

    Raises:
        Geweigerd: no preview of a poll is open, or there are too many drafts.
    """
    wie = eis_rol(tx, handeling, *FORMULIER.rollen)
    gesprek = eis_open(tx, wie, FORMULIER.soort, VOORBEELD)
    bekend = gesprek.data.get(CONCEPT)
    if not bekend and peilingconcepten.tel(tx, handeling.wijk, wie.account) >= MEESTE:
        raise Geweigerd("peiling.concepten_vol", maximum=MEESTE)
    publiek_id = bekend or handeling.id("concept")
    peilingconcepten.bewaar(tx, handeling.wijk, wie.account, publiek_id, gesprek.data, handeling.now)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    return lijst(tx, handeling, melding="peiling.concept_bewaard")


def lijst(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show one's own drafts."""
    wie = eis_rol(tx, handeling, *FORMULIER.rollen)
    gevonden = peilingconcepten.van(tx, handeling.wijk, wie.account)
    regels = [{"id": c.publiek_id, "vraag": c.data["vraag"], "bewaard_op": c.bewaard_op.isoformat()} for c in gevonden]
    return Boodschap("peiling.concepten", {"concepten": regels}, melding=melding)


def open_concept(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Go on with a draft: at its preview, or at what must be asked again since it was put away.

    Raises:
        Geweigerd: it is not there, or not theirs.
    """
    wie = eis_rol(tx, handeling, *FORMULIER.rollen)
    gevonden = peilingconcepten.zoek(tx, handeling.wijk, wie.account, publiek_id)
    if gevonden is None:
        raise Geweigerd("peiling.concept_weg")
    data = {**_nog_geldig(tx, handeling, gevonden.data), CONCEPT: publiek_id, ANDERS: True}
    return open_formulier(tx, handeling, FORMULIER, data)


def gooi_weg(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Throw a draft away, after a question whether one is sure."""
    wie = eis_rol(tx, handeling, *FORMULIER.rollen)
    gevonden = peilingconcepten.zoek(tx, handeling.wijk, wie.account, publiek_id)
    if gevonden is None:
        return lijst(tx, handeling)
    if not zeker:
        return Boodschap("peiling.concept_zeker", {"id": publiek_id, "vraag": gevonden.data["vraag"]})
    peilingconcepten.gooi_weg(tx, handeling.wijk, wie.account, publiek_id)
    return lijst(tx, handeling, melding="peiling.concept_weggegooid")


def _nog_geldig(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Return the answers without what time overtook: moments that are past, a werkgroep or street that is gone."""
    weg = {naam for naam in _MOMENTEN if data.get(naam) and datetime.fromisoformat(data[naam]) <= handeling.now}
    try:
        doelgroep.uit(tx, handeling, data)
    except Geweigerd:
        weg |= {"voor", "welke"}
    return {naam: waarde for naam, waarde in data.items() if naam not in weg}
