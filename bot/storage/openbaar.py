"""What the public page reads of polls, broadcasts and milestones: only what is for the whole wijk."""

from datetime import datetime

from sqlalchemy import Connection, func, or_, select

from bot.storage.mijlpalen import Mijlpaal
from bot.storage.peilingen import Peiling
from bot.storage.tables import mijlpaal, mijlpaal_wijziging, peiling, uitzending
from bot.storage.uitzendingen import Uitzending

_PEILING = [peiling.c[naam] for naam in Peiling.__dataclass_fields__]
_UITZENDING = [uitzending.c[naam] for naam in Uitzending.__dataclass_fields__]
_MIJLPAAL = [mijlpaal.c[naam] for naam in Mijlpaal.__dataclass_fields__]
_VOOR_ALLEN = or_(
    peiling.c.uitslag_naar == "wijk",
    (peiling.c.uitslag_naar == "doelgroep") & (peiling.c.doelgroep == "wijk"),
)


def gesloten(tx: Connection, wijk: int, hoeveel: int) -> list[Peiling]:
    """Return the polls that closed and of which all of the wijk may read the result, newest first; none of a school."""
    vraag = select(*_PEILING).where(
        peiling.c.wijk == wijk,
        peiling.c.gesloten_op.is_not(None),
        peiling.c.naast.is_(None),
        peiling.c.met_naam.is_(False),
        _VOOR_ALLEN,
    )
    vraag = vraag.order_by(peiling.c.sluit_op.desc(), peiling.c.id.desc()).limit(hoeveel)
    return [Peiling(*rij) for rij in tx.execute(vraag)]


def over_besluit(tx: Connection, wijk: int, now: datetime) -> list[Peiling]:
    """Return the polls about the decision that are for the whole wijk and opened, newest first."""
    vraag = select(*_PEILING).where(
        peiling.c.wijk == wijk,
        peiling.c.over_besluit,
        peiling.c.naast.is_(None),
        peiling.c.ingetrokken.is_(False),
        peiling.c.doelgroep == "wijk",
        or_(peiling.c.opent_op.is_(None), peiling.c.opent_op <= now),
    )
    return [Peiling(*rij) for rij in tx.execute(vraag.order_by(peiling.c.id.desc()).limit(5))]


def verstuurd(tx: Connection, wijk: int, hoeveel: int) -> list[Uitzending]:
    """Return the broadcasts that went out to the end, newest first, whomever they were for."""
    vraag = select(*_UITZENDING).where(uitzending.c.wijk == wijk, uitzending.c.staat == "klaar")
    vraag = vraag.order_by(uitzending.c.moment.desc(), uitzending.c.id.desc()).limit(hoeveel)
    return [Uitzending(*rij) for rij in tx.execute(vraag)]


def mijlpalen(tx: Connection, wijk: int, hoeveel: int) -> list[Mijlpaal]:
    """Return the milestones of a wijk by their moment, those that were withdrawn too."""
    vraag = select(*_MIJLPAAL).where(mijlpaal.c.wijk == wijk)
    return [Mijlpaal(*rij) for rij in tx.execute(vraag.order_by(mijlpaal.c.moment, mijlpaal.c.id).limit(hoeveel))]


def keren_gewijzigd(tx: Connection, wijk: int) -> dict[int, int]:
    """Return how often each milestone that changed did, by its id."""
    per, keren = mijlpaal_wijziging.c.mijlpaal, func.count()
    return dict(tx.execute(select(per, keren).where(mijlpaal_wijziging.c.wijk == wijk).group_by(per)).all())
