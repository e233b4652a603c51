"""The ideas of residents, who brought them in, and who supports which."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Select, and_, delete, exists, func, insert, select, update

from bot.rules.doelgroep import WIJK
from bot.storage import doelgroepen
from bot.storage.tables import account, bewoner, idee, idee_steun, werkgroep

_i, _s = idee.c, idee_steun.c
Volgorde = Literal["nieuw", "steun"]


class Idee(NamedTuple):
    """An idea.

    Args:
        bewoner: who brought it in; None when they were erased.
        vanaf: the account on which they did.
        taal: in which its writer reads.
        plek: in words; `punt` on the map: millionths of a degree north and east.
        foto: the file_id under which the chat network has it.
        staat: `wacht` (only the team reads it), `nieuw`, `opgepakt`, `gelukt` or `kan_niet`.
        reden: what the team said at its last step.
        groep: name of the werkgroep that took it up, `groep_id` its publiek_id.
        steun: as it is shown, see `bot.rules.ideeen`.
    """

    id: int
    publiek_id: str
    bewoner: int | None
    vanaf: int | None
    tekst: str
    taal: str
    plek: str | None
    punt: str | None
    foto: str | None
    staat: str
    reden: str | None
    groep: str | None
    groep_id: str | None
    steun: int
    op: datetime


_GROEP = {"groep": werkgroep.c.naam, "groep_id": werkgroep.c.publiek_id.label("groep_id")}
_IDEE = select(*(_GROEP[naam] if naam in _GROEP else _i[naam] for naam in Idee._fields)).outerjoin_from(
    idee, werkgroep, werkgroep.c.id == _i.werkgroep
)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Keep a new idea; it waits for the team."""
    tx.execute(insert(idee).values(wijk=wijk, **velden))


def zoek(tx: Connection, wijk: int, **waarde: Any) -> Idee | None:
    """Return the idea of a wijk with this value in a column, `publiek_id=…` or `id=…`."""
    ((kolom, gezocht),) = waarde.items()
    rij = tx.execute(_IDEE.where(_i.wijk == wijk, _i[kolom] == gezocht)).one_or_none()
    return None if rij is None else Idee(*rij)


def openbaar(
    tx: Connection, wijk: int, hoeveel: int | None = None, na: int = 0, volgorde: Volgorde = "nieuw"
) -> list[Idee]:
    """Return what everyone may read: the newest first, or those with the most support as it is shown."""
    vraag = _IDEE.where(_i.wijk == wijk, _i.staat != "wacht").limit(hoeveel).offset(na)
    return _lees(tx, vraag.order_by(*([_i.steun.desc()] if volgorde == "steun" else []), _i.id.desc()))


def wachtend(tx: Connection, wijk: int) -> list[Idee]:
    """Return what the team must still read, the oldest first."""
    return _lees(tx, _IDEE.where(_i.wijk == wijk, _i.staat == "wacht").order_by(_i.id))


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Idee]:
    """Return what somebody brought in and is still there."""
    return _lees(tx, _IDEE.where(_i.bewoner == bewoner_id).order_by(_i.id))


def zet(tx: Connection, idee_id: int, **velden: Any) -> None:
    """Set columns of one."""
    tx.execute(update(idee).where(_i.id == idee_id).values(**velden))


def pak_op(tx: Connection, wijk: int, idee_id: int, groep_id: str, woorden: str | None) -> None:
    """Write down which werkgroep took it up."""
    groep = select(werkgroep.c.id).where(werkgroep.c.wijk == wijk, werkgroep.c.publiek_id == groep_id)
    zet(tx, idee_id, staat="opgepakt", reden=woorden, werkgroep=groep.scalar_subquery())


def verwijder(tx: Connection, idee_ids: Sequence[int]) -> None:
    """Forget ideas and who supports them."""
    tx.execute(delete(idee_steun).where(_s.idee.in_(idee_ids)))
    tx.execute(delete(idee).where(_i.id.in_(idee_ids)))


def vergeet_bewoner(tx: Connection, bewoner_id: int) -> None:
    """Forget that somebody brought something in: of what others read the words stay, no more; the rest goes."""
    verwijder(tx, [een.id for een in van_bewoner(tx, bewoner_id) if een.staat == "wacht"])
    leeg = {"bewoner": None, "vanaf": None, "plek": None, "punt": None, "foto": None}
    tx.execute(update(idee).where(_i.bewoner == bewoner_id).values(**leeg))


def steun(tx: Connection, wijk: int, idee_id: int, bewoner_id: int, *, aan: bool) -> None:
    """Keep that somebody supports one, or not any more; the last word counts, however often it is said."""
    tx.execute(delete(idee_steun).where(_s.idee == idee_id, _s.bewoner == bewoner_id))
    if aan:
        tx.execute(insert(idee_steun).values(wijk=wijk, idee=idee_id, bewoner=bewoner_id))


def steunt(tx: Connection, idee_id: int, bewoner_id: int) -> bool:
    """Say whether somebody supports one."""
    return bool(tx.scalar(select(exists().where(_s.idee == idee_id, _s.bewoner == bewoner_id))))


def tel_gesteund(tx: Connection, bewoner_id: int) -> int:
    """Count what somebody supports."""
    return tx.scalar(select(func.count()).where(_s.bewoner == bewoner_id)) or 0


def tel_steun(tx: Connection, wijk: int) -> list[tuple[Idee, int]]:
    """Return what everyone may read, each with how many who live here now support it."""
    hier = and_(_s.bewoner == bewoner.c.id, bewoner.c.tot.is_(None))
    vraag = select(_s.idee, func.count()).join(bewoner, hier).where(_s.wijk == wijk).group_by(_s.idee)
    per_idee: dict[int, int] = dict(tx.execute(vraag).all())
    return [(een, per_idee.get(een.id, 0)) for een in _lees(tx, _IDEE.where(_i.wijk == wijk, _i.staat != "wacht"))]


def accounts_van_steun(tx: Connection, wijk: int, idee_id: int, na_account: int, hoeveel: int) -> list[int]:
    """Return, in order, the reachable accounts above an account id of who supports one and lives here."""
    steunen = exists().where(_s.idee == idee_id, _s.bewoner == account.c.bewoner)
    return doelgroepen.accounts_van(tx, wijk, WIJK, na_account, hoeveel, steunen)


def _lees(tx: Connection, vraag: Select[*tuple[Any, ...]]) -> list[Idee]:
    return [Idee(*rij) for rij in tx.execute(vraag)]
