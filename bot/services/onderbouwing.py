"""What stands under the conditions that count nobody, and what partners think: an overview.

Recording it: `verklaring`, `kader`, `standpunt`, `aanbod`. What changes a verdict waits for a second person.
"""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.drempels import Drempel
from bot.services import lezers
from bot.services.bronnen import Vraag, weeg
from bot.services.formulier import Veld
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol, wie_handelt
from bot.services.spelregels import geldend
from bot.storage import accounts, bewijs, spelregels, standpunten, verklaringen

MET_STUK = (
    Veld("link", lezers.link, teksten="onderbouwing", mag_over=True),
    Veld("stuk", neemt="stuk", teksten="onderbouwing", mag_over=True),
)
"""What a form asks where a link or a document may stand beside what is recorded."""


def overzicht(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show an organisator how it stands, with what can be recorded."""
    eis_rol(tx, handeling, ORGANISATOR)
    regels, na = geldend(tx, handeling.wijk), spelregels.ingang(tx, handeling.wijk)
    eigen = [drempel for drempel in regels.drempels if drempel.BRON != "telling" and drempel.soort in SOORTEN]
    standen = [weeg(tx, Vraag(handeling.wijk, regels, drempel, na=na)) for drempel in eigen]
    laatste = verklaringen.laatste(tx, handeling.wijk, min(regels.versie, 1))
    staand = [s for s in standpunten.alle(tx, handeling.wijk) if not s.vervangen and s.ingetrokken_op is None]
    data = {
        "drempels": [{**asdict(stand), "delen": list(stand.delen)} for stand in standen],
        "verklaard": laatste is not None,
        "standpunten": len(staand),
        "vast": regels.versie > 0,
    }
    return Boodschap("onderbouwing", data, melding=melding)


SOORTEN = ("verklaring", "gedeeld_beeld", "kaders", "intekening")
"""The conditions whose evidence is not about one resident."""


def afgesproken(tx: Connection, handeling: Handeling, soort: str) -> Drempel:
    """Return a condition of the spelregels that hold.

    Raises:
        Geweigerd: they have no such condition.
    """
    gevonden = next((d for d in geldend(tx, handeling.wijk).drempels if d.soort == soort), None)
    if gevonden is None:
        raise Geweigerd("onderbouwing.niet_afgesproken")
    return gevonden


def kop(tx: Connection, handeling: Handeling, gemaakt_door: int, rollen: frozenset[str]) -> dict[str, Any]:
    """Return the columns that all that is recorded shares, at the yes of a second person.

    Raises:
        Geweigerd: who asked for it lost their role since.
    """
    if not accounts.van_id(tx, handeling.wijk, gemaakt_door).rollen & rollen:
        raise Geweigerd("voorstel.maker_weg")
    return {
        "publiek_id": handeling.id("onderbouwing"),
        "versie": bewijs.log_van(tx, handeling.wijk).spelregels_versie,
        "op": handeling.now,
        "gemaakt_door": gemaakt_door,
        "bevestigd_door": wie_handelt(tx, handeling).account,
    }


def niet_later(handeling: Handeling, dag: str) -> str:
    """Return a day that is not still to come.

    Raises:
        Geweigerd: it is.
    """
    if dag > handeling.now.astimezone(handeling.zone).date().isoformat():
        raise Geweigerd("onderbouwing.dag_later")
    return dag
