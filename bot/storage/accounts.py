"""Accounts on a chat network, and the roles that they have in a wijk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, delete, exists, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.rules.geleding import VERTEGENWOORDIGER
from bot.rules.toestemming import INGETROKKEN
from bot.storage.tables import HOORT, account, bewoner, codepoging, huishouden, rol, websessie
from bot.storage.tables import wijk as wijk_
from bot.webinstellingen import KANAAL as BROWSER


class Elders(NamedTuple):
    """The wijk in which someone lives who does something in another; `stil`: it has no settings, so nothing runs."""

    id: int
    naam: str
    stil: bool


@dataclass(frozen=True)
class Wie:
    """An account as a use case sees it.

    Args:
        bewoner: its resident in this wijk, None before joining.
        straten: streets for which it is straatcontact.
        trekt: werkgroepen (publiek_id) of which it is trekker.
        aanspreekt: werkgroepen (publiek_id) of which it is the aanspreekpunt; empty text: that of the wijk.
        woonde_op: address in this wijk that its resident left; None for who lives here or never did.
        geleding: that for which the account was invited to vote.
        wijk: the wijk in which all this holds.
        elders: where its resident lives instead.
        toestemming: to which version of the privacy statement it said yes (`bot.rules.toestemming`).
    """

    account: int
    bewoner: int | None
    huishouden: int | None
    taal: str | None
    rollen: frozenset[str]
    straten: frozenset[str] = frozenset()
    trekt: frozenset[str] = frozenset()
    aanspreekt: frozenset[str] = frozenset()
    woonde_op: str | None = None
    geleding: str | None = None
    toestemming: int | None = None
    wijk: int = 0
    elders: Elders | None = None


_WIE = (
    select(
        account.c.id,
        account.c.taal,
        bewoner.c.id,
        bewoner.c.huishouden,
        select(func.count())
        .select_from(rol)
        .where(rol.c.wijk == bindparam("w"), rol.c.kanaal == account.c.kanaal, rol.c.extern_id == account.c.extern_id)
        .scalar_subquery(),
        account.c.bewoner,
        account.c.toestemming_versie,
    )
    .select_from(account)
    .outerjoin(
        bewoner, (bewoner.c.id == account.c.bewoner) & (bewoner.c.wijk == bindparam("w")) & bewoner.c.tot.is_(None)
    )
    .where(account.c.kanaal == bindparam("k"), account.c.extern_id == bindparam("e"))
)


def zonder_account(tx: Connection, bewoners: Iterable[int]) -> list[int]:
    """Return, in their order and once, which of some residents have no account at all, reachable or not."""
    gevraagd = list(dict.fromkeys(bewoners))
    met = set(tx.scalars(select(account.c.bewoner).where(account.c.bewoner.in_(gevraagd))))
    return [bewoner_id for bewoner_id in gevraagd if bewoner_id not in met]


def zonder_ja(tx: Connection, bewoners: Iterable[int]) -> set[int]:
    """Return which of some residents withdrew their yes."""
    vraag = select(account.c.bewoner).where(account.c.bewoner.in_(list(bewoners)))
    return set(tx.scalars(vraag.where(account.c.toestemming_versie == INGETROKKEN)))


_ROLLEN = select(rol.c.rol, rol.c.bereik).where(
    rol.c.wijk == bindparam("w"), rol.c.kanaal == bindparam("k"), rol.c.extern_id == bindparam("e")
)


_TAAL = select(account.c.taal, account.c.bereikbaar).where(
    account.c.kanaal == bindparam("k"), account.c.extern_id == bindparam("e")
)


def wie(tx: Connection, wijk: int, kanaal: str, extern_id: str) -> Wie | None:
    """Return who this is in a wijk, None when the account was never seen."""
    rij = tx.execute(_WIE, {"w": wijk, "k": kanaal, "e": extern_id}).one_or_none()
    if rij is None:
        return None
    weg = rij[2] is None and rij[5] is not None
    woonde_op, elders = (_woonde_op(tx, wijk, rij[5]), _elders(tx, rij[5])) if weg else (None, None)
    verder: dict[str, Any] = {"woonde_op": woonde_op, "elders": elders, "toestemming": rij[6], "wijk": wijk}
    if not rij[4]:
        return Wie(rij[0], rij[2], rij[3], rij[1], frozenset(), **verder)
    rollen = tx.execute(_ROLLEN, {"w": wijk, "k": kanaal, "e": extern_id}).all()
    return Wie(
        rij[0],
        rij[2],
        rij[3],
        rij[1],
        frozenset(r.rol for r in rollen),
        straten=frozenset(r.bereik for r in rollen if r.rol == "straatcontact"),
        trekt=frozenset(r.bereik for r in rollen if r.rol == "trekker"),
        aanspreekt=frozenset(r.bereik for r in rollen if r.rol == "aanspreekpunt"),
        geleding=next((r.bereik for r in rollen if r.rol == VERTEGENWOORDIGER), None),
        **verder,
    )


def van_id(tx: Connection, wijk: int, account_id: int) -> Wie:
    """Return who an account is in a wijk."""
    gevonden = wie(tx, wijk, *kenmerk(tx, account_id))
    assert gevonden is not None  # noqa: S101 (it was there a line ago)
    return gevonden


def kenmerk(tx: Connection, account_id: int) -> tuple[str, str]:
    """Return the network of an account and that network's id of the person."""
    rij = tx.execute(select(account.c.kanaal, account.c.extern_id).where(account.c.id == account_id)).one()
    return rij.kanaal, rij.extern_id


