"""Who took an offer: in chat, on paper or by the municipality's e-form. An address counts once.

What someone said in chat goes when they go. Of a line of the e-form stays that it came, so that the same file twice is
once; it counts no more once it was taken back or its people moved.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, Select, delete, exists, insert, or_, select, update

from bot.rules.aanbod import Bod, geldend
from bot.rules.drempels.intekening import Ingetekend
from bot.storage.aanbiedingen import Aanbod, van_ids
from bot.storage.tables import HOORT, account, bewoner, huishouden, intekening, kennismaking


@dataclass(frozen=True)
class Intekening:
    """A yes of an address that counts.

    Args:
        bewoner: who said it in chat; None: it came on paper or by the e-form.
        hoe: `chat`, `papier` or `eformulier`.
        dag: on which it was said, in local time.
    """

    aanbod: int
    huishouden: int
    bewoner: int | None
    hoe: str
    dag: date
    op: datetime


class Huis(NamedTuple):
    """What decides whether an address may take an offer, by the address list and by the resident's own word."""

    eigendom: str | None
    woningtype: str | None
    zelf: str | None = None


class Adres(NamedTuple):
    """An address that someone writes down."""

    id: int
    publiek_id: str
    eigendom: str | None
    woningtype: str | None
    na_bewijs: int | None


_KOLOMMEN = [intekening.c[naam] for naam in Intekening.__dataclass_fields__]
_BROK = 500


def huis_van(tx: Connection, huis: int, bewoner_id: int) -> Huis:
    """Return what is known of a resident's home."""
    lijst = tx.execute(select(huishouden.c.eigendom, huishouden.c.woningtype).where(huishouden.c.id == huis)).one()
    zegt = kennismaking.c.bewoner == bewoner_id, kennismaking.c.vraag == "eigendom"
    return Huis(*lijst, tx.scalar(select(kennismaking.c.antwoord).where(*zegt)))


def adres(tx: Connection, huis: int) -> Adres:
    """Return an address by the id of its household."""
    (gevonden,) = _adressen(tx, huishouden.c.id, [huis]).values()
    return gevonden


def adressen(tx: Connection, wijk: int, sleutels: Collection[str]) -> dict[str, Adres]:
    """Return the addresses of these keys that there are, by key."""
    return _adressen(tx, huishouden.c.sleutel, sleutels, huishouden.c.wijk == wijk)


def adressen_van(tx: Connection, wijk: int, publieke_ids: Collection[str]) -> dict[str, Adres]:
    """Return the addresses of these public ids."""
    return _adressen(tx, huishouden.c.publiek_id, publieke_ids, huishouden.c.wijk == wijk)


def _adressen(
    tx: Connection, kolom: Column[Any], waarden: Collection[Any], *waar: ColumnElement[bool]
) -> dict[Any, Adres]:
    h, lijst = huishouden.c, sorted(waarden)
    vraag = select(kolom.label("op"), h.id, h.publiek_id, h.eigendom, h.woningtype, h.na_bewijs).where(*waar)
    brokken = (lijst[begin : begin + _BROK] for begin in range(0, len(lijst), _BROK))
    return {op: Adres(*rij) for brok in brokken for op, *rij in tx.execute(vraag.where(kolom.in_(brok)))}


def van_adres(tx: Connection, huis: int) -> list[Intekening]:
    """Return the yeses of an address that count, the oldest first."""
    rijen = tx.execute(_LEVEND.where(intekening.c.huishouden == huis).order_by(intekening.c.id))
    return [Intekening(*rij) for rij in rijen]


def van_adres_op(tx: Connection, aanbod_id: int, huis: int) -> list[Intekening]:
    """Return the yeses of an address to one offer; of before, two of a household may have said it."""
    return [een for een in van_adres(tx, huis) if een.aanbod == aanbod_id]


def teken_in(
    tx: Connection, wijk: int, aanbod_id: int, bewoner_id: int, huis: int, versie: int, now: datetime, dag: date
) -> None:
    """Let a resident, whose address did not yet, take an offer."""
    velden = {"aanbod": aanbod_id, "bewoner": bewoner_id, "huishouden": huis, "versie": versie, "op": now, "dag": dag}
    tx.execute(insert(intekening).values(wijk=wijk, hoe="chat", **velden))


