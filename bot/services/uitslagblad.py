"""The leaf that says how the conditions stood at a report or at the closing; later erasing changes it not.

In the open are the verdicts, and the numbers that are not about few people. The whole record is for the auditor.
"""

import hashlib
import hmac
import json
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules.canoniek import canoniek
from bot.rules.drempels import TELBAAR
from bot.rules.kleine_cellen import KLEINSTE
from bot.rules.lijsthash import lijst_hash
from bot.rules.wegen import Drempelstand
from bot.services import bewijslog
from bot.services.bewijslog import MINSTENS
from bot.services.stand import Stand, bereken_stand
from bot.storage import afsluitingen, openingen, telt
from bot.storage import bewijslog as opslag

_KEREN = 3
_GETALLEN = ("teller", "ondergrens", "bovengrens", "noemer", "noemer_laag", "nodig")
_ZEGT = ("soort", "verdict", "operator", "drempel")
_DEEL = ("kenmerk", "kader", "oordeel", "verdict", "beslist", "staat")


def leg_tussenstand_vast(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo, zaad: bytes) -> None:
    """Append for a report how the conditions stand, after all that it rests on, and ask for a signed head.

    After the closing there is only a head: its outcome is the last of the log. In a large wijk let
    `bot.verzegeling.werk_bij` go before: then this transaction has little left to do.

    Args:
        zaad: 32 fresh random bytes.
    """
    if not afsluitingen.is_afgesloten(tx, wijk):
        _leg_vast(tx, wijk, "rapport", now, zone, zaad)
    _vraag_hoofd(tx, wijk, now, zone)


def sluit_af(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo, zaad: bytes) -> Stand:
    """Close the process: append how the conditions stand as its outcome, ask for a signed head, and return it.

    Args:
        zaad: 32 fresh random bytes.
    """
    met, rij = _leg_vast(tx, wijk, "afsluiting", now, zone, zaad)
    afsluitingen.voeg_toe(tx, wijk, rij, now)
    _vraag_hoofd(tx, wijk, now, zone)
    return met


def _vraag_hoofd(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> None:
    bewijslog.maak_ijkpunt(tx, wijk, now, zone)
    bewijslog.vraag_ijkpunt(tx, wijk, now)


def _leg_vast(
    tx: Connection, wijk: int, waarvoor: str, now: datetime, zone: ZoneInfo, zaad: bytes
) -> tuple[Stand, int]:
    """Append how the conditions stand; return it, and the row of its leaf."""
    met, zonder = _stand(tx, wijk, zaad)
    regels = opslag.regels(tx, wijk) or met.spelregels.canoniek()  # as they were fixed, byte for byte
    hash_, dag = hashlib.sha256(regels.encode()).hexdigest(), now.astimezone(zone).date().isoformat()
    vast = {"spelregels": met.spelregels.versie, "hash": hash_, "waarvoor": waarvoor, "dag": dag}
    standen = {"met_staf": met, "zonder_staf": zonder}
    delen = {naam: [asdict(drempel) for drempel in stand.drempels] for naam, stand in standen.items()}
    lijst = lijst_hash(openingen.adressen(tx, wijk))
    record = canoniek({**vast, "regels": json.loads(regels), "lijst": lijst, **delen})
    sleutel = hmac.digest(zaad, b"uitslag", hashlib.sha256)
    commitment = hmac.digest(sleutel, record.encode(), hashlib.sha256).hex()
    toon = [_is_openbaar(tx, wijk, met, drempel) for drempel in met.drempels]
    paren = zip(met.drempels, zonder.drempels, strict=True)
    toon_zonder = [mag and _verraadt_niets(samen, eigen) for mag, (samen, eigen) in zip(toon, paren, strict=True)]
    openbaar = {"met_staf": _publiek(met, toon), "zonder_staf": _publiek(zonder, toon_zonder)}
    _, rij = bewijslog.leg_vast(tx, wijk, "uitslag", {**vast, **openbaar, "commitment": commitment})
    opslag.voeg_uitslag_toe(tx, wijk, rij, sleutel, record)
    return met, rij


def _stand(tx: Connection, wijk: int, zaad: bytes) -> tuple[Stand, Stand]:
    """Return how the conditions stand, with and without staff, once the log says of each who counts for it.

    A move on PostgreSQL does not wait for this transaction (it is under another lock): then once more.
    """
    for keer in range(_KEREN):
        bewijslog.maak_bij(tx, wijk, hmac.digest(zaad, b"bij/%d" % keer, hashlib.sha256))
        met, zonder = bereken_stand(tx, wijk), bereken_stand(tx, wijk, met_staf=False)
        if all(_als_het_log(tx, wijk, met.spelregels.versie, drempel) for drempel in met.drempels):
            return met, zonder
    raise RuntimeError("the log does not count what the evidence says")


def _als_het_log(tx: Connection, wijk: int, versie: int, drempel: Drempelstand) -> bool:
    if drempel.soort not in TELBAAR or not telt.bestaat(tx, wijk, versie, drempel.soort):
        return True
    return telt.teller(tx, wijk, versie, drempel.soort) == drempel.teller


def _is_openbaar(tx: Connection, wijk: int, stand: Stand, drempel: Drempelstand) -> bool:
    """Say whether the numbers of a condition may be read; those that count people are those of the log."""
    if drempel.soort not in TELBAAR:
        klein = any(deel.get("klein") for deel in drempel.delen)  # of a poll, exact beside rounded tells of a few
        return not klein and drempel.teller >= MINSTENS and drempel.noemer - drempel.teller >= KLEINSTE
    return telt.bestaat(tx, wijk, stand.spelregels.versie, drempel.soort)


def _verraadt_niets(samen: Drempelstand, eigen: Drempelstand) -> bool:
    """Say whether the numbers without staff, beside those with, tell nothing of fewer than five people."""
    verschil = samen.teller - eigen.teller
    return verschil == 0 or (verschil >= KLEINSTE and eigen.teller >= MINSTENS)


def _publiek(stand: Stand, toon: list[bool]) -> list[dict[str, Any]]:
    uit = []
    for drempel, mag in zip(stand.drempels, toon, strict=True):
        alles = asdict(drempel)
        delen = [{naam: deel[naam] for naam in _DEEL if naam in deel} for deel in drempel.delen]
        getallen = {naam: alles[naam] if mag else None for naam in _GETALLEN}
        uit.append({naam: alles[naam] for naam in _ZEGT} | getallen | {"delen": delen})
    return uit
