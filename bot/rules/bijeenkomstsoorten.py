"""Kinds of bijeenkomst and what each brings with it, so that the form asks less; the organiser may choose otherwise.

Their words stand in the catalogs: `bijeenkomst.uitleg.<soort>`, and `bijeenkomst.meenemen.<soort>` where one brings
something. Pure.
"""

from dataclasses import dataclass
from typing import Literal

from bot.rules.herinneringen import VAN_BIJEENKOMST

_DAG_EN_UREN = VAN_BIJEENKOMST[1:]


@dataclass(frozen=True)
class Soort:
    """What a kind of meeting brings with it.

    Args:
        vragen: whether residents can ask questions there; only then who comes counts as informed. `nooit`: it is no
            information meeting, whatever is said there.
        minuten: how long one usually takes; None: that differs too much.
        herinneringen: the kinds of reminder that it has.
        deur: whether people check in at a door: of a meeting of others (the gemeenteraad) nobody does.
        plekken: whether the form asks how many can come.
        voor: for whom it usually is; None: the form asks.
        online: it is held behind a link, which only who signed up gets, shortly before.
        meenemen: whether there is something to bring.
    """

    naam: str
    vragen: Literal["ja", "nee", "nooit"]
    minuten: int | None = 120
    herinneringen: tuple[str, ...] = VAN_BIJEENKOMST
    deur: bool = True
    plekken: bool = False
    voor: Literal["wijk", "werkgroep"] | None = "wijk"
    online: bool = False
    meenemen: bool = False


_ALLE = (
    Soort("energiecafe", "ja", meenemen=True),
    Soort("informatieavond", "ja"),
    Soort("warmtewandeling", "nee", 90, plekken=True, voor=None, meenemen=True),
    Soort("dakdaten", "nee", 90, plekken=True, voor=None, meenemen=True),
    Soort("workshop", "nee", plekken=True, voor=None),
    Soort("huizendag", "nee", 240),
    Soort("werkgroepoverleg", "nee", herinneringen=_DAG_EN_UREN, voor="werkgroep"),
    Soort("dorpsberaad", "ja"),
    Soort("raadsvergadering", "nooit", None, deur=False),
    Soort("webinar", "ja", 60, online=True),
    Soort("viering", "nooit", 180),
)

SOORTEN = {soort.naam: soort for soort in _ALLE}
"""By their name, in the order in which the form offers them."""

ZONDER_DEUR = tuple(soort.naam for soort in _ALLE if not soort.deur)
