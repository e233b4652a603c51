"""What stands in the chats in the browser. Each change raises the version of its chat: by it a page asks what is new.

The row of a version is taken before anything is written, so changes become visible in the order of their versions.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Integer, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.tables import UtcMoment, account, webbericht, webstand

PLEK = "plek"
Inhoud = dict[str, Any]
"""`tekst`: safe HTML; `knoppen`: rows of `tekst` with `data` or `url`; `bijlage`: a `Bijlage`; `getypt`: plain text.

What a file is made of stands apart: it can be much, and only who opens it needs it.
"""


_VAN = select(account.c.id).where(account.c.kanaal == bindparam("kanaal"), account.c.extern_id == bindparam("wie"))
_ZELFDE = select(webbericht.c.id).where(
    webbericht.c.account == bindparam("wie"), webbericht.c.sleutel == bindparam("als")
)
_ERBIJ = insert(webbericht).returning(webbericht.c.id)
_STAND = select(webstand.c.versie, webstand.c.opmerking).where(webstand.c.account == bindparam("wie"))


@dataclass(frozen=True)
class Webbericht:
    """A message as it stands in a chat; without `inhoud` it was deleted."""

    id: int
    versie: int
    van_bot: bool
    inhoud: Inhoud | None
    op: datetime


def account_van(tx: Connection, kanaal: str, extern_id: str) -> int | None:
    """Return the account whose chat this is; None when nobody has it (any more)."""
    return tx.scalar(_VAN, {"kanaal": kanaal, "wie": extern_id})


def zet(
    tx: Connection, account_id: int, inhoud: Inhoud, now: datetime, *, van_bot: bool, sleutel: str | None = None
) -> int:
    """Put a message in a chat and return its id; what was put there under the same `sleutel` stands there once."""
    if sleutel is not None and (al := tx.scalar(_ZELFDE, {"wie": account_id, "als": sleutel})) is not None:
        return int(al)
    versie = _volgende(tx, account_id, now if van_bot else None)
    velden = {"account": account_id, "versie": versie, "van_bot": van_bot, "op": now}
    return int(tx.scalars(_ERBIJ, {**velden, **_delen(inhoud), "sleutel": sleutel}).one())


def wijzig(tx: Connection, account_id: int, nummer: int, inhoud: Inhoud) -> bool:
    """Change a message of ours; False when it is not there (any more), or shows a file and would lose that.

    What somebody asked to see stays: what comes of a button under it is a message of its own.
    """
    deze = webbericht.c.id == nummer, webbericht.c.account == account_id, webbericht.c.van_bot
    oud = tx.execute(select(webbericht.c.inhoud, webbericht.c.gegevens).where(*deze)).one_or_none()
    if oud is None or oud.inhoud is None or ("bijlage" in oud.inhoud and "bijlage" not in inhoud):
        return False
    nieuw = _delen(inhoud)
    if oud._asdict() != nieuw:
        tx.execute(update(webbericht).where(*deze).values(**nieuw, versie=_volgende(tx, account_id)))
    return True


def verwijder(tx: Connection, account_id: int, nummers: Sequence[int]) -> None:
    """Delete messages; what is not there is fine."""
    deze = webbericht.c.account == account_id, webbericht.c.id.in_(list(nummers)), webbericht.c.inhoud.is_not(None)
    if weg := list(tx.scalars(select(webbericht.c.id).where(*deze))):
        leeg = {"inhoud": None, "gegevens": None, "versie": _volgende(tx, account_id)}
        tx.execute(update(webbericht).where(webbericht.c.id.in_(weg)).values(**leeg))


def wis_getypt(tx: Connection, account_id: int, hoort: Callable[[str], bool]) -> None:
    """Delete what somebody typed and was promised to be forgotten."""
    deze = webbericht.c.account == account_id, ~webbericht.c.van_bot, webbericht.c.inhoud.is_not(None)
    getypt = tx.execute(select(webbericht.c.id, webbericht.c.inhoud).where(*deze)).all()
    verwijder(tx, account_id, [een.id for een in getypt if hoort(een.inhoud["getypt"])])


def merk_op(tx: Connection, account_id: int, tik: str, tekst: str, *, venster: bool) -> None:
    """Keep the notice over a tap, in place of the one before."""
    versie = _volgende(tx, account_id)
    opmerking = {"versie": versie, "tik": tik, "tekst": tekst, "venster": venster}
    tx.execute(update(webstand).where(webstand.c.account == account_id).values(opmerking=opmerking))


def stand(tx: Connection, account_id: int) -> tuple[int, Inhoud | None]:
    """Return the version of a chat and the last notice in it."""
    gevonden = tx.execute(_STAND, {"wie": account_id}).one_or_none()
    return (gevonden.versie, gevonden.opmerking) if gevonden else (0, None)


def na(tx: Connection, account_id: int, versie: int, hoogstens: int) -> list[Webbericht]:
    """Return what changed after a version, in the order of the changes."""
    return _lees(tx, _NA, {"wie": account_id, "versie": versie, "hoogstens": hoogstens})


def laatste(tx: Connection, account_id: int, hoeveel: int) -> list[Webbericht]:
    """Return the last messages, the oldest first."""
    deze = webbericht.c.account == account_id, webbericht.c.inhoud.is_not(None)
    return _lees(tx, select(*_KOLOMMEN).where(*deze).order_by(webbericht.c.id.desc()).limit(hoeveel))[::-1]


def een(tx: Connection, account_id: int, nummer: int) -> Webbericht | None:
    """Return one message of a chat; None when it is not there (any more)."""
    deze = webbericht.c.account == account_id, webbericht.c.id == nummer, webbericht.c.inhoud.is_not(None)
    return next(iter(_lees(tx, select(*_KOLOMMEN).where(*deze))), None)


@dataclass(frozen=True)
class Bestand:
    """A file of ours in a chat."""

    id: int
    versie: int
    naam: str
    op: datetime


def met_bestand(tx: Connection, account_id: int, hoeveel: int) -> list[Bestand]:
    """Return the last documents that we put in a chat, the last first."""
    deze = webbericht.c.account == account_id, webbericht.c.van_bot, webbericht.c.gegevens.is_not(None)
    laatste = _lees(tx, select(*_KOLOMMEN).where(*deze).order_by(webbericht.c.id.desc()).limit(hoeveel))
    bijlagen = ((een, (een.inhoud or {}).get("bijlage", {})) for een in laatste)
    return [Bestand(een.id, een.versie, b["naam"], een.op) for een, b in bijlagen if b.get("vorm") == "document"]


def gegevens(tx: Connection, account_id: int, nummer: int) -> Inhoud | None:
    """Return what the file of a message is made of."""
    deze = webbericht.c.account == account_id, webbericht.c.id == nummer
    return tx.scalar(select(webbericht.c.gegevens).where(*deze))


def ongezien(tx: Connection, kanaal: str, tot: Mapping[int, int]) -> dict[int, int]:
    """Return of which accounts a page showed something new that was not kept yet, and up to which version.

    Args:
        tot: up to which version pages showed chats, each by the id that its network knows it by.
    """
    kolommen = account.c.id, account.c.extern_id, webstand.c.gezien, webstand.c.versie
    nieuw = account.c.kanaal == kanaal, webstand.c.nieuw > webstand.c.gezien
    vraag = select(*kolommen).join(webstand, webstand.c.account == account.c.id).where(*nieuw)
    getoond = ((rij.id, tot.get(int(rij.extern_id), 0), rij) for rij in tx.execute(vraag))
    return {wie: versie for wie, versie, rij in getoond if rij.gezien < versie <= rij.versie}


def toonde(tx: Connection, tot: Mapping[int, int]) -> None:
    """Keep up to which version a page showed the chats of accounts."""
    deze = webstand.c.account == bindparam("wie"), webstand.c.gezien < bindparam("tot")
    if tot:
        rijen = [{"wie": wie, "tot": versie} for wie, versie in tot.items()]
        tx.execute(update(webstand).where(*deze).values(gezien=bindparam("tot")), rijen)


def ruim_op(tx: Connection, voor: datetime, hoeveel: int) -> int:
    """Forget what stands in the chats from before a moment; return how many messages that were.

    Args:
        hoeveel: no more than so many of the oldest are looked at, so that nobody waits long.
    """
    oudste = select(webbericht.c.id, webbericht.c.op).order_by(webbericht.c.id).limit(hoeveel).subquery()
    oud = select(oudste.c.id).where(oudste.c.op < voor)
    return tx.execute(delete(webbericht).where(webbericht.c.id.in_(oud))).rowcount


_KOLOMMEN = (
    webbericht.c.id,
    webbericht.c.versie,
    webbericht.c.van_bot,
    webbericht.c.inhoud,
    webbericht.c.op,
)
_NA = (
    select(*_KOLOMMEN)
    .where(webbericht.c.account == bindparam("wie"), webbericht.c.versie > bindparam("versie"))
    .order_by(webbericht.c.versie)
    .limit(bindparam("hoogstens", type_=Integer))
)


def _delen(inhoud: Inhoud) -> dict[str, Any]:
    """Return the columns that say what stands in a message."""
    if "bijlage" not in inhoud:
        return {"inhoud": inhoud, "gegevens": None}
    bijlage = dict(inhoud["bijlage"])
    gegevens = None if bijlage["soort"] == PLEK else bijlage.pop("data")
    return {"inhoud": {**inhoud, "bijlage": bijlage}, "gegevens": gegevens}


def _lees(tx: Connection, vraag: Any, waarden: dict[str, Any] | None = None) -> list[Webbericht]:
    return [Webbericht(*rij) for rij in tx.execute(vraag, waarden)]


@cache
def _hoger(dialect: str, nieuw: bool) -> Any:
    eerste: dict[str, Any] = {"nieuw": 1, "nieuw_op": bindparam("nieuw_op", type_=UtcMoment)} if nieuw else {}
    versie = webstand.c.versie + 1
    anders = {**eerste, "versie": versie, **({"nieuw": versie} if nieuw else {})}
    rij = (postgresql.insert if dialect == "postgresql" else sqlite.insert)(webstand)
    rij = rij.values(account=bindparam("wie"), versie=1, **eerste)
    return rij.on_conflict_do_update(index_elements=["account"], set_=anders).returning(webstand.c.versie)


def _volgende(tx: Connection, account_id: int, nieuw_op: datetime | None = None) -> int:
    """Raise the version of a chat.

    Args:
        nieuw_op: when a new message of ours comes with it, as people see it.
    """
    nieuw = {} if nieuw_op is None else {"nieuw_op": nieuw_op}
    return int(tx.scalars(_hoger(tx.dialect.name, bool(nieuw)), {"wie": account_id, **nieuw}).one())
