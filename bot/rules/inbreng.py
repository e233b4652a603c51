"""What voters wrote to be read by all, whatever the method of the poll. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Inbreng:
    """What a voter wrote to be read by all, and what the team said to it.

    Args:
        antwoord: None while there is none.
        blijft: whether the team said that it stays as it is, and that the proposal does too.
    """

    tekst: str
    antwoord: str | None = None
    blijft: bool = False
