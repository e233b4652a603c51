"""Random logs as they are published, made with the rules alone: what the verifiers are for."""

import random
from collections import Counter
from dataclasses import dataclass
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
_ALTIJD = {"gehoord": "stem_besluit", "informatie": "aanwezig_vragen"}
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
            stappen = (self.daad, self.telt, self.vervalt, self.uitslag, self.regel, self.loting)
            (stap,) = self.toeval.choices(stappen, (10, 10, 2, 1, 1, 1))
            (self.daad if self.afgesloten and stap in stappen[3:5] else stap)()
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

    def loting(self) -> None:
        wie = sorted(een_id(self.toeval) for _ in range(self.toeval.randrange(2, 6)))
        self.openbaar("loting", dag=self.dag.isoformat(), zetel=een_id(self.toeval), kandidaten=wie)

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
        ook = toeval.sample(["gesprek", "één"], toeval.randrange(3))
        telt = {soort: sorted([_ALTIJD[soort], *ook]) for soort in soorten if soort != "kaders"}
        regels: dict[str, Any] = {"versie": nummer, "eenheid": toeval.choice(("bewoners", "huishoudens", "eigenaren"))}
        regels |= {"drempels": delen, "aantal": toeval.choice((0, 40)), "telt_ook": ook, "naam": "Spelregels “één”\n"}
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
        leeg: dict[str, Any] = {"regels": {"drempels": [], "aantal": 0}, "hash": "0" * 64}
        versie = self.versies[-1] if self.versies else leeg
        delen = [(deel, *self._noemers(versie["regels"]["aantal"])) for deel in versie["regels"]["drempels"]]
        lijsten = {
            naam: [self._stand(*deel, nummer, met_staf=naam == "met_staf") for deel in delen]
            for naam in ("met_staf", "zonder_staf")
        }
        self.afgesloten = nummer > 0 and self.toeval.random() < 0.1
        vast = {"dag": self.dag.isoformat(), "commitment": self.toeval.randbytes(32).hex()}
        vast["waarvoor"] = "afsluiting" if self.afgesloten else "rapport"
        self.openbaar("uitslag", spelregels=nummer, hash=versie["hash"], **lijsten, **vast)

    def _noemers(self, aantal: int) -> tuple[int, int]:
        laag = self.toeval.randrange(60)
        return (aantal, aantal) if aantal else (laag, laag + self.toeval.randrange(20))

    def _stand(self, deel: dict[str, Any], laag: int, hoog: int, nummer: int, *, met_staf: bool) -> dict[str, Any]:
        toeval, soort = self.toeval, deel["soort"]
        if soort == "kaders":
            leeg = dict.fromkeys(_GETALLEN)
            return {"soort": soort, "verdict": "onbeslist", "operator": ">=", "drempel": "1/1", "delen": [], **leeg}
        teller = self.tellers[nummer, soort]
        teller = teller if met_staf else toeval.randrange(teller + 1)
        telling = Telling(teller, teller + toeval.randrange(9), laag, hoog)
        gewogen = weeg_aandeel(soort, Aandeel(Fraction(deel["aandeel"]), deel["operator"]), telling)
        toon = (nummer, soort) in self.ooit and (met_staf or toeval.random() < 0.7)
        zegt = {naam: getattr(gewogen, naam) for naam in ("soort", "verdict", "operator", "drempel")}
        return zegt | {naam: getattr(gewogen, naam) if toon else None for naam in _GETALLEN} | {"delen": []}
