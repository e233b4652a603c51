"""Publishing tables: at most once a week each, and only what leaves small cells open given all that was published.

In between, and when a new table may not come yet, the last one stands, with the moment at which it was counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from bot.rules.kleine_cellen import NIET_GETOOND, Cel
from bot.rules.publicatie import TUSSENTIJD, Uitgave, mag_uit, uitgave
from bot.rules.tabellen import PER_ONDERDEEL
from bot.storage import publicaties, telt


@dataclass(frozen=True)
class Uitsplitsing:
    """A number of a table that is published now and then; nobody sees it as it is.

    Args:
        plafond: how many there could be at most, where everyone knows that.
    """

    aantal: int
    plafond: int | None = None


@dataclass(frozen=True)
class Geteld:
    """One thing as it was counted; the fields are those of `bot.services.tellen.Onderdeel`."""

    onderdeel: str
    naam: str
    metingen: Mapping[str, Cel | Uitsplitsing]
    id: str | None = None
    moment: str | None = None


@dataclass
class Ruw:
    """A table as counted: nobody sees these numbers.

    Args:
        telt_op: its cells add up to a number that people may know, such as the teller of a condition.
        plafonds: how many there could be at most in a cell, where everyone knows that.
    """

    telt_op: bool
    aantallen: dict[str, int] = field(default_factory=dict)
    plafonds: dict[str, int] = field(default_factory=dict)


class Gepubliceerd(NamedTuple):
    """A table as published.

    Args:
        moment: when it was counted; None: it was not published yet, and each cell is `NIET_GETOOND`.
    """

    moment: datetime | None
    uitgave: Uitgave | None

    def cel(self, naam: str) -> Cel:
        """Return what is shown of a cell."""
        return NIET_GETOOND if self.uitgave is None else self.uitgave.getoond(naam)


def te_publiceren(geteld: Iterable[Geteld]) -> dict[str, Ruw]:
    """Return the tables that are published now and then, by the name of what is counted."""
    tabellen: dict[str, Ruw] = {}
    for deel in geteld:
        for meting, waarde in deel.metingen.items():
            if isinstance(waarde, Uitsplitsing):
                telt_op = PER_ONDERDEEL[deel.onderdeel].wijze == "reeks"
                ruw = tabellen.setdefault(f"{deel.onderdeel}.{meting}", Ruw(telt_op))
                ruw.aantallen[deel.naam] = waarde.aantal
                if waarde.plafond is not None:
                    ruw.plafonds[deel.naam] = waarde.plafond
    return tabellen


def geef_uit(tx: Connection, wijk: int, tabellen: Mapping[str, Ruw], now: datetime) -> dict[str, Gepubliceerd]:
    """Publish what may be published anew, keep that, and return of each table what is published now.

    Args:
        tabellen: by name, such as `straat.gehoord`.
    """
    bekend = publicaties.laatste(tx, wijk)
    versie, eraf = telt.eraf(tx, wijk)
    uit = {}
    for naam, ruw in tabellen.items():
        nieuw = replace(uitgave(ruw.aantallen, ruw.plafonds), versie=versie, eraf=eraf.get(naam.partition(".")[2], 0))
        uit[naam] = _geef_uit(tx, wijk, naam, ruw.telt_op, nieuw, bekend.get(naam), now)
    return uit


def _geef_uit(
    tx: Connection,
    wijk: int,
    naam: str,
    telt_op: bool,
    nieuw: Uitgave,
    vorige: tuple[datetime, Uitgave] | None,
    now: datetime,
) -> Gepubliceerd:
    te_vroeg = vorige is not None and now < vorige[0] + TUSSENTIJD
    if te_vroeg or (telt_op and not mag_uit(vorige and vorige[1], nieuw)):
        return Gepubliceerd(*(vorige or (None, None)))
    publicaties.voeg_toe(tx, wijk, naam, now, nieuw)
    return Gepubliceerd(now, nieuw)
