"""Checking what only the auditor reads: that it opens the leaves of a log, and that who counts follows from it. Pure.

The numbered steps are those of docs/bewijs.md; steps 1 to 4 are here, who counts (5 to 8) in bot.rules.telcontrole,
the last outcome (9 and 10) in bot.rules.standcontrole and spiegelcontrole.
A million acts fit in memory: of each is kept what those steps need, and a text that returns is kept once.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from bot.rules.bijdragecontrole import opent
from bot.rules.canoniek import lees_canoniek, schrijf
from bot.rules.logcontrole import Logcontrole, Onjuist
from bot.rules.merkle import blad_hash
from bot.rules.openingvorm import heeft_vorm
from bot.rules.verslagcontrole import bezwaar_tegen

_ZELFDE = ("versie", "id", "soort", "vervalt")
_VERSIES = (2, 3)
_HASH = 32


@dataclass(frozen=True, slots=True)
class Huishouden:
    """An address, by its random id."""

    volwassenen: int | None
    eigendom: str | None
    woningtype: str | None
    buurtdeel: str | None


@dataclass(frozen=True, slots=True)
class Bewoner:
    """A seat of an address."""

    huishouden: str
    stoel: int
    tot: str | None
    gewist: bool
    leeftijd: str | None


@dataclass(frozen=True, slots=True)
class Bewijs:
    """Evidence about one resident.

    Args:
        methode, door: how it was recorded, and in which role.
    """

    id: str
    soort: str
    onderwerp: str
    bewoner: str
    versie: int
    vastlegger: str | None
    methode: str
    door: str

    @property
    def zelf(self) -> bool:
        """Say whether no staff recorded it."""
        return self.vastlegger is None


@dataclass(frozen=True, slots=True)
class Naamloos:
    """Evidence about so many unnamed people of a household, or (None) heads in a room.

    Args:
        vertrokken: they moved since.
    """

    id: str
    soort: str
    onderwerp: str
    huishouden: str | None
    aantal: int
    versie: int
    zelf: bool
    vertrokken: bool


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
        geopend: per leaf whether it was opened.
        toen: the evidence that held at the last outcome; `naamloos`: of that, what is about unnamed people.
        uitslag: the whole record of that outcome; None: there is none.
    """

    log: Logcontrole
    huishoudens: dict[str, Huishouden] = field(default_factory=dict)
    bewoners: dict[str, Bewoner] = field(default_factory=dict)
    bewijs: list[Bewijs] = field(default_factory=list)
    telt: list[Telregel] = field(default_factory=list)
    toen: list[Bewijs] = field(default_factory=list)
    naamloos: list[Naamloos] = field(default_factory=list)
    uitslag: dict[str, Any] | None = None
    geopend: bytearray = field(init=False)
    _genoemd: set[str] = field(default_factory=set)
    _gecorrigeerd: set[str] = field(default_factory=set)
    _toen_gecorrigeerd: set[str] = field(default_factory=set)
    _ids: set[str] = field(default_factory=set)
    _teksten: dict[str | None, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.geopend = bytearray(self.log.grootte)
        self._versies = sorted(self.log.plek_versies)
        self._laatste = max(self.log.uitslagen, default=0)

    @property
    def dicht(self) -> int:
        """How many acts have no opening: of people who were erased."""
        return self.log.grootte - len(self.log.openbaar) - self.geopend.count(1)

    def neem(self, regels: Iterable[bytes]) -> None:
        """Take all lines.

        Raises:
            Onjuist: the first thing that is wrong.
        """
        for nr, regel in enumerate(regels, 1):
            data = lees_canoniek(regel[:-1]) if regel.endswith(b"\n") else None
            soort, inhoud = next(iter(data.items())) if isinstance(data, dict) and len(data) == 1 else ("", None)
            if not heeft_vorm(soort, inhoud):
                raise Onjuist("opening", f"regel {nr} van de openingen heeft niet zijn vorm")
            getattr(self, f"_neem_{soort}")(inhoud)
        self._sluit()

    def _neem_opening(self, inhoud: dict[str, Any]) -> None:
        nummer, blad, record = inhoud["nummer"], inhoud["blad"], inhoud["record"]
        hashes = self.log.hashes or b""
        if nummer >= self.log.grootte or self.geopend[nummer] or nummer in self.log.openbaar:
            _fout("opening", nummer, "het log heeft dit blad niet, of het is al geopend")
        self.geopend[nummer] = 1
        if blad_hash(schrijf(blad).encode()) != hashes[nummer * _HASH : (nummer + 1) * _HASH]:
            _fout("opening", nummer, "dit is niet het blad waarvan de hash in het log staat")
        if not opent(inhoud["sleutel"], schrijf(record), blad["commitment"]):
            _fout("opening", nummer, "het record hoort niet bij dit blad")
        if blad["log"] != self.log.log or any(blad[naam] != record[naam] for naam in _ZELFDE):
            _fout("opening", nummer, "record en blad zeggen iets anders, of het is van een ander log")
        if (tweede := record.get("bevestigd")) is not None and record["vastlegger"] in (None, tweede):
            _fout("opening", nummer, "wie het bevestigde is geen tweede persoon")
        if blad["versie"] not in _VERSIES or blad["spelregels"] > bisect_left(self._versies, nummer):
            _fout("opening", nummer, "het noemt spelregels die er nog niet waren")
        oud = blad["corrigeert"]
        if blad["id"] in self._ids or (oud is not None and (oud == blad["id"] or oud in self._gecorrigeerd)):
            _fout("opening", nummer, "zijn id is er al, of het verbetert wat al verbeterd was")
        self._ids.add(blad["id"])
        if oud is not None:
            self._gecorrigeerd.add(oud)
            if nummer < self._laatste:
                self._toen_gecorrigeerd.add(oud)
        self._neem_bewijs(nummer, blad, record, vertrokken=inhoud["vertrokken"])

    def _neem_bewijs(self, nummer: int, blad: dict[str, Any], record: dict[str, Any], *, vertrokken: bool) -> None:
        if blad["vervalt"] or "bewoner" not in record:
            self._genoemd.add(record.get("bewoner", record.get("huishouden")) or "")
        if blad["vervalt"]:
            return
        wat = blad["id"], self._een(blad["soort"]), self._een(record["onderwerp"])
        door, versie, toen = record["vastlegger"], blad["spelregels"], nummer < self._laatste
        if "bewoner" in record:
            hoe = self._een(door), self._een(blad["methode"]), self._een(blad["door"])
            deel = Bewijs(*wat, self._een(record["bewoner"]), versie, *hoe)
            self.bewijs.append(deel)
            if toen:
                self.toen.append(deel)
        elif toen:
            over = record["huishouden"], record["aantal"]
            self.naamloos.append(Naamloos(*wat, *over, versie, door is None, vertrokken))

    def _een(self, tekst: Any) -> Any:
        return self._teksten.setdefault(tekst, tekst)

    def _neem_huishouden(self, inhoud: dict[str, Any]) -> None:
        if inhoud["id"] in self.huishoudens:
            raise Onjuist("lijst", f"huishouden {inhoud['id']} staat er twee keer")
        kenmerken = (self._een(inhoud[naam]) for naam in ("eigendom", "woningtype", "buurtdeel"))
        self.huishoudens[inhoud["id"]] = Huishouden(inhoud["volwassenen"], *kenmerken)

    def _neem_bewoner(self, inhoud: dict[str, Any]) -> None:
        if inhoud["id"] in self.bewoners:
            raise Onjuist("lijst", f"bewoner {inhoud['id']} staat er twee keer")
        velden = (inhoud[naam] for naam in ("huishouden", "stoel", "tot", "gewist", "leeftijd"))
        self.bewoners[inhoud["id"]] = Bewoner(*velden)

    def _neem_telt(self, inhoud: dict[str, Any]) -> None:
        self.telt.append(Telregel(*(inhoud[naam] for naam in ("id", "huishouden", "bewoner", "zelf"))))

    def _neem_uitslag(self, inhoud: dict[str, Any]) -> None:
        nummer, record = inhoud["nummer"], inhoud["record"]
        blad = self.log.uitslagen.get(nummer)
        if blad is None or self.geopend[nummer]:
            _fout("opening", nummer, "hier staat geen uitslag in het log, of hij is al geopend")
        self.geopend[nummer] = 2
        if not opent(inhoud["sleutel"], schrijf(record), blad["commitment"]):
            _fout("opening", nummer, "dit is niet het verslag van deze uitslag")
        if uitleg := bezwaar_tegen(record, blad, self.log.versies.get(blad["spelregels"])):
            _fout("opening", nummer, uitleg)
        if nummer == self._laatste:
            self.uitslag = record

    def _sluit(self) -> None:
        """Keep the evidence that holds, and see that every id is known and nothing is there twice."""
        if weg := [nummer for nummer in self.log.uitslagen if not self.geopend[nummer]]:
            _fout("opening", min(weg), "het verslag van deze uitslag ontbreekt")
        self.bewijs = [deel for deel in self.bewijs if deel.id not in self._gecorrigeerd]
        self.toen = [deel for deel in self.toen if deel.id not in self._toen_gecorrigeerd]
        self.naamloos = [deel for deel in self.naamloos if deel.id not in self._toen_gecorrigeerd]
        bezet: set[tuple[str, int]] = set()
        for id_, bewoner in self.bewoners.items():
            plek = bewoner.huishouden, bewoner.stoel
            if bewoner.huishouden not in self.huishoudens or (bewoner.tot is None and plek in bezet):
                raise Onjuist("lijst", f"bewoner {id_} heeft geen eigen plek op een adres")
            if bewoner.tot is None:
                bezet.add(plek)
        if onbekend := self._genoemd - self.bewoners.keys() - self.huishoudens.keys() - {""}:
            raise Onjuist("lijst", f"{min(onbekend)} staat niet op de lijst")
        vreemd = {deel.bewoner for deel in (*self.bewijs, *self.toen)} - self.bewoners.keys()
        vreemd |= {deel.huishouden for deel in self.naamloos if deel.huishouden} - self.huishoudens.keys()
        if vreemd:
            raise Onjuist("lijst", f"{min(vreemd)} staat niet op de lijst")
        gezien: set[tuple[str, str, str]] = set()
        for deel in self.bewijs:
            wat = deel.bewoner, deel.soort, deel.onderwerp
            if wat in gezien:
                raise Onjuist("dubbel", f"bewoner {deel.bewoner} staat twee keer bij {deel.soort} {deel.onderwerp}")
            gezien.add(wat)


def _fout(fout: str, nummer: Any, uitleg: str) -> NoReturn:
    raise Onjuist(fout, f"opening van blad {nummer}: {uitleg}")
