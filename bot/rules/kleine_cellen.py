"""Small cells in a breakdown (per street, channel, werkgroep or option): nobody may be picked out of a table.

Now: 1-4 is shown as "minder dan 5". That does not stop who subtracts its neighbours from a total. Issue 5 adds:
- cells rounded once to 5, and percentages only from 10 people;
- complementary suppression: a total or a neighbouring cell is published only if every 1-4 cell can still be 1, 2, 3
  and 4 given all that was published, earlier weeks included;
- a group that answered alike is withheld; wijk-wide teller and noemer are exact from 10 people on.

A poll shows how it goes in steps, so that no view differs from the next by one person's choice.
"""

from collections.abc import Sequence
from dataclasses import dataclass

KLEINSTE = 5
TUSSENSTAND_VANAF = 10
TUSSENSTAND_STAP = 5
Cel = int | str


def cel(aantal: int) -> Cel:
    """Return a cell as it may be shown: the number, or "minder dan 5" for 1-4."""
    return f"minder dan {KLEINSTE}" if 0 < aantal < KLEINSTE else aantal


@dataclass(frozen=True)
class Tussenstand:
    """How an open poll goes, as it may be shown.

    Args:
        stemmen: how many ballots it was made of.
        delen: per option the percentage of them that has it, rounded to 5.
    """

    stemmen: int
    delen: tuple[int, ...]


def tussenstand(vorige: Tussenstand | None, aantallen: Sequence[int], stemmen: int) -> Tussenstand | None:
    """Return what may be shown after the one that was shown before: the same until five more people have voted.

    Args:
        vorige: what was shown last, None when nothing was.
        aantallen: ballots per option now.
        stemmen: how many ballots there are now.
    """
    vanaf = TUSSENSTAND_VANAF if vorige is None else vorige.stemmen + TUSSENSTAND_STAP
    if stemmen < vanaf:
        return vorige
    return Tussenstand(stemmen, tuple((40 * aantal + stemmen) // (2 * stemmen) * 5 for aantal in aantallen))
