"""A file of figures, CSV: all of it, or every mistake in it with its line, field and mend. Pure."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from bot.errors import InvoerFout
from bot.rules.indicatoren import (
    BRON_LENGTE,
    EENHEID_LENGTE,
    MEESTE_PUNTEN,
    NAAM_LENGTE,
    REDEN_LENGTE,
    UITLEG_LENGTE,
    Onleesbaar,
    Soort,
    lees_periode,
    lees_waarde,
)

GROOTST = 500_000
"""Bytes: a file that is larger is no set of figures."""
MEEST_FOUTEN = 15
NODIG = ("indicator", "datum", "waarde", "bron")
VELDEN = {
    "indicator": NAAM_LENGTE,
    "datum": 40,
    "waarde": 40,
    "bron": BRON_LENGTE,
    "reden": REDEN_LENGTE,
    "eenheid": EENHEID_LENGTE,
    "uitleg": UITLEG_LENGTE,
}
"""Each column with how long a cell is at most."""
_MEND = {
    "getal": "is geen getal; schrijf het zoals 12,5",
    "twijfel": "kan twee dingen zijn; schrijf 1234 of 1,234",
    "te_groot": "is te groot; schrijf het in duizenden of miljoenen",
    "te_precies": "heeft te veel cijfers achter de komma; houd er vier over",
    "periode": "is geen datum; schrijf 2027-02-01, 2027-02, 2027-K1 of 2027",
    "later": "moet nog komen; laat de regel weg tot het zover is",
}


class Regel(NamedTuple):
    """A figure of a file; `reden` is empty unless it comes in the place of another."""

    nummer: int
    begin: date
    waarde: Decimal
    bron: str
    reden: str


@dataclass
class Reeks:
    """What a file says of one series; `eenheid` is empty where it does not say it."""

    naam: str
    soort: Soort
    eenheid: str = ""
    uitleg: str = ""
    regels: list[Regel] = field(default_factory=list)


class _Fout(Exception):  # noqa: N818 (our errors have Dutch names)
    """A field that cannot be, with its mend."""


def lees(inhoud: bytes, bron: str, vandaag: date) -> list[Reeks]:
    """Return the series of a file, separated by semicolons, tabs or commas.

    Args:
        bron: what a mistake is said to stand in.

    Raises:
        InvoerFout: a line per mistake, which names the line, the field and the mend.
    """
    reeksen: dict[str, Reeks] = {}
    fouten: list[str] = []
    for nummer, cellen in _regels(inhoud, bron):
        try:
            _neem(reeksen, nummer, cellen, vandaag)
        except _Fout as fout:
            fouten.append(f"{bron}: regel {nummer}: {fout}")
    if not reeksen and not fouten:
        fouten = [f"{bron}: er staat geen cijfer in; zet onder de kolomnamen een regel per cijfer"]
    if fouten:
        raise InvoerFout("\n".join(fouten[:MEEST_FOUTEN]))
    if sum(len(reeks.regels) for reeks in reeksen.values()) > MEESTE_PUNTEN:
        raise InvoerFout(f"{bron}: er staan meer dan {MEESTE_PUNTEN} regels in; knip het in stukken")
    return list(reeksen.values())


def _regels(inhoud: bytes, bron: str) -> list[tuple[int, Mapping[str, str]]]:
    if len(inhoud) > GROOTST:
        raise InvoerFout(f"{bron}: is groter dan {GROOTST} bytes; knip het in stukken")
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvoerFout(f"{bron}: dit is geen tekst; sla het op als CSV in UTF-8") from None
    eerste = tekst.lstrip("\r\n ").partition("\n")[0]
    scheiding = next((teken for teken in ";\t" if teken in eerste), ",")
    lezer = csv.reader(io.StringIO(tekst, newline=None), delimiter=scheiding, strict=True)
    kop: list[str] = []
    gevonden: list[tuple[int, Mapping[str, str]]] = []
    try:
        for ruw in lezer:
            cellen = [" ".join(cel.split()) for cel in ruw]
            if not any(cellen):
                continue
            if not kop:
                kop = _kop(cellen, f"{bron}: regel {lezer.line_num}")
                continue
            if any(cellen[len(kop) :]):
                mend = "zet een getal met een komma tussen aanhalingstekens, of gebruik puntkomma's"
                raise InvoerFout(f"{bron}: regel {lezer.line_num}: er staan meer cellen dan kolommen; {mend}")
            gevonden.append((lezer.line_num, dict(zip(kop, cellen, strict=False))))
    except csv.Error:
        raise InvoerFout(f"{bron}: regel {lezer.line_num}: kan ik niet lezen; sluit elk aanhalingsteken") from None
    return gevonden


def _kop(cellen: list[str], plek: str) -> list[str]:
    kop = [cel.lower() for cel in cellen]
    while kop and not kop[-1]:
        kop.pop()
    for naam in kop:
        if naam not in VELDEN or kop.count(naam) > 1:
            wat = "staat er twee keer" if naam in VELDEN else "ken ik niet"
            raise InvoerFout(f"{plek}: kolom '{naam[:40]}' {wat}; dit kan: {', '.join(VELDEN)}")
    if mist := [naam for naam in NODIG if naam not in kop]:
        raise InvoerFout(f"{plek}: kolom '{mist[0]}' ontbreekt; zet hem erbij")
    return kop


def _neem(reeksen: dict[str, Reeks], nummer: int, cellen: Mapping[str, str], vandaag: date) -> None:
    for naam, langst in VELDEN.items():
        if len(cellen.get(naam, "")) > langst:
            raise _Fout(f"{naam}: is {len(cellen[naam])} tekens; maak er hoogstens {langst} van")
        if naam in NODIG and not cellen.get(naam):
            raise _Fout(f"{naam}: ontbreekt; vul dit veld in")
    try:
        veld = "datum"
        periode = lees_periode(cellen[veld], vandaag)
        veld = "waarde"
        waarde = lees_waarde(cellen[veld])
    except Onleesbaar as nee:
        raise _Fout(f"{veld}: '{cellen[veld][:24]}' {_MEND[nee.reden]}") from None
    naam = cellen["indicator"]
    reeks = reeksen.setdefault(naam.casefold(), Reeks(naam, periode.soort))
    if periode.soort != reeks.soort:
        mend = "houd binnen een indicator dezelfde soort aan: dagen, maanden, kwartalen of jaren"
        raise _Fout(f"datum: {cellen['datum']} is een {periode.soort}, en eerder stond er een {reeks.soort}; {mend}")
    if reeks.regels and periode.begin <= reeks.regels[-1].begin:
        wat = "staat er twee keer; haal er een weg"
        eerder = "komt na een latere datum; zet de regels van oud naar nieuw"
        raise _Fout(f"datum: {cellen['datum']} {wat if periode.begin == reeks.regels[-1].begin else eerder}")
    for naam in ("eenheid", "uitleg"):
        gezegd = cellen.get(naam, "")
        if gezegd and getattr(reeks, naam) not in ("", gezegd):
            raise _Fout(f"{naam}: '{gezegd[:40]}' is anders dan op een eerdere regel; maak ze gelijk")
        setattr(reeks, naam, gezegd or getattr(reeks, naam))
    reeks.regels.append(Regel(nummer, periode.begin, waarde, cellen["bron"], cellen.get("reden", "")))