def teken_af(tx: Connection, aanbod_id: int, bewoner_id: int) -> bool:
    """Take back what a resident said in chat; say whether they had."""
    eigen = intekening.c.aanbod == aanbod_id, intekening.c.bewoner == bewoner_id
    return tx.execute(delete(intekening).where(*eigen)).rowcount > 0


def schrijf_op(tx: Connection, wijk: int, rijen: Iterable[Mapping[str, Any]]) -> None:
    """Write addresses down that took an offer on paper or by the e-form.

    Args:
        rijen: of each `aanbod`, `huishouden`, `hoe`, `dag`, `versie`, `op` and `vastlegger`.
    """
    if alle := [{"wijk": wijk, **rij} for rij in rijen]:
        tx.execute(insert(intekening), alle)


def streep_door(tx: Connection, aanbod_id: int, huis: int, now: datetime) -> bool:
    """Take back what came of an address on paper or by the e-form; say whether anything had."""
    zonder = intekening.c.aanbod == aanbod_id, intekening.c.huishouden == huis, intekening.c.bewoner.is_(None)
    papier = tx.execute(delete(intekening).where(*zonder, intekening.c.hoe == "papier")).rowcount
    eform = update(intekening).where(*zonder, intekening.c.ingetrokken_op.is_(None)).values(ingetrokken_op=now)
    return papier + tx.execute(eform).rowcount > 0


def gezien(
    tx: Connection, wijk: int, aanbiedingen: Collection[int]
) -> tuple[set[tuple[int, int]], set[tuple[int, int, date]]]:
    """Return which addresses (offer, household) said yes, and which lines of an e-form (with their day) came before."""
    hier = intekening.c.wijk == wijk, intekening.c.aanbod.in_(aanbiedingen)
    levend = {(rij.aanbod, rij.huishouden) for rij in tx.execute(_LEVEND.where(*hier))}
    regels = select(intekening.c.aanbod, intekening.c.huishouden, intekening.c.dag).where(*hier)
    return levend, {(a, h, d) for a, h, d in tx.execute(regels.where(intekening.c.hoe == "eformulier"))}


def tel(tx: Connection, aanbod_id: int) -> int:
    """Count the addresses that took an offer, whose people live there still."""
    return len({rij.huishouden for rij in tx.execute(_LEVEND.where(intekening.c.aanbod == aanbod_id))})


def tel_per_soort(
    tx: Connection,
    wijk: int,
    aanbiedingen: Collection[Bod],
    *,
    woningtypen: Collection[str] = (),
    met_staf: bool = True,
    vanaf_versie: int = 0,
) -> dict[str, Ingetekend]:
    """Count the addresses per kind of yes; each once, by the offers that count for its type of home.

    Args:
        woningtypen: only these types of home; empty: all.
        met_staf: also those that came on paper or by the e-form.
        vanaf_versie: only what was said under this version of the spelregels or a later one.
    """
    huizen: dict[str, dict[int, tuple[str | None, str | None]]] = {}
    for wat, rij in _geldige(tx, wijk, aanbiedingen, met_staf, vanaf_versie):
        huizen.setdefault(wat, {})[rij.huishouden] = rij.eigendom, rij.woningtype
    return {wat: Ingetekend.van(per_huis.values(), woningtypen) for wat, per_huis in huizen.items()}


def tel_per_aanbod(tx: Connection, wijk: int, aanbiedingen: Collection[Bod]) -> dict[int, int]:
    """Count the addresses per offer, where it is the one that counts for their type of home."""
    huizen: dict[int, set[int]] = {bod.id: set() for bod in aanbiedingen}
    for _, rij in _geldige(tx, wijk, aanbiedingen):
        huizen[rij.aanbod].add(rij.huishouden)
    return {id_: len(van) for id_, van in huizen.items()}


