"""The words of a condition that counts people, households or owners."""

from fractions import Fraction
from typing import Any

from berichten.beeld import Balk, balk
from berichten.bericht import Toon
from berichten.catalogus import Veilig
from bot.rules.kleine_cellen import KLEINSTE
from bot.rules.wegen import Aandeel

IN_WOORDEN = frozenset({"1/4", "1/3", "1/2", "2/3", "3/4"})
"""Shares that have a word of their own."""
_OPERATOR = {">": "stand.meer_dan", ">=": "stand.minstens"}


def alinea(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> Veilig:
    """Return how many, what is needed, and how far it is."""
    t, soort, eenheid = toon.t, drempel["soort"], data["spelregels"]["eenheid"]
    zinnen = [
        t.tekst(f"stand.{soort}", aantal=drempel["teller"], noemer=drempel["noemer"], wie=wie(toon, eenheid)),
        t.tekst("stand.hoogstens", aantal=drempel["bovengrens"]) if misschien(drempel) else "",
        nodig_deel(toon, drempel),
        _verdict(toon, drempel, eenheid),
        *verder(toon, soort, data),
    ]
    return Veilig(" ".join(zin for zin in zinnen if zin))


def balken(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> list[Balk]:
    """Return one bar: how many of how many, with a line at what is needed."""
    t, soort, verdict, noemer = toon.t, drempel["soort"], drempel["verdict"], drempel["noemer"]
    eenheid = data["spelregels"]["eenheid"]
    uitleg = []
    if not _klopt(drempel):
        uitleg.append(t.plat("stand.beeld.klopt_niet"))
    elif drempel["nodig"]:
        uitleg.append(t.plat(f"stand.beeld.nog.{verdict}", nog=_nog(toon, drempel, eenheid)))
    uitleg += verder(toon, soort, data)
    nodig = Aandeel(Fraction(drempel["drempel"]), drempel["operator"]).minimum(noemer)
    een = balk(
        t.plat(f"stand.beeld.{soort}"),
        t.plat("stand.beeld.waarde", aantal=drempel["teller"], noemer=noemer, wie=wie(toon, eenheid)),
        noemer,
        drempel["teller"],
        hoogstens=drempel["bovengrens"],
        grens=(nodig, t.plat("stand.beeld.nodig", nodig=nodig)) if _klopt(drempel) else None,
        oordeel=(verdict, t.plat(f"stand.beeld.verdict.{verdict}"), " ".join(uitleg)),
    )
    return [een]


def verdict_in_woorden(toon: Toon, verdict: str) -> str:
    """Return a verdict as a picture says it of a condition that does not grow by itself: not met is no "not yet"."""
    zonder_meer = "stand.beeld.niet_gehaald" if verdict == "niet_gehaald" else f"stand.beeld.verdict.{verdict}"
    return toon.t.plat(zonder_meer)


def nodig_deel(toon: Toon, drempel: dict[str, Any]) -> Veilig:
    """Say which share is needed; what that comes to follows it."""
    return toon.t.tekst(_OPERATOR[drempel["operator"]], deel=deel(toon, drempel["drempel"]))


def _verdict(toon: Toon, drempel: dict[str, Any], eenheid: str) -> Veilig:
    if not _klopt(drempel):
        return toon.t.tekst("stand.klopt_niet")
    return toon.t.tekst(f"stand.{drempel['verdict']}", nog=_nog(toon, drempel, eenheid))


def verder(toon: Toon, soort: str, data: dict[str, Any]) -> list[Veilig]:
    """Return what else there is to know of a condition: without what staff recorded, and who moved away."""
    t, zinnen = toon.t, []
    if soort in data["zonder_team"]:
        zinnen.append(t.tekst(f"stand.zonder_team.{data['zonder_team'][soort]}"))
    if data["vertrokken"].get(soort, 0) >= KLEINSTE:
        zinnen.append(t.tekst("stand.vertrokken", aantal=data["vertrokken"][soort]))
    return zinnen


def _klopt(drempel: dict[str, Any]) -> bool:
    """Say whether the numbers can be right: an empty list and an agreed number that is too low cannot."""
    return bool(0 < drempel["noemer"] >= drempel["teller"])


def misschien(drempel: dict[str, Any]) -> bool:
    """Say whether more may count than do for certain."""
    return bool(drempel["bovengrens"] > drempel["ondergrens"])


def wie(toon: Toon, eenheid: str) -> str:
    """Return the word for what is counted."""
    return toon.t.plat(f"stand.eenheid.{eenheid}")


def _nog(toon: Toon, drempel: dict[str, Any], eenheid: str) -> str:
    return toon.t.plat(f"stand.nog.{eenheid}", aantal=drempel["nodig"])


def deel(toon: Toon, breuk: str) -> str:
    """Return a fraction as people say it, such as `een derde`."""
    return toon.t.plat(f"stand.deel.{breuk}") if breuk in IN_WOORDEN else toon.t.plat("stand.deel", breuk=breuk)
