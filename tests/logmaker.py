"""Random logs as they are published, made with the rules alone, and ways to spoil them: what the verifiers are for."""

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from hashlib import sha256
from typing import Any

from bot.rules.canoniek import canoniek
from bot.rules.ijkpunt import Ijkpunt, publiek, teken
from bot.rules.merkle import Groei, blad_hash
from bot.rules.wegen import Aandeel, Telling, weeg_aandeel

Bestanden = dict[str, bytes]
_TEKENS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_GETALLEN = ("teller", "ondergrens", "bovengrens", "noemer", "noemer_laag", "nodig")


@dataclass(frozen=True)
class Log:
    """A log as it is published.

    Args:
        regels: its lines with their ends.
        hoofden: name and contents of each head.
        sleutel: contents of sleutel.pub.
        geheim: the key that signs.
    """

    naam: str
    regels: list[bytes]
    hoofden: Bestanden
    sleutel: bytes
    geheim: bytes

    def tekst(self) -> bytes:
        return b"".join(self.regels)

    def laatste(self) -> tuple[str, bytes]:
        return max(self.hoofden.items(), key=lambda hoofd: int(hoofd[0].partition("-")[0]))


def een_id(toeval: random.Random) -> str:
    return "".join(toeval.choices(_TEKENS, k=22))


def maak_log(toeval: random.Random, bladen: int) -> Log:
    """Return a good log of about so many leaves, with heads along the way."""
    return _Maker(toeval).maak(bladen)


