"""The outbox: messages that no one asked for at this moment, written together with what caused them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    String,
    bindparam,
    case,
    cast,
    delete,
    exists,
    insert,
    literal,
    or_,
    select,
    text,
    update,
)

from berichten import Boodschap
from bot.logboek import SPOOR
from bot.rules.pacing import Baan
from bot.storage import kapot
from bot.storage.persoonlijk import ALLEEN_TEAM, PERSOONLIJK, VERDWIJNT
from bot.storage.tables import UtcMoment, account, outbox, uitzending
from bot.storage.wekken import OUTBOX, wek

GESTOPT = "gestopt"
"""Why a message was not sent: its broadcast was stopped, or its resident said /stop. Also that broadcast's state."""
AANGEKOMEN = "aangekomen"
"""Why a repeat was not sent: the message that it repeats turned out to have arrived."""

DIRECT = datetime(1970, 1, 1, tzinfo=UTC)
NIET_TE_MISSEN = ("bijeenkomst.afgelast", "bijeenkomst.gewijzigd")
"""Who misses one of these stands at a closed door: it is sent again when nobody knows whether it arrived."""

_TELT_NIET = ("herinnering", "mijlpaal.herinnering", "mijlpaal.gewijzigd", "mijlpaal.ingetrokken", "mijlpaal.uitslag")
ONGEVRAAGD = or_(outbox.c.ongevraagd_op.is_not(None), outbox.c.soort.in_(_TELT_NIET))
"""What nobody asked for, also where it is bound to its moment and counts for no week."""


@dataclass(frozen=True)
class Zending:
    """A claimed row: to whom, what, what wrote it, and the lease number under which this process may send it.

    Args:
        verandert: id of the message in the chat that it changes; None when it is a new one.
    """

    id: int
    lease_nr: int
    lease_tot: datetime
    account: int
    extern_id: str
    taal: str | None
    boodschap: Boodschap
    pogingen: int
    baan: Baan
    verandert: int | None = None
    sleutel: str = ""
    wijk: int = 0
    spoor: str | None = None


def schrijf(
    tx: Connection,
    wijk: int,
    sleutel: str,
    accounts: Iterable[int],
    boodschap: Boodschap,
    *,
    baan: Baan,
    niet_na: datetime | None = None,
    uitzending: int | None = None,
    wekker: int | None = None,
    ongevraagd_op: datetime | None = None,
) -> None:
    """Put one message for each account in the outbox.

    Args:
        sleutel: what and which moment; with the account it makes a row unique, so that a second writing fails.
        niet_na: moment as people see it after which it is not sent any more.
        uitzending: id of the broadcast that it is a part of; its content is not written again.
        wekker: id of the alarm that it comes from, when it goes to many.
        ongevraagd_op: moment as people see it, of what counts as unasked for.
    """
    naar = sorted(accounts)
    if not naar:
        return
    rij = {
        "wijk": literal(wijk),
        "account": account.c.id,
        "kanaal": account.c.kanaal,
        "sleutel": literal(f"{sleutel}:") + cast(account.c.id, String),
        "soort": literal(boodschap.soort),
        "data": literal(boodschap.data, JSON),
        "uitzending": literal(uitzending, outbox.c.uitzending.type),
        "wekker": literal(wekker, outbox.c.wekker.type),
        "baan": literal(int(baan)),
        "niet_na": literal(niet_na, UtcMoment),
        "ongevraagd_op": literal(ongevraagd_op, UtcMoment),
        "staat": literal("wachtend"),
        "niet_voor": literal(DIRECT, UtcMoment),
        "spoor": literal(SPOOR.get(), outbox.c.spoor.type),
    }
    bestaat = account.c.id.in_(naar), account.c.kanaal != "gewist"  # of who was erased an empty row stays
    wie = select(*rij.values()).where(*bestaat).order_by(account.c.id)
    tx.execute(insert(outbox).from_select(list(rij), wie, include_defaults=False))
    wek(tx, OUTBOX)


@dataclass(frozen=True)
class Los:
    """A message of one account, among many that each have their own; see `schrijf`."""

    account: int
    sleutel: str
    boodschap: Boodschap
    niet_na: datetime | None = None
    uitzending: int | None = None
    herhaalt: int | None = None
    verandert: int | None = None
    wekker: int | None = None  # where it comes from another alarm than the rest


