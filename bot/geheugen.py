"""What Python's search for garbage may cost a process that runs for weeks: as it comes, a quarter of the CPU of a vote.

Reference counts free nearly all that an update makes. The search is for what points at itself, and each full one goes
through all that was ever imported (a quarter of a million objects), in which there is nothing to find.
"""

import gc

BIJ_NIEUWE_OBJECTEN = 10_000
"""After so many more objects that could hold others a search begins; Python itself says 700."""
OUDER_NA = 20
"""A search among what survived comes after so many among what is new, and a full one after so many of those."""


def laat_rusten() -> None:
    """Leave what was made up to now out of every search: called once, when all has started."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(BIJ_NIEUWE_OBJECTEN, OUDER_NA, OUDER_NA)
