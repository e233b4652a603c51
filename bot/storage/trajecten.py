"""The traject of a wijk, its stages as they went, and the days that do not count. Not here: what a stage is.

A stage that is gone back to gets a row of its own, with the next `ronde`; of each the last row says how it stands.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.rules.terugrekenen import Periode
from bot.storage.tables import fase, traject, vrije_periode


@dataclass(frozen=True)
class Loopt:
    """A traject.

    Args:
        sjabloon: the template that it came from.
        inhoud: canonical JSON of the template as it was chosen; `bot.rules.trajectvorm` reads it.
    """

    id: int
    publiek_id: str
    sjabloon: str
    inhoud: str
    besluitdatum: date
    begonnen_op: datetime
    gestopt_op: datetime | None


@dataclass(frozen=True)
class Gang:
    """One time that a stage is gone through.

    Args:
        sleutel: key of the stage within its traject.
        ronde: 1, and one more each time that it is gone back to.
        van, tot: first and last day as planned, at the latest.
        verwacht_tot: when the organisator said that it takes longer.
        uitkomst: how it ended, such as `verder`.
    """

    id: int
    publiek_id: str
    traject: int
    sleutel: str
    ronde: int
    van: date
    tot: date
    verwacht_tot: date | None
    begonnen_op: datetime | None
    geeindigd_op: datetime | None
    uitkomst: str | None

    @property
    def bezig(self) -> bool:
        """Whether it began and did not end."""
        return self.begonnen_op is not None and self.geeindigd_op is None


_TRAJECT = [traject.c[naam] for naam in Loopt.__dataclass_fields__]
_FASE = [fase.c[naam] for naam in Gang.__dataclass_fields__]


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> int:
    """Add the traject of a wijk and return its id; the database refuses a second one that runs."""
    nieuw: int = tx.execute(insert(traject).values(wijk=wijk, **velden).returning(traject.c.id)).scalar_one()
    return nieuw


def loopt(tx: Connection, wijk: int) -> Loopt | None:
    """Return the traject that runs."""
    rij = tx.execute(select(*_TRAJECT).where(traject.c.wijk == wijk, traject.c.gestopt_op.is_(None))).one_or_none()
    return None if rij is None else Loopt(*rij)


def laatste(tx: Connection, wijk: int) -> Loopt | None:
    """Return the traject that runs, else the one that ended last."""
    vraag = select(*_TRAJECT).where(traject.c.wijk == wijk).order_by(traject.c.id.desc()).limit(1)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Loopt(*rij)


def zoek(tx: Connection, wijk: int, **sleutel: Any) -> Loopt | None:
    """Return one of a wijk by `id` or `publiek_id`."""
    rij = tx.execute(select(*_TRAJECT).where(traject.c.wijk == wijk).filter_by(**sleutel)).one_or_none()
    return None if rij is None else Loopt(*rij)


def stop(tx: Connection, traject_id: int, now: datetime) -> None:
    """Let one run no more."""
    tx.execute(update(traject).where(traject.c.id == traject_id).values(gestopt_op=now))


def zet_besluitdatum(tx: Connection, traject_id: int, datum: date) -> None:
    """Change the day of the gemeenteraad."""
    tx.execute(update(traject).where(traject.c.id == traject_id).values(besluitdatum=datum))


def voeg_fase_toe(
    tx: Connection, wijk: int, traject_id: int, sleutel: str, publiek_id: str, dagen: tuple[date, date]
) -> int:
    """Add a time that a stage is gone through, the next round of it, and return its id; it has not begun.

    Args:
        dagen: first and last day as planned.
    """
    van, tot = dagen
    eerder = select(func.count()).where(fase.c.traject == traject_id, fase.c.sleutel == sleutel)
    rij = {"wijk": wijk, "traject": traject_id, "sleutel": sleutel, "publiek_id": publiek_id, "van": van, "tot": tot}
    ronde = (tx.scalar(eerder) or 0) + 1
    nieuw: int = tx.execute(insert(fase).values(**rij, ronde=ronde).returning(fase.c.id)).scalar_one()
    return nieuw


def fasen(tx: Connection, traject_id: int) -> dict[str, Gang]:
    """Return of each stage the last time that it was, is or will be gone through, by its key."""
    vraag = select(*_FASE).where(fase.c.traject == traject_id).order_by(fase.c.ronde, fase.c.id)
    return {rij.sleutel: Gang(*rij) for rij in tx.execute(vraag)}


def verloop(tx: Connection, traject_id: int) -> list[Gang]:
    """Return every time that a stage began, in order: the history, what was gone back to and all."""
    vraag = select(*_FASE).where(fase.c.traject == traject_id, fase.c.begonnen_op.is_not(None))
    return [Gang(*rij) for rij in tx.execute(vraag.order_by(fase.c.begonnen_op, fase.c.id))]


def bezig(tx: Connection, traject_id: int) -> list[Gang]:
    """Return the stages that run now: one, or two where tracks are parallel."""
    nog = (fase.c.traject == traject_id, fase.c.begonnen_op.is_not(None), fase.c.geeindigd_op.is_(None))
    return [Gang(*rij) for rij in tx.execute(select(*_FASE).where(*nog).order_by(fase.c.id))]


def zoek_fase(tx: Connection, wijk: int, **sleutel: Any) -> Gang | None:
    """Return one time that a stage is gone through, by `id` or `publiek_id`."""
    rij = tx.execute(select(*_FASE).where(fase.c.wijk == wijk).filter_by(**sleutel)).one_or_none()
    return None if rij is None else Gang(*rij)


def zet_fase(tx: Connection, fase_id: int, **velden: Any) -> None:
    """Set columns of one time that a stage is gone through."""
    tx.execute(update(fase).where(fase.c.id == fase_id).values(**velden))


def zet_plan(tx: Connection, traject_id: int, dagen: Mapping[str, tuple[date, date]]) -> None:
    """Set first and last day of the stages that have not ended."""
    for sleutel, (van, tot) in dagen.items():
        nog = (fase.c.traject == traject_id, fase.c.sleutel == sleutel, fase.c.geeindigd_op.is_(None))
        tx.execute(update(fase).where(*nog).values(van=van, tot=tot))


def vrije_perioden(tx: Connection, wijk: int) -> tuple[Periode, ...]:
    """Return the days that do not count."""
    van = vrije_periode.c
    vraag = select(van.naam, van.van, van.tot).where(van.wijk == wijk).order_by(van.van, van.id)
    return tuple(Periode(*rij) for rij in tx.execute(vraag))


def zet_vrije_perioden(tx: Connection, wijk: int, perioden: Iterable[Periode]) -> bool:
    """Make these the days that do not count, and say whether that changes any."""
    nieuw = tuple(sorted(perioden, key=lambda p: p.van))
    if nieuw == vrije_perioden(tx, wijk):
        return False
    tx.execute(delete(vrije_periode).where(vrije_periode.c.wijk == wijk))
    rijen = [{"wijk": wijk, "naam": p.naam, "van": p.van, "tot": p.tot} for p in nieuw]
    if rijen:
        tx.execute(insert(vrije_periode), rijen)
    return True
