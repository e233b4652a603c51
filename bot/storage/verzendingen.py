"""Messages that did not arrive, or perhaps not: counted by where they came from, and written once more."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    TextClause,
    cast,
    func,
    insert,
    literal,
    or_,
    select,
    text,
)

from berichten import Boodschap
from bot.storage.outbox import DIRECT
from bot.storage.tables import account, outbox, uitzending

_MIS = text("staat IN ('mislukt', 'onzeker')")
NOG_EENS = "nog eens:"
"""How the key of a repeat begins; the id of the first message and its account follow."""


class Mis(NamedTuple):
    """So many messages of one alarm that ended alike; `wekker` is None for what went to one person."""

    wekker: int | None
    staat: str
    reden: str | None
    aantal: int


def tel_mis(tx: Connection, wijk: int) -> list[Mis]:
    """Count what failed or is uncertain, by alarm and reason; the index holds all of it."""
    o = outbox.c
    vraag = select(o.wekker, o.staat, o.reden, func.count()).where(o.wijk == wijk, _MIS)
    return [Mis(*rij) for rij in tx.execute(vraag.group_by(o.wekker, o.staat, o.reden))]


def tel_van(tx: Connection, wijk: int, wekker: int) -> int:
    """Count the messages of an alarm, without repeats."""
    o = outbox.c
    van = o.wijk == wijk, o.wekker == wekker, ~o.sleutel.startswith(NOG_EENS)
    return tx.scalar(select(func.count()).where(*van)) or 0


def tel_onderweg(tx: Connection, wijk: int) -> int:
    """Count what waits or is under way, but for what goes to people chosen by what they did: that would show here."""
    niet_gekozen = outbox.c.uitzending.is_(None), outbox.c.soort != "peiling.herinnering"
    vraag = select(func.count()).select_from(outbox).where(outbox.c.wijk == wijk, *niet_gekozen)
    return sum(tx.scalar(vraag.where(text(f"staat = '{staat}'"))) or 0 for staat in ("wachtend", "bezig"))


def te_herhalen(tx: Connection, wijk: int, wekker: int, now: datetime, na_account: int, hoeveel: int) -> list[Any]:
    """Return the next uncertain messages of an alarm that still make sense and that nobody repeated, by account."""
    vraag = _te_herhalen(select(outbox), wijk, wekker, now).where(outbox.c.account > na_account)
    return list(tx.execute(vraag.order_by(outbox.c.account).limit(hoeveel)))


def tel_te_herhalen(tx: Connection, wijk: int, wekker: int, now: datetime) -> int:
    """Count them."""
    return tx.scalar(_te_herhalen(select(func.count()), wijk, wekker, now)) or 0


def tel_herhaald(tx: Connection, wijk: int, wekker: int) -> int:
    """Count the uncertain messages of an alarm that were repeated."""
    vraag = select(func.count()).select_from(outbox).where(*_onzeker(wijk, wekker), _herhaald())
    return tx.scalar(vraag) or 0


def loopt_nog(tx: Connection, wijk: int, uitzending_id: int) -> bool:
    """Say whether a broadcast goes out or went, and was not stopped."""
    deze = uitzending.c.wijk == wijk, uitzending.c.id == uitzending_id, uitzending.c.staat.in_(("bezig", "klaar"))
    return tx.execute(select(uitzending.c.id).where(*deze)).first() is not None


def uitzending_van(tx: Connection, wijk: int, uitzending_id: int) -> tuple[str, str]:
    """Return the public id of a broadcast, and what was written in it, in its own language."""
    vraag = select(uitzending.c.publiek_id, uitzending.c.inhoud)
    rij = tx.execute(vraag.where(uitzending.c.wijk == wijk, uitzending.c.id == uitzending_id)).one()
    return rij.publiek_id, rij.inhoud["talen"][rij.inhoud["eigen_taal"]]["html"]


def herhaal(tx: Connection, rijen: Sequence[Any], boodschap: Boodschap | None, niet_na: datetime | None) -> None:
    """Write messages once more, marked as a repeat.

    Args:
        rijen: as `te_herhalen` gives them.
        boodschap: what they say now; None: what they said.
        niet_na: with `boodschap`, until when it makes sense.
    """
    nieuw = [
        {
            **{naam: getattr(rij, naam) for naam in ("wijk", "account", "kanaal", "uitzending", "wekker", "baan")},
            "sleutel": f"{NOG_EENS}{rij.id}:{rij.account}",
            "soort": boodschap.soort if boodschap else rij.soort,
            "data": {**(boodschap.data if boodschap else rij.data), "herhaling": True},
            "niet_na": niet_na if boodschap else rij.niet_na,
            "staat": "wachtend",
            "niet_voor": DIRECT,
        }
        for rij in rijen
    ]
    if nieuw:
        tx.execute(insert(outbox), nieuw)


def _te_herhalen(vraag: Select[Any], wijk: int, wekker: int, now: datetime) -> Select[Any]:
    zinvol = or_(outbox.c.niet_na.is_(None), outbox.c.niet_na > now)
    vraag = vraag.join_from(outbox, account, account.c.id == outbox.c.account)
    return vraag.where(*_onzeker(wijk, wekker), account.c.bereikbaar, zinvol, ~_herhaald())


def _onzeker(wijk: int, wekker: int) -> tuple[ColumnElement[bool] | TextClause, ...]:
    o = outbox.c
    return (o.wijk == wijk, o.wekker == wekker, _MIS, o.staat == "onzeker", ~o.sleutel.startswith(NOG_EENS))


def _herhaald() -> ColumnElement[bool]:
    nog_eens = outbox.alias("nog_eens")
    sleutel = literal(NOG_EENS) + cast(outbox.c.id, String) + ":" + cast(outbox.c.account, String)
    return select(nog_eens.c.id).where(nog_eens.c.sleutel == sleutel).exists()
