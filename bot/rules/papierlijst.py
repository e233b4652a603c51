"""A paper door list as it is typed over: `Merelweg 1: 2, 3: 1, 5a: 1`. What it says, or every mistake in it."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from bot.rules.huisnummers import Huisnummer, lees_adres, schrijf

MEEST_REGELS = 200
_REGEL = re.compile(r"(.{1,120}?)\s*[:=]\s*([0-9]{1,3})")


class Regel(NamedTuple):
    """How many people of an address were there."""

    straat: str
    nummer: Huisnummer
    aantal: int

    @property
    def adres(self) -> str:
        """The address as people write it."""
        return f"{self.straat} {schrijf(*self.nummer)}"


class Fout(NamedTuple):
    """Something that cannot be, and where."""

    reden: Literal["onleesbaar", "geen_straat", "dubbel", "nul", "te_lang", "onbekend", "te_veel"]
    waar: str


def lees_papierlijst(getypt: str, straten: Sequence[str]) -> tuple[list[Regel], list[Fout]]:
    """Return what a list says, and what cannot be of what it says itself. A street may stand once before its numbers.

    Whether its addresses exist, and how many live there, the caller knows: the reasons `onbekend` and `te_veel`.
    """
    regels: list[Regel] = []
    fouten: list[Fout] = []
    straat = straten[0] if len(straten) == 1 else None
    delen = [deel.strip() for deel in re.split(r"[,;\n]", getypt) if deel.strip()]
    for deel in delen[:MEEST_REGELS]:
        gelezen = _REGEL.fullmatch(deel)
        genoemd, nummer = lees_adres(gelezen[1], straten) if gelezen else (None, None)
        straat = genoemd or straat
        if gelezen is None or nummer is None:
            fouten.append(Fout("onleesbaar", deel[:60]))
        elif straat is None:
            fouten.append(Fout("geen_straat", deel[:60]))
        else:
            regel = Regel(straat, nummer, int(gelezen[2]))
            al = any(r[:2] == regel[:2] for r in regels)
            if al or not regel.aantal:
                fouten.append(Fout("dubbel" if al else "nul", regel.adres))
            regels.append(regel)
    if len(delen) > MEEST_REGELS:
        fouten.append(Fout("te_lang", str(MEEST_REGELS)))
    return regels, fouten