def van_persoon(account_id: int) -> Select[tuple[int]]:
    """Return the accounts of the person of an account: itself, and those of the same resident."""
    eigen = account.alias("eigen")
    hun = select(eigen.c.bewoner).where(eigen.c.id == account_id).scalar_subquery()
    return select(account.c.id).where((account.c.id == account_id) | (account.c.bewoner == hun))


def taal_van(maker: int) -> ColumnElement[str]:
    """Return the language that someone reads, for in the row of what they write."""
    return func.coalesce(select(account.c.taal).where(account.c.id == maker).scalar_subquery(), "nl")


def taal(tx: Connection, kanaal: str, extern_id: str) -> str | None:
    """Return the language that an account chose."""
    return taal_en_bereik(tx, kanaal, extern_id)[0]


def taal_en_bereik(tx: Connection, kanaal: str, extern_id: str) -> tuple[str | None, bool]:
    """Return the language that an account chose, and whether it can be written to as far as is known."""
    rij = tx.execute(_TAAL, {"k": kanaal, "e": extern_id}).one_or_none()
    return (None, True) if rij is None else (rij.taal, rij.bereikbaar)


def maak(tx: Connection, wijk: int, kanaal: str, extern_id: str) -> Wie:
    """Add an account; harmless when it is there."""
    invoegen = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    tx.execute(invoegen(account).values(kanaal=kanaal, extern_id=extern_id).on_conflict_do_nothing())
    gemaakt = wie(tx, wijk, kanaal, extern_id)
    assert gemaakt is not None  # noqa: S101 (it was written a line ago)
    return gemaakt


def wijzig(tx: Connection, account_id: int, **velden: Any) -> None:
    """Set columns of one account."""
    tx.execute(update(account).where(account.c.id == account_id).values(**velden))


def ja_gezegd(tx: Connection, account_id: int) -> datetime | None:
    """Return when an account said yes to the privacy statement."""
    return tx.scalar(select(account.c.toestemming_op).where(account.c.id == account_id))


def zet_bereikbaar(tx: Connection, account_id: int, kan: bool) -> None:
    """Note whether an account lets us write; a resident who cannot be reached where they hear, hears elsewhere."""
    wijzig(tx, account_id, bereikbaar=kan)
    bewoner_id = tx.scalar(select(account.c.bewoner).where(account.c.id == account_id))
    if not kan and bewoner_id is not None:
        hoor_ergens(tx, bewoner_id)


