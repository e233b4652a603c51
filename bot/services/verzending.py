"""How messages to residents fared, for staff: what failed, of what nobody knows, and sending that once more."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.kleine_cellen import KLEINSTE
from bot.rules.selectie import STAP, Selectie
from bot.rules.voortgang import Getal, getal, is_ruw
from bot.services import herhaling, herkomst, uitzending
from bot.services.bezorging import Geval
from bot.services.bladzij import blader_in
from bot.services.handeling import BEGELEIDER, BEHEERDER, ORGANISATOR, Handeling, eis_rol
from bot.services.herkomst import Herkomst
from bot.services.wekker import LADINGEN
from bot.storage import bewaard, peilingen, selecties, verzendingen, voortgangen, wekkers
from bot.storage.voortgangen import Stand
from bot.storage.wekkers import Wekker

ROLLEN = (BEGELEIDER, ORGANISATOR, BEHEERDER)
PER_BLADZIJ = 6
LOS = "los"
"""The kind of what went to one person each, without an alarm."""
EINDEN = ("onzeker", "niet_aan", "niet_meer")
"""How messages ended of which staff hear: nobody knows, it could not be delivered, it need not go any more."""
_NIET_MEER = (*voortgangen.NIET_MEER, "rol weg", "ingetrokken")
_INGEHAALD = "ingehaald"
"""Why a message did not go that nobody misses: another came in its place."""


@dataclass(frozen=True)
class Bron:
    """What messages came from: an alarm about a meeting, a poll or a broadcast; None: they went to one person each."""

    wekker: Wekker | None
    over: Herkomst

    @property
    def id(self) -> int | None:
        """That of the alarm."""
        return self.wekker.id if self.wekker else None

    @property
    def onderwerp(self) -> int:
        """Subject of the alarm that repeats them."""
        return self.wekker.id if self.wekker else herhaling.LOS


_LOSSE = Bron(None, Herkomst())


def toon(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show a page of what messages came from of which some failed or are uncertain; never to whom they went."""
    eis_rol(tx, handeling, *ROLLEN)
    per_wekker = _tel(tx, handeling)
    los = per_wekker.pop(None, Counter())
    alle = wekkers.van_ids(tx, handeling.wijk, [wekker for wekker in per_wekker if wekker is not None])
    gezien, rond = blader_in(alle, bladzij, PER_BLADZIJ)
    bronnen = [_bron(tx, handeling, wekker) for wekker in gezien]
    data = {
        "regels": [_als_data(tx, handeling, bron, per_wekker[bron.id]) for bron in bronnen],
        "los": _als_data(tx, handeling, _LOSSE, los) if los and not rond["meer"] else None,
        "onderweg": getal(verzendingen.tel_onderweg(tx, handeling.wijk), ruw=True),
        "bewaard": getal(bewaard.tel_alle(tx, handeling.wijk), ruw=True),
        **rond,
    }
    return Boodschap("verzending", data)


