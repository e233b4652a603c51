"""Working days: Monday to Friday, counted forward and back. A holiday on one of them counts as one.

Not here: the days on which the plan of a traject stands still; a promise to a resident runs on through a recess.
"""

from datetime import date, timedelta

_DAG = timedelta(days=1)
_VRIJDAG = 4


def werkdagen_ervoor(dag: date, hoeveel: int) -> date:
    """Return the day that is so many working days before another."""
    return _tel(dag, hoeveel, -_DAG)


def werkdagen_erna(dag: date, hoeveel: int) -> date:
    """Return the day that is so many working days after another."""
    return _tel(dag, hoeveel, _DAG)


def _tel(dag: date, hoeveel: int, stap: timedelta) -> date:
    while hoeveel:
        dag += stap
        hoeveel -= dag.weekday() <= _VRIJDAG
    return dag
