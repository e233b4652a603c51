"""Small cells in a breakdown (per street, channel, werkgroep or option): nobody may be picked out of a table.

Now: 1-4 is shown as "minder dan 5". That does not stop who subtracts its neighbours from a total. Issue 5 adds:
- cells rounded once to 5, and percentages only from 10 people;
- complementary suppression: a total or a neighbouring cell is published only if every 1-4 cell can still be 1, 2, 3
  and 4 given all that was published, earlier weeks included;
- a group that answered alike is withheld; wijk-wide teller and noemer are exact from 10 people on.
"""

KLEINSTE = 5
Cel = int | str


def cel(aantal: int) -> Cel:
    """Return a cell as it may be shown: the number, or "minder dan 5" for 1-4."""
    return f"minder dan {KLEINSTE}" if 0 < aantal < KLEINSTE else aantal
