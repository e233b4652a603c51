"""What waits for someone because they heard enough this week, or hear it once a week. A row is gone when it goes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, case, delete, func, insert, literal, or_, select, update

from bot.storage.tables import UtcMoment, account, bewaard, uitzending, voorkeur


@dataclass(frozen=True)
class Bewaard:
    """Something that waits for one account; its columns stand in `bot.storage.tables`."""

    id: int
    wijk: int
    account: int
    sleutel: str
    soort: str
    data: dict[str, Any]
    onderwerp: str
    uitzending: int | None
    over: str
    niet_na: datetime | None
    uiterlijk: datetime | None
    bundel_op: datetime


class Wachtend(NamedTuple):
    """How many residents wait for something, and from when on they get it."""

    wekelijks: bool
    vanaf: datetime
    bewoners: int


_KOLOMMEN = [bewaard.c[naam] for naam in Bewaard.__dataclass_fields__]


def voeg_toe(tx: Connection, wijk: int, wanneer: Mapping[int, datetime], **velden: Any) -> None:
    """Let something wait for these accounts, for each until its own moment."""
    rijen = [{"wijk": wijk, "account": naar, "bundel_op": op, **velden} for naar, op in wanneer.items()]
    if rijen:
        tx.execute(insert(bewaard), rijen)


def rijp(tx: Connection, wijk: int, now: datetime, hoeveel: int) -> list[int]:
    """Return the first accounts for which something may go now."""
    vraag = select(bewaard.c.account).where(bewaard.c.wijk == wijk, bewaard.c.bundel_op <= now).distinct()
    return list(tx.scalars(vraag.order_by(bewaard.c.account).limit(hoeveel)))


def van(tx: Connection, accounts: Sequence[int]) -> list[Bewaard]:
    """Return all that waits for these accounts: what loses its sense first, first; what is oldest before the rest."""
    vraag = select(*_KOLOMMEN).where(bewaard.c.account.in_(accounts))
    volgorde = bewaard.c.niet_na.is_(None), bewaard.c.niet_na, bewaard.c.id
    return [Bewaard(*rij) for rij in tx.execute(vraag.order_by(bewaard.c.account, *volgorde))]


def wachten(tx: Connection, soort: str, onderwerp: str, accounts: Iterable[int]) -> set[int]:
    """Return for which of some accounts a kind of message about something waits."""
    deze = bewaard.c.soort == soort, bewaard.c.onderwerp == onderwerp
    return set(tx.scalars(select(bewaard.c.account).where(*deze, bewaard.c.account.in_(list(accounts)))))


def verzet(tx: Connection, wanneer: Mapping[int, datetime]) -> None:
    """Let rows, by id, wait until another moment."""
    if wanneer:
        later = update(bewaard).where(bewaard.c.id == bindparam("rij")).values(bundel_op=bindparam("op"))
        tx.execute(later, [{"rij": rij, "op": op} for rij, op in wanneer.items()])


def verzet_van(tx: Connection, soort: str, onderwerp: str, niet_na: datetime, uiterlijk: datetime) -> None:
    """Let a kind of message about something, that waits, go before these moments; see its table."""
    deze = update(bewaard).where(bewaard.c.soort == soort, bewaard.c.onderwerp == onderwerp)
    vroeger = case((bewaard.c.bundel_op > uiterlijk, literal(uiterlijk, UtcMoment)), else_=bewaard.c.bundel_op)
    tx.execute(deze.values(niet_na=niet_na, uiterlijk=uiterlijk, bundel_op=vroeger))


def haal_weg(tx: Connection, ids: Sequence[int]) -> None:
    """Remove rows: they went, or lost their sense."""
    if ids:
        tx.execute(delete(bewaard).where(bewaard.c.id.in_(ids)))


def vergeet_account(tx: Connection, account_id: int, over: str | None = None) -> None:
    """Remove what waits for an account; only what is about something, when that is named."""
    weg = delete(bewaard).where(bewaard.c.account == account_id)
    tx.execute(weg if over is None else weg.where(bewaard.c.over == over))


def vergeet_uitzending(tx: Connection, uitzending_id: int) -> None:
    """Remove what waits of a broadcast."""
    tx.execute(delete(bewaard).where(bewaard.c.uitzending == uitzending_id))


def tel(tx: Connection, uitzending_id: int) -> int:
    """Count for how many a broadcast waits."""
    return tx.scalar(select(func.count()).where(bewaard.c.uitzending == uitzending_id)) or 0


def tel_alle(tx: Connection, wijk: int) -> int:
    """Count what waits in a wijk, but for broadcasts and what goes to who did not vote: those people were chosen."""
    niet_gekozen = bewaard.c.uitzending.is_(None), bewaard.c.soort != "peiling.herinnering"
    return tx.scalar(select(func.count()).where(bewaard.c.wijk == wijk, *niet_gekozen)) or 0


def wachtenden(tx: Connection, wijk: int) -> list[Wachtend]:
    """Count who waits in a wijk, apart for who hears it once a week; not for what goes to chosen people."""
    doelgroepen = select(uitzending.c.id, uitzending.c.doelgroep).where(
        uitzending.c.id.in_(select(bewaard.c.uitzending).where(bewaard.c.wijk == wijk))
    )
    gekozen = [id_ for id_, doelgroep in tx.execute(doelgroepen) if doelgroep["eisen"]]
    ieders = or_(bewaard.c.uitzending.is_(None), bewaard.c.uitzending.not_in(gekozen))
    wekelijks = func.coalesce(voorkeur.c.wekelijks, False)
    vraag = (
        select(wekelijks, func.min(bewaard.c.bundel_op), func.count(account.c.bewoner.distinct()))
        .join(account, account.c.id == bewaard.c.account)
        .outerjoin(voorkeur, voorkeur.c.account == bewaard.c.account)
        .where(bewaard.c.wijk == wijk, bewaard.c.soort != "peiling.herinnering", ieders)
    )
    return [Wachtend(*rij) for rij in tx.execute(vraag.group_by(wekelijks).order_by(wekelijks.desc()))]
