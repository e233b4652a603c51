"""Letting through what people bring in to a poll: as it is, not, or several as one in words of the team.

Who brought it in hears what became of it. The team does not see who that is, and afterwards nothing says so.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.aandragen import MEESTE_OPTIES
from bot.rules.pacing import Baan
from bot.services import aandraagstand
from bot.services.aandragen import gelijk, lees, te_laat
from bot.services.bladzij import blader_in
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import (
    BEGELEIDER,
    ORGANISATOR,
    STRAATCONTACT,
    TREKKER,
    Handeling,
    eis_binnen,
)
from bot.services.kiezer import is_open
from bot.services.lezers import alinea_tot
from bot.services.peilingbeheer import eis_beheer
from bot.storage import aandragingen, outbox, peilingen
from bot.storage.aandragingen import Aandraging
from bot.storage.accounts import Wie
from bot.storage.peilingen import Optie, Peiling

REDENEN = ("staat_er", "past_niet", "over_iemand")
REDEN_LENGTE = 300
_ROLLEN = (STRAATCONTACT, TREKKER, BEGELEIDER, ORGANISATOR)
_OPTIE, _TEKST = "o", "w"


def lijst(tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0) -> Boodschap:
    """Show one of the texts that wait, to who may let it through.

    Raises:
        Geweigerd: no such poll, nothing can be brought in to it now, or it is not theirs.
    """
    wie = eis_binnen(tx, handeling)
    gevonden = peilingen.zoek_met_opties(tx, handeling.wijk, publiek_id)
    if gevonden is None:
        raise Geweigerd("peiling.onbekend")
    peiling, opties = gevonden
    _eis(wie, handeling, peiling, opties)
    return _toon(tx, peiling, bladzij)


def erbij(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Let a text through as it is, after a question whether one is sure: it cannot be taken back.

    Raises:
        Geweigerd: it was judged, the same is there already, or the poll is full.
    """
    _, een, peiling, opties = _zoek(tx, handeling, publiek_id)
    if gelijk(opties, een.tekst):
        raise Geweigerd("aandragen.dubbel")
    if not zeker:
        data = {"id": publiek_id, "peiling": peiling.publiek_id, "vraag": peiling.vraag, "tekst": een.tekst}
        return Boodschap("aandragen.zeker", data)
    _voeg_toe(tx, handeling, peiling, opties, een.tekst)
    _oordeel(tx, handeling, peiling, [een], "erbij", {})
    return _toon(tx, peiling, 0, gedaan="erbij")


