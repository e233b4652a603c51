"""A mijlpaal that was announced: showing it, changing it and withdrawing it. Who may have read of it hears that.

Who wants to speak there hears it too, and their reminder to register moves along or ends.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import bezorging, mijlpaalplan, mijlpaaluitslag
from bot.services.formulier import Formulier
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_binnen, eis_rol
from bot.services.mijlpaal import ERBIJ, OP_TIJD, VERTELT, WIJZIGBAAR, als_data, gelezen, lijst
from bot.storage import bewaard, inspreekwensen, mijlpalen, verteld, wekkers
from bot.storage.accounts import Wie
from bot.storage.mijlpalen import Mijlpaal

VELDEN = tuple(veld.naam for veld in (*WIJZIGBAAR, *ERBIJ))


def toon(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show one, with what came out of it when it is over; to who may change it with the buttons for that."""
    wie = eis_binnen(tx, handeling)
    een = bestaand(tx, handeling, publiek_id)
    organisator, komt = ORGANISATOR in wie.rollen, een.moment > handeling.now
    data = {
        **als_data(een),
        "mag": organisator and komt,
        "mag_uitslag": organisator and not komt,
        "komt": komt,
        "herinnert": None,
        "uitslag": mijlpaaluitslag.van(tx, handeling.wijk, een.id),
    }
    if wie.bewoner is not None and een.aanmelden_tot and een.aanmelden_tot > handeling.now:
        data["herinnert"] = inspreekwensen.heeft(tx, een.id, wie.account)
    return Boodschap("mijlpaal.een", data, melding=melding)


def agendabestand(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Give one as a file for one's own calendar."""
    eis_binnen(tx, handeling)
    een = bestaand(tx, handeling, publiek_id)
    vast = {"versie": mijlpalen.hoe_vaak_gewijzigd(tx, een.id), "stempel": handeling.now.isoformat()}
    return Boodschap("mijlpaal.ics", {**als_data(een), **vast}, wijze="nieuw")


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
    if not velden:
        raise Geweigerd("wijziging.niets_gewijzigd")
    mijlpalen.zet(tx, een.id, **gelezen(handeling, {**data, "bij": een.bij}))
    nu = bestaand(tx, handeling, een.publiek_id)
    if nu.moment != een.moment:
        mijlpaalplan.zet(tx, handeling, een.id, nu.moment)
        _wacht_niet_meer(tx, handeling, een, mijlpaalplan.HERINNERING, mijlpaalplan.VANDAAG)
        uiterlijk = nu.moment - OP_TIJD
        bewaard.verzet_van(tx, "mijlpaal.nieuw", een.publiek_id, nu.moment, uiterlijk)
        bezorging.plan(tx, handeling.wijk, [max(uiterlijk, handeling.now)])
    if nu.aanmelden_tot != een.aanmelden_tot:
        mijlpaalplan.zet_inspreken(tx, handeling, een.id, nu.aanmelden_tot)
        _wacht_niet_meer(tx, handeling, een, mijlpaalplan.INSPREKEN)
    for soort in VERTELT:
        tot = (soort == mijlpaalplan.INSPREKEN and nu.aanmelden_tot) or nu.moment
        verteld.herschrijf(tx, wekkers.ids_van(tx, handeling.wijk, [soort], een.id), als_data(nu), tot)
    _laat_weten(tx, handeling, een, velden)
    return toon(tx, handeling, een.publiek_id, melding="mijlpaal.verteld")


def _wacht_niet_meer(tx: Connection, handeling: Handeling, een: Mijlpaal, *soorten: str) -> None:
    verteld.trek_in(tx, wekkers.ids_van(tx, handeling.wijk, soorten, een.id))


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
    een = bestaand(tx, handeling, publiek_id)
    if een.moment <= handeling.now:
        raise Geweigerd("mijlpaal.weg")
    return een


def bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Mijlpaal:
    """Return one of this wijk that stands.

    Raises:
        Geweigerd: there is none, or it was withdrawn.
    """
    een = mijlpalen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None or een.ingetrokken_op:
        raise Geweigerd("mijlpaal.weg")
    return een


_EEN_VOOR_EEN = tuple(replace(veld, daarna=None) for veld in (*WIJZIGBAAR, *ERBIJ))
WIJZIGEN = Formulier("mijlpaal_wijzigen", (), (ORGANISATOR,), _wijzig, extra=_EEN_VOOR_EEN, bekijk=_bekijk)
