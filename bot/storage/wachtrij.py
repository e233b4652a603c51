"""The rows of the outbox that wait: which may go now, and taking them under a lease. How they end: outbox.py."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import chain
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    Select,
    TextClause,
    bindparam,
    select,
    text,
    union_all,
    update,
)
from sqlalchemy.sql.dml import ReturningUpdate

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.storage import kapot
from bot.storage.outbox import AANGEKOMEN, DIRECT, GESTOPT, ONGEVRAAGD, Zending, laat_vallen
from bot.storage.tables import UtcMoment, account, outbox, uitzending, wijk

LEASE = timedelta(seconds=60)
GEPARKEERD = datetime(9999, 1, 1, tzinfo=UTC)
"""Until then waits what is of a wijk that does not run."""
MEEST = 100
"""So many rows a claim looks at, at most."""


def _in_baan(baan: Baan) -> tuple[ColumnElement[bool] | TextClause, ...]:
    return text("staat = 'wachtend'"), outbox.c.kanaal == bindparam("k"), outbox.c.baan == int(baan)


@cache
def _eerste_moment(banen: tuple[Baan, ...]) -> Select[Any]:
    op = outbox.c.niet_voor
    return select(
        *(select(op).where(*_in_baan(baan)).order_by(op, outbox.c.id).limit(1).scalar_subquery() for baan in banen)
    )


@cache
def _lease(banen: tuple[Baan, ...]) -> ReturningUpdate[tuple[int]]:
    """Take the first rows of all lanes in one statement: a round trip for each would be half the claim."""
    hoeveel = bindparam("hoeveel", type_=Integer)
    per_baan = [
        select(outbox.c.id)
        .where(*_in_baan(baan), outbox.c.niet_voor <= bindparam("nu", type_=UtcMoment))
        .order_by(outbox.c.niet_voor, outbox.c.id)
        .limit(hoeveel)
        .with_for_update(skip_locked=True, of=outbox)
        .cte(f"baan_{baan:d}")
        for baan in banen
    ]
    eerste = union_all(*(select(rijen.c.id) for rijen in per_baan)).limit(hoeveel).subquery()
    return (
        update(outbox)
        .where(outbox.c.id.in_(select(eerste.c.id)))
        .values(staat="bezig", lease_nr=outbox.c.lease_nr + 1, lease_tot=bindparam("tot", type_=UtcMoment))
        .returning(outbox.c.id)
    )


_EERSTE = outbox.alias("eerste")
_GECLAIMD = (
    select(
        outbox,
        account.c.extern_id,
        account.c.taal,
        account.c.bereikbaar,
        uitzending.c.inhoud,
        _EERSTE.c.staat.label("eerste"),
        wijk.c.stil_sinds,
    )
    .join(account, account.c.id == outbox.c.account)
    .join(wijk, wijk.c.id == outbox.c.wijk)
    .outerjoin(_EERSTE, _EERSTE.c.id == outbox.c.herhaalt)
    .outerjoin(uitzending, uitzending.c.id == outbox.c.uitzending)
    .where(outbox.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(outbox.c.baan, outbox.c.niet_voor, outbox.c.id)
)


def parkeer(tx: Connection, wijken: Sequence[int]) -> None:
    """Let what waits of other wijken than these wait without end, and what so waited of these go again."""
    wacht = outbox.c.staat == "wachtend"
    buiten = update(outbox).where(wacht, outbox.c.wijk.not_in(wijken), outbox.c.niet_voor != GEPARKEERD)
    tx.execute(buiten.values(niet_voor=GEPARKEERD))
    terug = update(outbox).where(wacht, outbox.c.wijk.in_(wijken), outbox.c.niet_voor == GEPARKEERD)
    tx.execute(terug.values(niet_voor=DIRECT))


def stop_ongevraagd(tx: Connection, account_id: int) -> None:
    """End what waits for an account that asked for nothing any more."""
    wacht = outbox.c.account == account_id, ONGEVRAAGD, text("staat = 'wachtend'")
    tx.execute(update(outbox).where(*wacht).values(staat="mislukt", reden=GESTOPT))


def vanaf(tx: Connection, kanaal: str, banen: Sequence[Baan]) -> datetime | None:
    """Return from when on, of the system's time, the first row in these lanes may go; None when none waits."""
    try:
        momenten: Iterable[datetime | None] = tx.execute(_eerste_moment(tuple(banen)), {"k": kanaal}).one()
    except (ValueError, TypeError):  # a moment that is none, in one of the lanes
        eerste = select(outbox.c.niet_voor).order_by(outbox.c.niet_voor, outbox.c.id)
        per_baan = [eerste.where(*_in_baan(baan)) for baan in banen]
        momenten = chain.from_iterable(
            kapot.lees(tx, vraag, outbox.c.id, lambda rij: rij.niet_voor, {"k": kanaal}, hoogstens=1)
            for vraag in per_baan
        )
    return min((op for op in momenten if op is not None), default=None)


