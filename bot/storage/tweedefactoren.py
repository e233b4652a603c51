"""By what people of the team confirm in a browser who they are, and the codes for when that is lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from bot.storage.tables import account, herstelcode, rol, tweedefactor, websessie


@dataclass(frozen=True)
class Factor:
    """The second factor of an account.

    Args:
        geheim: of the app, encrypted; None without one.
        bevestigd_op: when one right code came; None before that.
        stap: the last step of time that was used.
        fouten: wrong tries in a row.
        wacht_tot: before this nothing is tried.
    """

    publiek_id: str
    account: int
    geheim: bytes | None
    bevestigd_op: datetime | None
    stap: int
    fouten: int
    wacht_tot: datetime | None


_LEES = select(*(tweedefactor.c[naam] for naam in Factor.__dataclass_fields__))


def van(tx: Connection, account_id: int) -> Factor | None:
    """Return the second factor of an account."""
    rij = tx.execute(_LEES.where(tweedefactor.c.account == account_id)).one_or_none()
    return None if rij is None else Factor(*rij)


def zoek(tx: Connection, publiek_id: str) -> Factor | None:
    """Return one by its id."""
    rij = tx.execute(_LEES.where(tweedefactor.c.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Factor(*rij)


def lijst(tx: Connection, wijk: int) -> list[tuple[str, int, str, str]]:
    """Return of who has a role in a wijk and a second factor its id, their account, network and number there."""
    van_wie = (rol.c.kanaal == account.c.kanaal) & (rol.c.extern_id == account.c.extern_id) & (rol.c.wijk == wijk)
    velden = tweedefactor.c.publiek_id, account.c.id, account.c.kanaal, account.c.extern_id
    vraag = select(*velden).join(account, account.c.id == tweedefactor.c.account).join(rol, van_wie)
    return [tuple(rij) for rij in tx.execute(vraag.distinct().order_by(account.c.id))]


def zet(tx: Connection, account_id: int, publiek_id: str, geheim: bytes) -> None:
    """Begin with an app, or begin anew where none was confirmed yet; how often one was wrong stays."""
    waarden = {"geheim": geheim, "bevestigd_op": None}
    if not tx.execute(update(tweedefactor).where(tweedefactor.c.account == account_id).values(**waarden)).rowcount:
        tx.execute(insert(tweedefactor).values(publiek_id=publiek_id, account=account_id, **waarden))


def goed(tx: Connection, account_id: int, now: datetime, stap: int | None = None) -> None:
    """Note a right answer: it confirms, and its step works no more.

    Args:
        stap: None where no app gave it.
    """
    deze = tweedefactor.c.account == account_id
    tx.execute(update(tweedefactor).where(deze).values(fouten=0, wacht_tot=None))
    if stap is not None:
        tx.execute(update(tweedefactor).where(deze).values(stap=stap))
    tx.execute(update(tweedefactor).where(deze, tweedefactor.c.bevestigd_op.is_(None)).values(bevestigd_op=now))


def fout(tx: Connection, account_id: int, fouten: int, wacht_tot: datetime | None) -> None:
    """Note a wrong answer."""
    deze = tweedefactor.c.account == account_id
    tx.execute(update(tweedefactor).where(deze).values(fouten=fouten, wacht_tot=wacht_tot))


def zet_codes(tx: Connection, account_id: int, merken: Iterable[bytes]) -> None:
    """Give an account codes for when its app is lost, in the place of those that it had."""
    tx.execute(delete(herstelcode).where(herstelcode.c.account == account_id))
    tx.execute(insert(herstelcode), [{"account": account_id, "merk": merk} for merk in merken])


def gebruik_code(tx: Connection, account_id: int, merk: bytes) -> bool:
    """Use one of these codes; False when there is no such code (any more)."""
    deze = herstelcode.c.account == account_id, herstelcode.c.merk == merk
    return bool(tx.execute(delete(herstelcode).where(*deze)).rowcount)


def verwijder(tx: Connection, account_id: int) -> None:
    """Let an account set it up anew; its browsers must confirm again."""
    tx.execute(delete(herstelcode).where(herstelcode.c.account == account_id))
    tx.execute(delete(tweedefactor).where(tweedefactor.c.account == account_id))
    tx.execute(update(websessie).where(websessie.c.account == account_id).values(bevestigd_tot=None))
