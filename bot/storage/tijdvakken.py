"""Epochs: from one restored backup to the next. A counter in the database tells whether it went back in time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import JSON, Connection, case, func, insert, literal, select, text, update

from bot.errors import InvoerFout
from bot.storage.persoonlijk import PERSOONLIJK
from bot.storage.tables import outbox, tijdvak

RESERVEKOPIE = "reservekopie"
"""Why a row is uncertain of which nobody knows what happened to it after the backup was made."""


TERUGGEZET = "de database is teruggezet terwijl de bot draaide; start de bot opnieuw"


@dataclass(frozen=True)
class Stand:
    """How far sending came.

    Args:
        merk: random name of the epoch.
        teller: goes up with every claim of messages and every start.
    """

    merk: str
    teller: int


class TijdvakVoorbij(InvoerFout):
    """The database is not at or past the point where this process left it: it may send nothing."""


_LAATSTE = select(func.max(tijdvak.c.nr)).scalar_subquery()
_TEL = (
    update(tijdvak)
    .where(tijdvak.c.nr == _LAATSTE)
    .values(teller=tijdvak.c.teller + 1)
    .returning(tijdvak.c.merk, tijdvak.c.teller)
)


def laatste(tx: Connection) -> Stand | None:
    """Return where the last epoch stands, None before the first start."""
    rij = tx.execute(select(tijdvak.c.merk, tijdvak.c.teller).where(tijdvak.c.nr == _LAATSTE)).one_or_none()
    return None if rij is None else Stand(*rij)


def kent(tx: Connection, merk: str) -> bool:
    """Say whether this epoch is in the history of the database."""
    return tx.execute(select(tijdvak.c.nr).where(tijdvak.c.merk == merk)).first() is not None


def nieuw(tx: Connection, merk: str, now: datetime) -> int:
    """Begin an epoch and return its number."""
    nr = (tx.scalar(select(_LAATSTE)) or 0) + 1
    tx.execute(insert(tijdvak).values(nr=nr, merk=merk, teller=0, begonnen_op=now))
    return nr


def tel(tx: Connection, verwacht: Stand | None) -> Stand | None:
    """Count one on and return where it stands; None when there is no epoch and none was expected.

    Args:
        verwacht: where this process saw it last.

    Raises:
        TijdvakVoorbij: the database went back in time, or another process began a new epoch.
    """
    rij = tx.execute(_TEL).one_or_none()
    stand = None if rij is None else Stand(*rij)
    if verwacht is None:
        return stand
    if stand is None or stand.merk != verwacht.merk or stand.teller <= verwacht.teller:
        raise TijdvakVoorbij(TERUGGEZET)
    return stand


def houd_alles_vast(tx: Connection) -> int:
    """End all that waits or is under way as uncertain: it may have gone after the backup. Return how many."""
    zonder = case((outbox.c.soort.in_(PERSOONLIJK), literal({}, JSON)), else_=outbox.c.data)
    onzeker = {"staat": "onzeker", "reden": RESERVEKOPIE, "lease_tot": None, "data": zonder}
    return sum(
        tx.execute(update(outbox).where(text(f"staat = '{staat}'")).values(onzeker)).rowcount
        for staat in ("wachtend", "bezig")
    )


def houd_vast(tx: Connection, sleutels: Sequence[str]) -> None:
    """End what was just written, by key with the account, as uncertain: it is held for staff; see `schrijf`."""
    vers = update(outbox).where(outbox.c.sleutel.in_(sleutels), outbox.c.staat == "wachtend")
    tx.execute(vers.values(staat="onzeker", reden=RESERVEKOPIE))
