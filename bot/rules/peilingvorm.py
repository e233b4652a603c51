"""What a poll method says as JSON-able data for a renderer, and the answers of the form as its set-up. Pure."""

from collections.abc import Mapping
from typing import Any

from bot.rules.peilingen import METHODEN, Opzet
from bot.rules.peilscherm import Scherm, Woord, Zin
from bot.rules.peiltelling import Getoond


def opzet_uit(data: Mapping[str, Any]) -> Opzet:
    """Return what the answers to the form fix."""
    return METHODEN[data["methode"]].opzet(eigen_antwoorden(data["methode"], data))


def antwoorden_van(methode: str, opzet: Opzet, na: Getoond | None = None) -> dict[str, Any]:
    """Return the answers to the form that fix this: `opzet_uit` the other way.

    Args:
        na: to ask it again after this result, as everyone sees it.
    """
    deze = METHODEN[methode]
    antwoorden = deze.antwoorden(opzet) if na is None else deze.vervolg(opzet, na)
    return {"methode": methode} | {f"{methode}.{naam}": antwoord for naam, antwoord in antwoorden.items()}


def scherm_als_data(scherm: Scherm) -> dict[str, Any]:
    """Return a screen for the renderer."""
    return {
        "knoppen": [[[k.daad, woord(k.label), k.gekozen] for k in rij] for rij in scherm.knoppen],
        "regels": [woord(regel) for regel in scherm.regels],
        "zinnen": [woord(zin) for zin in scherm.zinnen],
        "stem": [woord(deel) for deel in scherm.stem],
    }


def uitslag_als_data(getoond: Getoond) -> dict[str, Any]:
    """Return a result for the renderer."""
    return {
        "stemmen": getoond.stemmen,
        "regels": [{"tekst": woord(regel.label), "cellen": list(regel.cellen)} for regel in getoond.regels],
        "kolommen": list(getoond.kolommen),
        "procent": getoond.procent,
        "exact": getoond.exact,
        "zinnen": [woord(zin) for zin in getoond.zinnen],
        "momenten": list(getoond.momenten),
    }


def woord(wat: Woord) -> str | list[Any]:
    """Return words as data: typed text as it is, ours as their name and what is filled in."""
    return [wat.naam, dict(wat.velden)] if isinstance(wat, Zin) else wat


def eigen_antwoorden(methode: str, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the form has of a method, under its own names."""
    eigen = f"{methode}."
    return {naam.removeprefix(eigen): waarde for naam, waarde in data.items() if naam.startswith(eigen)}
