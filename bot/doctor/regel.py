"""One line of what was looked at: how it is, and what to do. A line never holds a secret."""

from typing import Literal, NamedTuple

OK: Literal["ok"] = "ok"
LET_OP: Literal["let op"] = "let op"
FOUT: Literal["fout"] = "fout"


class Regel(NamedTuple):
    """What was found.

    Args:
        hoe: `fout` is what the bot cannot work with; `let op` is what someone should look at.
        wat: what was looked at, in a word or two.
        tekst: what was found, and the mend.
        wijken: of which it holds, by the names of their files; none: of the whole installation.
    """

    hoe: Literal["ok", "let op", "fout"]
    wat: str
    tekst: str
    wijken: tuple[str, ...] = ()


def goed(wat: str, tekst: str) -> Regel:
    """Return a line about what is as it should be."""
    return Regel(OK, wat, tekst)


def let_op(wat: str, tekst: str) -> Regel:
    """Return a line about what someone should look at."""
    return Regel(LET_OP, wat, tekst)


def fout(wat: str, tekst: str) -> Regel:
    """Return a line about what must be mended first."""
    return Regel(FOUT, wat, tekst)
