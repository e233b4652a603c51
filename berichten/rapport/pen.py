"""With what the parts of the report are written: plain texts, days, and the blocks that `bot.exports` sets."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from berichten.bericht import Toon, zonder_opmaak
from berichten.catalogus import Veilig
from bot.rules.kleine_cellen import MINDER, NIET_GETOOND

Blok = dict[str, Any]
PUNT = "• "
"""With this a line of the catalog begins that is part of a list."""
_KOP = re.compile("<b>([^<]*)</b> (.*)", re.DOTALL)


@dataclass(frozen=True)
class Pen:
    """Writes in one language."""

    toon: Toon

    def tekst(self, sleutel: str, **velden: Any) -> str:
        """Return the text of a key without markup."""
        veilig = {naam: Veilig(html.escape(v)) if isinstance(v, str) else v for naam, v in velden.items()}
        return zonder_opmaak(self.toon.t.tekst(sleutel, **veilig))

    def dag(self, iso: str) -> str:
        """Return a day, or the day of a moment, as `1 februari 2027`."""
        return self.toon.dag(iso)

    def kort(self, iso: str) -> str:
        """Return it as it fits a table: `1 feb 2027`."""
        return self.toon.dag(iso, "yMMMd")


def kop(tekst: str, niveau: int = 1) -> Blok:
    """Return a heading."""
    return {"soort": "kop", "tekst": tekst, "niveau": niveau}


def alinea(*zinnen: str, link: str | None = None) -> Blok:
    """Return a paragraph, perhaps with an address behind it."""
    return {"soort": "alinea", "tekst": " ".join(zin for zin in zinnen if zin), "link": link}


def klein(*zinnen: str) -> Blok:
    """Return a paragraph in small print."""
    return {"soort": "klein", "tekst": " ".join(zin for zin in zinnen if zin)}


def kader(*regels: str) -> Blok:
    """Return paragraphs that stand out; of more than one the first is bold."""
    return {"soort": "kader", "regels": [regel for regel in regels if regel]}


def afdruk(tekst: str, waarde: str) -> Blok:
    """Return a fingerprint with what it is of, in small print; it does not run on into the next line."""
    return {"soort": "afdruk", "tekst": tekst, "waarde": waarde}


def lijst(punten: Sequence[str]) -> Blok:
    """Return a list."""
    return {"soort": "lijst", "punten": [{"vet": "", "tekst": punt, "punten": []} for punt in punten]}


def afspraken(zinnen: Sequence[Veilig]) -> Blok:
    """Return texts of the catalog as a list: bold is what they begin with, and their own lists stay lists."""
    punten = []
    for zin in zinnen:
        gevonden = _KOP.fullmatch(zin)
        vet, rest = gevonden.groups() if gevonden else ("", zin)
        regels = zonder_opmaak(Veilig(rest)).split("\n")
        tekst = " ".join(regel for regel in regels if not regel.startswith(PUNT))
        onder = [regel.removeprefix(PUNT) for regel in regels if regel.startswith(PUNT)]
        punten.append({"vet": zonder_opmaak(Veilig(vet)), "tekst": tekst, "punten": onder})
    return {"soort": "lijst", "punten": punten}


def tabel(koppen: Sequence[str], rijen: Sequence[Sequence[str | int]], breedtes: Sequence[int]) -> Blok:
    """Return a table.

    Args:
        breedtes: how wide each column is beside the others; 0 is as wide as what it holds.
    """
    getal = [all(_is_getal(rij[n]) for rij in rijen) for n in range(len(koppen))]
    cellen = [[str(cel) for cel in rij] for rij in rijen]
    return {"soort": "tabel", "koppen": list(koppen), "rijen": cellen, "breedtes": list(breedtes), "getal": getal}


def _is_getal(cel: str | int) -> bool:
    """Say whether a cell stands in a column of numbers: with those that are not shown, and with percents."""
    return isinstance(cel, int) or cel in ("", MINDER, NIET_GETOOND) or cel.removesuffix("%").isdecimal()
