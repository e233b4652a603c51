"""What the team does with ideas: let through, refuse, put together; take up; tell what became of it.

Nobody of the team sees who brought one in, and nobody judges their own.
"""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import ideenieuws
from bot.services.bladzij import blader_in
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.formuliervorm import noemt_werkgroepen
from bot.services.handeling import TREKKER, Handeling, eis_rol
from bot.services.idee import LANGST, LATEN_DOOR, STAF, STEUNBAAR, als_data, bewaar, is_van, mag_afronden, toon
from bot.services.lezers import alinea_tot
from bot.storage import ideeen, wekkers, werkgroepen
from bot.storage.accounts import Wie
from bot.storage.ideeen import Idee

REDENEN = ("staat_er", "past_niet", "over_iemand")
REDEN_LENGTE = 300
WOORDEN_LENGTE = 500
_MEESTE = 40
"""So many can be chosen from to put one together with."""


def wachtrij(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show one of those that wait."""
    eis_rol(tx, handeling, *LATEN_DOOR)
    alle = ideeen.wachtend(tx, handeling.wijk)
    gevonden, rond = blader_in(alle, min(bladzij, max(len(alle) - 1, 0)), 1)
    een, samen = als_data(gevonden[0]) if gevonden else None, bool(_anderen(tx, handeling, {}))
    return Boodschap("idee.wachtrij", {"een": een, "aantal": len(alle), "samen": samen, **rond}, melding=melding)


def laat_door(tx: Connection, handeling: Handeling, publiek_id: str, *, zonder: bool) -> Boodschap:
    """Let everyone read it; `zonder` photo and place, where these show too much."""
    een = _wacht(tx, handeling, eis_rol(tx, handeling, *LATEN_DOOR), publiek_id)
    ideeen.zet(tx, een.id, staat="nieuw", **({"foto": None, "plek": None, "punt": None} if zonder else {}))
    ideenieuws.vertel(tx, handeling.wijk, een, handeling.id("doorgelaten"), staat="nieuw")
    return wachtrij(tx, handeling, melding="idee.doorgelaten")


def begin_namens(tx: Connection, handeling: Handeling) -> Boodschap:
    """Open the form by which staff write down the idea of who has no phone."""
    return open_formulier(tx, handeling, NAMENS)


def open_niet(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form that says why it is not let through; staff take away one that everyone reads already by it."""
    een = _weigerbaar(tx, handeling, eis_rol(tx, handeling, *LATEN_DOOR), publiek_id)
    return open_formulier(tx, handeling, NIET, {"idee": een.publiek_id})


def open_samen(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form that puts it together with one that is there already."""
    een = _wacht(tx, handeling, eis_rol(tx, handeling, *LATEN_DOOR), publiek_id)
    if not _anderen(tx, handeling, {}):
        raise Geweigerd("idee.geen_ander")
    return open_formulier(tx, handeling, SAMEN, {"idee": een.publiek_id})


def open_op(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form by which a werkgroep takes it up: a trekker for the own one, staff for any."""
    een = _op_te_pakken(tx, handeling, publiek_id)
    if not _groepen(tx, handeling, {}):
        raise Geweigerd("idee.geen_groep")
    return open_formulier(tx, handeling, OP, {"idee": een.publiek_id})


def open_af(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form that tells what became of it."""
    een = _af_te_ronden(tx, handeling, eis_rol(tx, handeling, *LATEN_DOOR), publiek_id)
    return open_formulier(tx, handeling, AF, {"idee": een.publiek_id})


def _namens(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    bewaar(tx, handeling, wie, data, namens_een_ander=True)
    return wachtrij(tx, handeling, len(ideeen.wachtend(tx, handeling.wijk)) - 1)


def _weiger(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een = _weigerbaar(tx, handeling, wie, data["idee"])
    gaf = data["reden"]
    waarom = {"waarom": gaf, "reden": None} if gaf in REDENEN else {"waarom": None, "reden": gaf["eigen"]}
    ideenieuws.vertel(tx, handeling.wijk, een, handeling.id("geweigerd"), staat="geweigerd", **waarom)
    wekkers.vervallen(tx, handeling.wijk, ideenieuws.WEKKER, een.id, handeling.now)
    ideeen.verwijder(tx, [een.id])
    return wachtrij(tx, handeling, melding="idee.geweigerd")


def _voeg_samen(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    """Who brought it in supports the other one from now on, and so hears what becomes of that."""
    een = _wacht(tx, handeling, wie, data["idee"])
    ander = ideeen.zoek(tx, handeling.wijk, publiek_id=data["met"])
    if ander is None or ander.staat not in STEUNBAAR:
        raise Geweigerd("idee.onbekend")
    if een.bewoner is not None and een.bewoner != ander.bewoner:
        ideeen.steun(tx, handeling.wijk, ander.id, een.bewoner, aan=True)
    wordt = {"id": ander.publiek_id, "ander": ander.tekst}
    ideenieuws.vertel(tx, handeling.wijk, een, handeling.id("samen"), staat="samen", **wordt)
    ideeen.verwijder(tx, [een.id])
    return wachtrij(tx, handeling, melding="idee.samengevoegd")


def _pak_op(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een = _op_te_pakken(tx, handeling, data["idee"])
    if data["werkgroep"] not in {groep_id for groep_id, _ in _groepen(tx, handeling, data)}:
        raise Geweigerd("buiten_bereik")
    ideeen.pak_op(tx, handeling.wijk, een.id, data["werkgroep"], data["woorden"])
    return _verteld(tx, handeling, een)


def _rond_af(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een = _af_te_ronden(tx, handeling, wie, data["idee"])
    ideeen.zet(tx, een.id, staat=data["afloop"], reden=data["woorden"])
    return _verteld(tx, handeling, een)


def _verteld(tx: Connection, handeling: Handeling, was: Idee) -> Boodschap:
    een = ideeen.zoek(tx, handeling.wijk, id=was.id)
    assert een is not None  # noqa: S101 (it was changed in this transaction)
    ideenieuws.vertel_rond(tx, handeling.wijk, een, handeling.id(een.staat), handeling.now)
    return toon(tx, handeling, een.publiek_id, melding="idee.verteld")


def _wacht(tx: Connection, handeling: Handeling, wie: Wie, publiek_id: str) -> Idee:
    een = _zoek(tx, handeling, publiek_id)
    if een.staat != "wacht":
        raise Geweigerd("idee.al_beoordeeld")
    if is_van(wie, een):
        raise Geweigerd("idee.eigen")
    return een


def _weigerbaar(tx: Connection, handeling: Handeling, wie: Wie, publiek_id: str) -> Idee:
    een = _zoek(tx, handeling, publiek_id)
    return een if een.staat != "wacht" and wie.rollen & set(STAF) else _wacht(tx, handeling, wie, publiek_id)


def _op_te_pakken(tx: Connection, handeling: Handeling, publiek_id: str) -> Idee:
    eis_rol(tx, handeling, *LATEN_DOOR)
    een = _zoek(tx, handeling, publiek_id)
    if een.staat != "nieuw":
        raise Geweigerd("idee.al_opgepakt" if een.groep else "idee.onbekend")
    return een


def _af_te_ronden(tx: Connection, handeling: Handeling, wie: Wie, publiek_id: str) -> Idee:
    een = _zoek(tx, handeling, publiek_id)
    if not mag_afronden(wie, een):
        raise Geweigerd("buiten_bereik")
    return een


def _zoek(tx: Connection, handeling: Handeling, publiek_id: str) -> Idee:
    een = ideeen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None:
        raise Geweigerd("idee.onbekend")
    return een


def _groepen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    wie = eis_rol(tx, handeling, TREKKER, *STAF)
    alle = werkgroepen.lijst(tx, handeling.wijk, 0)
    return [(g.publiek_id, g.naam) for g in alle if wie.rollen & set(STAF) or g.publiek_id in wie.trekt]


def _anderen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    alle = ideeen.openbaar(tx, handeling.wijk, _MEESTE, 0)
    return [(een.publiek_id, een.tekst) for een in alle if een.staat in STEUNBAAR]


def _over(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, str]:
    een = ideeen.zoek(tx, handeling.wijk, publiek_id=data["idee"])
    return {"over": een.tekst} if een else {}


def _over_en_welke(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    return _over(tx, handeling, data) | noemt_werkgroepen(tx, handeling, data)


def _lees_reden(tekst: str, handeling: Handeling) -> dict[str, str]:
    return {"eigen": alinea_tot(REDEN_LENGTE)(tekst, handeling)}


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Return the idea as those who hear of it will read it."""
    een = als_data(_zoek(tx, handeling, data["idee"]))
    groep = next((naam for groep_id, naam in _groepen(tx, handeling, {}) if groep_id == data.get("werkgroep")), None)
    staat = {"staat": data.get("afloop", "opgepakt"), "groep": groep or een["groep"], "reden": data["woorden"]}
    return {"een": een | staat}


def _mits(klaar: Callable[[Connection, Handeling, Wie, dict[str, Any]], Boodschap]) -> Any:
    """End the form also when it has lost its sense, because another of the team was first."""

    def doe(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
        try:
            return klaar(tx, handeling, wie, data)
        except Geweigerd as nee:
            return Boodschap("geweigerd", {"sleutel": nee.sleutel, "velden": nee.velden}, wijze="nieuw")

    return doe


_WOORDEN = alinea_tot(WOORDEN_LENGTE)
_REDEN = Veld("reden", _lees_reden, keuzes=REDENEN, bekijk=_over)
_MET = Veld("met", haal=_anderen, bekijk=_over)
NAMENS = Formulier("idee_namens", (Veld("tekst", alinea_tot(LANGST)),), STAF, _namens, voorbeeld=False)
NIET = Formulier("idee_niet", (_REDEN,), LATEN_DOOR, _mits(_weiger), voorbeeld=False)
SAMEN = Formulier("idee_samen", (_MET,), LATEN_DOOR, _mits(_voeg_samen), voorbeeld=False)
OP = Formulier(
    "idee_op",
    (Veld("werkgroep", haal=_groepen, bekijk=_over_en_welke), Veld("woorden", _WOORDEN, mag_over=True, bekijk=_over)),
    LATEN_DOOR,
    _mits(_pak_op),
    bekijk=_bekijk,
)
AF = Formulier(
    "idee_af",
    (Veld("afloop", keuzes=("gelukt", "kan_niet"), bekijk=_over), Veld("woorden", _WOORDEN, bekijk=_over)),
    LATEN_DOOR,
    _mits(_rond_af),
    bekijk=_bekijk,
)
