"""When a condition is reached at the pace of the last weeks, beside the day of the gemeenteraad. Pure and exact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

WEKEN = 4
"""The pace is that of so many whole weeks, or of as many as there are."""
_VER = 52 * 5  # weeks: beyond it a date says nothing

Uitkomst = Literal["gehaald", "te_vroeg", "geen_tempo", "op_tijd", "te_laat", "zonder_dag"]
"""Reached already; no whole week yet; nobody came; on the day of the gemeenteraad or before; after it; no such day."""


@dataclass(frozen=True)
class Voorspelling:
    """What comes of it at this pace.

    Args:
        tempo: how many came per week; None before the first whole week.
        dag: on which it is reached; None when it is, or when nobody can say.
        per_week: how many a week reach it before the gemeenteraad; None when its day is not known.
    """

    uitkomst: Uitkomst
    tempo: Fraction | None
    dag: date | None
    per_week: int | None


def voorspel(weken: Sequence[int], nodig: int, vandaag: date, raad: date | None) -> Voorspelling:
    """Say when it is reached.

    Args:
        weken: how many counted at the end of each whole week, the last one last; the first is where it began.
        nodig: how many more it takes.
        raad: day on which the gemeenteraad decides, None when it is not known or has been.
    """
    tempo = _tempo(weken)
    over = (raad - vandaag).days if raad is not None else 0
    per_week = -(-nodig * 7 // over) if over > 0 else None
    if nodig <= 0:
        return Voorspelling("gehaald", tempo, None, None)
    if tempo is None:
        return Voorspelling("te_vroeg", None, None, per_week)
    dagen = -(-nodig * 7 // tempo) if tempo > 0 else _VER * 7 + 1
    if dagen > _VER * 7:
        return Voorspelling("geen_tempo", tempo, None, per_week)
    dag = vandaag + timedelta(days=dagen)
    if over <= 0:
        return Voorspelling("zonder_dag", tempo, dag, None)
    return Voorspelling("op_tijd" if dagen <= over else "te_laat", tempo, dag, per_week)


def _tempo(weken: Sequence[int]) -> Fraction | None:
    laatste = weken[-WEKEN - 1 :]
    return Fraction(laatste[-1] - laatste[0], len(laatste) - 1) if len(laatste) > 1 else None