def een(tx: Connection, handeling: Handeling, soort: str, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show how the messages about one thing ended, and whether they can go once more."""
    bronnen, telling = _zoek(tx, handeling, soort, publiek_id)
    wijk, gekozen = handeling.wijk, _gekozen(tx, handeling, bronnen[0])
    herhaald, weer = zip(*(verzendingen.tel_herhaald(tx, wijk, bron.id) for bron in bronnen), strict=True)
    bezig = any(wekkers.staat_er(tx, wijk, herhaling.WEKKER, bron.onderwerp) for bron in bronnen)
    data = {
        **_als_data(tx, handeling, bronnen[0], telling),
        "herhaald": _getal(sum(herhaald), gekozen),
        "weer_onzeker": _getal(sum(weer), gekozen),
        "nog_eens": not bezig and _te_herhalen(tx, handeling, bronnen) > 0,
        "bezig": bezig,
        "gewist": soort == LOS and verzendingen.gewist(tx, wijk),
    }
    return Boodschap("verzending.een", data, melding=melding)


def vraag_nog_eens(tx: Connection, handeling: Handeling, soort: str, publiek_id: str) -> Boodschap:
    """Ask whether one is sure to send what is uncertain of one thing once more.

    Raises:
        Geweigerd: nothing of it is uncertain, it went once more already, or it makes no sense any more.
    """
    bronnen, telling = _zoek(tx, handeling, soort, publiek_id)
    aantal = _te_herhalen(tx, handeling, bronnen)
    if not aantal:
        gewist = soort == LOS and verzendingen.gewist(tx, handeling.wijk)
        raise Geweigerd("verzending.gewist" if gewist else "verzending.niets")
    over = _als_data(tx, handeling, bronnen[0], telling)
    getoond = _getal(aantal, _gekozen(tx, handeling, bronnen[0]))
    return Boodschap("verzending.zeker", {**over, "aantal": getoond, "keer": _keer(tx, handeling, bronnen)})


def nog_eens(tx: Connection, handeling: Handeling, soort: str, publiek_id: str, keer: str) -> Boodschap:
    """Send what is uncertain of one thing once more.

    Args:
        keer: which time it is, from 1 on; a second tap on the same button, however late, sends nothing.
    """
    bronnen, _ = _zoek(tx, handeling, soort, publiek_id)
    gaat = keer == str(_keer(tx, handeling, bronnen))
    if gaat:
        for onderwerp in (bron.onderwerp for bron in bronnen):
            if not wekkers.staat_er(tx, handeling.wijk, herhaling.WEKKER, onderwerp):
                wekkers.zet(tx, handeling.wijk, herhaling.WEKKER, onderwerp, handeling.now)
    return een(tx, handeling, soort, publiek_id, melding="verzending.gaat" if gaat else None)


def _keer(tx: Connection, handeling: Handeling, bronnen: list[Bron]) -> int:
    eerder = wekkers.tel(tx, handeling.wijk, herhaling.WEKKER, [bron.onderwerp for bron in bronnen])
    return eerder + 1


def _tel(tx: Connection, handeling: Handeling) -> dict[int | None, Counter[str]]:
    per_wekker: dict[int | None, Counter[str]] = {}
    for mis in verzendingen.tel_mis(tx, handeling.wijk):
        if mis.reden == _INGEHAALD:
            continue
        einde = "onzeker" if mis.staat == "onzeker" else "niet_meer" if mis.reden in _NIET_MEER else "niet_aan"
        per_wekker.setdefault(mis.wekker, Counter())[einde] += mis.aantal
    return per_wekker


def _te_herhalen(tx: Connection, handeling: Handeling, bronnen: list[Bron]) -> int:
    """Count the messages that may go once more."""
    aantal = 0
    for bron in bronnen:
        if bron.wekker is None or _heeft_zin(tx, handeling, bron.wekker):
            aantal += verzendingen.tel_te_herhalen(tx, handeling.wijk, bron.id, handeling.now)
    return aantal


def _heeft_zin(tx: Connection, handeling: Handeling, wekker: Wekker) -> bool:
    geval = Geval(handeling.wijk, wekker, handeling.now, handeling.zone, handeling.verzending)
    return herhaling.opnieuw(tx, LADINGEN, geval, wekker) is not None


def _zoek(tx: Connection, handeling: Handeling, soort: str, publiek_id: str) -> tuple[list[Bron], Counter[str]]:
    """Return the alarms of a kind about one thing of which messages failed or are uncertain, the last first."""
    eis_rol(tx, handeling, *ROLLEN)
    per_wekker = _tel(tx, handeling)
    bronnen = [_LOSSE] if soort == LOS and None in per_wekker else []
    if publiek_id:
        alle = wekkers.van_ids(tx, handeling.wijk, [wekker for wekker in per_wekker if wekker is not None])
        van_soort = [_bron(tx, handeling, wekker) for wekker in alle if wekker.soort == soort]
        bronnen += [bron for bron in van_soort if bron.over.id == publiek_id]
    if not bronnen:
        raise Geweigerd("verzending.onbekend")
    return bronnen, sum((per_wekker[bron.id] for bron in bronnen), Counter[str]())


def _bron(tx: Connection, handeling: Handeling, wekker: Wekker) -> Bron:
    return Bron(wekker, herkomst.van(tx, handeling.wijk, wekker))


def _als_data(tx: Connection, handeling: Handeling, bron: Bron, telling: Counter[str]) -> dict[str, Any]:
    wekker = bron.wekker
    moment = wekker.moment.isoformat() if wekker else None
    cijfers = _cijfers(tx, handeling, bron, telling)
    return {"soort": wekker.soort if wekker else LOS, **bron.over._asdict(), "moment": moment, **cijfers}


def _cijfers(tx: Connection, handeling: Handeling, bron: Bron, telling: Counter[str]) -> dict[str, Getal]:
    """Return how messages ended: of a broadcast the numbers of its report, but small ones stay small."""
    if stand := _stand(tx, bron):
        beeld = voortgangen.beeld(stand).data
        namen = zip(EINDEN, ("onzeker", "mislukt", "gestopt"), strict=True)
        return {einde: _klein(beeld[naam]) for einde, naam in namen}
    gekozen = _gekozen(tx, handeling, bron)
    return {einde: _getal(telling[einde], gekozen) for einde in EINDEN}


def _stand(tx: Connection, bron: Bron) -> Stand | None:
    """Return how a broadcast fares; None of what is no broadcast."""
    if bron.wekker is None or bron.wekker.soort != uitzending.WEKKER:
        return None
    return voortgangen.lees(tx, voortgangen.van(tx, bron.wekker.onderwerp))


def _gekozen(tx: Connection, handeling: Handeling, bron: Bron) -> tuple[int, int] | None:
    """Return how many messages went to people who were chosen, and how many staff are told that it were."""
    if stand := _stand(tx, bron):
        selectie, alle = Selectie.uit_json(stand.deze.doelgroep), sum(stand.tellingen)
        getoond = (selectie.eisen and stand.deze.aantal) or alle // STAP * STAP
        return (alle, getoond) if is_ruw(selectie) else None
    if bron.wekker and bron.wekker.soort == "peiling_herinnering":
        peiling = peilingen.zoek(tx, handeling.wijk, id=bron.wekker.onderwerp)
        gevraagd = selecties.tel(tx, handeling.wijk, peiling.voor) if peiling else 0
        return gevraagd, gevraagd // STAP * STAP
    return None


def _getal(aantal: int, gekozen: tuple[int, int] | None) -> Getal:
    """Return a count as it may be shown: under five only that; of chosen people rounded, alike for nearly all."""
    alle, gezegd = gekozen or (0, 0)
    if gekozen and aantal >= KLEINSTE and alle - aantal < KLEINSTE:
        return gezegd, "ongeveer"
    return getal(aantal, ruw=gekozen is not None or aantal < KLEINSTE)


def _klein(getoond: Getal) -> Getal:
    aantal, vorm = getoond
    return getal(aantal, ruw=True) if vorm == "precies" and aantal < KLEINSTE else getoond
