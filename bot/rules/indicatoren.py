"""Series of figures: a value and its period as people write them, exactly, and the periods between two. Pure."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from bot.rules.leeswoorden import gewoon
from bot.rules.momenten import MAANDEN, MomentOnduidelijk, lees_datum

Soort = Literal["dag", "maand", "kwartaal", "jaar"]
SOORTEN: tuple[Soort, ...] = ("dag", "maand", "kwartaal", "jaar")
_STAP: dict[Soort, int] = {"maand": 1, "kwartaal": 3, "jaar": 12}
EERSTE_JAAR = 1900
NAAM_LENGTE, EENHEID_LENGTE, UITLEG_LENGTE, BRON_LENGTE, REDEN_LENGTE = 60, 30, 200, 120, 200
MEESTE_PUNTEN, MEESTE_REEKSEN = 500, 30
_CIJFERS_VOOR, _CIJFERS_NA = 12, 4
_LANGSTE = 24
_WAARDE = re.compile(r"[-−]?[0-9]+(?:[.,][0-9]+)?|[-−]?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_TWIJFEL = re.compile(r"[-−]?[1-9][0-9]{0,2}\.[0-9]{3}")
_JAAR = re.compile(r"[0-9]{4}")
_MAAND = re.compile(r"([0-9]{4})-([0-9]{1,2})|([0-9]{1,2})[-/]([0-9]{4})")
_MAAND_WOORD = re.compile(r"([^\W\d_]+(?: [^\W\d_]+)?) ([0-9]{4})")
_KWARTAAL = re.compile(r"([0-9]{4})[- ]?[kq]([1-4])|[kq]([1-4])[- ]?([0-9]{4})")


class Onleesbaar(ValueError):  # noqa: N818 (the reason is what matters)
    """What was typed is no value or no period that can be used. `reden`: why not."""

    def __init__(self, reden: Literal["getal", "twijfel", "te_groot", "te_precies", "periode", "later"]) -> None:
        super().__init__(reden)
        self.reden = reden


class Periode(NamedTuple):
    """A day, or a month, quarter or year by its first day."""

    soort: Soort
    begin: date


def lees_waarde(tekst: str) -> Decimal:
    """Return a value such as `12,5`, `-3`, `1.234,5` or `0.25`, exactly.

    Raises:
        Onleesbaar: no number, `1.234` of which nobody can tell whether it is a thousand, or too large or too precise.
    """
    schoon = tekst.strip()
    if len(schoon) > _LANGSTE or not _WAARDE.fullmatch(schoon):
        raise Onleesbaar("getal")
    if _TWIJFEL.fullmatch(schoon):
        raise Onleesbaar("twijfel")
    schoon = schoon.replace("−", "-")
    if "," in schoon or schoon.count(".") > 1:
        schoon = schoon.replace(".", "").replace(",", ".")
    waarde = Decimal(schoon)
    if abs(waarde) >= 10**_CIJFERS_VOOR:
        raise Onleesbaar("te_groot")
    if waarde != waarde.quantize(Decimal(1).scaleb(-_CIJFERS_NA)):
        raise Onleesbaar("te_precies")
    return waarde


def schrijf(waarde: Decimal) -> str:
    """Return a value as it is kept: digits with a point, no exponent, no zeros behind it."""
    gewoon = f"{waarde:f}"
    kort = gewoon.rstrip("0").rstrip(".") if "." in gewoon else gewoon
    return "0" if kort in ("-0", "") else kort


def lees_periode(tekst: str, vandaag: date, maanden: Mapping[str, int] = MAANDEN) -> Periode:
    """Return what `2027`, `2027-02`, `februari 2027`, `2027-K1` or a day with its year names.

    Raises:
        Onleesbaar: none of these, or it has not begun yet.
    """
    periode = _lees_periode(gewoon(tekst[:40]), maanden)
    if periode is None or periode.begin.year < EERSTE_JAAR:
        raise Onleesbaar("periode")
    if periode.begin > vandaag:
        raise Onleesbaar("later")
    return periode


def _lees_periode(tekst: str, maanden: Mapping[str, int]) -> Periode | None:
    if _JAAR.fullmatch(tekst):
        return _periode("jaar", tekst, 1)
    if gevonden := _KWARTAAL.fullmatch(tekst):
        jaar, nummer = gevonden[1] or gevonden[4], gevonden[2] or gevonden[3]
        return _periode("kwartaal", jaar, 3 * int(nummer) - 2)
    if gevonden := _MAAND.fullmatch(tekst):
        return _periode("maand", gevonden[1] or gevonden[4], int(gevonden[2] or gevonden[3]))
    if (gevonden := _MAAND_WOORD.fullmatch(tekst)) and gevonden[1] in maanden:
        return _periode("maand", gevonden[2], maanden[gevonden[1]])
    try:
        return Periode("dag", date.fromisoformat(tekst))
    except ValueError:
        pass
    try:
        return Periode("dag", lees_datum(tekst, maanden))
    except MomentOnduidelijk:
        return None


def _periode(soort: Soort, jaar: str, maand: int) -> Periode | None:
    try:
        return Periode(soort, date(int(jaar), maand, 1))
    except ValueError:
        return None


def periode_van(soort: Soort, dag: date) -> date:
    """Return the first day of the period of a kind in which a day falls."""
    if soort == "dag":
        return dag
    stap = _STAP[soort]
    return dag.replace(month=(dag.month - 1) // stap * stap + 1, day=1)


def volgende(soort: Soort, begin: date) -> date:
    """Return the first day of the period after one."""
    if soort == "dag":
        return begin + timedelta(days=1)
    maand = begin.month - 1 + _STAP[soort]
    return date(begin.year + maand // 12, maand % 12 + 1, 1)


def vorige(soort: Soort, begin: date) -> date:
    """Return the first day of the period before one."""
    return periode_van(soort, begin - timedelta(days=1))


def perioden(soort: Soort, eerste: date, laatste: date) -> Iterator[date]:
    """Yield each period from one to another."""
    while eerste <= laatste:
        yield eerste
        eerste = volgende(soort, eerste)
