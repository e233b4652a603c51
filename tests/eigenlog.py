"""Logs that who holds the key makes as they like: every leaf as it is given, and all heads signed."""

import copy
import json
import random
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from bot.rules.canoniek import canoniek
from bot.rules.ijkpunt import Ijkpunt, publiek, teken
from bot.rules.merkle import Boom, Groei, blad_hash
from tests.logmaker import Log

NAAM, GEHEIM = "A" * 22, b"g" * 32
SLEUTEL = f"{publiek(NAAM, GEHEIM).tekst()}\n".encode()
Blad = dict[str, Any]


def log_van(regels: Sequence[bytes]) -> Log:
    """Return a log of these lines, whatever they say, with a head that fits them."""
    boom = Groei()
    for regel in regels:
        boom.voeg_toe(_hash(regel))
    naam, hoofd = een_hoofd(boom.grootte, boom.wortel())
    return Log(NAAM, list(regels), {naam: hoofd}, SLEUTEL, GEHEIM)


def _hash(regel: bytes) -> bytes:
    if regel.startswith(b'{"hash":"') and len(regel) == 77:
        return bytes.fromhex(regel[9:73].decode())
    return blad_hash(regel[len(b'{"blad":') : -len(b"}\n")])


def een_boom(hashes: Sequence[bytes], stap: int = 8) -> Boom:
    """Return the tree over hashes of leaves, as it is read."""
    groei = Groei(stap=stap)
    for hash_ in hashes:
        groei.voeg_toe(hash_)
    knopen = {(knoop.hoogte, knoop.plek): knoop.hash for knoop in groei.nieuw}
    knopen |= {(0, plek): hash_ for plek, hash_ in enumerate(hashes)}

    def lees(hoogte: int, vanaf: int, hoeveel: int) -> list[bytes]:
        return [knopen[hoogte, plek] for plek in range(vanaf, vanaf + hoeveel) if (hoogte, plek) in knopen]

    return Boom(lees, stap)


def een_hoofd(grootte: int, wortel: bytes, dag: date = date(2027, 1, 1)) -> tuple[str, bytes]:
    """Return name and contents of a signed head."""
    return f"{grootte}-{dag.isoformat()}.txt", teken(Ijkpunt(NAAM, grootte, wortel, dag), GEHEIM).encode()


def log_met(*bladen: Blad) -> Log:
    """Return a log of these public leaves."""
    return log_van([regel(blad, nr) for nr, blad in enumerate(bladen)])


def regel(blad: Blad, nr: int) -> bytes:
    """Return the line of a public leaf."""
    return f'{{"blad":{canoniek({"versie": 2, "log": NAAM, "id": f"{nr:022}", **blad})}}}\n'.encode()


def spelregels(telt: Any = None, *, regels: Blad | None = None, **velden: Any) -> Blad:
    """Return the leaf of version 1, with one condition that takes more than half; `velden` are of that condition."""
    drempel = {"soort": "gehoord", "aandeel": "1/2", "operator": ">"} | velden
    inhoud = {"versie": 1, "eenheid": "bewoners", "aantal": 0, "telt_ook": ["gesprek"], "drempels": [drempel]}
    inhoud |= regels or {}
    hash_ = sha256(json.dumps(inhoud, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()
    telt = {"gehoord": ["gesprek", "stem_besluit"]} if telt is None else telt
    return {"soort": "spelregels", "spelregels": 1, "regels": inhoud, "hash": hash_, "telt": telt}


def tellen(hoeveel: int, soort: str = "telt", **velden: Any) -> list[Blad]:
    """Return so many leaves of someone who counts."""
    return [{"soort": soort, "spelregels": 1, "drempel": "gehoord", "eenheid": "bewoners"} | velden] * hoeveel


def stand(teller: int | None, noemer: int | None = None, verdict: str = "onbeslist", **velden: Any) -> Blad:
    """Return how the condition stands, everyone known."""
    getallen = {"teller": teller, "ondergrens": teller, "bovengrens": teller, "noemer": noemer, "noemer_laag": noemer}
    nodig = None if teller is None or noemer is None else max(0, noemer // 2 + 1 - teller)
    vast: Blad = {"soort": "gehoord", "operator": ">", "drempel": "1/2", "delen": [], "verdict": verdict}
    return vast | getallen | {"nodig": nodig} | velden


def uitslag(met: Blad, zonder: Blad | None = None, *, van: Blad | None = None, **velden: Any) -> Blad:
    """Return an outcome under version 1."""
    vast: Blad = {"spelregels": 1, "hash": (van or spelregels())["hash"], "waarvoor": "rapport", "dag": "2027-01-01"}
    lijsten = {"met_staf": [met], "zonder_staf": [zonder or stand(None)], "commitment": "0" * 64}
    return {"soort": "uitslag", **vast, **lijsten, **velden}


GOED = spelregels()


def met_12(met: Blad, zonder: Blad | None = None, van: Blad = GOED, **velden: Any) -> list[Blad]:
    """Twelve count, then an outcome."""
    return [van, *tellen(12), uitslag(met, zonder, van=van, **velden)]


VREEMD: tuple[Any, ...] = (None, True, False, -1, 0, 1, 2**53, 1.5, float("nan"), "", "gehoord", "1/2", [], {}, [[]])


def plekken(data: Any, pad: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    delen = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [pad, *(plek for naam, deel in delen for plek in plekken(deel, (*pad, naam)))]


def verander(toeval: random.Random, data: Any) -> Any:
    """Return data with one value another, gone or twice."""
    data, plek = copy.deepcopy(data), toeval.choice(plekken(data)[1:])
    houder = data
    for stap in plek[:-1]:
        houder = houder[stap]
    if toeval.random() < 0.2:
        del houder[plek[-1]]
    elif toeval.random() < 0.2 and isinstance(houder, dict):
        houder[toeval.choice(("soort", "x", "\ue000", "\U0001f600"))] = toeval.choice(VREEMD)
    else:
        houder[plek[-1]] = toeval.choice(VREEMD)
    return data
