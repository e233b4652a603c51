"""Poll methods, one file each. A method gives its result as data, so that one renderer serves all."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Uitslag:
    """A result.

    Args:
        regels: (text, votes) in the order of the options.
        stemmen: how many people voted.
    """

    regels: tuple[tuple[str, int], ...]
    stemmen: int
