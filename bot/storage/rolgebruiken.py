"""Who used which role for what: rows that are only added, and go after their term."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, exists, insert, select

from bot.storage.tables import account, rolgebruik
from bot.storage.wissen import GEWIST

_VELDEN = ("wijk", "op", "kanaal", "rol", "wat", "onderwerp", "wijzigt", "geweigerd")
_SCHRIJF = insert(rolgebruik).from_select(
    ["account", *_VELDEN],
    select(account.c.id, *(bindparam(f"n_{naam}", type_=rolgebruik.c[naam].type) for naam in _VELDEN)).where(
        account.c.kanaal == bindparam("k"), account.c.extern_id == bindparam("e")
    ),
)


@dataclass(frozen=True)
class Rolgebruik:
    """One use of a role, or a try that was refused.

    Args:
        kanaal: the network of who did it, as it was then.
        extern_id: their number there now: another one when they were erased (`gewist`).
        onderwerp: publiek_id of what it was about.
        wijzigt: whether it changed anything.
        geweigerd: why not, as a key of the catalogs.
    """

    id: int
    op: datetime
    account: int
    kanaal: str
    extern_id: str
    gewist: bool
    rol: str
    wat: str
    onderwerp: str | None
    wijzigt: bool
    geweigerd: str | None


@dataclass(frozen=True)
class Zeef:
    """Which rows: of an account, of a use case or all of a subject (`deurlijst`), about something, between moments."""

    account: int | None = None
    wat: str = ""
    onderwerp: str | None = None
    van: datetime | None = None
    tot: datetime | None = None


def schrijf(tx: Connection, wijk: int, kanaal: str, extern_id: str, op: datetime, **velden: Any) -> None:
    """Add a row; of who has no account (any more) there is none.

    Args:
        velden: `rol`, `wat`, `onderwerp`, `wijzigt` and `geweigerd`.
    """
    waarden = {"wijk": wijk, "op": op, "kanaal": kanaal, **velden}
    tx.execute(_SCHRIJF, {"k": kanaal, "e": extern_id, **{f"n_{naam}": waarden[naam] for naam in _VELDEN}})


def lijst(tx: Connection, wijk: int, zeef: Zeef, hoeveel: int | None, na: int = 0) -> list[Rolgebruik]:
    """Return rows, the last first: at most so many (None: all), after leaving out so many."""
    r = rolgebruik.c
    wie = r.account, r.kanaal, account.c.extern_id, account.c.kanaal == GEWIST
    velden = (r.id, r.op, *wie, r.rol, r.wat, r.onderwerp, r.wijzigt, r.geweigerd)
    vraag: Select[Any] = select(*velden).join(account, account.c.id == r.account).where(r.wijk == wijk)
    if zeef.account is not None:
        vraag = vraag.where(r.account == zeef.account)
    if zeef.wat:
        vraag = vraag.where((r.wat == zeef.wat) | r.wat.startswith(f"{zeef.wat}.", autoescape=True))
    if zeef.onderwerp is not None:
        vraag = vraag.where(r.onderwerp == zeef.onderwerp)
    if zeef.van is not None:
        vraag = vraag.where(r.op >= zeef.van)
    if zeef.tot is not None:
        vraag = vraag.where(r.op < zeef.tot)
    vraag = vraag.order_by(r.op.desc(), r.id.desc()).limit(hoeveel).offset(na)
    return [Rolgebruik(*rij) for rij in tx.execute(vraag)]


def account_met(tx: Connection, wijk: int, extern_id: str) -> int | None:
    """Return the account with this number that used a role here."""
    vraag = select(account.c.id).where(account.c.extern_id == extern_id)
    van_hier = exists().where(rolgebruik.c.account == account.c.id, rolgebruik.c.wijk == wijk)
    return tx.scalar(vraag.where(van_hier).order_by(account.c.id).limit(1))


def over(tx: Connection, onderwerpen: Collection[str]) -> list[tuple[datetime, str, str, bool]]:
    """Return when, in which role and for what something of these was looked at or changed: who did is left out."""
    r = rolgebruik.c
    hun = r.onderwerp.in_(onderwerpen), r.geweigerd.is_(None)
    gevonden = tx.execute(select(r.op, r.rol, r.wat, r.wijzigt).where(*hun).order_by(r.op, r.id))
    return [(op, rol, wat, wijzigt) for op, rol, wat, wijzigt in gevonden]


def ruim_op(tx: Connection, wijk: int, voor: datetime) -> int:
    """Delete what was before a moment; return how many."""
    return tx.execute(delete(rolgebruik).where(rolgebruik.c.wijk == wijk, rolgebruik.c.op < voor)).rowcount