def hoor_ergens(tx: Connection, bewoner_id: int) -> None:
    """Let a resident hear on every account again, where none is left that hears and can be reached."""
    if not van_bewoner(tx, bewoner_id):
        tx.execute(update(account).where(account.c.bewoner == bewoner_id).values(elders=False))


def zet_rollen(tx: Connection, wijk: int, rollen: Iterable[tuple[str, str, str]]) -> None:
    """Replace the roles of a wijk that come from the settings by these (rol, kanaal, extern_id); no others."""
    tx.execute(delete(rol).where(rol.c.wijk == wijk, rol.c.bron == "instelling"))
    if rijen := [{"wijk": wijk, "rol": r, "kanaal": k, "extern_id": e} for r, k, e in set(rollen)]:
        tx.execute(insert(rol), rijen)


def van_bewoner(tx: Connection, bewoner_id: int) -> list[int]:
    """Return the accounts on which one resident hears what was not asked for there; none when nothing reaches them."""
    return list(tx.scalars(select(account.c.id).where(account.c.bewoner == bewoner_id, HOORT).order_by(account.c.id)))


def waar_gevraagd(tx: Connection, bewoner_id: int, vanaf: int | None) -> list[int]:
    """Return where one resident hears an answer: where they asked, else where they hear what was not asked for.

    Args:
        vanaf: the account on which they asked, None when another wrote it down. It will do as long as it is theirs,
            can be written to and, in the browser, has one that is signed in.
    """
    browser = exists().where(websessie.c.account == account.c.id)
    open_ = account.c.bereikbaar, or_(account.c.kanaal != BROWSER, browser)
    hier = select(account.c.id).where(account.c.id == vanaf, account.c.bewoner == bewoner_id, *open_)
    return list(tx.scalars(hier)) or van_bewoner(tx, bewoner_id)


def alle_van_bewoner(tx: Connection, bewoner_id: int) -> list[int]:
    """Return all reachable accounts of one resident: what they themselves did, no account of theirs need hear."""
    hun = account.c.bewoner == bewoner_id, account.c.bereikbaar
    return list(tx.scalars(select(account.c.id).where(*hun).order_by(account.c.id)))


def codepogingen(tx: Connection, account_id: int, sinds: datetime) -> list[datetime]:
    """Return the moments of an account's wrong codes since a moment, oldest first."""
    vraag = select(codepoging.c.op).where(codepoging.c.account == account_id, codepoging.c.op > sinds)
    return list(tx.scalars(vraag.order_by(codepoging.c.op)))


def vergeet_codepogingen(tx: Connection, voor: datetime) -> None:
    """Forget the wrong codes from before a moment."""
    tx.execute(delete(codepoging).where(codepoging.c.op < voor))


def noteer_codepoging(tx: Connection, account_id: int, now: datetime) -> None:
    """Remember one wrong code."""
    tx.execute(insert(codepoging).values(account=account_id, op=now))


def _elders(tx: Connection, bewoner_id: int) -> Elders | None:
    w = wijk_.c
    woont = select(w.id, w.naam, w.stil_sinds.is_not(None)).join(bewoner, bewoner.c.wijk == w.id)
    rij = tx.execute(woont.where(bewoner.c.id == bewoner_id, bewoner.c.tot.is_(None))).one_or_none()
    return None if rij is None else Elders._make(rij)


def _woonde_op(tx: Connection, wijk: int, bewoner_id: int) -> str | None:
    vraag = (
        select(huishouden.c.straat, huishouden.c.huisnummer, huishouden.c.toevoeging)
        .join(bewoner, bewoner.c.huishouden == huishouden.c.id)
        .where(bewoner.c.id == bewoner_id, bewoner.c.wijk == wijk, bewoner.c.tot.is_not(None))
    )
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else f"{rij.straat} {rij.huisnummer}{rij.toevoeging}"