def schrijf_los(
    tx: Connection, wijk: int, losse: Sequence[Los], *, baan: Baan, wekker: int | None, ongevraagd_op: datetime | None
) -> None:
    """Put messages in the outbox that differ for each account."""
    vraag = select(account.c.id, account.c.kanaal).where(account.c.id.in_([los.account for los in losse]))
    kanalen: dict[int, str] = dict(tx.execute(vraag).all())
    rijen = [
        {
            "wijk": wijk,
            "account": los.account,
            "kanaal": kanalen[los.account],
            "sleutel": f"{los.sleutel}:{los.account}",
            "soort": los.boodschap.soort,
            "data": los.boodschap.data,
            "uitzending": los.uitzending,
            "herhaalt": los.herhaalt,
            "bericht_id": los.verandert,
            "wekker": los.wekker or wekker,
            "baan": int(baan),
            "niet_na": los.niet_na,
            "ongevraagd_op": ongevraagd_op,
            "staat": "wachtend",
            "niet_voor": DIRECT,
            "spoor": SPOOR.get(),
        }
        for los in losse
    ]
    if rijen:
        tx.execute(insert(outbox), rijen)
        wek(tx, OUTBOX)


def geschreven(tx: Connection, sleutel: str, accounts: Iterable[int]) -> set[int]:
    """Return which of some accounts have a message under this key; see `schrijf`."""
    sleutels = [f"{sleutel}:{naar}" for naar in accounts]
    return set(tx.scalars(select(outbox.c.account).where(outbox.c.sleutel.in_(sleutels))))


_EINDE = update(outbox).where(outbox.c.id == bindparam("zending"), outbox.c.lease_nr == bindparam("nr"))

_VERZONDEN = _EINDE.where(outbox.c.staat.in_(("bezig", "onzeker"))).values(
    staat="verzonden", bericht_id=bindparam("als"), lease_tot=None, spoor=None
)


def verzonden(tx: Connection, zending: Zending, bericht_id: int) -> bool:
    """End a row as sent; a late answer also turns uncertain into sent, for its own lease only.

    Returns:
        Whether the row is there: while it went, whom it was for may have been erased.
    """
    gezet = tx.execute(_VERZONDEN, {"zending": zending.id, "nr": zending.lease_nr, "als": bericht_id}).rowcount
    if not gezet and tx.scalar(select(outbox.c.id).where(outbox.c.id == zending.id)) is None:
        return False
    _leeg(tx, zending)
    return True


def eindig(tx: Connection, zending: Zending, staat: str, reden: str) -> None:
    """End a row as `mislukt` or `onzeker`, with the reason."""
    einde = _EINDE.where(outbox.c.staat == "bezig").values(staat=staat, reden=reden[:200], lease_tot=None, spoor=None)
    geeindigd = tx.execute(einde, {"zending": zending.id, "nr": zending.lease_nr}).rowcount
    if geeindigd and staat == "onzeker":
        _zeg_nog_eens(tx, [zending.id])
    _leeg(tx, zending)


def _leeg(tx: Connection, zending: Zending) -> None:
    if zending.boodschap.soort in PERSOONLIJK:
        _leeg_rijen(tx, outbox.c.id == zending.id, outbox.c.staat.in_(("verzonden", "mislukt", "onzeker")))


def _leeg_rijen(tx: Connection, *deze: ColumnElement[bool]) -> None:
    """Empty what is personal of some rows that ended."""
    tx.execute(delete(outbox).where(*deze, outbox.c.soort.in_(VERDWIJNT)))
    tx.execute(update(outbox).where(*deze, outbox.c.soort.in_(PERSOONLIJK)).values(data={}))


_AL_GESTOPT = exists().where(uitzending.c.id == outbox.c.uitzending, uitzending.c.staat == GESTOPT)
_TERUG = {
    "staat": case((_AL_GESTOPT, "mislukt"), else_="wachtend"),
    "reden": case((_AL_GESTOPT, GESTOPT), else_=outbox.c.reden),
}
"""What is put back waits again, unless its broadcast was stopped meanwhile."""


def later(tx: Connection, zending: Zending, niet_voor: datetime) -> None:
    """Put a row back that certainly was not sent, not to be tried before a moment of the system's time."""
    _zet_terug(tx, zending, niet_voor, outbox.c.pogingen + 1)


def terug(tx: Connection, zending: Zending, niet_voor: datetime) -> None:
    """Put a row back that was not tried: its turn did not come. One whose lease another ended stays as it is."""
    _zet_terug(tx, zending, niet_voor, outbox.c.pogingen)