def claim(
    tx: Connection, kanaal: str, banen: Sequence[Baan], hoeveel: int, now: datetime, moment: datetime
) -> list[Zending]:
    """Take the next rows under a numbered lease; from here on a row that stays behind is uncertain, never pending.

    On the way what came too late, goes to who cannot be reached, or repeats what turned out to have arrived, ends: at
    most `MEEST` rows in one go. What was written in a wijk that does not run waits without end.

    Args:
        banen: the lanes that may send now, the first first.
        now: the system's time.
        moment: the time of people.
    """
    zendingen: list[Zending] = []
    for _ in range(0, MEEST, hoeveel):
        waarden = {"k": kanaal, "nu": now, "hoeveel": hoeveel - len(zendingen), "tot": now + LEASE}
        ids: list[int] = [rij.id for rij in tx.execute(_lease(tuple(banen)), waarden)]
        alle = kapot.lees(tx, _GECLAIMD, outbox.c.id, _geclaimd, {"ids": ids}) if ids else []
        gelezen = {zending.id for _, zending in alle}
        laat_vallen(tx, [id_ for id_ in ids if id_ not in gelezen], "programmafout: de rij is niet te lezen")
        rijen = [rij for rij, _ in alle if rij.stil_sinds is None]
        if stil := [rij.id for rij, _ in alle if rij.stil_sinds is not None]:
            tx.execute(
                update(outbox)
                .where(outbox.c.id.in_(stil))
                .values(staat="wachtend", lease_tot=None, niet_voor=GEPARKEERD)
            )
        vervallen = {rij.id: reden for rij in rijen if (reden := _vervalt(rij, moment))}
        for reden in set(vervallen.values()):
            laat_vallen(tx, [id_ for id_, waarom in vervallen.items() if waarom == reden], reden)
        zendingen += [zending for rij, zending in alle if rij.stil_sinds is None and rij.id not in vervallen]
        if not vervallen and not stil and len(alle) == len(ids):
            break
    return zendingen


def _vervalt(rij: Row[Any], moment: datetime) -> str | None:
    """Return why a row must not go any more; None when it goes."""
    if rij.niet_na is not None and rij.niet_na < moment:
        return "te laat"
    if not rij.bereikbaar:
        return "onbereikbaar"
    return AANGEKOMEN if rij.eerste == "verzonden" else None


def _geclaimd(rij: Row[Any]) -> tuple[Row[Any], Zending]:
    return rij, _zending(rij)


def _zending(rij: Row[Any]) -> Zending:
    return Zending(
        rij.id,
        rij.lease_nr,
        rij.lease_tot,
        rij.account,
        rij.extern_id,
        rij.taal,
        Boodschap(rij.soort, {**(rij.inhoud or {}), **rij.data}),
        rij.pogingen,
        Baan(rij.baan),
        rij.bericht_id,
        rij.sleutel,
        rij.wijk,
        rij.spoor,
    )
