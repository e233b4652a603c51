"""Participation counts for the export, in parts that each fit a short read. Nobody is named in them.

A part counts one block at a time and says where the next begins, so that the shell can give each block a read
transaction of its own (`bot.exporteren`). Evidence counts up to one cutoff.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules.doelgroep import WIJK, Doelgroep
from bot.rules.drempels import TELBAAR
from bot.rules.kennismaking import KEUZES
from bot.rules.kleine_cellen import KLEINSTE, Cel, cel
from bot.rules.peilingen import METHODEN
from bot.rules.spelregels import Spelregels
from bot.services.bronnen import Vraag, weeg
from bot.services.spelregels import geldend
from bot.storage import doelgroepen, kennismaking, opkomst, spelregels, verhuizingen
from bot.storage import tellingen as opslag

AANWEZIG = ("aanwezig", "aanwezig_vragen")
_NIET_IN_TABEL = ("delen", "noemer_laag")
BLOK = 50
"""So many meetings or polls are counted in one read."""


@dataclass(frozen=True)
class Onderdeel:
    """One thing that was counted.

    Args:
        onderdeel: wijk, drempel, bewijs, bijeenkomst, peiling, optie, werkgroep, kennismaking, kanaal or straat.
        id: publiek_id of a meeting or a poll (for an option: of its poll).
        moment: when the meeting began or the poll closes, ISO in local time.
        metingen: what was counted; a small cell is text.
    """

    onderdeel: str
    naam: str
    metingen: dict[str, Cel]
    id: str | None = None
    moment: str | None = None


@dataclass(frozen=True)
class Tellingen:
    """All participation counts of a wijk at one moment."""

    wijk: str
    gemaakt_op: str
    spelregels: dict[str, Any]
    onderdelen: tuple[Onderdeel, ...]

    def als_json(self) -> dict[str, Any]:
        """Return it as JSON-able data, which `bot.exports.maak` turns into a file."""
        return asdict(replace(self, onderdelen=())) | {"onderdelen": [asdict(deel) for deel in self.onderdelen]}


@dataclass(frozen=True)
class Kader:
    """What all parts of one count share.

    Args:
        naam: of the wijk.
        zone: the wijk's time zone, for the moments.
        na: evidence up to this id counts for no version that was fixed.
        tot: cutoff id of the evidence.
    """

    wijk: int
    naam: str
    spelregels: Spelregels
    now: datetime
    zone: ZoneInfo
    na: int
    tot: int


class Blok(NamedTuple):
    """What one read counted, and after which key the next begins; None: this part is done."""

    onderdelen: list[Onderdeel]
    verder: int | None = None


def begin(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> Kader:
    """Fix of which moment the counts are."""
    return Kader(
        wijk,
        opslag.wijknaam(tx, wijk),
        geldend(tx, wijk),
        now,
        zone,
        spelregels.ingang(tx, wijk),
        opkomst.laatste_bewijs(tx),
    )


def voeg_samen(kader: Kader, onderdelen: list[Onderdeel]) -> Tellingen:
    """Return the counts of all parts as one."""
    regels = {**kader.spelregels.als_json(), "hash": kader.spelregels.hash()}
    return Tellingen(kader.naam, _lokaal(kader, kader.now), regels, tuple(onderdelen))


def _wijk(tx: Connection, kader: Kader, na: int) -> Blok:
    adressen = sum(aantal for _, aantal in opslag.adressen(tx, kader.wijk))
    bewoners = sum(opslag.bewoners(tx, kader.wijk).values())
    return Blok([Onderdeel("wijk", kader.naam, {"adressen": adressen, "bewoners": bewoners})])


def _drempels(tx: Connection, kader: Kader, na: int) -> Blok:
    drempels = kader.spelregels.drempels[na:]
    if not drempels:
        return Blok([])
    drempel = drempels[0]
    met, zonder = (
        weeg(tx, Vraag(kader.wijk, kader.spelregels, drempel, met_staf, kader.na, kader.tot))
        for met_staf in (True, False)
    )
    metingen = {naam: waarde for naam, waarde in asdict(met).items() if naam not in _NIET_IN_TABEL} | {
        "verdict_zonder_team": zonder.verdict,
        "vertrokken": cel(verhuizingen.tel_vertrokken(tx, kader.wijk, kader.spelregels.telt(drempel.soort), kader.na)),
    }
    return Blok([Onderdeel("drempel", metingen.pop("soort"), metingen)], na + 1)


def _bewijs(tx: Connection, kader: Kader, na: int) -> Blok:
    return Blok(
        [
            Onderdeel("bewijs", f"{v.soort}: {v.methode}", {"door_bewoner": cel(v.zelf), "door_team": cel(v.team)})
            for v in opkomst.vastleggingen(tx, kader.wijk, kader.tot)
        ]
    )


def _bijeenkomsten(tx: Connection, kader: Kader, na: int) -> Blok:
    gevonden = opkomst.bijeenkomsten(tx, kader.wijk, AANWEZIG, kader.tot, na, BLOK)
    delen = []
    for b in gevonden:
        aantallen = {f"aangemeld_{antwoord}": b.gemeld[antwoord] for antwoord in ("ja", "misschien", "nee")}
        aantallen |= {"wachtlijst": b.gemeld["wachtlijst"], "aanwezig": b.zelf + b.team}
        metingen = _voor(tx, kader, b.doelgroep, aantallen) | {
            "aanwezig_zelf": cel(b.zelf),
            "aanwezig_door_team": cel(b.team),
            "zonder_naam": cel(b.zonder_naam),
            "gasten_gemeld": cel(b.gemeld["gasten"]),
            "gasten": cel(b.gasten),
            "afgelast": _ja(b.afgelast),
        }
        delen.append(Onderdeel("bijeenkomst", b.titel, metingen, b.publiek_id, _lokaal(kader, b.begin)))
    return Blok(delen, gevonden[-1].id if len(gevonden) == BLOK else None)


def _peilingen(tx: Connection, kader: Kader, na: int) -> Blok:
    gevonden = opslag.peilingen(tx, kader.wijk, na, BLOK)
    delen = []
    for p in gevonden:
        moment = _lokaal(kader, p.gesloten_op or p.sluit_op)
        metingen = _voor(tx, kader, p.doelgroep, {"stemmers": p.stemmers}) | {"ingetrokken": _ja(p.ingetrokken)}
        delen.append(Onderdeel("peiling", p.vraag, metingen, p.publiek_id, moment))
        if p.gesloten_op is None or p.ingetrokken:
            continue
        uitslag = METHODEN[p.methode].tel(opslag.opties(tx, p.id), opslag.biljetten(tx, p.id))
        klein = 0 < uitslag.stemmen < KLEINSTE  # then an option that nobody chose tells what the others did
        for tekst, aantal in uitslag.regels:
            stemmen = cel(max(aantal, 1) if klein else aantal)
            delen.append(Onderdeel("optie", tekst, {"stemmen": stemmen}, p.publiek_id))
    return Blok(delen, gevonden[-1].id if len(gevonden) == BLOK else None)


def _groepen(tx: Connection, kader: Kader, na: int) -> Blok:
    werkgroepen = [Onderdeel("werkgroep", naam, {"leden": cel(n)}) for naam, n in opslag.werkgroepen(tx, kader.wijk)]
    kanalen = [Onderdeel("kanaal", naam, {"bewoners": cel(n)}) for naam, n in opslag.kanalen(tx, kader.wijk)]
    verteld = kennismaking.tel(tx, kader.wijk)
    over_zichzelf = [
        Onderdeel("kennismaking", f"{vraag}: {keuze}", {"bewoners": cel(verteld[vraag, keuze])})
        for vraag, keuzes in KEUZES.items()
        for keuze in keuzes
        if (vraag, keuze) in verteld
    ]
    return Blok(werkgroepen + over_zichzelf + kanalen)


def _straten(tx: Connection, kader: Kader, na: int) -> Blok:
    per_meting = {"bewoners": opslag.bewoners(tx, kader.wijk)} | {
        drempel: opslag.bewoners(tx, kader.wijk, kader.spelregels.telt(drempel), kader.na, kader.tot)
        for drempel in TELBAAR
    }
    delen = []
    for straat, adressen in opslag.adressen(tx, kader.wijk):
        cellen = {meting: cel(aantallen.get(straat, 0)) for meting, aantallen in per_meting.items()}
        delen.append(Onderdeel("straat", straat, {"adressen": adressen, **cellen}))
    return Blok(delen)


DELEN: tuple[Callable[[Connection, Kader, int], Blok], ...] = (
    _wijk,
    _drempels,
    _bewijs,
    _bijeenkomsten,
    _peilingen,
    _groepen,
    _straten,
)
"""The parts in the order in which they stand in the files; each begins at key 0."""


def _voor(tx: Connection, kader: Kader, doelgroep: Doelgroep, aantallen: dict[str, int]) -> dict[str, Cel]:
    """Say for whom it was; of a street or a werkgroep a small number is a small cell."""
    naam = doelgroepen.naam(tx, kader.wijk, doelgroep)
    cellen: dict[str, Cel] = dict(aantallen)
    if doelgroep != WIJK:
        cellen = {meting: cel(aantal) for meting, aantal in aantallen.items()}
    return {"doelgroep": f"{doelgroep.soort} {naam}".strip(), **cellen}


def _ja(waar: bool) -> str:
    return "ja" if waar else "nee"


def _lokaal(kader: Kader, moment: datetime) -> str:
    return moment.astimezone(kader.zone).isoformat(timespec="minutes")
