"""Whose list of commands must be set anew in the chat. A wish is a row; carrying it out twice does no harm."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, case, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from berichten.opdrachten import GROEPSAANSPREEKPUNT
from bot.storage import kapot
from bot.storage.tables import account, bewoner, opdrachtmenu, rol
from bot.storage.tables.bewoners import NOG_TE_ZETTEN
from bot.storage.wijken import LOPEND

DIRECT = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Menuwens:
    """A list that must be set: whose, in which language, for which roles.

    Args:
        gewenst: number of the wish; a later one has a higher.
        inhoud: mark of the list that the chat shows now, None when unknown.
        pogingen: how often it failed already.
        meer_wijken: whether they live or have a role in more than one.
    """

    account: int
    extern_id: str
    taal: str | None
    bewoner: bool
    rollen: frozenset[str]
    gewenst: int
    inhoud: str | None
    pogingen: int
    meer_wijken: bool = False


def wens(tx: Connection, wijk: int, accounts: Iterable[int]) -> None:
    """Wish that these accounts get the list that fits them now."""
    invoegen = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    for van in accounts:
        nieuw = invoegen(opdrachtmenu).values(account=van, wijk=wijk, gewenst=1, niet_voor=DIRECT)
        opnieuw = {"wijk": wijk, "gewenst": opdrachtmenu.c.gewenst + 1, "niet_voor": DIRECT, "pogingen": 0}
        tx.execute(nieuw.on_conflict_do_update(index_elements=["account"], set_=opnieuw))


def wens_rollen(tx: Connection, wijk: int) -> None:
    """Wish it for all who have a role in a wijk, or had a list of their own before."""
    van_een_rol = (account.c.kanaal == rol.c.kanaal) & (account.c.extern_id == rol.c.extern_id)
    met_rol = select(account.c.id).join(rol, van_een_rol).where(rol.c.wijk == wijk)
    wens(tx, wijk, list(tx.scalars(met_rol.union(select(opdrachtmenu.c.account).where(opdrachtmenu.c.wijk == wijk)))))


def herhaal(tx: Connection, account_id: int) -> None:
    """Wish it again for an account that ever had a list of its own; for others the list of everybody does."""
    opnieuw = {"gewenst": opdrachtmenu.c.gewenst + 1, "niet_voor": DIRECT, "pogingen": 0}
    tx.execute(update(opdrachtmenu).where(opdrachtmenu.c.account == account_id).values(**opnieuw))


def te_doen(tx: Connection, wijken: Collection[int], kanaal: str, hoeveel: int, now: datetime) -> list[Menuwens]:
    """Return wishes that are not carried out and may be tried.

    Args:
        now: the system's time.
    """
    vraag = (
        select(opdrachtmenu, account.c.extern_id, account.c.taal, bewoner.c.wijk.label("thuis"))
        .join(account, account.c.id == opdrachtmenu.c.account)
        .outerjoin(bewoner, (bewoner.c.id == account.c.bewoner) & bewoner.c.tot.is_(None) & bewoner.c.wijk.in_(LOPEND))
        .where(text(NOG_TE_ZETTEN), opdrachtmenu.c.niet_voor <= now)
        .where(opdrachtmenu.c.wijk.in_(wijken), account.c.kanaal == kanaal)
        .order_by(opdrachtmenu.c.niet_voor, opdrachtmenu.c.account)
    )
    return kapot.lees(tx, vraag, opdrachtmenu.c.account, partial(_wens, tx, kanaal), hoogstens=hoeveel)


def _wens(tx: Connection, kanaal: str, r: Row[Any]) -> Menuwens:
    van = rol.c.kanaal == kanaal, rol.c.extern_id == r.extern_id  # in every wijk that runs: one chat has one list
    van_groep = (rol.c.rol == "aanspreekpunt") & (rol.c.bereik != "")
    rollen_van = select(rol.c.wijk, case((van_groep, GROEPSAANSPREEKPUNT), else_=rol.c.rol))
    hun = tx.execute(rollen_van.where(*van, rol.c.wijk.in_(LOPEND))).all()
    rollen, waar = frozenset(een for _, een in hun), {r.thuis, *(wijk for wijk, _ in hun)} - {None}
    hoe = r.thuis is not None, rollen, r.gewenst, r.inhoud, r.pogingen
    return Menuwens(r.account, r.extern_id, r.taal, *hoe, meer_wijken=len(waar) > 1)


def gezet(tx: Connection, wens: Menuwens, inhoud: str | None) -> None:
    """Remember that a wish is done with; one that came meanwhile stays open.

    Args:
        inhoud: mark of the list that the chat shows from now on, None when it took none.
    """
    tx.execute(
        update(opdrachtmenu)
        .where(opdrachtmenu.c.account == wens.account)
        .values(gezet=wens.gewenst, inhoud=inhoud, pogingen=0)
    )


def later(tx: Connection, wens: Menuwens, niet_voor: datetime) -> None:
    """Try a wish again from a moment of the system's time on; a newer wish waits for nothing."""
    nog_deze = opdrachtmenu.c.gewenst == wens.gewenst
    straks = update(opdrachtmenu).where(opdrachtmenu.c.account == wens.account, nog_deze)
    tx.execute(straks.values(niet_voor=niet_voor, pogingen=opdrachtmenu.c.pogingen + 1))
