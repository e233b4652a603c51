"""The rows of the outbox that wait: which may go now, and taking them under a lease. How they end: outbox.py."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, literal, select, text, update

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.storage.outbox import Zending, laat_vallen
from bot.storage.tables import UtcMoment, account, outbox, uitzending

LEASE = timedelta(seconds=60)
MEEST = 100
"""So many rows a claim looks at, at most."""


_VOLGENDE = (
    select(outbox.c.id)
    .where(text("staat = 'wachtend'"), outbox.c.kanaal == bindparam("k"), outbox.c.baan == bindparam("b"))
    .where(outbox.c.niet_voor <= bindparam("nu", type_=UtcMoment))
    .order_by(outbox.c.niet_voor, outbox.c.id)
    .limit(bindparam("hoeveel"))
    .with_for_update(skip_locked=True, of=outbox)
)


_IETS = (
    select(literal(1))
    .where(text("staat = 'wachtend'"), outbox.c.kanaal == bindparam("k"), outbox.c.baan == bindparam("b"))
    .where(outbox.c.niet_voor <= bindparam("nu", type_=UtcMoment))
    .order_by(outbox.c.niet_voor, outbox.c.id)  # so that the index is read, and not the table
    .limit(1)
)
_GECLAIMD = (
    select(outbox, account.c.extern_id, account.c.taal, account.c.bereikbaar, uitzending.c.inhoud)
    .join(account, account.c.id == outbox.c.account)
    .outerjoin(uitzending, uitzending.c.id == outbox.c.uitzending)
    .order_by(outbox.c.baan, outbox.c.niet_voor, outbox.c.id)
)


def te_doen(tx: Connection, kanaal: str, banen: Sequence[Baan], now: datetime) -> bool:
    """Say whether a row waits in one of these lanes that may go now, by the system's time."""
    return any(tx.scalar(_IETS, {"k": kanaal, "b": int(baan), "nu": now}) for baan in banen)


def claim(
    tx: Connection, kanaal: str, banen: Sequence[Baan], hoeveel: int, now: datetime, moment: datetime
) -> list[Zending]:
    """Take the next rows under a numbered lease; from here on a row that stays behind is uncertain, never pending.

    On the way what came too late, or goes to who cannot be reached, ends as failed: at most `MEEST` rows in one go.

    Args:
        banen: the lanes that may send now, the first first.
        now: the system's time.
        moment: the time of people.
    """
    zendingen: list[Zending] = []
    for _ in range(0, MEEST, hoeveel):
        ids = _neem(tx, kanaal, banen, hoeveel - len(zendingen), now)
        rijen = tx.execute(_GECLAIMD.where(outbox.c.id.in_(ids))).all() if ids else []
        te_laat = [r.id for r in rijen if r.niet_na is not None and r.niet_na < moment]
        onbereikbaar = [r.id for r in rijen if not r.bereikbaar and r.id not in te_laat]
        laat_vallen(tx, te_laat, "te laat")
        laat_vallen(tx, onbereikbaar, "onbereikbaar")
        vervallen = {*te_laat, *onbereikbaar}
        zendingen += [_zending(rij) for rij in rijen if rij.id not in vervallen]
        if not vervallen:
            break
    return zendingen


def _neem(tx: Connection, kanaal: str, banen: Sequence[Baan], hoeveel: int, now: datetime) -> list[int]:
    ids: list[int] = []
    for baan in banen:
        if len(ids) < hoeveel:
            waarden = {"k": kanaal, "b": int(baan), "nu": now, "hoeveel": hoeveel - len(ids)}
            ids += tx.scalars(_VOLGENDE, waarden)
    if ids:
        geleased = {"staat": "bezig", "lease_nr": outbox.c.lease_nr + 1, "lease_tot": now + LEASE}
        tx.execute(update(outbox).where(outbox.c.id.in_(ids)).values(geleased))
    return ids


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
    )
