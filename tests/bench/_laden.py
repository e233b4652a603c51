"""What a process imports and what each costs, as Python itself times it: per package, and of ours per layer."""

import re
import sys
from collections import Counter
from typing import NamedTuple

AANZETTEN = {"PYTHONPROFILEIMPORTTIME": "1"}
"""With this in its environment a process says on stderr what each import took."""
VAN_PYTHON = "(Python itself)"
_REGEL = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \| *(\S+)$", re.MULTILINE)


class Deel(NamedTuple):
    """The cost of a package: of its own modules, without what these import in turn."""

    naam: str
    ms: float
    modules: int


def modules(stderr: str) -> set[str]:
    """Return the names of all that was imported."""
    return {module for _, module in _REGEL.findall(stderr)}


def delen(stderr: str) -> list[Deel]:
    """Return what was imported, the most expensive first.

    Args:
        stderr: of a process that ran with `AANZETTEN`.
    """
    us: Counter[str] = Counter()
    hoeveel: Counter[str] = Counter()
    for duur, module in _REGEL.findall(stderr):
        wortel, *rest = module.split(".")
        naam = ".".join([wortel, *rest[:1]]) if wortel == "bot" else wortel
        naam = VAN_PYTHON if wortel in sys.stdlib_module_names else naam
        us[naam] += int(duur)
        hoeveel[naam] += 1
    return [Deel(naam, round(duur / 1000, 1), hoeveel[naam]) for naam, duur in us.most_common()]