class _Maker:
    def __init__(self, toeval: random.Random) -> None:
        self.toeval, self.naam, self.geheim = toeval, een_id(toeval), toeval.randbytes(32)
        self.versies: list[dict[str, Any]] = []
        self.tellers: Counter[tuple[int, str]] = Counter()
        self.ooit: set[tuple[int, str]] = set()
        self.boom, self.regels, self.hoofden = Groei(), [], {}  # type: Groei, list[bytes], Bestanden
        self.dag, self.afgesloten = date(2027, 1, 1), False

    def maak(self, bladen: int) -> Log:
        if self.toeval.random() < 0.2:
            self.teken()
        for _ in range(bladen):
            stappen = (self.daad, self.telt, self.vervalt, self.uitslag, self.regel)
            (stap,) = self.toeval.choices(stappen, (10, 10, 2, 1, 1))
            (self.daad if self.afgesloten and stap in stappen[3:] else stap)()
            if self.toeval.random() < 0.1:
                self.teken()
        self.teken()
        sleutel = f"{publiek(self.naam, self.geheim).tekst()}\n".encode()
        return Log(self.naam, self.regels, self.hoofden, sleutel, self.geheim)

    def teken(self) -> None:
        self.dag += timedelta(days=self.toeval.randrange(3))
        hoofd = Ijkpunt(self.naam, self.boom.grootte, self.boom.wortel(), self.dag)
        self.hoofden[f"{hoofd.grootte}-{hoofd.dag.isoformat()}.txt"] = teken(hoofd, self.geheim).encode()

    def daad(self) -> None:
        hash_ = blad_hash(self.toeval.randbytes(50))
        self.boom.voeg_toe(hash_)
        self.regels.append(f'{{"hash":"{hash_.hex()}"}}\n'.encode())

    def openbaar(self, soort: str, **inhoud: Any) -> str:
        id_ = een_id(self.toeval)
        blad = canoniek({"versie": 2, "log": self.naam, "id": id_, "soort": soort, **inhoud})
        self.boom.voeg_toe(blad_hash(blad.encode()))
        self.regels.append(f'{{"blad":{blad}}}\n'.encode())
        return id_

    def regel(self) -> None:
        toeval, nummer = self.toeval, len(self.versies) + 1
        soorten = toeval.sample(["gehoord", "informatie", "kaders"], toeval.randrange(1, 4))
        delen: list[dict[str, Any]] = [{"soort": soort} for soort in soorten]
        for deel in delen:
            if deel["soort"] != "kaders":
                noemer = toeval.randrange(1, 6)
                breuk = Fraction(toeval.randrange(1, noemer + 1), noemer)
                deel["aandeel"] = f"{breuk.numerator}/{breuk.denominator}"
                deel["operator"] = toeval.choice((">", ">="))
        telt = {soort: ["gesprek", f"é{soort}"] for soort in soorten if soort != "kaders"}
        regels: dict[str, Any] = {"versie": nummer, "eenheid": toeval.choice(("bewoners", "huishoudens", "eigenaren"))}
        regels |= {"drempels": delen, "aantal": toeval.choice((0, 40)), "naam": "Spelregels “één”\n"}
        versie = {"regels": regels, "telt": telt, "hash": sha256(canoniek(regels).encode()).hexdigest()}
        self.versies.append(versie)
        self.openbaar("spelregels", spelregels=nummer, **versie, **toeval.choice(({}, {"reden": "beter"})))

    def telt(self) -> None:
        kan = [(nr, drempel) for nr, versie in enumerate(self.versies, 1) for drempel in versie["telt"]]
        if not kan:
            return self.daad()
        for _ in range(self.toeval.randrange(1, 12)):
            wat = nr, drempel = self.toeval.choice(kan)
            eenheid = self.versies[nr - 1]["regels"]["eenheid"]
            self.openbaar("telt", spelregels=nr, drempel=drempel, eenheid=eenheid)
            self.tellers[wat] += 1
            self.ooit.add(wat)
        return None

    def vervalt(self) -> None:
        if tellend := [wat for wat, n in self.tellers.items() if n]:
            wat = nr, drempel = self.toeval.choice(tellend)
            eenheid = self.versies[nr - 1]["regels"]["eenheid"]
            self.openbaar("telt_vervalt", spelregels=nr, drempel=drempel, eenheid=eenheid)
            self.tellers[wat] -= 1

    def uitslag(self) -> None:
        nummer = len(self.versies)
        leeg: dict[str, Any] = {"regels": {"drempels": []}, "hash": "0" * 64}
        versie = self.versies[-1] if self.versies else leeg
        lijsten = {
            naam: [self._stand(deel, nummer, met_staf=naam == "met_staf") for deel in versie["regels"]["drempels"]]
            for naam in ("met_staf", "zonder_staf")
        }
        self.afgesloten = nummer > 0 and self.toeval.random() < 0.1
        vast = {"dag": self.dag.isoformat(), "commitment": self.toeval.randbytes(32).hex()}
        vast["waarvoor"] = "afsluiting" if self.afgesloten else "rapport"
        self.openbaar("uitslag", spelregels=nummer, hash=versie["hash"], **lijsten, **vast)

    def _stand(self, deel: dict[str, Any], nummer: int, *, met_staf: bool) -> dict[str, Any]:
        toeval, soort = self.toeval, deel["soort"]
        if soort == "kaders":
            leeg = dict.fromkeys(_GETALLEN)
            return {"soort": soort, "verdict": "onbeslist", "operator": ">=", "drempel": "1/1", "delen": [], **leeg}
        teller = self.tellers[nummer, soort]
        laag = toeval.randrange(0, 60)
        aantallen = (teller if met_staf else toeval.randrange(teller + 1), laag, laag + toeval.randrange(20))
        telling = Telling(aantallen[0], aantallen[0] + toeval.randrange(9), *aantallen[1:])
        gewogen = weeg_aandeel(soort, Aandeel(Fraction(deel["aandeel"]), deel["operator"]), telling)
        toon = (nummer, soort) in self.ooit and (met_staf or toeval.random() < 0.7)
        zegt = {naam: getattr(gewogen, naam) for naam in ("soort", "verdict", "operator", "drempel")}
        return zegt | {naam: getattr(gewogen, naam) if toon else None for naam in _GETALLEN} | {"delen": []}


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
