"""What a voter sees and taps, as data: a method gives it and one renderer shows it. Its words are in the catalogs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Zin:
    """Words out of the catalog, by their name in the method, with what is filled in.

    Args:
        velden: texts of people as they were typed, numbers; `moment` and `kort` are ISO strings, `aantal` a plural.
    """

    naam: str
    velden: Mapping[str, str | int] = field(default_factory=dict)


def op_een_rij(teksten: Iterable[str]) -> str:
    """Return what people typed as one running text; a full stop at the end of one would stand before a semicolon."""
    return "; ".join(tekst[:-1] if tekst.endswith(".") and not tekst.endswith("..") else tekst for tekst in teksten)


Woord = str | Zin
"""What people typed, or words of ours."""


@dataclass(frozen=True)
class Knop:
    """A button: what a tap does (at most `DAAD_LENGTE` bytes), its label (`knop`), and whether it is chosen now."""

    daad: str
    label: Woord
    gekozen: bool = False


DAAD_LENGTE = 38
"""What is left of 64 bytes beside the prefix and the id of the poll."""


@dataclass(frozen=True)
class Scherm:
    """What a voter sees under the question.

    Args:
        knoppen: rows of buttons.
        regels: what the buttons are about where they do not say so, a line each (`zin`).
        zinnen: what can be done now, in their order (`zin`).
        stem: one's vote in words (`knop`); empty where the buttons say enough.
        tekst_tot: so many characters may be typed now; 0: nothing is waited for.
    """

    knoppen: tuple[tuple[Knop, ...], ...]
    regels: tuple[Woord, ...] = ()
    zinnen: tuple[Zin, ...] = ()
    stem: tuple[Woord, ...] = ()
    tekst_tot: int = 0
