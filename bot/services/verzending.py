"""How messages to residents fared, for staff: what failed, of what nobody knows, and sending that once more."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.kleine_cellen import KLEINSTE
from bot.rules.selectie import STAP, Selectie, ruw
from bot.services import herhaling, herinnering
from bot.services.bezorging import Geval
from bot.services.bladzij import blader
from bot.services.handeling import BEGELEIDER, BEHEERDER, ORGANISATOR, Handeling, eis_rol
from bot.services.wekker import LADINGEN
from bot.storage import (
    bewaard,
    bijeenkomsten,
    herinneringen,
    peilingen,
    selecties,
    uitzendingen,
    verzendingen,
    wekkers,
)
from bot.storage.wekkers import Wekker

ROLLEN = (BEGELEIDER, ORGANISATOR, BEHEERDER)
PER_BLADZIJ = 6
EINDEN = ("onzeker", "niet_aan", "te_laat", "gestopt")
"""How messages ended of which staff hear."""
_REDENEN = {"te laat": "te_laat", "gestopt": "gestopt", "ingetrokken": "gestopt"}


@dataclass(frozen=True)
class Bron:
    """What messages came from: an alarm about a meeting, a poll or a broadcast.

    Args:
        id: public id of that.
        gekozen: of an audience chosen by what people did, such as who did not vote: how many there may be of it, and
            how many staff are told that it has.
    """

    wekker: Wekker
    id: str
    titel: str
    gekozen: tuple[int, int] | None = None


def toon(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show a page of what messages came from of which some failed or are uncertain; never to whom they went."""
    eis_rol(tx, handeling, *ROLLEN)
    per_wekker = _tel(tx, handeling)
    los = per_wekker.pop(None, Counter())
    alle = wekkers.van_ids(tx, handeling.wijk, [wekker for wekker in per_wekker if wekker is not None])
    gezien, rond = blader(lambda hoeveel, na: alle[na : na + hoeveel], bladzij, PER_BLADZIJ)
    regels = [_als_data(_bron(tx, handeling, wekker), per_wekker[wekker.id]) for wekker in gezien]
    data = {
        "regels": regels,
        "los": None if rond["meer"] else _cellen(los),
        "onderweg": _ruwe_cel(verzendingen.tel_onderweg(tx, handeling.wijk)),
        "bewaard": _ruwe_cel(bewaard.tel_alle(tx, handeling.wijk)),
        **rond,
    }
    return Boodschap("verzending", data)


