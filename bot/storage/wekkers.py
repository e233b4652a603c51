"""What must still happen at a moment. The rows are the truth; a tick looks which are due."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, func, insert, literal, select, tuple_, update

from bot.logboek import SPOOR
from bot.storage import kapot
from bot.storage.tables import UtcMoment, klok, wekker


@dataclass(frozen=True)
class Wekker:
    """Something due: its kind, the id of its subject, its moment, and how far a fan-out came.

    Args:
        verzet: staff moved it by hand.
        spoor: what set it, as the log names that.
        afloop: `HERSTELD` when what it tells people waits for staff.
    """

    id: int
    soort: str
    onderwerp: int
    moment: datetime
    na_account: int
    verzet: bool
    afloop: str | None
    spoor: str | None = None


HERSTELD = "hersteld"
_KOLOMMEN = [wekker.c[naam] for naam in Wekker.__dataclass_fields__]


def zet(tx: Connection, wijk: int, soort: str, onderwerp: int, moment: datetime, *, afloop: str | None = None) -> None:
    """Set one; a second of the same kind, subject and moment is refused by the database.

    Args:
        afloop: that of the alarm that it follows from.
    """
    waarden = {"wijk": wijk, "soort": soort, "onderwerp": onderwerp, "moment": moment, "afloop": afloop}
    waarden["spoor"] = SPOOR.get()
    tx.execute(insert(wekker).values(waarden))


def zorg_voor(tx: Connection, wijk: int, soort: str, onderwerp: int, moment: datetime) -> None:
    """Set one where several things may want the same: one that is there will do, and one that was done is due again."""
    sleutel = (wekker.c.soort == soort) & (wekker.c.onderwerp == onderwerp) & (wekker.c.moment == moment)
    opnieuw = update(wekker).where(sleutel).values(gedaan_op=None, afloop=None, verzet=False)
    if tx.execute(opnieuw).rowcount == 0:
        zet(tx, wijk, soort, onderwerp, moment)


def mis(tx: Connection, wijk: int, soort: str, onderwerp: int, moment: datetime, now: datetime) -> None:
    """Write down one that passed while nobody looked: it came too late."""
    zorg_voor(tx, wijk, soort, onderwerp, moment)
    deze = update(wekker).where(wekker.c.soort == soort, wekker.c.onderwerp == onderwerp, wekker.c.moment == moment)
    tx.execute(deze.values(gedaan_op=now, afloop="te_laat"))


def eerste(tx: Connection, wijk: int, now: datetime, behalve: Sequence[int] = ()) -> Wekker | None:
    """Return the one that has been due longest; the closing of a poll goes before all messages."""
    vraag = select(*_KOLOMMEN).where(wekker.c.wijk == wijk, wekker.c.gedaan_op.is_(None), wekker.c.moment <= now)
    vraag = vraag.where(wekker.c.id.not_in(behalve)).order_by(wekker.c.soort != "peiling_sluit", wekker.c.moment)
    return next(iter(kapot.lees(tx, vraag.order_by(wekker.c.id), wekker.c.id, _uit, hoogstens=1)), None)


def _uit(rij: Row[Any]) -> Wekker:
    return Wekker(**rij._asdict())


def met_iets(tx: Connection, wijken: Collection[int], now: datetime) -> set[int]:
    """Return in which of some wijken something is due."""
    vraag = select(wekker.c.wijk).where(wekker.c.gedaan_op.is_(None), wekker.c.moment <= now)
    return set(tx.scalars(vraag.where(wekker.c.wijk.in_(wijken)).distinct()))


def open_wekker(tx: Connection, wijk: int, wekker_id: int) -> Wekker | None:
    """Return one by id, unless it is done already."""
    vraag = select(*_KOLOMMEN).where(wekker.c.wijk == wijk, wekker.c.id == wekker_id, wekker.c.gedaan_op.is_(None))
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Wekker(*rij)


def van_ids(tx: Connection, wijk: int, ids: Sequence[int]) -> list[Wekker]:
    """Return some, done or not, the last moment first."""
    vraag = select(*_KOLOMMEN).where(wekker.c.wijk == wijk, wekker.c.id.in_(ids))
    return [Wekker(*rij) for rij in tx.execute(vraag.order_by(wekker.c.moment.desc(), wekker.c.id.desc()))]


def komend(tx: Connection, wijk: int, soorten: Collection[str], now: datetime) -> list[Wekker]:
    """Return those of some kinds that are still to come, in order."""
    vraag = select(*_KOLOMMEN).where(wekker.c.wijk == wijk, wekker.c.gedaan_op.is_(None), wekker.c.moment > now)
    vraag = vraag.where(wekker.c.soort.in_(soorten)).order_by(wekker.c.moment, wekker.c.id)
    return [Wekker(*rij) for rij in tx.execute(vraag)]


def vervallen_sinds(tx: Connection, wijk: int, soorten: Collection[str], sinds: datetime) -> list[Wekker]:
    """Return those of some kinds that came too late since a moment, the last first."""
    vraag = select(*_KOLOMMEN).where(wekker.c.wijk == wijk, wekker.c.afloop == "te_laat", wekker.c.gedaan_op > sinds)
    vraag = vraag.where(wekker.c.soort.in_(soorten)).order_by(wekker.c.moment.desc(), wekker.c.id.desc())
    return [Wekker(*rij) for rij in tx.execute(vraag)]


def verplaats(tx: Connection, deze: Wekker, moment: datetime) -> None:
    """Move one by hand; a second later for each of the same kind and subject that stands at that moment already."""
    ander = (wekker.c.soort == deze.soort, wekker.c.onderwerp == deze.onderwerp, wekker.c.id != deze.id)
    bezet = set(tx.scalars(select(wekker.c.moment).where(*ander, wekker.c.moment >= moment)))
    while moment in bezet:
        moment += timedelta(seconds=1)
    tx.execute(update(wekker).where(wekker.c.id == deze.id).values(moment=moment, verzet=True))


def verder(tx: Connection, wekker_id: int, na_account: int) -> None:
    """Remember how far a fan-out came."""
    tx.execute(update(wekker).where(wekker.c.id == wekker_id).values(na_account=na_account))


def heropen(tx: Connection, wekker_id: int) -> None:
    """Let one be done once more: there is more of it than fits in one transaction."""
    tx.execute(update(wekker).where(wekker.c.id == wekker_id).values(gedaan_op=None))


def gedaan(tx: Connection, wekker_id: int, now: datetime, afloop: str | None = None) -> None:
    """Mark one as done, or as not to be done: `afloop` says why."""
    tx.execute(update(wekker).where(wekker.c.id == wekker_id).values(gedaan_op=now, afloop=afloop, spoor=None))


def gedaan_tot(tx: Connection, wijk: int, soort: str, onderwerp: int, now: datetime) -> None:
    """Mark those of a kind and subject that were due at a moment as done."""
    deze = (wekker.c.wijk == wijk, wekker.c.soort == soort, wekker.c.onderwerp == onderwerp, wekker.c.moment <= now)
    tx.execute(update(wekker).where(*deze, wekker.c.gedaan_op.is_(None)).values(gedaan_op=now))


def houd_vast(tx: Connection, soorten: Collection[str], now: datetime) -> int:
    """Let what is due of these kinds be done without telling anyone by itself; return how many alarms that are."""
    deze = wekker.c.gedaan_op.is_(None), wekker.c.moment <= now, wekker.c.soort.in_(soorten)
    return tx.execute(update(wekker).where(*deze).values(afloop=HERSTELD)).rowcount


def vervallen(tx: Connection, wijk: int, soort: str, onderwerp: int, now: datetime) -> None:
    """Mark what must still be done of a kind, for one subject, as done."""
    nog = update(wekker).where(wekker.c.wijk == wijk, wekker.c.soort == soort, wekker.c.onderwerp == onderwerp)
    tx.execute(nog.where(wekker.c.gedaan_op.is_(None)).values(gedaan_op=now))


def momenten_na(tx: Connection, wijk: int, soorten: Sequence[str], deze: Wekker) -> list[datetime]:
    """Return the moments of those of some kinds, of the same subject, that are to be done after one."""
    w = wekker.c
    vraag = select(w.moment).where(w.wijk == wijk, w.soort.in_(soorten), w.onderwerp == deze.onderwerp)
    later = tuple_(w.moment, w.id) > tuple_(literal(deze.moment, UtcMoment), literal(deze.id))
    return list(tx.scalars(vraag.where(w.gedaan_op.is_(None), later).order_by(w.moment)))


def ids_van(tx: Connection, wijk: int, soorten: Collection[str], onderwerp: int) -> list[int]:
    """Return the ids of those of some kinds about one subject, done or not."""
    w = wekker.c
    return list(tx.scalars(select(w.id).where(w.wijk == wijk, w.soort.in_(soorten), w.onderwerp == onderwerp)))


def kort_geleden(tx: Connection, wijk: int, soort: str, behalve: int, sinds: datetime, now: datetime) -> list[int]:
    """Return the ids of the others of a kind that were carried out since a moment, or are being so now."""
    nog = wekker.c.gedaan_op.is_(None) & (wekker.c.moment <= now)
    vraag = select(wekker.c.id).where(wekker.c.wijk == wijk, wekker.c.soort == soort, wekker.c.id != behalve)
    return list(tx.scalars(vraag.where(nog | (wekker.c.gedaan_op > sinds))))


def moment_van(tx: Connection, wijk: int, soort: str, onderwerp: int) -> datetime | None:
    """Return when the first of a kind and subject is due that must still be done; None when there is none."""
    w = wekker.c
    vraag = select(w.moment).where(w.wijk == wijk, w.soort == soort, w.onderwerp == onderwerp, w.gedaan_op.is_(None))
    return tx.scalar(vraag.order_by(w.moment).limit(1))


def tel(tx: Connection, wijk: int, soort: str, onderwerpen: Collection[int]) -> int:
    """Count those of a kind about some subjects, done or not."""
    deze = wekker.c.wijk == wijk, wekker.c.soort == soort, wekker.c.onderwerp.in_(onderwerpen)
    return tx.scalar(select(func.count()).select_from(wekker).where(*deze)) or 0


def staat_er(tx: Connection, wijk: int, soort: str, onderwerp: int) -> bool:
    """Say whether one of a kind and subject must still be done, whatever its moment."""
    return moment_van(tx, wijk, soort, onderwerp) is not None


def verzet_klok(tx: Connection, seconden: int) -> int:
    """Move the demo's clock on and return its whole offset in seconds."""
    tx.execute(update(klok).values(verzet_seconden=klok.c.verzet_seconden + seconden))
    return verzet(tx)


def verzet(tx: Connection) -> int:
    """Return the offset of the demo's clock in seconds."""
    return tx.scalar(select(func.coalesce(func.max(klok.c.verzet_seconden), 0))) or 0
