"""2,000 answered questions of a made-up wijk, and ways in which residents ask some of them.

`vragen.csv` holds 412 written by hand (`b…`) and variants whose right answer differs: by measure (`m`), solution (`o`),
type of home (`w`), role (`r`) and season (`s`). The answers are for the tests: no gemeente gave them.

Paraphrases, each measured once before anything was tuned on it, and tuned on since:
`afstel` and `apart`, written before the matcher; `later` and `derde`, by who saw neither the matcher nor what it
missed; `eigen`, by who wrote the matcher, each before the words that were added then.

`verzegeld` was sealed by who wrote `derde` (sha256 415d9cb7014173ff...) and measured once: 44 of 50. Nobody tuned on
it; who reads what it misses ends that. `python -m tests.vraagbaak FILE` measures a new set.
"""

import csv
from pathlib import Path
from typing import NamedTuple

DELEN = {"afstel": 50, "apart": 50, "later": 50, "derde": 50, "eigen": 249}
"""The parts that were tuned on, with how many paraphrases each has."""

VERZEGELD = "verzegeld"
"""The part that was not."""


class Vraag(NamedTuple):
    """One question with its answer."""

    id: str
    thema: str
    vraag: str
    antwoord: str


def vragen() -> list[Vraag]:
    """All answered questions."""
    return [Vraag(**rij) for rij in lees(Path(__file__).with_name("vragen.csv"))]


def parafrases(*delen: str) -> list[tuple[str, set[str]]]:
    """The paraphrases of some parts, of all when none is named, each with the ids of the answers that are right."""
    return [een for deel in delen or DELEN for een in uit_bestand(Path(__file__).with_name(f"{deel}.csv"))]


def uit_bestand(bestand: Path) -> list[tuple[str, set[str]]]:
    """The paraphrases in a file with the columns `tekst` and `goed`."""
    return [(rij["tekst"], set(rij["goed"].split())) for rij in lees(bestand)]


def lees(bestand: Path) -> list[dict[str, str]]:
    """The rows of a file with semicolons."""
    with bestand.open(encoding="utf-8", newline="") as open_bestand:
        return list(csv.DictReader(open_bestand, delimiter=";"))
