"""A mijlpaal that was announced: showing it, changing it and withdrawing it. Who may have read of it hears that."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import bezorging
from bot.services.formulier import Formulier
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_binnen, eis_rol
from bot.services.mijlpaal import LINK, OP_TIJD, VERTELT, WIJZIGBAAR, als_data, lijst, zet_herinnering
from bot.storage import bewaard, mijlpalen, verteld, wekkers
from bot.storage.accounts import Wie
from bot.storage.mijlpalen import Mijlpaal

VELDEN = ("titel", "moment", "uitleg", "link")


def toon(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show one; to who may change it with the buttons for that."""
    wie = eis_binnen(tx, handeling)
    een = _bestaand(tx, handeling, publiek_id)
    mag = ORGANISATOR in wie.rollen and een.moment > handeling.now
    return Boodschap("mijlpaal.een", {**als_data(een), "mag": mag}, melding=melding)


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form to change one, filled in as it is."""
    data = als_data(_eis_te_wijzigen(tx, handeling, publiek_id))
    return open_formulier(tx, handeling, WIJZIGEN, {**data, "was": data})


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Withdraw one, after a question whether one is sure."""
    een = _eis_te_wijzigen(tx, handeling, publiek_id)
    if not zeker:
        return Boodschap("mijlpaal.zeker", als_data(een))
    mijlpalen.zet(tx, een.id, ingetrokken_op=handeling.now)
    for soort in VERTELT:
        wekkers.vervallen(tx, handeling.wijk, soort, een.id, handeling.now)
    verteld.trek_in(tx, wekkers.ids_van(tx, handeling.wijk, VERTELT, een.id))
    _laat_weten(tx, handeling, een, [])
    return lijst(tx, handeling, melding="mijlpaal.nu_ingetrokken")


def _wijzig(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een, velden = _veranderd(tx, handeling, data)
    op = datetime.fromisoformat(data["moment"])
    if not velden:
        raise Geweigerd("wijziging.niets_gewijzigd")
    if op <= handeling.now:
        raise Geweigerd("moment.voorbij")
    mijlpalen.zet(tx, een.id, **{**{naam: data.get(naam) for naam in VELDEN}, "moment": op})
    if op != een.moment:
        zet_herinnering(tx, handeling, een.id, op)
        verteld.trek_in(tx, wekkers.ids_van(tx, handeling.wijk, ["mijlpaal_herinnering"], een.id))
        bewaard.verzet_van(tx, "mijlpaal.nieuw", een.publiek_id, op, op - OP_TIJD)
        bezorging.plan(tx, handeling.wijk, [max(op - OP_TIJD, handeling.now)])
    nu = als_data(_bestaand(tx, handeling, een.publiek_id))
    verteld.herschrijf(tx, wekkers.ids_van(tx, handeling.wijk, VERTELT, een.id), nu, op)
    _laat_weten(tx, handeling, een, velden)
    return toon(tx, handeling, een.publiek_id, melding="mijlpaal.verteld")


def _laat_weten(tx: Connection, handeling: Handeling, een: Mijlpaal, velden: list[list[Any]]) -> None:
    wijziging = mijlpalen.noteer_wijziging(tx, handeling.wijk, een.id, velden, handeling.now)
    wekkers.zet(tx, handeling.wijk, "mijlpaal_gewijzigd", wijziging, handeling.now)


def _veranderd(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> tuple[Mijlpaal, list[list[Any]]]:
    """Return the one that a form is about, and what changes in it: name, old and new."""
    een = _eis_te_wijzigen(tx, handeling, data["id"])
    oud = als_data(een)
    if oud != data["was"]:
        raise Geweigerd("wijziging.intussen_gewijzigd")
    return een, [[naam, oud[naam], data.get(naam)] for naam in VELDEN if oud[naam] != data.get(naam)]


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    return {"velden": _veranderd(tx, handeling, data)[1]}


def _eis_te_wijzigen(tx: Connection, handeling: Handeling, publiek_id: str) -> Mijlpaal:
    eis_rol(tx, handeling, ORGANISATOR)
    een = _bestaand(tx, handeling, publiek_id)
    if een.moment <= handeling.now:
        raise Geweigerd("mijlpaal.weg")
    return een


def _bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Mijlpaal:
    een = mijlpalen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None or een.ingetrokken_op:
        raise Geweigerd("mijlpaal.weg")
    return een


WIJZIGEN = Formulier("mijlpaal_wijzigen", (), (ORGANISATOR,), _wijzig, extra=(*WIJZIGBAAR, LINK), bekijk=_bekijk)
