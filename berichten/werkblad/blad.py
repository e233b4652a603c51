"""A wide page as data: tables of cells, buttons in them, and what leads to another page. How it looks: bot/web/chat.

A button of it (`Doe`) is a tap, with the same data as that button in the chat.
"""

from dataclasses import dataclass, replace
from typing import Any

from berichten.catalogus import Vertaling


@dataclass(frozen=True)
class Doe:
    """A button: what it says, and the tap that it makes.

    Args:
        naam: what it is called where its text alone does not say what about; begins with that text.
        staat: how it stands with what it changes, as one reads it after the tap.
        aan: whether it shows something that is on or off, and which.
        over: what it changes on this page, in letters for an address; of what comes of it in the chat it is empty.
    """

    tekst: str
    data: str
    naam: str = ""
    staat: str = ""
    aan: bool | None = None
    over: str = ""


@dataclass(frozen=True)
class Cel:
    """What stands in a cell.

    Args:
        tekst: plain, or markup of ours (`Veilig`).
        sleutel: by what its column is sorted; the text when it is None.
        link: the rest of the address of another page of this view, or the whole of another one.
        getypt: somebody wrote it, in any language.
        merk: what is said above it, such as that it is new.
    """

    tekst: str = ""
    sleutel: Any = None
    link: str = ""
    doen: tuple[Doe, ...] = ()
    getypt: bool = False
    let_op: bool = False
    merk: str = ""


@dataclass(frozen=True)
class Kolom:
    """A column: what stands above it, and its name in the address of a sorted table; without one it sorts nothing."""

    kop: str
    naam: str = ""


@dataclass(frozen=True)
class Tabel:
    """A table; the first cell of a row says what the row is about."""

    titel: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    leeg: str = ""
    op: str = ""
    aflopend: bool = False

    def gesorteerd(self, op: str, *, aflopend: bool) -> "Tabel":
        """Return it by one of its columns; as it was when it has no such column."""
        plaats = next((n for n, kolom in enumerate(self.kolommen) if kolom.naam and kolom.naam == op), None)
        if plaats is None:
            return self
        rijen = sorted(self.rijen, key=lambda rij: _sleutel(rij[plaats]), reverse=aflopend)
        return replace(self, rijen=tuple(rijen), op=op, aflopend=aflopend)


@dataclass(frozen=True)
class Link:
    """The way to another page of this view; `hier`: it is this page."""

    tekst: str
    naar: str
    hier: bool = False


@dataclass(frozen=True)
class Keuze:
    """A choice between pages of this view, and what one chooses there."""

    titel: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Blad:
    """A page.

    Args:
        regels: what is said above the tables, a paragraph each.
        volgt: it changes by what comes in the chat.
        zoek: what stands at the field in which one types what to look for; empty without one.
    """

    titel: str
    tabellen: tuple[Tabel, ...] = ()
    regels: tuple[str, ...] = ()
    keuzes: tuple[Keuze, ...] = ()
    doen: tuple[Doe, ...] = ()
    zoek: str = ""
    gezocht: str = ""
    volgt: bool = False

    def hoe_staat(self, over: str) -> str:
        """Say how it stands with what a tap on this page was about: what its buttons are called now."""
        knoppen = (doe for tabel in self.tabellen for rij in tabel.rijen for cel in rij for doe in cel.doen)
        deze = (doe for doe in (*self.doen, *knoppen) if doe.over and doe.over == over)
        return next((doe.staat or doe.naam for doe in deze), "")


def _sleutel(cel: Cel) -> tuple[bool, Any]:
    """Return by what a cell is sorted, what is empty first; a column holds keys of one kind."""
    sleutel = cel.tekst.casefold() if cel.sleutel is None else cel.sleutel
    return (sleutel != "", sleutel) if isinstance(sleutel, str) else (True, sleutel)


def kolommen(t: Vertaling, *namen: str) -> tuple[Kolom, ...]:
    """Return columns by which one sorts, by their names."""
    return tuple(Kolom(t.plat(f"webkanaal.werk_kolom.{naam}"), naam) for naam in namen)


def zonder_volgorde(t: Vertaling, *namen: str) -> tuple[Kolom, ...]:
    """Return columns that sort nothing, such as that of the buttons."""
    return tuple(replace(kolom, naam="") for kolom in kolommen(t, *namen))