def _zet_terug(tx: Connection, zending: Zending, niet_voor: datetime, pogingen: ColumnElement[int]) -> None:
    terug = _EINDE.where(outbox.c.staat == "bezig").values(
        **_TERUG, niet_voor=niet_voor, lease_tot=None, pogingen=pogingen
    )
    tx.execute(terug, {"zending": zending.id, "nr": zending.lease_nr})


def terug_na_kill(tx: Connection, rijen: Sequence[tuple[int, int]]) -> None:
    """Put back what a process that is no more had claimed and certainly not begun: ids with lease numbers."""
    if rijen:
        terug = _EINDE.where(outbox.c.staat == "bezig").values(**_TERUG, lease_tot=None)
        tx.execute(terug, [{"zending": id_, "nr": nr} for id_, nr in rijen])


def laat_vallen_van(tx: Connection, account_id: int, reden: str, *waar: ColumnElement[bool]) -> None:
    """End all that waits for an account, or that of it for which more holds, as failed."""
    van_hem = select(outbox.c.id).where(text("staat = 'wachtend'"), outbox.c.account == account_id).where(*waar)
    laat_vallen(tx, list(tx.scalars(van_hem.with_for_update())), reden)


def zonder_rol(tx: Connection, account_id: int) -> None:
    """Let what is for the team, such as an address, not go any more to who has no role left."""
    laat_vallen_van(tx, account_id, "rol weg", outbox.c.soort.in_(ALLEEN_TEAM))


def laat_vallen(tx: Connection, ids: Sequence[int], reden: str) -> None:
    """End rows as failed, with the reason."""
    if not ids:
        return
    deze = update(outbox).where(outbox.c.id.in_(ids))
    tx.execute(deze.values(staat="mislukt", reden=reden[:200], lease_tot=None))
    _leeg_rijen(tx, outbox.c.id.in_(ids))


def verlopen_leases(tx: Connection, now: datetime) -> int:
    """End rows whose lease ran out as uncertain: their sending may have begun. Return how many."""
    verlopen = update(outbox).where(text("staat = 'bezig'"), outbox.c.lease_tot < now)
    onzeker = verlopen.values(staat="onzeker", reden="lease verlopen", lease_tot=None)
    if not (ids := list(tx.scalars(onzeker.returning(outbox.c.id)))):
        return 0
    _zeg_nog_eens(tx, ids)
    _leeg_rijen(tx, outbox.c.id.in_(ids))
    return len(ids)


def _zeg_nog_eens(tx: Connection, ids: Sequence[int]) -> None:
    """Of what must not be missed, repeat what is uncertain; what is a repeat itself, staff may repeat.

    What must leave a chat is repeated too: a message is changed twice as well as once.
    """
    moet = or_(outbox.c.soort.in_(NIET_TE_MISSEN), outbox.c.bericht_id.is_not(None))
    eerste = select(outbox).where(outbox.c.id.in_(ids), outbox.c.herhaalt.is_(None), moet)
    herhaal(tx, kapot.lees(tx, eerste, outbox.c.id, lambda rij: rij))


def herhaal(
    tx: Connection, rijen: Sequence[Any], boodschap: Boodschap | None = None, niet_na: datetime | None = None
) -> None:
    """Write rows once more, marked as a repeat where it is a message; the database refuses a second repeat of a row.

    Args:
        boodschap: what they say now; None: what they said.
        niet_na: with `boodschap`, until when it makes sense.
    """
    samen: dict[tuple[int, int, int | None, datetime | None], list[Los]] = {}
    for rij in rijen:
        zegt = boodschap or Boodschap(rij.soort, rij.data)
        gemerkt = zegt if rij.bericht_id else Boodschap(zegt.soort, {**zegt.data, "herhaling": True})
        tot = niet_na if boodschap else rij.niet_na
        los = Los(rij.account, f"nog eens:{rij.id}", gemerkt, tot, rij.uitzending, rij.id, rij.bericht_id)
        samen.setdefault((rij.wijk, rij.baan, rij.wekker, rij.ongevraagd_op), []).append(los)
    for (wijk, baan, wekker, ongevraagd_op), losse in samen.items():
        schrijf_los(tx, wijk, losse, baan=Baan(baan), wekker=wekker, ongevraagd_op=ongevraagd_op)
