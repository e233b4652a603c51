"""What voters wrote to be read by all, whatever the method of the poll. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Inbreng:
    """What a voter wrote to be read by all, and what the team said to it.

    Args:
        antwoord: None while there is none.
        blijft: whether the team said that it stays as it is, and that the proposal does too.
        groep: the name of the group in which the team put it; empty when in none.
        later: whether the answer came after the closing.
    """

    tekst: str
    antwoord: str | None = None
    blijft: bool = False
    groep: str = ""
    later: bool = False
