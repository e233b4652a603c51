"""Checking a log as it was published: its lines, its roots, and what public leaves say of those before. Pure.

What must hold stands in docs/bewijs.md; the names of errors are those of its table. Not here: reading files, and what
only the auditor sees (bot.rules.openingcontrole).
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Any, NoReturn

from bot.rules.canoniek import lees_canoniek
from bot.rules.ijkpunt import Ijkpunt, OngeldigIjkpunt, Sleutel, lees
from bot.rules.loting import is_loting
from bot.rules.merkle import Groei, blad_hash
from bot.rules.uitslagcontrole import Versie, controleer_uitslag, lees_versie

_HASHREGEL = re.compile(rb'\{"hash":"([0-9a-f]{64})"\}')
_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_HEX = re.compile(r"[0-9a-f]{64}")
_WOORD = re.compile("[a-z_]{1,40}")
_ALTIJD = {"versie", "log", "id", "soort"}
_SLEUTELS = {
    "telt": {"spelregels", "drempel", "eenheid"},
    "telt_vervalt": {"spelregels", "drempel", "eenheid"},
    "uitslag": {"spelregels", "hash", "waarvoor", "dag", "met_staf", "zonder_staf", "commitment"},
    "spelregels": {"spelregels", "regels", "hash", "telt"},
    "loting": {"dag", "zetel", "kandidaten"},
}
_WAARVOOR = ("rapport", "afsluiting")
_VERSIE = 2


class Onjuist(Exception):  # noqa: N818 (named as what it is)
    """Something in a log is wrong.

    Args:
        fout: which of the errors in docs/bewijs.md.
        uitleg: what is wrong and where, in Dutch.
    """

    def __init__(self, fout: str, uitleg: str) -> None:
        super().__init__(f"{fout}: {uitleg}")
        self.fout = fout


class Logcontrole:
    """Takes the lines of a log one by one, and raises `Onjuist` at the first thing that is wrong.

    Args:
        log: id of the log, the name of its key.
        hoofden: its signed heads.
        bewaard: heads that the verifier held already, also signed.
        met_hashes: remember the hash of each leaf, 32 bytes each, for the openings.

    Raises:
        Onjuist: there is no head, or their days go back.
    """

    def __init__(
        self, log: str, hoofden: Iterable[Ijkpunt], bewaard: Iterable[Ijkpunt] = (), *, met_hashes: bool = False
    ) -> None:
        op_volgorde = sorted(hoofden, key=lambda hoofd: (hoofd.grootte, hoofd.dag))
        if not op_volgorde:
            raise Onjuist("ijkpunt", "er is geen enkel ijkpunt")
        for eerder, later in pairwise(op_volgorde):
            if later.dag < eerder.dag:
                raise Onjuist(
                    "ijkpunt", f"{later.grootte}-{later.dag}.txt is groter maar ouder dan dat van {eerder.dag}"
                )
        self.log = log
        self.hoofden, self.laatste = op_volgorde, op_volgorde[-1]
        self.versies: dict[int, Versie] = {}
        self.plek_versies: list[int] = []
        self.geteld: dict[str, tuple[int, str]] = {}
        self.tellers: Counter[tuple[int, str]] = Counter()
        self.uitslagen: dict[int, dict[str, Any]] = {}
        self.lotingen: dict[int, dict[str, Any]] = {}
        self.afsluiting: dict[str, Any] | None = None
        self.hashes = bytearray() if met_hashes else None
        self.openbaar: set[int] = set()
        self._ooit: Counter[tuple[int, str]] = Counter()
        self._ids: set[str] = set()
        self._boom = Groei()
        self._hoogste = max(hoofd.grootte for hoofd in (*op_volgorde, *bewaard))
        self._wortels: dict[int, set[bytes]] = {}
        for hoofd in (*op_volgorde, *bewaard):
            self._wortels.setdefault(hoofd.grootte, set()).add(hoofd.wortel)
        self._kijk_naar_wortel()

    @property
    def grootte(self) -> int:
        """How many leaves were taken."""
        return self._boom.grootte

    def neem(self, regel: bytes) -> None:
        """Take the next line, with its end."""
        if gevonden := _HASHREGEL.fullmatch(regel[:-1]) if regel[-1:] == b"\n" else None:
            hash_ = bytes.fromhex(gevonden[1].decode())
        else:
            hash_ = blad_hash(self._openbaar_blad(regel))
        if self.hashes is not None:
            self.hashes += hash_
        self._boom.voeg_toe(hash_)
        if self._boom.grootte in self._wortels:
            self._kijk_naar_wortel()

    def einde(self) -> None:
        """Say that these were all lines."""
        if self.grootte < self._hoogste:
            raise Onjuist("einde", f"er zijn {self.grootte} bladen; een ijkpunt is over {self._hoogste}")
        if self.grootte > self.laatste.grootte:
            raise Onjuist("einde", f"na blad {self.laatste.grootte - 1} staan bladen zonder ijkpunt")

    def _kijk_naar_wortel(self) -> None:
        wortels = self._wortels.get(self._boom.grootte)
        if wortels is not None and wortels != {self._boom.wortel()}:
            raise Onjuist("wortel", f"de eerste {self._boom.grootte} bladen zijn niet die van het ijkpunt")

    def _openbaar_blad(self, regel: bytes) -> bytes:
        data = lees_canoniek(regel[:-1]) if regel.endswith(b"\n") else None
        blad = data.get("blad") if isinstance(data, dict) and data.keys() == {"blad"} else None
        if not isinstance(blad, dict):
            raise Onjuist("regel", f"regel {self.grootte + 1} is geen blad, of niet precies zo geschreven")
        self._neem_blad(blad)
        self.openbaar.add(self.grootte)
        return regel[len(b'{"blad":') : -len(b"}\n")]

    def _neem_blad(self, blad: dict[str, Any]) -> None:
        soort = blad["soort"] if isinstance(blad.get("soort"), str) else ""
        moet = _SLEUTELS.get(soort)
        if moet is None:
            self._fout("blad", "een onbekende soort")
        velden = blad.keys() - _ALTIJD
        if not blad.keys() >= _ALTIJD or (not moet <= velden if soort == "spelregels" else moet != velden):
            self._fout("blad", "er ontbreekt een veld, of er is er een te veel")
        if type(blad["versie"]) is not int or blad["versie"] != _VERSIE or blad["log"] != self.log:
            self._fout("blad", "het is niet van dit log")
        if not _is(blad["id"], _ID) or blad["id"] in self._ids:
            self._fout("blad", "zijn id is er al, of is geen id")
        self._ids.add(blad["id"])
        neem = {"telt": self._telt, "telt_vervalt": self._vervalt, "uitslag": self._uitslag, "spelregels": self._regels}
        neem["loting"] = self._loting
        neem[soort](blad)

    def _regels(self, blad: dict[str, Any]) -> None:
        if type(blad["spelregels"]) is not int or not isinstance(blad["regels"], dict) or not _is(blad["hash"], _HEX):
            self._fout("blad", "geen spelregels zoals ze horen")
        versie = lees_versie(blad)
        if isinstance(versie, str):
            self._fout("telling", versie)
        if self.afsluiting is not None:
            self._fout("telling", "na de afsluiting komen er geen spelregels meer")
        if blad["spelregels"] != len(self.versies) + 1:
            self._fout("telling", f"versie {blad['spelregels']} van de spelregels komt niet na {len(self.versies)}")
        self.versies[blad["spelregels"]] = versie
        self.plek_versies.append(self.grootte)

    def _telt(self, blad: dict[str, Any]) -> None:
        wat = self.geteld[blad["id"]] = self._wat(blad)
        self.tellers[wat] += 1
        self._ooit[wat] += 1

    def _vervalt(self, blad: dict[str, Any]) -> None:
        wat = self._wat(blad)
        if not self.tellers[wat]:
            self._fout("telling", "het laat vervallen wat er niet was")
        self.tellers[wat] -= 1

    def _wat(self, blad: dict[str, Any]) -> tuple[int, str]:
        nummer, drempel = blad["spelregels"], blad["drempel"]
        if type(nummer) is not int or not isinstance(drempel, str) or not isinstance(blad["eenheid"], str):
            self._fout("blad", "geen telt-blad zoals het hoort")
        versie = self.versies.get(nummer)
        if versie is None or drempel not in versie.telt or blad["eenheid"] != versie.eenheid:
            self._fout("telling", "zo telt er niemand volgens de spelregels ervoor")
        return nummer, drempel

    def _uitslag(self, blad: dict[str, Any]) -> None:
        nummer = blad["spelregels"]
        vast = type(nummer) is int and nummer >= 0 and blad["waarvoor"] in _WAARVOOR
        if not vast or not is_dag(blad["dag"]) or not _is(blad["hash"], _HEX) or not _is(blad["commitment"], _HEX):
            self._fout("blad", "geen uitslag zoals hij hoort")
        tellers = {drempel: n for (versie, drempel), n in self.tellers.items() if versie == nummer}
        ooit = {drempel for versie, drempel in self._ooit if versie == nummer}
        bezwaar = controleer_uitslag(blad, self.versies, tellers, ooit)
        if bezwaar is not None:
            self._fout(*bezwaar)
        if self.afsluiting is not None:
            self._fout("uitslag", "na de afsluiting komt er geen uitslag meer")
        if blad["waarvoor"] == "afsluiting" and nummer == 0:
            self._fout("uitslag", "zonder spelregels valt er niets af te sluiten")
        self.afsluiting = blad if blad["waarvoor"] == "afsluiting" else None
        self.uitslagen[self.grootte] = blad

    def _loting(self, blad: dict[str, Any]) -> None:
        if not is_dag(blad["dag"]) or not is_loting(blad["zetel"], blad["kandidaten"]):
            self._fout("blad", "geen loting zoals zij hoort")
        self.lotingen[self.grootte] = blad

    def _fout(self, fout: str, uitleg: str) -> NoReturn:
        raise Onjuist(fout, f"blad {self.grootte}: {uitleg}")


def controleer(
    regels: Iterable[bytes],
    hoofden: Iterable[tuple[str, bytes]],
    sleutel: bytes,
    bewaard: Iterable[tuple[str, bytes]] = (),
    *,
    met_hashes: bool = False,
) -> Logcontrole:
    """Check a whole log, in the order of docs/bewijs.md.

    Args:
        regels: the lines of bewijs.jsonl with their ends.
        hoofden: name and contents of each file with a head.
        sleutel: contents of sleutel.pub.
        bewaard: heads that the verifier held already; their names are only told.

    Raises:
        Onjuist: the first thing that is wrong.
    """
    publiek = lees_sleutel(sleutel)
    gelezen = []
    for naam, inhoud in sorted(hoofden):
        hoofd = lees_hoofd(naam, inhoud, publiek)
        if naam != f"{hoofd.grootte}-{hoofd.dag.isoformat()}.txt":
            raise Onjuist("ijkpunt", f"{naam} heet anders dan erin staat")
        gelezen.append(hoofd)
    eerder = [lees_hoofd(naam, inhoud, publiek) for naam, inhoud in bewaard]
    log = Logcontrole(publiek.naam, gelezen, eerder, met_hashes=met_hashes)
    for regel in regels:
        log.neem(regel)
    log.einde()
    return log


def lees_sleutel(inhoud: bytes) -> Sleutel:
    """Return the key in a file.

    Raises:
        Onjuist: it is none.
    """
    try:
        tekst = inhoud.decode("ascii")
        sleutel = Sleutel.lees(tekst)
    except (UnicodeDecodeError, OngeldigIjkpunt):
        raise Onjuist("sleutel", "dit is geen sleutel van een log") from None
    if f"{sleutel.tekst()}\n" != tekst or not _is(sleutel.naam, _ID):
        raise Onjuist("sleutel", "dit is geen sleutel van een log")
    return sleutel


def lees_hoofd(naam: str, inhoud: bytes, sleutel: Sleutel) -> Ijkpunt:
    """Return the head in a file.

    Raises:
        Onjuist: it is none of this log, or the key did not sign it.
    """
    try:
        return lees(inhoud.decode(), sleutel)
    except (UnicodeDecodeError, OngeldigIjkpunt):
        raise Onjuist("ijkpunt", f"{naam} is geen ijkpunt van dit log dat met deze sleutel is getekend") from None


def _is(waarde: Any, vorm: re.Pattern[str]) -> bool:
    return isinstance(waarde, str) and vorm.fullmatch(waarde) is not None


def is_woord(waarde: Any) -> bool:
    """Say whether this is a word of ours, which can be printed as it is."""
    return _is(waarde, _WOORD)


def is_dag(waarde: Any) -> bool:
    """Say whether this is a day, such as 2027-01-31."""
    try:
        return isinstance(waarde, str) and date.fromisoformat(waarde).isoformat() == waarde
    except ValueError:
        return False
