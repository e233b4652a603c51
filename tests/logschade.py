"""Ways to spoil a log as it is published: who holds its key and its last head must find each of them."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.rules.canoniek import canoniek
from bot.rules.ijkpunt import Ijkpunt, teken
from bot.rules.merkle import Groei, blad_hash
from tests.logmaker import Log, een_id


def _hertekend(log: Log, regels: list[bytes], geheim: bytes) -> Log:
    """Return a log with other lines and fitting heads, all signed by a key."""
    wortels, boom = {}, Groei()
    for nr, regel in enumerate(regels, 1):
        data = json.loads(regel)
        hash_ = bytes.fromhex(data["hash"]) if "hash" in data else blad_hash(canoniek(data["blad"]).encode())
        boom.voeg_toe(hash_)
        wortels[nr] = boom.wortel()
    hoofden = {}
    for naam in log.hoofden:
        grootte, _, dag = naam.removesuffix(".txt").partition("-")
        grootte = str(len(regels)) if (naam, log.hoofden[naam]) == log.laatste() else grootte
        if int(grootte) <= len(regels):
            wortel = wortels.get(int(grootte), Groei().wortel())
            hoofd = Ijkpunt(log.naam, int(grootte), wortel, date.fromisoformat(dag))
            hoofden[f"{grootte}-{dag}.txt"] = teken(hoofd, geheim).encode()
    return replace(log, regels=regels, hoofden=hoofden)


def _andere_byte(toeval: random.Random, inhoud: bytes) -> bytes:
    plek = toeval.randrange(len(inhoud))
    return inhoud[:plek] + bytes([inhoud[plek] ^ 1 << toeval.randrange(8)]) + inhoud[plek + 1 :]


def _in_tekst(log: Log, inhoud: bytes) -> Log:
    return replace(log, regels=inhoud.splitlines(keepends=True))


def _flip(toeval: random.Random, log: Log) -> Log:
    inhoud = _andere_byte(toeval, log.tekst())
    return replace(log, regels=[regel + b"\n" for regel in inhoud.split(b"\n")[:-1]] + _rest(inhoud))


def _rest(inhoud: bytes) -> list[bytes]:
    return [rest] if (rest := inhoud.rpartition(b"\n")[2]) else []


def _wis(toeval: random.Random, log: Log) -> Log:
    plek = toeval.randrange(len(log.regels))
    return replace(log, regels=log.regels[:plek] + log.regels[plek + 1 :])


def _voeg_in(toeval: random.Random, log: Log) -> Log:
    plek = toeval.randrange(len(log.regels) + 1)
    vreemd = f'{{"hash":"{toeval.randbytes(32).hex()}"}}\n'.encode()
    return replace(log, regels=[*log.regels[:plek], toeval.choice((vreemd, *log.regels[:1])), *log.regels[plek:]])


def _verwissel(toeval: random.Random, log: Log) -> Log:
    regels = log.regels[:]
    a, b = toeval.sample(range(len(regels)), 2)
    regels[a], regels[b] = regels[b], regels[a]
    return replace(log, regels=regels)


def _kort_af(toeval: random.Random, log: Log) -> Log:
    return replace(log, regels=log.regels[: toeval.randrange(len(log.regels))])


def _kort_af_midden_in(toeval: random.Random, log: Log) -> Log:
    inhoud = log.tekst()[: toeval.randrange(len(log.tekst()))]
    return replace(log, regels=[regel + b"\n" for regel in inhoud.split(b"\n")[:-1]] + _rest(inhoud))


def _andere_sleutel(toeval: random.Random, log: Log) -> Log:
    return _hertekend(log, log.regels, toeval.randbytes(32))


def _herschreven(toeval: random.Random, log: Log) -> Log:
    """The log's own keeper takes back leaves and signs all heads anew: only who kept a head sees it."""
    regels = log.regels[:]
    plek = toeval.randrange(len(regels))
    regels[plek] = f'{{"hash":"{toeval.randbytes(32).hex()}"}}\n'.encode()
    return _hertekend(log, regels, log.geheim)