def open_niet(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form that says why a text is not let through."""
    _, een, peiling, _ = _zoek(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, NIET, {"tekst": een.publiek_id, "peiling": peiling.publiek_id})


def open_samen(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form that makes one option of several texts, or puts one in other words."""
    _, een, peiling, _ = _zoek(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, SAMEN, {"tekst": een.publiek_id, "peiling": peiling.publiek_id})


def _weiger(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    gevonden = _nog(tx, handeling, wie, data)
    if isinstance(gevonden, Boodschap):
        return gevonden
    een, peiling, _ = gevonden
    gaf = data["reden"]
    reden = {"reden": gaf} if gaf in REDENEN else {"reden": None, "eigen": gaf["eigen"]}
    _oordeel(tx, handeling, peiling, [een], "niet", reden)
    return _toon(tx, peiling, 0, gedaan="niet")


def _voeg_samen(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    gevonden = _nog(tx, handeling, wie, data)
    if isinstance(gevonden, Boodschap):
        return gevonden
    een, peiling, opties = gevonden
    gekozen = _gekozen(data)
    wacht = [ander for ander in aandragingen.wachtend(tx, peiling.id) if _TEKST + ander.publiek_id in gekozen]
    bij = next((optie for optie in opties if _OPTIE + optie.publiek_id in gekozen), None)
    bij = bij or gelijk(opties, data["woorden"])
    if bij is None:
        _voeg_toe(tx, handeling, peiling, opties, data["woorden"])
    wordt = bij.tekst if bij else data["woorden"]
    _oordeel(tx, handeling, peiling, [een, *wacht], "samengevoegd", {"wordt": wordt})
    return _toon(tx, peiling, 0, gedaan="samen")


def _nog(
    tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]
) -> Boodschap | tuple[Aandraging, Peiling, list[Optie]]:
    """Return what a form is about; when it was judged or the poll went on meanwhile, what there is to see now."""
    gevonden = peilingen.zoek_met_opties(tx, handeling.wijk, data["peiling"])
    if gevonden is None:
        raise Geweigerd("peiling.onbekend")
    peiling, opties = gevonden
    if not aandraagstand.mag(peiling, opties, handeling.now):
        return te_laat(peiling)
    _eis(wie, handeling, peiling, opties)
    een = aandragingen.zoek(tx, handeling.wijk, data["tekst"])
    return _toon(tx, peiling, 0, gedaan="al") if een is None else (een, peiling, opties)


def _lees_reden(tekst: str, handeling: Handeling) -> dict[str, str]:
    return {"eigen": alinea_tot(REDEN_LENGTE)(tekst, handeling)}


def _ernaast(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Return what a text can be put together with: the others that wait, and the options."""
    peiling, opties = peilingen.zoek_met_opties(tx, handeling.wijk, data["peiling"]) or (None, [])
    wacht = aandragingen.wachtend(tx, peiling.id) if peiling else []
    anderen = [(_TEKST + een.publiek_id, een.tekst) for een in wacht if een.publiek_id != data["tekst"]]
    return [*anderen, *((_OPTIE + optie.publiek_id, optie.tekst) for optie in opties)]


def _kies(gekozen: Sequence[str], keuze: str) -> list[str]:
    """Take a text in or out; of the options one at most."""
    if keuze in gekozen:
        return [een for een in gekozen if een != keuze]
    weg = _OPTIE if keuze.startswith(_OPTIE) else "-"
    return [*(een for een in gekozen if not een.startswith(weg)), keuze]


def _gekozen(data: dict[str, Any]) -> list[str]:
    met = data.get("met") or []
    return [met] if isinstance(met, str) else met  # typed, it is one


def _zonder_optie(data: dict[str, Any]) -> bool:
    return not any(een.startswith(_OPTIE) for een in _gekozen(data))


def _over(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, str]:
    een = aandragingen.zoek(tx, handeling.wijk, data["tekst"])
    return {"over": een.tekst} if een else {}


NIET = Formulier(
    "toelaten_niet", (Veld("reden", _lees_reden, keuzes=REDENEN, bekijk=_over),), _ROLLEN, _weiger, voorbeeld=False
)
SAMEN = Formulier(
    "toelaten_samen",
    (Veld("met", haal=_ernaast, meer=_kies, bekijk=_over), Veld("woorden", lees, als=_zonder_optie, bekijk=_over)),
    _ROLLEN,
    _voeg_samen,
    voorbeeld=False,
)


def _zoek(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Aandraging, Peiling, list[Optie]]:
    wie = eis_binnen(tx, handeling)
    een = aandragingen.zoek(tx, handeling.wijk, publiek_id)
    peiling = peilingen.zoek(tx, handeling.wijk, id=een.peiling) if een else None
    if een is None or peiling is None:
        raise Geweigerd("aandragen.weg")
    opties = peilingen.opties(tx, peiling.id)
    _eis(wie, handeling, peiling, opties)
    return wie, een, peiling, opties


def _eis(wie: Wie, handeling: Handeling, peiling: Peiling, opties: list[Optie]) -> None:
    eis_beheer(wie, peiling)
    if not aandraagstand.mag(peiling, opties, handeling.now):
        raise Geweigerd("aandragen.niet")


def _voeg_toe(tx: Connection, handeling: Handeling, peiling: Peiling, opties: list[Optie], tekst: str) -> None:
    if len(opties) >= MEESTE_OPTIES:
        raise Geweigerd("aandragen.vol")
    nieuw, later = handeling.id("aandragen/optie"), is_open(peiling, handeling.now)
    aandragingen.voeg_optie_toe(tx, handeling.wijk, peiling.id, nieuw, tekst, later=later)


def _oordeel(
    tx: Connection,
    handeling: Handeling,
    peiling: Peiling,
    teksten: Sequence[Aandraging],
    staat: str,
    waarom: dict[str, Any],
) -> None:
    """Keep what became of some texts, and tell who brought them in."""
    for nummer, een in enumerate(teksten):
        data = {"id": peiling.publiek_id, "vraag": peiling.vraag, "tekst": een.tekst, "staat": staat, **waarom}
        outbox.schrijf(
            tx,
            handeling.wijk,
            aandragingen.kenmerk(peiling.id, handeling.id(f"aandragen/{nummer}")),
            aandragingen.accounts_van(tx, een.publiek_id),
            Boodschap(aandragingen.SOORT, data),
            baan=Baan.HERINNERING,
            niet_na=peiling.sluit_op,
        )
        aandragingen.oordeel(tx, een.publiek_id, staat)


def _toon(tx: Connection, peiling: Peiling, bladzij: int, gedaan: str | None = None) -> Boodschap:
    alle = aandragingen.wachtend(tx, peiling.id)
    gevonden, rond = blader_in(alle, min(bladzij, max(len(alle) - 1, 0)), 1)
    data: dict[str, Any] = {
        "peiling": peiling.publiek_id,
        "vraag": peiling.vraag,
        "totaal": len(alle),
        "tekst": None,
        "gedaan": gedaan,
    }
    for een in gevonden:
        data |= {"id": een.publiek_id, "tekst": een.tekst}
    return Boodschap("aandragen.lijst", {**data, **rond})
