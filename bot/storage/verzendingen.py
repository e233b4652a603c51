"""Messages that did not arrive, or perhaps not: counted by where they came from, and which of them may go again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, TextClause, func, insert, or_, select, text, update

from bot.rules.toestemming import INGETROKKEN, VERSIE
from bot.storage.outbox import ONGEVRAAGD
from bot.storage.persoonlijk import PERSOONLIJK
from bot.storage.tables import account, outbox, uitzending, verzendtelling, voorkeur

_MIS = text("staat IN ('mislukt', 'onzeker')")
_NIET_NOG_EENS = (*PERSOONLIJK, "export", "rapport", "uitzending.voortgang")
"""Of what went to one person: what was emptied, and what said how things stood at that moment."""


class Mis(NamedTuple):
    """So many messages of one alarm that ended alike; `wekker` is None for what went to one person."""

    wekker: int | None
    staat: str
    reden: str | None
    aantal: int


def tel_mis(tx: Connection, wijk: int) -> list[Mis]:
    """Count what failed or is uncertain, by alarm and reason, without repeats, also of what was kept long enough."""
    v = verzendtelling.c
    vroeger = select(v.wekker, v.staat, v.reden, v.aantal).where(v.wijk == wijk)
    return [Mis(*rij) for vraag in (_mis(outbox.c.wijk == wijk), vroeger) for rij in tx.execute(vraag)]


def _mis(*welke: ColumnElement[bool]) -> Select[Any]:
    o = outbox.c  # the index holds all of it
    vraag = select(o.wekker, o.staat, o.reden, func.count()).where(*welke, _MIS, o.herhaalt.is_(None))
    return vraag.group_by(o.wekker, o.staat, o.reden)


def onthoud(tx: Connection, wijk: int, *welke: ColumnElement[bool]) -> None:
    """Add messages that are about to go to what stays of them: how many did not arrive, by alarm and reason."""
    v = verzendtelling.c
    for mis in [Mis(*rij) for rij in tx.execute(_mis(*welke))]:
        zelfde = v.wekker.is_not_distinct_from(mis.wekker), v.reden.is_not_distinct_from(mis.reden)
        erbij = update(verzendtelling).where(v.wijk == wijk, v.staat == mis.staat, *zelfde)
        if tx.execute(erbij.values(aantal=v.aantal + mis.aantal)).rowcount == 0:
            tx.execute(insert(verzendtelling).values(wijk=wijk, **mis._asdict()))


def tel_onderweg(tx: Connection, wijk: int) -> int:
    """Count what waits or is under way, but for broadcasts and what goes to who did not vote: they were chosen."""
    niet_gekozen = outbox.c.uitzending.is_(None), outbox.c.soort != "peiling.herinnering"
    vraag = select(func.count()).select_from(outbox).where(outbox.c.wijk == wijk, *niet_gekozen)
    return sum(tx.scalar(vraag.where(text(f"staat = '{staat}'"))) or 0 for staat in ("wachtend", "bezig"))


def te_herhalen(
    tx: Connection, wijk: int, wekker: int | None, now: datetime, na_account: int, hoeveel: int
) -> Sequence[Any]:
    """Return the uncertain messages of an alarm that still make sense and that nobody repeated, of the next accounts.

    Args:
        wekker: None: what went to one person each.
        hoeveel: so many accounts.
    """
    wie = _te_herhalen(select(outbox.c.account).distinct(), wijk, wekker, now).where(outbox.c.account > na_account)
    volgende = list(tx.scalars(wie.order_by(outbox.c.account).limit(hoeveel)))
    vraag = _te_herhalen(select(outbox), wijk, wekker, now).where(outbox.c.account.in_(volgende))
    return tx.execute(vraag.order_by(outbox.c.account, outbox.c.id)).all()


def tel_te_herhalen(tx: Connection, wijk: int, wekker: int | None, now: datetime) -> int:
    """Count the messages that `te_herhalen` gives."""
    return tx.scalar(_te_herhalen(select(func.count()), wijk, wekker, now)) or 0


def tel_herhaald(tx: Connection, wijk: int, wekker: int | None) -> tuple[int, int]:
    """Count the uncertain messages of an alarm that were repeated, and of how many the last repeat is uncertain too."""
    vraag = select(func.count()).select_from(outbox).where(*_onzeker(wijk, wekker))
    herhaald = tx.scalar(vraag.where(outbox.c.herhaalt.is_(None), _herhaald()))
    weer = tx.scalar(vraag.where(outbox.c.herhaalt.is_not(None), ~_herhaald()))
    return herhaald or 0, weer or 0


def gewist(tx: Connection, wijk: int) -> bool:
    """Say whether what carried an address or a name is uncertain: it was emptied, and cannot go again."""
    deze = *_onzeker(wijk, None), outbox.c.soort.in_(PERSOONLIJK)
    return tx.execute(select(outbox.c.id).where(*deze).limit(1)).first() is not None


def loopt_nog(tx: Connection, wijk: int, uitzending_id: int) -> bool:
    """Say whether a broadcast goes out or went, and was not stopped."""
    deze = uitzending.c.wijk == wijk, uitzending.c.id == uitzending_id, uitzending.c.staat.in_(("bezig", "klaar"))
    return tx.execute(select(uitzending.c.id).where(*deze)).first() is not None


def _te_herhalen(vraag: Select[Any], wijk: int, wekker: int | None, now: datetime) -> Select[Any]:
    zinvol = or_(outbox.c.niet_na.is_(None), outbox.c.niet_na > now)
    gestopt = select(voorkeur.c.account).where(voorkeur.c.account == outbox.c.account, voorkeur.c.gestopt).exists()
    ja = func.coalesce(account.c.toestemming_versie, VERSIE) != INGETROKKEN
    vraag = vraag.join_from(outbox, account, account.c.id == outbox.c.account)
    mag = account.c.bereikbaar, or_(~ONGEVRAAGD, ~gestopt & ja)
    vraag = vraag.where(*_onzeker(wijk, wekker), *mag, zinvol, ~_herhaald())
    if wekker is None:  # with a bericht_id: it was to change a message, and says nothing by itself
        vraag = vraag.where(outbox.c.soort.not_in(_NIET_NOG_EENS), outbox.c.bericht_id.is_(None))
    return vraag


def _onzeker(wijk: int, wekker: int | None) -> tuple[ColumnElement[bool] | TextClause, ...]:
    return outbox.c.wijk == wijk, outbox.c.wekker == wekker, _MIS, outbox.c.staat == "onzeker"


def _herhaald() -> ColumnElement[bool]:
    nog_eens = outbox.alias("nog_eens")
    return select(nog_eens.c.id).where(nog_eens.c.herhaalt == outbox.c.id).exists()