def een(tx: Connection, handeling: Handeling, soort: str, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show how the messages about one thing ended, and whether they can go once more."""
    bronnen = _zoek(tx, handeling, soort, publiek_id)
    per_wekker = _tel(tx, handeling)
    telling = sum((per_wekker.get(bron.wekker.id, Counter()) for bron in bronnen), Counter[str]())
    herhaald = sum(verzendingen.tel_herhaald(tx, handeling.wijk, bron.wekker.id) for bron in bronnen)
    bezig = any(wekkers.staat_er(tx, handeling.wijk, herhaling.WEKKER, bron.wekker.id) for bron in bronnen)
    data = {
        **_als_data(bronnen[0], telling),
        "herhaald": _cel(herhaald, bronnen[0]),
        "nog_eens": not bezig and _te_herhalen(tx, handeling, bronnen) > 0,
        "bezig": bezig,
    }
    return Boodschap("verzending.een", data, melding=melding)


def nog_eens(tx: Connection, handeling: Handeling, soort: str, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Send what is uncertain of one thing once more, after a question whether one is sure.

    Raises:
        Geweigerd: nothing of it is uncertain, it went once more already, or it makes no sense any more.
    """
    bronnen = _zoek(tx, handeling, soort, publiek_id)
    aantal = _te_herhalen(tx, handeling, bronnen)
    if not zeker:
        if not aantal:
            raise Geweigerd("verzending.niets")
        return Boodschap("verzending.zeker", {**_als_data(bronnen[0], Counter()), "aantal": _cel(aantal, bronnen[0])})
    for bron in bronnen:
        if not wekkers.staat_er(tx, handeling.wijk, herhaling.WEKKER, bron.wekker.id):
            wekkers.zorg_voor(tx, handeling.wijk, herhaling.WEKKER, bron.wekker.id, handeling.now)
    return een(tx, handeling, soort, publiek_id, melding="verzending.gaat")


def _tel(tx: Connection, handeling: Handeling) -> dict[int | None, Counter[str]]:
    per_wekker: dict[int | None, Counter[str]] = {}
    for mis in verzendingen.tel_mis(tx, handeling.wijk):
        einde = "onzeker" if mis.staat == "onzeker" else _REDENEN.get(mis.reden or "", "niet_aan")
        per_wekker.setdefault(mis.wekker, Counter())[einde] += mis.aantal
    return per_wekker


def _te_herhalen(tx: Connection, handeling: Handeling, bronnen: list[Bron]) -> int:
    """Count the messages that may go once more."""
    aantal = 0
    for wekker in (bron.wekker for bron in bronnen):
        geval = Geval(handeling.wijk, wekker, handeling.now, handeling.zone, handeling.verzending)
        if herhaling.opnieuw(tx, LADINGEN, geval, wekker):
            aantal += verzendingen.tel_te_herhalen(tx, handeling.wijk, wekker.id, handeling.now)
    return aantal


def _zoek(tx: Connection, handeling: Handeling, soort: str, publiek_id: str) -> list[Bron]:
    """Return the alarms of a kind about one thing of which messages failed or are uncertain, the last first."""
    eis_rol(tx, handeling, *ROLLEN)
    ids = [mis.wekker for mis in verzendingen.tel_mis(tx, handeling.wijk) if mis.wekker is not None]
    van_soort = [wekker for wekker in wekkers.van_ids(tx, handeling.wijk, ids) if wekker.soort == soort]
    bronnen = [bron for wekker in van_soort if (bron := _bron(tx, handeling, wekker)).id == publiek_id]
    if not publiek_id or not bronnen:
        raise Geweigerd("verzending.onbekend")
    return bronnen


def _bron(tx: Connection, handeling: Handeling, wekker: Wekker) -> Bron:
    """Look up what an alarm is about; a kind that is about one person has no id and no title."""
    wijk, over = handeling.wijk, wekker.onderwerp
    if wekker.soort == herhaling.UITZENDING:
        return Bron(wekker, *verzendingen.uitzending_van(tx, wijk, over), _gekozen(tx, wijk, wekker))
    if wekker.soort.startswith("peiling_") and (peiling := peilingen.zoek(tx, wijk, id=over)):
        gevraagd = selecties.tel(tx, wijk, peiling.voor)
        gekozen = (gevraagd, gevraagd // STAP * STAP) if wekker.soort == "peiling_herinnering" else None
        return Bron(wekker, peiling.publiek_id, peiling.vraag, gekozen)
    if wekker.soort == herinnering.SOORT and (eigen := herinneringen.zoek(tx, wijk, id=over)):
        return Bron(wekker, eigen.publiek_id, eigen.tekst)
    if wekker.soort in ("bijeenkomst_gewijzigd", "bijeenkomst_afgelast", "bijeenkomst_afgelast_rest"):
        wijziging = bijeenkomsten.wijziging(tx, wijk, over)
        over = wijziging.bijeenkomst if wijziging else 0
    if wekker.soort.startswith(("bijeenkomst_", "herinnering_")) and (bij := bijeenkomsten.zoek(tx, wijk, id=over)):
        return Bron(wekker, bij.publiek_id, bij.titel)
    return Bron(wekker, "", "")


def _gekozen(tx: Connection, wijk: int, wekker: Wekker) -> tuple[int, int] | None:
    """Return how many messages a broadcast has, and what its maker was shown, where something was asked of people."""
    deze = uitzendingen.zoek(tx, wijk, id=wekker.onderwerp)
    if deze is None or not deze.aantal or not Selectie.uit_json(deze.doelgroep).eisen:
        return None
    return verzendingen.tel_van(tx, wijk, wekker.id), deze.aantal


def _als_data(bron: Bron, telling: Counter[str]) -> dict[str, Any]:
    wekker = bron.wekker
    cijfers = {"moment": wekker.moment.isoformat(), "ruw": bron.gekozen is not None, **_cellen(telling, bron)}
    return {"soort": wekker.soort, "id": bron.id, "titel": bron.titel, **cijfers}


def _cellen(telling: Counter[str], bron: Bron | None = None) -> dict[str, int | None]:
    return {einde: _cel(telling[einde], bron) for einde in EINDEN}


def _cel(aantal: int, bron: Bron | None = None) -> int | None:
    """Return a count as it may be shown: None for one to four; of chosen people rounded, alike for nearly all."""
    if 0 < aantal < KLEINSTE:
        return None
    if bron is None or bron.gekozen is None or aantal == 0:
        return aantal
    alle, gezegd = bron.gekozen
    return gezegd if alle - aantal < KLEINSTE else aantal // STAP * STAP


def _ruwe_cel(aantal: int) -> int | None:
    """Return a count of all that waits, in which one broadcast must not show: None for one to four, else rounded."""
    return _cel(aantal) if aantal < KLEINSTE else max(KLEINSTE, ruw(aantal))
