"""What people may type for days, hours, rhythms and amounts: the words of every language, from Babel and `lezen.…`."""

from collections.abc import Callable, Iterable
from functools import cache

from babel import Locale

from berichten.catalogus import Vertaling, talen, vertaal
from bot.rules.leeswoorden import Leeswoorden, gewoon

_KORTST = 3
"""A shorter name of a day is one only where a calendar shortens it so: two letters mean another day elsewhere."""


@cache
def leeswoorden() -> Leeswoorden:
    """Return the words of all languages together; what means two things is what it means in Dutch."""
    per_taal = [vertaal(taal) for taal in talen()]
    maanden: dict[str, int] = {}
    dagen: dict[str, int] = {}
    straks: dict[str, int] = {}
    rangen: dict[str, int] = {}
    aantallen = {str(aantal): aantal for aantal in (2, 3, 4)}
    for t in per_taal:
        _neem(maanden, _namen(t.locale, "months"))
        _neem(dagen, _namen(t.locale, "days"))
        for paar in t.tekst("lezen.ook").split("|"):
            ook, naam = (gewoon(deel) for deel in paar.split("="))
            namen = maanden if naam in maanden else dagen
            _neem(namen, [(ook, namen[naam])])
        _tel(straks, {-1: t.tekst("lezen.gisteren"), 0: t.tekst("lezen.vandaag")})
        _tel(straks, {1: t.tekst("lezen.morgen"), 2: t.tekst("lezen.overmorgen")})
        _tel(rangen, {1: t.tekst("lezen.eerste"), 2: t.tekst("lezen.tweede"), 3: t.tekst("lezen.derde")})
        _tel(rangen, {4: t.tekst("lezen.vierde"), -1: t.tekst("lezen.laatste")})
        _tel(aantallen, {2: t.tekst("lezen.twee"), 3: t.tekst("lezen.drie"), 4: t.tekst("lezen.vier")})
    dag, rang, aantal, datum = "{dag}", "{rang}", "{aantal}", "{datum}"
    return Leeswoorden(
        maanden=maanden,
        dagen=dagen,
        straks=straks,
        rangen=rangen,
        aantallen=aantallen,
        om=_woorden(per_taal, lambda t: t.tekst("lezen.om")),
        uur=_woorden(per_taal, lambda t: t.tekst("lezen.uur")),
        uur_voor=_woorden(per_taal, lambda t: t.tekst("lezen.uur_voor")),
        vul=_woorden(per_taal, lambda t: t.tekst("lezen.vul")),
        elke=_woorden(per_taal, lambda t: t.tekst("lezen.elke")),
        te_vaak=_patronen(per_taal, lambda t: t.tekst("lezen.te_vaak")),
        ritmes={
            "om_de_week": _patronen(per_taal, lambda t: t.tekst("lezen.ritme_om_de_week", dag=dag)),
            "weken": _patronen(per_taal, lambda t: t.tekst("lezen.ritme_weken", aantal=aantal, dag=dag)),
            "week": _patronen(per_taal, lambda t: t.tekst("lezen.ritme_week", dag=dag)),
            "weekdag": _patronen(per_taal, lambda t: t.tekst("lezen.ritme_weekdag", rang=rang, dag=dag)),
            "datum": _patronen(per_taal, lambda t: t.tekst("lezen.ritme_datum", datum=datum)),
        },
        tot=_woorden(per_taal, lambda t: t.tekst("lezen.tot")),
        erbij=_woorden(per_taal, lambda t: t.tekst("lezen.bedrag")),
    )


def _namen(locale: Locale, wat: str) -> Iterable[tuple[str, int]]:
    """Yield the names of months or weekdays in every form that Babel has."""
    for vormen in getattr(locale, wat).values():
        for breedte in ("wide", "abbreviated", "short"):
            for nummer, naam in vormen.get(breedte, {}).items():
                if breedte != "short" or len(naam) >= _KORTST:
                    yield gewoon(naam), nummer


def _neem(bij: dict[str, int], paren: Iterable[tuple[str, int]]) -> None:
    for naam, nummer in paren:
        bij.setdefault(naam, nummer)


def _tel(bij: dict[str, int], per_getal: dict[int, str]) -> None:
    for getal, woorden in per_getal.items():
        _neem(bij, ((gewoon(woord), getal) for woord in woorden.split("|")))


def _woorden(per_taal: list[Vertaling], zeg: Callable[[Vertaling], str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(gewoon(woord) for t in per_taal for woord in zeg(t).split("|")))


def _patronen(per_taal: list[Vertaling], zeg: Callable[[Vertaling], str]) -> tuple[str, ...]:
    """Return patterns, one per line: `(a|b)` is one of the two, `(a)?` may be left out."""
    return tuple(dict.fromkeys(gewoon(patroon) for t in per_taal for patroon in zeg(t).split("\n")))
