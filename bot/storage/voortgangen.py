"""How broadcasts fare: what their maker sees of it while they go, when one has ended, and stopping one halfway."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select, text, update

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.rules.selectie import Selectie
from bot.rules.voortgang import Tellingen, blokken, getal, is_ruw
from bot.storage import bewaard, kapot, outbox, wekkers
from bot.storage.outbox import GESTOPT
from bot.storage.tables import account, uitzending
from bot.storage.tables import outbox as rijen
from bot.storage.tables.berichten import LOOPT

WEKKER = "uitzending"
NIET_MEER = (GESTOPT, "te laat")
"""Why a message was not sent though its reader could be reached: someone stopped it, or it was too late."""


class Voortgang(NamedTuple):
    """A broadcast whose maker must still see something of it.

    Args:
        extern_id: the chat network's id of the maker's private chat.
        bericht_id: the message in it that shows how it goes; None until there is one.
        tellingen: how it ended, once its messages are gone.
    """

    id: int
    wijk: int
    publiek_id: str
    doelgroep: dict[str, Any]
    aantal: int
    gemaakt_door: int
    staat: str
    begonnen_op: datetime | None
    klaar_op: datetime | None
    bericht_id: int | None
    extern_id: str
    taal: str | None
    tellingen: list[int] | None


class Stand(NamedTuple):
    """How a broadcast fares.

    Args:
        geschreven: whether all of its messages are in the outbox; if not, more will come.
    """

    deze: Voortgang
    tellingen: Tellingen
    geschreven: bool


_VRAAG = select(
    *(uitzending.c[naam] for naam in Voortgang._fields[:9]),
    uitzending.c.voortgang,
    account.c.extern_id,
    account.c.taal,
    uitzending.c.tellingen,
).join(account, account.c.id == uitzending.c.gemaakt_door)


def te_doen(tx: Connection, wijken: Collection[int], kanaal: str) -> list[Voortgang]:
    """Return the broadcasts of some wijken that go, and those that ended but whose message does not say so yet."""
    vraag = _VRAAG.where(text(LOOPT), uitzending.c.wijk.in_(wijken), account.c.kanaal == kanaal)
    return kapot.lees(tx, vraag.order_by(uitzending.c.id), uitzending.c.id, Voortgang._make)


def van(tx: Connection, uitzending_id: int) -> Voortgang:
    """Return a broadcast by id."""
    return Voortgang._make(tx.execute(_VRAAG.where(uitzending.c.id == uitzending_id)).one())


def lees(tx: Connection, deze: Voortgang) -> Stand:
    """Count the messages of a broadcast; what was repeated counts as it went the first time."""
    if deze.tellingen is not None:
        return Stand(deze, Tellingen(*deze.tellingen), geschreven=True)
    eerste = (rijen.c.uitzending == deze.id) & rijen.c.herhaalt.is_(None)
    staten: dict[str, int] = dict(
        tx.execute(select(rijen.c.staat, func.count()).where(eerste).group_by(rijen.c.staat)).all()
    )
    gestopt = select(func.count()).where(eerste, rijen.c.staat == "mislukt", rijen.c.reden.in_(NIET_MEER))
    niet = tx.scalar(gestopt) or 0
    tellingen = Tellingen(
        staten.get("wachtend", 0) + staten.get("bezig", 0),
        staten.get("verzonden", 0),
        staten.get("mislukt", 0) - niet,
        staten.get("onzeker", 0),
        niet,
        bewaard.tel(tx, deze.id),
    )
    return Stand(deze, tellingen, not wekkers.staat_er(tx, deze.wijk, WEKKER, deze.id))


def stap(tx: Connection, uitzending_id: int, now: datetime) -> Stand:
    """Take a broadcast on where something is due: its first message to the maker, the id of that, its end.

    Args:
        now: the moment as people see it.
    """
    deze = van(tx, uitzending_id)
    stand = lees(tx, deze)
    if deze.klaar_op is not None:
        return stand
    if deze.bericht_id is None:
        stand = stand._replace(deze=_eerste_bericht(tx, stand))
    if stand.geschreven and stand.tellingen.wachtend == 0:
        einde: dict[str, Any] = {"staat": GESTOPT if deze.staat == GESTOPT else "klaar", "klaar_op": now}
        _zet(tx, deze, **einde)
        stand = stand._replace(deze=stand.deze._replace(**einde))
        if stand.deze.bericht_id is None:
            verslag(tx, stand)
    return stand


def _eerste_bericht(tx: Connection, stand: Stand) -> Voortgang:
    """See to it that the maker gets a message, once, and remember its id as soon as it is known."""
    deze, sleutel = stand.deze, f"voortgang:{stand.deze.id}"
    gezegd = tx.execute(select(rijen.c.bericht_id).where(rijen.c.sleutel == f"{sleutel}:{deze.gemaakt_door}")).first()
    if gezegd is None:
        outbox.schrijf(tx, deze.wijk, sleutel, [deze.gemaakt_door], beeld(stand), baan=Baan.ANTWOORD)
    elif gezegd.bericht_id is not None:
        _zet(tx, deze, voortgang=gezegd.bericht_id)
        return deze._replace(bericht_id=gezegd.bericht_id)
    return deze


def verslag(tx: Connection, stand: Stand) -> None:
    """Give the report as a message of its own: the one that showed how it went is not there, or not any more."""
    deze = stand.deze
    klaar(tx, deze)
    vroeger = rijen.c.sleutel == f"voortgang:{deze.id}:{deze.gemaakt_door}", rijen.c.staat == "wachtend"
    tx.execute(update(rijen).where(*vroeger).values(staat="mislukt", reden="ingehaald"))
    outbox.schrijf(tx, deze.wijk, f"verslag:{deze.id}", [deze.gemaakt_door], beeld(stand), baan=Baan.ANTWOORD)


def klaar(tx: Connection, deze: Voortgang) -> None:
    """Show no more in the message: it says how it ended, or it is gone."""
    _zet(tx, deze, voortgang=None)


def stop(tx: Connection, wijk: int, uitzending_id: int, now: datetime) -> None:
    """Let nothing more of a broadcast go; what is under way at this very moment still arrives."""
    wekkers.vervallen(tx, wijk, WEKKER, uitzending_id, now)
    tx.execute(update(uitzending).where(uitzending.c.id == uitzending_id).values(staat=GESTOPT))
    bewaard.vergeet_uitzending(tx, uitzending_id)
    nog = rijen.c.uitzending == uitzending_id, rijen.c.staat == "wachtend"
    tx.execute(update(rijen).where(*nog).values(staat="mislukt", reden=GESTOPT))


def _zet(tx: Connection, deze: Voortgang, **velden: Any) -> None:
    tx.execute(update(uitzending).where(uitzending.c.id == deze.id).values(**velden))


def beeld(stand: Stand, over: int | None = None, verder: datetime | None = None) -> Boodschap:
    """Return what its maker sees of a broadcast.

    Args:
        over: in how many seconds the rest is gone, when that is known.
        verder: when it goes on after the quiet hours; None when it is not quiet.
    """
    deze, tellingen = stand.deze, stand.tellingen
    geschreven = sum(tellingen)
    geheel = geschreven if stand.geschreven and deze.staat != GESTOPT else max(deze.aantal, geschreven)
    if deze.staat == GESTOPT:
        tellingen = tellingen._replace(gestopt=tellingen.gestopt + geheel - geschreven)
    selectie = Selectie.uit_json(deze.doelgroep)
    ruw = is_ruw(selectie)
    gezien = {naam: getal(aantal, ruw=ruw) for naam, aantal in {"geheel": geheel, **tellingen._asdict()}.items()}
    alle = gezien["geheel"]
    if selectie.eisen and deze.aantal and alle[1] == "ongeveer":
        # what was shown before may hide that all but a few fit: say no other number of all, however they fared
        gezien |= dict.fromkeys(
            [naam for naam, getoond in gezien.items() if getoond == alle], (deze.aantal, "ongeveer")
        )
    duur = (deze.klaar_op - deze.begonnen_op).total_seconds() if deze.klaar_op and deze.begonnen_op else None
    return Boodschap(
        "uitzending.voortgang",
        {
            "id": deze.publiek_id,
            "staat": deze.staat,
            "klaar": deze.klaar_op is not None,
            **gezien,
            "blokken": blokken(geschreven - tellingen.wachtend, geheel),
            "over": over,
            "verder": verder.isoformat() if verder else None,
            "duur": None if duur is None else round(duur),
        },
    )