def _geldige(
    tx: Connection, wijk: int, aanbiedingen: Collection[Bod], met_staf: bool = True, vanaf_versie: int = 0
) -> Iterator[tuple[str, Any]]:
    """Yield the yeses that count, each with its kind, and the tenure and type of its home."""
    soort = {bod.id: bod.wat for bod in aanbiedingen}
    vraag = _LEVEND.add_columns(huishouden.c.eigendom, huishouden.c.woningtype)
    vraag = vraag.join(huishouden, huishouden.c.id == intekening.c.huishouden)
    vraag = vraag.where(intekening.c.wijk == wijk, intekening.c.versie >= vanaf_versie, intekening.c.aanbod.in_(soort))
    telt: dict[tuple[str, str | None], set[int]] = {}
    for rij in tx.execute(vraag if met_staf else vraag.where(intekening.c.bewoner.is_not(None))):
        wat = soort[rij.aanbod]
        if (wat, rij.woningtype) not in telt:
            telt[wat, rij.woningtype] = geldend(aanbiedingen, wat, rij.woningtype)
        if rij.aanbod in telt[wat, rij.woningtype]:
            yield wat, rij


def alle_adressen(tx: Connection, wijk: int, woningtypen: Collection[str] = ()) -> Ingetekend:
    """Count the addresses of the list in the same way: out of how many."""
    h = huishouden.c
    rijen = tx.execute(select(h.eigendom, h.woningtype).where(h.wijk == wijk))
    return Ingetekend.van(((eigendom, woningtype) for eigendom, woningtype in rijen), woningtypen)


def tel_huizen(tx: Connection, wijk: int, woningtypen: Collection[str]) -> int:
    """Count the addresses for which an offer is for certain."""
    return alle_adressen(tx, wijk, woningtypen).huishoudens


def meeste_huizen(tx: Connection, wijk: int, woningtypen: Collection[str]) -> int:
    """Count the addresses for which an offer may be."""
    alle = alle_adressen(tx, wijk, woningtypen)
    return alle.huishoudens + alle.misschien


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Aanbod]:
    """Return the offers that a resident took in chat, withdrawn ones left out."""
    eigen = select(intekening.c.aanbod).where(intekening.c.bewoner == bewoner_id)
    return van_ids(tx, list(tx.scalars(eigen)))


def belangstellenden(
    tx: Connection, wijk: int, interesses: Collection[int], voor: Aanbod, na_account: int, hoeveel: int
) -> list[int]:
    """Return, in order, the reachable accounts of who showed interest and whose address did not take an offer."""
    deed_al = exists().where(
        *(intekening.c.aanbod == voor.id, intekening.c.ingetrokken_op.is_(None)),
        intekening.c.huishouden == bewoner.c.huishouden,
    )
    wil = select(intekening.c.bewoner).where(intekening.c.aanbod.in_(interesses), intekening.c.bewoner.is_not(None))
    vraag = select(account.c.id).join(bewoner, bewoner.c.id == account.c.bewoner)
    vraag = vraag.join(huishouden, huishouden.c.id == bewoner.c.huishouden)
    vraag = vraag.where(bewoner.c.wijk == wijk, bewoner.c.tot.is_(None), HOORT, ~deed_al)
    if voor.woningtypen:
        vraag = vraag.where(or_(huishouden.c.woningtype.is_(None), huishouden.c.woningtype.in_(voor.woningtypen)))
    vraag = vraag.where(account.c.id > na_account, bewoner.c.id.in_(wil))
    return list(tx.scalars(vraag.order_by(account.c.id).limit(hoeveel)))


def accounts_die_tekenden(tx: Connection, aanbod_id: int, accounts: Collection[int]) -> frozenset[int]:
    """Return which of some accounts live at an address that took an offer."""
    huizen = select(intekening.c.huishouden).where(
        intekening.c.aanbod == aanbod_id, intekening.c.ingetrokken_op.is_(None)
    )
    vraag = select(account.c.id).join(bewoner, bewoner.c.id == account.c.bewoner)
    return frozenset(tx.scalars(vraag.where(account.c.id.in_(accounts), bewoner.c.huishouden.in_(huizen))))


_woont_er: ColumnElement[bool] = or_(
    intekening.c.bewoner.is_(None), exists().where(bewoner.c.id == intekening.c.bewoner, bewoner.c.tot.is_(None))
)
_LEVEND: Select[Any] = select(*_KOLOMMEN).where(intekening.c.ingetrokken_op.is_(None), _woont_er)
