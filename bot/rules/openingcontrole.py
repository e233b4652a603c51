"""Checking what only the auditor reads: that it opens the leaves of a log, and that who counts follows from it. Pure.

The numbered steps are those of docs/bewijs.md; steps 1 to 4 are here, who counts (5 to 8) in bot.rules.telcontrole.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from bot.rules.bijdragecontrole import opent
from bot.rules.canoniek import canoniek
from bot.rules.logcontrole import Logcontrole, Onjuist, lees_canoniek
from bot.rules.merkle import blad_hash

_HEX = re.compile("[0-9a-f]{64}")
_VELDEN = {
    "opening": {"nummer", "blad", "sleutel", "record", "vertrokken"},
    "huishouden": {"id", "volwassenen", "eigendom", "woningtype", "straat"},
    "bewoner": {"id", "huishouden", "stoel", "sinds", "tot", "gewist", "leeftijd"},
    "telt": {"id", "huishouden", "bewoner", "zelf"},
    "uitslag": {"nummer", "sleutel", "record"},
}
_ZELFDE = ("versie", "id", "soort", "vervalt")
_HASH = 32


@dataclass(frozen=True)
class Huishouden:
    """An address, by its random id."""

    volwassenen: int | None
    eigendom: str | None


@dataclass(frozen=True)
class Bewoner:
    """A seat of an address."""

    huishouden: str
    stoel: int
    tot: str | None
    gewist: bool


@dataclass(frozen=True)
class Bewijs:
    """Evidence about one resident."""

    id: str
    soort: str
    onderwerp: str
    bewoner: str
    versie: int
    zelf: bool


@dataclass(frozen=True)
class Telregel:
    """Whom a leaf counts."""

    id: str
    huishouden: str
    bewoner: str | None
    zelf: bool


@dataclass
class Openingen:
    """What the openings say, line by line, and whether they open the log.

    Args:
        log: that was checked, with its hashes.
    """

    log: Logcontrole
    huishoudens: dict[str, Huishouden] = field(default_factory=dict)
    bewoners: dict[str, Bewoner] = field(default_factory=dict)
    bewijs: list[Bewijs] = field(default_factory=list)
    telt: list[Telregel] = field(default_factory=list)
    geopend: set[int] = field(default_factory=set)
    _gecorrigeerd: set[str] = field(default_factory=set)
    _ids: set[str] = field(default_factory=set)

    def neem(self, regels: Iterable[bytes]) -> None:
        """Take all lines.

        Raises:
            Onjuist: the first thing that is wrong.
        """
        for nr, regel in enumerate(regels, 1):
            data = lees_canoniek(regel[:-1]) if regel.endswith(b"\n") else None
            soort, inhoud = next(iter(data.items())) if isinstance(data, dict) and len(data) == 1 else ("", None)
            if soort not in _VELDEN or not isinstance(inhoud, dict) or not _VELDEN[soort] <= inhoud.keys():
                raise Onjuist("opening", f"regel {nr} van de openingen heeft niet zijn vorm")
            try:
                getattr(self, f"_neem_{soort}")(inhoud)
            except (KeyError, TypeError, ValueError, AttributeError):
                raise Onjuist("opening", f"regel {nr} van de openingen heeft niet zijn vorm") from None
        self._sluit()

    def _neem_opening(self, inhoud: dict[str, Any]) -> None:
        nummer, blad, record = inhoud["nummer"], inhoud["blad"], inhoud["record"]
        hashes = self.log.hashes or b""
        if not 0 <= nummer < self.log.grootte or nummer in self.geopend or nummer in self.log.openbaar:
            _fout("opening", nummer, "het log heeft dit blad niet, of het is al geopend")
        self.geopend.add(nummer)
        if blad_hash(canoniek(blad).encode()) != hashes[nummer * _HASH : (nummer + 1) * _HASH]:
            _fout("opening", nummer, "dit is niet het blad waarvan de hash in het log staat")
        if not _HEX.fullmatch(inhoud["sleutel"]) or not opent(inhoud["sleutel"], canoniek(record), blad["commitment"]):
            _fout("opening", nummer, "het record hoort niet bij dit blad")
        if blad["log"] != self.log.log or any(blad[naam] != record[naam] for naam in _ZELFDE):
            _fout("opening", nummer, "record en blad zeggen iets anders, of het is van een ander log")
        oud = blad["corrigeert"]
        if blad["id"] in self._ids or (oud is not None and (oud == blad["id"] or oud in self._gecorrigeerd)):
            _fout("opening", nummer, "zijn id is er al, of het verbetert wat al verbeterd was")
        self._ids.add(blad["id"])
        if oud is not None:
            self._gecorrigeerd.add(oud)
        if not blad["vervalt"] and "bewoner" in record:
            zelf = record["vastlegger"] is None
            self.bewijs.append(
                Bewijs(blad["id"], blad["soort"], record["onderwerp"], record["bewoner"], blad["spelregels"], zelf)
            )

    def _neem_huishouden(self, inhoud: dict[str, Any]) -> None:
        if inhoud["id"] in self.huishoudens:
            raise Onjuist("lijst", f"huishouden {inhoud['id']} staat er twee keer")
        self.huishoudens[inhoud["id"]] = Huishouden(inhoud["volwassenen"], inhoud["eigendom"])

    def _neem_bewoner(self, inhoud: dict[str, Any]) -> None:
        if inhoud["id"] in self.bewoners:
            raise Onjuist("lijst", f"bewoner {inhoud['id']} staat er twee keer")
        velden = (inhoud[naam] for naam in ("huishouden", "stoel", "tot", "gewist"))
        self.bewoners[inhoud["id"]] = Bewoner(*velden)

    def _neem_telt(self, inhoud: dict[str, Any]) -> None:
        self.telt.append(Telregel(*(inhoud[naam] for naam in ("id", "huishouden", "bewoner", "zelf"))))

    def _neem_uitslag(self, inhoud: dict[str, Any]) -> None:
        nummer = inhoud["nummer"]
        blad = self.log.uitslagen.get(nummer)
        if blad is None or not _HEX.fullmatch(inhoud["sleutel"]):
            _fout("opening", nummer, "hier staat geen uitslag in het log")
        if not opent(inhoud["sleutel"], canoniek(inhoud["record"]), blad["commitment"]):
            _fout("opening", nummer, "dit is niet het verslag van deze uitslag")

    def _sluit(self) -> None:
        """Keep the evidence that holds, and see that every id is known and nothing is there twice."""
        self.bewijs = [deel for deel in self.bewijs if deel.id not in self._gecorrigeerd]
        bezet: set[tuple[str, int]] = set()
        for id_, bewoner in self.bewoners.items():
            plek = bewoner.huishouden, bewoner.stoel
            if bewoner.huishouden not in self.huishoudens or (bewoner.tot is None and plek in bezet):
                raise Onjuist("lijst", f"bewoner {id_} heeft geen eigen plek op een adres")
            if bewoner.tot is None:
                bezet.add(plek)
        gezien: set[tuple[str, str, str]] = set()
        for deel in self.bewijs:
            wat = deel.bewoner, deel.soort, deel.onderwerp
            if deel.bewoner not in self.bewoners:
                raise Onjuist("lijst", f"bewoner {deel.bewoner} staat niet op de lijst")
            if wat in gezien:
                raise Onjuist("dubbel", f"bewoner {deel.bewoner} staat twee keer bij {deel.soort} {deel.onderwerp}")
            gezien.add(wat)


def _fout(fout: str, nummer: Any, uitleg: str) -> NoReturn:
    raise Onjuist(fout, f"opening van blad {nummer}: {uitleg}")
