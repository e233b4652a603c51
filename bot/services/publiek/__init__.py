"""What the public page shows, in parts: one file per part, found by its name, with `DEEL`, a `Deel`.

A part gives published facts as plain data without words; its templates say them (`bot/web/sjablonen/<deel>*.html`).
"""

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.storage import bewijslog, wijken

ARCHIEF = "archief"
"""The page that lists the parts which are not in the navigation themselves."""


@dataclass(frozen=True)
class Blik:
    """One look at a wijk: what a part needs to know beside its transaction.

    Args:
        now: the moment, as people see it.
        zone: time zone of the wijk.
    """

    wijk: int
    now: datetime
    zone: ZoneInfo


Data = dict[str, Any]
Lees = Callable[[Connection, Blik], Data | None]


@dataclass(frozen=True)
class Gebeurtenis:
    """Something for a calendar; its id stays, and a higher version replaces it there.

    Args:
        eind: None: nobody said when it ends.
        plek: millionths of a degree north and east.
        pad: of its page, below the language.
        wat: catalog key of one or two words that say what it is.
        tekst: what else there is to say of it.
    """

    id: str
    titel: str
    begin: datetime
    versie: int
    pad: str
    wat: str
    eind: datetime | None = None
    plaats: str = ""
    plek: tuple[int, int] | None = None
    afgelast: bool = False
    tekst: str = ""


@dataclass(frozen=True)
class Nieuws:
    """Something that happened, for who follows the news; its title is the text `web.<deel>.nieuws`.

    Args:
        id: stays the same for ever.
        pad: of its page, below the language.
        velden: what its title fills in.
        vorm: of another title: `web.<deel>.nieuws_<vorm>`.
        html: what it says, per language; of one that is not among them comes the first.
    """

    id: str
    op: datetime
    pad: str
    velden: Mapping[str, Any]
    vorm: str = ""
    html: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Deel:
    """A part of the public page.

    What it gives was published or is meant for everyone: numbers of people as `bot.rules.kleine_cellen` and
    `bot.rules.peilinguitslag` show them, and never what holds for part of the wijk only.

    Args:
        pagina: data of the page `/<taal>/<deel>/`; None: there is nothing to show, and so no page.
        plek: its place in the navigation; the lowest comes first.
        archief: the page is listed in the archive, not in the navigation.
        een: data of the page `/<taal>/<deel>/<id>/` of one thing; None: there is none of this id.
        pdf: bytes of the file `/<taal>/<deel>/<id>.pdf` of one thing; None: there is none of this id.
        thuis: data of its block on the home page; None: no block.
        plek_thuis: the place of that block.
        er_is: whether there is something to show, where that can be told faster than by `pagina`.
        agenda: what it puts in the calendar that people subscribe to, past and cancelled ones too.
        nieuws: what it puts in the feed of news.
    """

    pagina: Lees | None = None
    plek: int = 50
    archief: bool = False
    een: Callable[[Connection, Blik, str], Data | None] | None = None
    pdf: Callable[[Connection, Blik, str], bytes | None] | None = None
    thuis: Lees | None = None
    plek_thuis: int = 50
    er_is: Callable[[Connection, Blik], bool] | None = None
    agenda: Callable[[Connection, Blik], list[Gebeurtenis]] | None = None
    nieuws: Callable[[Connection, Blik], list[Nieuws]] | None = None

    def bestaat(self, tx: Connection, blik: Blik) -> bool:
        """Say whether its page is there."""
        if self.er_is is not None:
            return self.er_is(tx, blik)
        return self.pagina is not None and self.pagina(tx, blik) is not None


DELEN: dict[str, Deel] = {
    module.name: import_module(f"{__name__}.{module.name}").DEEL for module in pkgutil.iter_modules(__path__)
}
"""Each part by its name."""


class Pagina(NamedTuple):
    """What one page shows.

    Args:
        wijk: its name.
        menu: the parts in the navigation.
        archief: the parts in the archive.
        delen: the data of each part on it by its name, in their order.
    """

    wijk: str
    menu: tuple[str, ...]
    archief: tuple[str, ...]
    delen: dict[str, Data]


def lees_thuis(tx: Connection, blik: Blik) -> Pagina:
    """Return the home page."""
    op_plek = sorted(DELEN.items(), key=lambda naam_deel: naam_deel[1].plek_thuis)
    gelezen = ((naam, deel.thuis(tx, blik)) for naam, deel in op_plek if deel.thuis is not None)
    return _om(tx, blik, {naam: data for naam, data in gelezen if data is not None})


def lees_archief(tx: Connection, blik: Blik) -> Pagina | None:
    """Return the list of what is in the archive, None when nothing is."""
    om = _om(tx, blik, {})
    return om if om.archief else None


def lees_deel(tx: Connection, blik: Blik, naam: str, id_: str | None = None) -> Pagina | None:
    """Return the page of a part, or of one thing in it; None when there is no such page."""
    deel = DELEN.get(naam)
    if deel is None:
        return None
    data = None
    if id_ is not None:
        data = deel.een(tx, blik, id_) if deel.een else None
    elif deel.pagina is not None:
        data = deel.pagina(tx, blik)
    return None if data is None else _om(tx, blik, {naam: data})


def lees_pdf(tx: Connection, blik: Blik, naam: str, id_: str) -> bytes | None:
    """Return the PDF of one thing in a part; None when there is none."""
    deel = DELEN.get(naam)
    return deel.pdf(tx, blik, id_) if deel is not None and deel.pdf else None


class Kalender(NamedTuple):
    """What comes, of all parts together, by its moment."""

    wijk: str
    gebeurtenissen: list[Gebeurtenis]


def lees_kalender(tx: Connection, blik: Blik) -> Kalender:
    """Return all that is for a calendar."""
    alles = [een for deel in DELEN.values() if deel.agenda for een in deel.agenda(tx, blik)]
    return Kalender(wijken.naam(tx, blik.wijk), sorted(alles, key=lambda een: (een.begin, een.id)))


class Krant(NamedTuple):
    """The news, newest first, each with its part.

    Args:
        site: an id of the wijk that stays.
    """

    wijk: str
    site: str
    nieuws: list[tuple[str, Nieuws]]


def lees_nieuws(tx: Connection, blik: Blik) -> Krant:
    """Return the news of all parts."""
    alles = [(naam, een) for naam, deel in DELEN.items() if deel.nieuws for een in deel.nieuws(tx, blik)]
    alles.sort(key=lambda naam_een: (naam_een[1].op, naam_een[1].id), reverse=True)
    return Krant(wijken.naam(tx, blik.wijk), bewijslog.log_naam(tx, blik.wijk), alles[:_MEEST_NIEUWS])


_MEEST_NIEUWS = 50


def _om(tx: Connection, blik: Blik, delen: dict[str, Data]) -> Pagina:
    """Return a page with what stands around it."""
    op_plek = sorted(DELEN.items(), key=lambda naam_deel: naam_deel[1].plek)
    er = [(naam, deel.archief) for naam, deel in op_plek if deel.bestaat(tx, blik)]
    menu = tuple(naam for naam, archief in er if not archief)
    archief = tuple(naam for naam, archief in er if archief)
    return Pagina(wijken.naam(tx, blik.wijk), menu, archief, delen)
