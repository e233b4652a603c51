"""2,000 answered questions of a made-up wijk, and 150 ways in which residents ask some of them.

Written before the matcher. `vragen.csv` holds 412 written by hand (`b…`) and variants whose right answer differs:
by measure (`m`), solution (`o`), type of home (`w`), role (`r`) and season (`s`). The paraphrases were split at random
before anything was measured. `apart.csv` was held out and measured once (37 of 50); since then it is tuned on, as
`afstel.csv` is. `later.csv` was written after that by who saw neither the matcher nor what it missed, and measured
once (35 of 50): no word of it may be tuned on. Who changes the matcher needs a new set to say how good it is.
The answers are for the tests: no gemeente gave them.
"""

import csv
from pathlib import Path
from typing import NamedTuple


class Vraag(NamedTuple):
    """One question with its answer."""

    id: str
    thema: str
    vraag: str
    antwoord: str


def vragen() -> list[Vraag]:
    """All answered questions."""
    return [Vraag(**rij) for rij in _lees("vragen")]


def parafrases(deel: str) -> list[tuple[str, set[str]]]:
    """The paraphrases of a part, "afstel", "apart" or "later", each with the ids of the answers that are right."""
    return [(rij["tekst"], set(rij["goed"].split())) for rij in _lees(deel)]


def _lees(naam: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / f"{naam}.csv").open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))
