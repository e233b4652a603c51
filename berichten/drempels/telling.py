"""The words of a condition that counts people, households or owners."""

from fractions import Fraction
from typing import Any

from berichten.beeld import PERCENTAGE_VANAF, Balk, balk
from berichten.bericht import Toon
from berichten.catalogus import Veilig
from bot.rules.kleine_cellen import EXACT_VANAF, KLEINSTE, cel
from bot.rules.wegen import Aandeel

IN_WOORDEN = frozenset({"1/4", "1/3", "1/2", "2/3", "3/4"})
"""Shares that have a word of their own."""
_MINSTE_WEKEN = 3
_OPERATOR = {">": "stand.meer_dan", ">=": "stand.minstens"}


def alinea(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> Veilig:
    """Return how many, what is needed, and how far it is."""
    t, soort, eenheid = toon.t, drempel["soort"], data["spelregels"]["eenheid"]
    if _klein(drempel):
        klein = [t.tekst(f"stand.{soort}.klein", wie=wie(toon, eenheid), vanaf=EXACT_VANAF), nodig_deel(toon, drempel)]
        return Veilig(" ".join([*klein, t.tekst(f"stand.klein.{drempel['verdict']}"), *verder(toon, soort, data)]))
    zinnen = [
        t.tekst(f"stand.{soort}", aantal=drempel["teller"], noemer=drempel["noemer"], wie=wie(toon, eenheid)),
        t.tekst("stand.hoogstens", aantal=drempel["bovengrens"]) if misschien(drempel) else "",
        nodig_deel(toon, drempel),
        _verdict(toon, drempel, eenheid),
        *_vooruit(toon, soort, data),
        *verder(toon, soort, data),
    ]
    return Veilig(" ".join(zin for zin in zinnen if zin))


def balken(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> list[Balk]:
    """Return one bar: how many of how many, with a line at what is needed."""
    t, soort, verdict, noemer = toon.t, drempel["soort"], drempel["verdict"], drempel["noemer"]
    eenheid = data["spelregels"]["eenheid"]
    klein, uitleg = _klein(drempel), []
    if not _klopt(drempel):
        uitleg.append(t.plat("stand.beeld.klopt_niet"))
    elif drempel["nodig"] and not klein:
        uitleg.append(t.plat(f"stand.beeld.nog.{verdict}", nog=_nog(toon, drempel, eenheid)))
    if uit := data.get("verloop", {}).get(soort):
        uitleg += _gehaald_op(toon, uit)
    uitleg += verder(toon, soort, data)
    waarde = {"aantal": drempel["teller"], "noemer": noemer, "wie": wie(toon, eenheid)}
    nodig = Aandeel(Fraction(drempel["drempel"]), drempel["operator"]).minimum(noemer)
    een = balk(
        t.plat(f"stand.beeld.{soort}"),
        t.plat("stand.beeld.klein", wie=waarde["wie"], vanaf=EXACT_VANAF)
        if klein
        else t.plat("stand.beeld.waarde", **waarde),
        noemer,
        0 if klein else drempel["teller"],
        hoogstens=0 if klein else drempel["bovengrens"],
        grens=(nodig, t.plat("stand.beeld.nodig", nodig=nodig)) if _klopt(drempel) else None,
        oordeel=(verdict, t.plat(f"stand.beeld.verdict.{verdict}"), " ".join(uitleg)),
    )
    weken = data.get("verloop", {}).get(soort, {}).get("weken", [])
    if len(weken) >= _MINSTE_WEKEN and _klopt(drempel):
        een["verloop"] = {
            "kop": t.plat("stand.beeld.verloop"),
            "grens": {"aantal": nodig, "tekst": t.plat("stand.beeld.nodig", nodig=nodig)},
            "weken": _weken(toon, weken),
        }
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


def _vooruit(toon: Toon, soort: str, data: dict[str, Any]) -> list[Veilig]:
    """Return how fast it goes, when it is reached at that pace, and how fast it should go."""
    t, uit = toon.t, data.get("verloop", {}).get(soort)
    if uit is None or uit["uitkomst"] == "gehaald":
        return []
    zinnen = [t.tekst("stand.tempo", aantal=cel(uit["tempo"]))] if uit["tempo"] else []
    zinnen += _gehaald_op(toon, uit)
    if uit["per_week"] and uit["uitkomst"] != "op_tijd":
        zinnen.append(t.tekst("stand.per_week", aantal=uit["per_week"]))
    return zinnen


def _gehaald_op(toon: Toon, uit: dict[str, Any]) -> list[Veilig]:
    if uit["dag"]:
        return [toon.t.tekst(f"stand.vooruit.{uit['uitkomst']}", dag=dag_voluit(toon, uit["dag"]))]
    return [toon.t.tekst("stand.vooruit.geen_tempo")] if uit["uitkomst"] == "geen_tempo" else []


def _weken(toon: Toon, weken: list[list[Any]]) -> list[dict[str, Any]]:
    """Return the columns of the picture: the first and the last with their day, and how many that are told."""
    dagen = [toon.dag(dag, "MMMd") for dag, _ in weken[:-1]]
    dagen.append(toon.t.plat("stand.beeld.nu"))
    return [{"tekst": dag, "aantal": aantal or 0} for dag, (_, aantal) in zip(dagen, weken, strict=True)]


def dag_voluit(toon: Toon, iso: str) -> str:
    """Return a day as people write it."""
    return toon.dag(iso)


def _klein(drempel: dict[str, Any]) -> bool:
    """Say whether so few people count that their number is not told."""
    return _klopt(drempel) and drempel["teller"] < PERCENTAGE_VANAF


def _klopt(drempel: dict[str, Any]) -> bool:
    """Say whether the numbers can be right: an empty list and an agreed number that is too low cannot."""
    return bool(0 < drempel["noemer"] >= drempel["teller"])


def misschien(drempel: dict[str, Any]) -> bool:
    """Say whether more may count than do for certain, and that may be said."""
    return bool(drempel["bovengrens"] > drempel["ondergrens"]) and not _klein(drempel)


def wie(toon: Toon, eenheid: str) -> str:
    """Return the word for what is counted."""
    return toon.t.plat(f"stand.eenheid.{eenheid}")


def _nog(toon: Toon, drempel: dict[str, Any], eenheid: str) -> str:
    return toon.t.plat(f"stand.nog.{eenheid}", aantal=drempel["nodig"])


def deel(toon: Toon, breuk: str) -> str:
    """Return a fraction as people say it, such as `een derde` or `60%`."""
    if breuk in IN_WOORDEN:
        return toon.t.plat(f"stand.deel.{breuk}")
    procent = Fraction(breuk) * 100
    if procent.denominator == 1:
        return toon.t.plat("stand.procent", aantal=procent.numerator)
    return toon.t.plat("stand.deel", breuk=breuk)


def afspraak(toon: Toon, drempel: dict[str, Any]) -> dict[str, Any]:
    """Return nothing: its fields say it all."""
    return {}
