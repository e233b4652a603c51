"""What people bring in to a poll of others: when they may, and how much. Pure."""

from typing import Literal

Wanneer = Literal["", "tijdens", "vooraf"]
"""While one can vote, before that, or never."""
MEEST_PER_PERSOON = 3
MEESTE_OPTIES = 25
"""A poll has no more, so that its overview fits in one message."""
UITKOMSTEN = ("erbij", "samengevoegd", "niet", "te_laat")
"""What becomes of a text: an option, part of one, neither; or nobody judged it in time."""


def mag_aandragen(wanneer: Wanneer, *, stemmen_open: bool, voorbij: bool) -> bool:
    """Say whether people may bring something in, and staff may let it through.

    Args:
        wanneer: what the method says.
        stemmen_open: whether one can vote now.
        voorbij: whether the poll is over.
    """
    return not voorbij and {"": False, "tijdens": stemmen_open, "vooraf": not stemmen_open}[wanneer]
