"""Participation counts for the export and the report, in parts that each fit a short read. Nobody is named in them.

A part counts one block at a time and says where the next begins, so that the shell can give each block a read
transaction of its own (`bot.exporteren`). Evidence counts up to one cutoff. What there is: `bot.rules.tabellen`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules.doelgroep import Doelgroep
from bot.rules.drempels import TELBAAR
from bot.rules.kennismaking import KEUZES
from bot.rules.kleine_cellen import NIET_GETOOND, Cel, aandeel, cel, exact, opkomst_van
from bot.rules.peilinguitslag import op_papier
from bot.rules.spelregels import Spelregels
from bot.rules.wegen import Drempelstand
from bot.services import aanbodtelling, ideetelling, reactietelling, telpeiling, weegtelling
from bot.services.bronnen import Vraag, weeg
from bot.services.drempelcellen import getallen
from bot.services.publicatie import Gepubliceerd, Geteld, Uitsplitsing
from bot.services.spelregels import geldend
from bot.services.uitkomst import Uitkomst, van
from bot.storage import doelgroepen, kennismaking, opkomst, spelregels, verhuizingen
from bot.storage import tellingen as opslag

AANWEZIG = ("aanwezig", "aanwezig_vragen")
BLOK = 50
"""So many meetings or polls are counted in one read."""


@dataclass(frozen=True)
class Onderdeel:
    """One thing that was counted, as it may be shown.

    Args:
        onderdeel: one of `bot.rules.tabellen`.
        id: publiek_id of a meeting or a poll (for an option: of its poll).
        moment: when the meeting began or the poll closes, ISO in local time.
        metingen: what was counted, rounded; a cell of which the number is not shown is text.
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
        uitkomst: how the conditions stood at the closing, which is what is told of them then.
    """

    wijk: int
    naam: str
    spelregels: Spelregels
    now: datetime
    zone: ZoneInfo
    na: int
    tot: int
    uitkomst: Uitkomst | None = None


class Blok(NamedTuple):
    """What one read counted, and after which key the next begins; None: this part is done."""

    onderdelen: list[Geteld]
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
        van(tx, wijk),
    )


def gewogen(tx: Connection, kader: Kader, nummer: int) -> tuple[Drempelstand, Drempelstand]:
    """Return how a condition stands, with and without what staff recorded; once closed, how it stood then."""
    if kader.uitkomst is not None:
        return kader.uitkomst.met[nummer], kader.uitkomst.zonder[nummer]
    regels, drempel = kader.spelregels, kader.spelregels.drempels[nummer]
    met, zonder = (weeg(tx, Vraag(kader.wijk, regels, drempel, staf, kader.na, kader.tot)) for staf in (True, False))
    return met, zonder


def voeg_samen(kader: Kader, geteld: Iterable[Geteld], gepubliceerd: Mapping[str, Gepubliceerd]) -> Tellingen:
    """Return the counts of all parts as one, each as it may be shown.

    Args:
        gepubliceerd: what `publicatie.geef_uit` gave for `publicatie.te_publiceren`.
    """
    regels = {**kader.spelregels.als_json(), "hash": kader.spelregels.hash()}
    onderdelen = tuple(Onderdeel(d.onderdeel, d.naam, _toon(kader, d, gepubliceerd), d.id, d.moment) for d in geteld)
    return Tellingen(kader.naam, _lokaal(kader, kader.now), regels, onderdelen)


def _toon(kader: Kader, deel: Geteld, gepubliceerd: Mapping[str, Gepubliceerd]) -> dict[str, Cel]:
    getoond: dict[str, Cel] = {}
    for meting, waarde in deel.metingen.items():
        if not isinstance(waarde, Uitsplitsing):
            getoond[meting] = waarde
            continue
        uit = gepubliceerd[f"{deel.onderdeel}.{meting}"]
        getoond[meting] = uit.cel(deel.naam)
        getoond[f"{meting}_op"] = uit.moment.astimezone(kader.zone).date().isoformat() if uit.moment else ""
    return getoond


def _wijk(tx: Connection, kader: Kader, na: int) -> Blok:
    adressen = sum(aantal for _, aantal in opslag.adressen(tx, kader.wijk))
    bewoners = sum(opslag.bewoners(tx, kader.wijk).values())
    return Blok([Geteld("wijk", kader.naam, {"adressen": adressen, "bewoners": Uitsplitsing(bewoners)})])


def _drempels(tx: Connection, kader: Kader, na: int) -> Blok:
    drempels = kader.spelregels.drempels[na:]
    if not drempels:
        return Blok([])
    drempel, (met, zonder) = drempels[0], gewogen(tx, kader, na)
    gesloten = kader.uitkomst and kader.uitkomst.op.astimezone(kader.zone).date().isoformat()
    metingen = {
        "verdict": met.verdict,
        **getallen(met, drempel.BRON),
        "verdict_zonder_team": zonder.verdict,
        "vertrokken": NIET_GETOOND if gesloten else cel(vertrokken(tx, kader, drempel.soort)),
        "afgesloten_op": gesloten or "",
    }
    return Blok([Geteld("drempel", drempel.soort, metingen)], na + 1)


def vertrokken(tx: Connection, kader: Kader, soort: str) -> int:
    """Count who would count for a condition, had they not left; at the closing that was not written down."""
    if kader.uitkomst is not None:
        return 0
    return verhuizingen.tel_vertrokken(tx, kader.wijk, kader.spelregels.telt(soort), kader.na)


def _bewijs(tx: Connection, kader: Kader, na: int) -> Blok:
    per_soort: dict[str, tuple[int, int]] = {}
    for v in opkomst.vastleggingen(tx, kader.wijk, kader.tot):
        zelf, team = per_soort.get(v.soort, (0, 0))
        per_soort[v.soort] = (zelf + v.zelf, team + v.team)
    return Blok(
        [Geteld("bewijs", soort, {"door_team": aandeel(team, zelf)}) for soort, (zelf, team) in per_soort.items()]
    )


def _bijeenkomsten(tx: Connection, kader: Kader, na: int) -> Blok:
    gevonden = opkomst.bijeenkomsten(tx, kader.wijk, AANWEZIG, kader.tot, na, BLOK)
    delen = []
    for b in gevonden:
        aantallen = {f"aangemeld_{antwoord}": cel(b.gemeld[antwoord]) for antwoord in ("ja", "misschien", "nee")}
        metingen = {
            "doelgroep": _voor(tx, kader, b.doelgroep),
            **aantallen,
            "aangemeld_aan_deur": aandeel(b.gemeld["aan_deur"], b.gemeld["ja"] - b.gemeld["aan_deur"]),
            "wachtlijst": cel(b.gemeld["wachtlijst"]),
            "aanwezig": opkomst_van(b.zelf + b.team),
            "gasten_gemeld": cel(b.gemeld["gasten"]),
            "gasten": cel(b.gasten),
            "afgelast": _ja(b.afgelast),
        }
        delen.append(Geteld("bijeenkomst", b.titel, metingen, b.publiek_id, _lokaal(kader, b.begin)))
    return Blok(delen, gevonden[-1].id if len(gevonden) == BLOK else None)


def _peilingen(tx: Connection, kader: Kader, na: int) -> Blok:
    gevonden = opslag.peilingen(tx, kader.wijk, na, BLOK)
    delen = []
    for p in gevonden:
        moment = _lokaal(kader, p.gesloten_op or p.sluit_op)
        soort, naam = ("school", f"{p.school}: {p.vraag}") if p.school else ("peiling", p.vraag)
        metingen: dict[str, Any] = {} if p.school else {"doelgroep": _voor(tx, kader, p.doelgroep), "versie": p.versie}
        metingen |= {"deelnemers" if p.school else "stemmers": opkomst_van(p.stemmers)}
        metingen |= {"ingetrokken": _ja(p.ingetrokken), **({} if p.school else _vooraf(p))}
        dicht = p.gesloten_op is not None and not p.ingetrokken
        vacant = weegtelling.vacant(tx, p) if dicht else {}
        delen.append(Geteld(soort, naam, metingen | vacant, p.publiek_id, moment))
        if dicht:
            delen += telpeiling.tel(tx, p)
    return Blok(delen, gevonden[-1].id if len(gevonden) == BLOK else None)


def _vooraf(p: opslag.Peilingtelling) -> dict[str, Any]:
    """Return what was said of a poll beforehand, and about how many voted on paper."""
    papier = 0 if p.op_papier is None else op_papier(p.stemmers, p.op_papier) or NIET_GETOOND
    vast = {"weging": p.weging, "per_adres": _ja(p.per_adres), "minste_stemmen": p.minste_stemmen or ""}
    return {**vast, "op_papier": papier}


def _groepen(tx: Connection, kader: Kader, na: int) -> Blok:
    werkgroepen = [
        Geteld("werkgroep", naam, {"leden": Uitsplitsing(n)}) for naam, n in opslag.werkgroepen(tx, kader.wijk)
    ]
    kanalen = [Geteld("kanaal", naam, {"bewoners": Uitsplitsing(n)}) for naam, n in opslag.kanalen(tx, kader.wijk)]
    verteld = kennismaking.tel(tx, kader.wijk)
    over_zichzelf = [
        Geteld("kennismaking", f"{vraag}: {keuze}", {"bewoners": Uitsplitsing(verteld[vraag, keuze])})
        for vraag, keuzes in KEUZES.items()
        for keuze in keuzes
        if (vraag, keuze) in verteld
    ]
    return Blok(werkgroepen + over_zichzelf + kanalen)


def _per_straat(tx: Connection, kader: Kader, drempel: str) -> Mapping[str, int]:
    wat = kader.spelregels.telt(drempel), kader.na, kader.tot
    voor = (kader.spelregels.versie, drempel)
    gewist = opslag.gewisten(tx, kader.wijk, voor, *wat)
    return Counter(opslag.bewoners(tx, kader.wijk, *wat)) + Counter(gewist)


def _straten(tx: Connection, kader: Kader, na: int) -> Blok:
    per_meting = {drempel: _per_straat(tx, kader, drempel) for drempel in TELBAAR}
    volwassenen = dict(opslag.volwassenen(tx, kader.wijk))
    delen = []
    for straat, adressen in opslag.adressen(tx, kader.wijk):
        er_wonen = volwassenen[straat]
        cellen = {meting: Uitsplitsing(aantallen.get(straat, 0), er_wonen) for meting, aantallen in per_meting.items()}
        delen.append(Geteld("straat", straat, {"adressen": adressen, "volwassenen": exact(er_wonen), **cellen}))
    return Blok(delen)


DELEN: tuple[Callable[[Connection, Kader, int], Blok], ...] = (
    _wijk,
    _drempels,
    _bewijs,
    _bijeenkomsten,
    _peilingen,
    lambda tx, kader, na: Blok(aanbodtelling.tel(tx, kader.wijk, kader.zone)),
    lambda tx, kader, na: Blok(list(reactietelling.tel(tx, kader.wijk, kader.now))),
    lambda tx, kader, na: Blok(list(ideetelling.tel(tx, kader.wijk))),
    _groepen,
    _straten,
)
"""The parts in the order in which they stand in the files; each begins at key 0."""


def _voor(tx: Connection, kader: Kader, doelgroep: Doelgroep) -> str:
    return f"{doelgroep.soort} {doelgroepen.naam(tx, kader.wijk, doelgroep)}".strip()


def _ja(waar: bool) -> str:
    return "ja" if waar else "nee"


def _lokaal(kader: Kader, moment: datetime) -> str:
    return moment.astimezone(kader.zone).isoformat(timespec="minutes")