def _oud_hoofd(toeval: random.Random, log: Log) -> Log:
    """Everything as it was at an earlier head: leaves that the verifier has seen signed are gone."""
    groottes = sorted({int(naam.partition("-")[0]) for naam in log.hoofden})
    grootte = toeval.choice(groottes[:-1] or [0])
    hoofden = {naam: inhoud for naam, inhoud in log.hoofden.items() if int(naam.partition("-")[0]) <= grootte}
    return replace(log, regels=log.regels[:grootte], hoofden=hoofden)


def _hoofd_geraakt(toeval: random.Random, log: Log) -> Log:
    naam = toeval.choice(sorted(log.hoofden))
    return replace(log, hoofden=log.hoofden | {naam: _andere_byte(toeval, log.hoofden[naam])})


def _hoofd_hernoemd(toeval: random.Random, log: Log) -> Log:
    naam = toeval.choice(sorted(log.hoofden))
    hoofden = {n: inhoud for n, inhoud in log.hoofden.items() if n != naam}
    return replace(log, hoofden=hoofden | {f"{toeval.randrange(10**6, 10**7)}-2027-01-01.txt": log.hoofden[naam]})


def _laatste_hoofd_weg(toeval: random.Random, log: Log) -> Log:
    groot = log.laatste()[0].partition("-")[0]
    return replace(log, hoofden={n: i for n, i in log.hoofden.items() if n.partition("-")[0] != groot})


def _telt_dubbel(toeval: random.Random, log: Log) -> Log:
    """One more counts, signed by the log's own keeper, with the id of a leaf that is there."""
    telt = [regel for regel in log.regels if b'"soort":"telt"' in regel]
    if not telt:
        return _wis(toeval, log)
    return _hertekend(log, [*log.regels, toeval.choice(telt)], log.geheim)


def _teller_gelogen(toeval: random.Random, log: Log) -> Log:
    """An outcome says one more than the log counts; its keeper signs that."""
    kan = [
        plek for plek, regel in enumerate(log.regels) if b'"soort":"uitslag"' in regel and b'"teller":null' not in regel
    ]
    uitslagen = [(plek, json.loads(log.regels[plek])) for plek in kan]
    uitslagen = [(plek, data) for plek, data in uitslagen if data["blad"]["met_staf"]]
    if not uitslagen:
        return _verwissel(toeval, log) if len(set(log.regels)) > 2 else _wis(toeval, log)
    plek, data = toeval.choice(uitslagen)
    stand = toeval.choice(data["blad"]["met_staf"])
    stand["teller"] = stand["ondergrens"] = stand["teller"] + 1
    regels = log.regels[:]
    regels[plek] = f"{canoniek(data)}\n".encode()
    return _hertekend(log, regels, log.geheim)


def _na_afsluiting(toeval: random.Random, log: Log) -> Log:
    """A closed log gets another outcome; its keeper signs that."""
    plekken = [plek for plek, regel in enumerate(log.regels) if b'"waarvoor":"afsluiting"' in regel]
    if not plekken:
        return _telt_dubbel(toeval, log)
    data = json.loads(log.regels[plekken[0]])
    data["blad"] |= {"waarvoor": toeval.choice(("rapport", "afsluiting")), "id": een_id(toeval)}
    plek = toeval.randrange(plekken[0] + 1, len(log.regels) + 1)
    return _hertekend(log, [*log.regels[:plek], f"{canoniek(data)}\n".encode(), *log.regels[plek:]], log.geheim)


SCHADE: tuple[Callable[[random.Random, Log], Log], ...] = (
    *(_flip, _wis, _voeg_in, _verwissel, _kort_af, _kort_af_midden_in, _andere_sleutel, _herschreven, _oud_hoofd),
    *(_hoofd_geraakt, _hoofd_hernoemd, _laatste_hoofd_weg, _telt_dubbel, _teller_gelogen, _na_afsluiting),
)
"""Ways to spoil a log. Who holds its key and its last head must find each of them."""
