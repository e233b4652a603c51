"""Who said to come to a meeting, with whom, and who waits for a place. Saying so is never being there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select, update

from bot.rules.wachtlijst import Partij
from bot.storage.bijeenkomsten import Bijeenkomst
from bot.storage.tables import HOORT, aanmelding, account, bewoner, bijeenkomst, huishouden

Plek = Literal["in", "wacht", "aangeboden", "verlopen"]


@dataclass(frozen=True)
class Aanmelding:
    """A resident's answer.

    Args:
        antwoord: ja, misschien or nee.
        plek: in, or waiting for a place, or one is held for them; `verlopen`: they let that pass. None: they need none.
        volgnummer: their latest number on the waiting list; it stays theirs.
        aangeboden_tot: until when a place is held.
    """

    bewoner: int
    antwoord: str
    gasten: int = 0
    plek: Plek | None = None
    volgnummer: int | None = None
    aangeboden_tot: datetime | None = None

    @property
    def personen(self) -> int:
        """How many places this answer needs."""
        return 1 + self.gasten


class AanDeDeur(NamedTuple):
    """An address of which people were signed up at their door: how many, and with how many guests."""

    huishouden: int
    huis: str
    straat: str
    huisnummer: int
    toevoeging: str
    personen: int
    gasten: int


HEEFT_ACCOUNT = select(account.c.id).where(account.c.bewoner == aanmelding.c.bewoner).exists()
_KOLOMMEN = [aanmelding.c[naam] for naam in Aanmelding.__dataclass_fields__]
_KOMT = or_(aanmelding.c.plek == "in", and_(aanmelding.c.antwoord == "misschien", aanmelding.c.plek.is_(None)))
_BEZET = aanmelding.c.plek.in_(("in", "aangeboden"))


def van(tx: Connection, bijeenkomst: int, bewoner: int) -> Aanmelding | None:
    """Return what a resident answered."""
    rij = tx.execute(select(*_KOLOMMEN).where(_sleutel(bijeenkomst, bewoner))).one_or_none()
    return None if rij is None else Aanmelding(*rij)


def komt(wie: Aanmelding) -> bool:
    """Say whether someone comes or hesitates: `_KOMT` of one answer."""
    return wie.plek == "in" or (wie.antwoord == "misschien" and wie.plek is None)


def bewaar(tx: Connection, wijk: int, bijeenkomst: int, nieuw: Aanmelding) -> None:
    """Keep an answer in the place of the one before."""
    waarden = {naam: getattr(nieuw, naam) for naam in Aanmelding.__dataclass_fields__}
    gewijzigd = tx.execute(update(aanmelding).where(_sleutel(bijeenkomst, nieuw.bewoner)).values(**waarden))
    if gewijzigd.rowcount == 0:
        tx.execute(insert(aanmelding).values(wijk=wijk, bijeenkomst=bijeenkomst, **waarden))


def vrij(tx: Connection, gevonden: Bijeenkomst) -> int | None:
    """Return how many places of a meeting are free; None when there is no limit."""
    if gevonden.capaciteit is None:
        return None
    return gevonden.capaciteit - bezet(tx, gevonden)


def bezet(tx: Connection, gevonden: Bijeenkomst) -> int:
    """Return how many places of a meeting are taken or held: guests too, and those for people without a phone."""
    met, zonder = _plaatsen(tx, gevonden.id)
    return met + max(gevonden.zonder_telefoon, zonder)


def vrij_aan_de_deur(tx: Connection, gevonden: Bijeenkomst) -> int | None:
    """Return how many places are free for people without a phone: also those that are kept for them."""
    return None if gevonden.capaciteit is None else gevonden.capaciteit - sum(_plaatsen(tx, gevonden.id))


def _plaatsen(tx: Connection, bijeenkomst: int) -> tuple[int, int]:
    """Return how many places are taken or held by who has a phone here, and by who has none."""
    heeft = select(account.c.id).where(account.c.bewoner == aanmelding.c.bewoner).exists()
    som = func.coalesce(func.sum(1 + aanmelding.c.gasten), 0)
    alle = select(som).where(aanmelding.c.bijeenkomst == bijeenkomst, _BEZET)
    samen, zonder = tx.scalar(alle) or 0, tx.scalar(alle.where(~heeft)) or 0
    return int(samen) - int(zonder), int(zonder)


def volgend_nummer(tx: Connection, bijeenkomst: int) -> int:
    """Return the next number on the waiting list; none is ever given twice."""
    hoogste = select(func.max(aanmelding.c.volgnummer)).where(aanmelding.c.bijeenkomst == bijeenkomst)
    return (tx.scalar(hoogste) or 0) + 1


def wachtend_voor(tx: Connection, bijeenkomst: int, volgnummer: int) -> int:
    """Return how many wait with a lower number."""
    vraag = select(func.count()).where(aanmelding.c.bijeenkomst == bijeenkomst, aanmelding.c.plek == "wacht")
    return tx.scalar(vraag.where(aanmelding.c.volgnummer < volgnummer)) or 0


def wachtend(tx: Connection, bijeenkomst: int, hoeveel: int) -> list[Partij]:
    """Return, in order, who waits and can be told: who blocked the bot keeps their number until they are back."""
    bereikbaar = select(account.c.id).where(account.c.bewoner == aanmelding.c.bewoner, account.c.bereikbaar).exists()
    vraag = select(aanmelding.c.bewoner, aanmelding.c.volgnummer, 1 + aanmelding.c.gasten).where(
        aanmelding.c.bijeenkomst == bijeenkomst, aanmelding.c.plek == "wacht", bereikbaar
    )
    rijen = tx.execute(vraag.order_by(aanmelding.c.volgnummer).limit(hoeveel))
    return [Partij(*rij) for rij in rijen]


def aangeboden(tx: Connection, bijeenkomst: int) -> list[Aanmelding]:
    """Return, in order, for whom a place is held."""
    vraag = select(*_KOLOMMEN).where(aanmelding.c.bijeenkomst == bijeenkomst, aanmelding.c.plek == "aangeboden")
    return [Aanmelding(*rij) for rij in tx.execute(vraag.order_by(aanmelding.c.volgnummer))]


def tel_aan_de_deur(tx: Connection, huis: int, now: datetime) -> int:
    """Count for a household who has no phone and was signed up for what is still to come: a meeting each."""
    komt_nog = bijeenkomst.c.begin > now, bijeenkomst.c.afgelast_op.is_(None), aanmelding.c.plek.is_not(None)
    vraag = select(func.count()).select_from(aanmelding).join(bijeenkomst, bijeenkomst.c.id == aanmelding.c.bijeenkomst)
    vraag = vraag.join(bewoner, bewoner.c.id == aanmelding.c.bewoner)
    return tx.scalar(vraag.where(bewoner.c.huishouden == huis, ~HEEFT_ACCOUNT, *komt_nog)) or 0


def verlopen(tx: Connection, bijeenkomst: int, now: datetime) -> list[Aanmelding]:
    """Return, in order, whose time to answer an offer has run out."""
    return [een for een in aangeboden(tx, bijeenkomst) if een.aangeboden_tot is None or een.aangeboden_tot <= now]


def tel(tx: Connection, bijeenkomst: int) -> dict[str, int]:
    """Count people: who is in and their guests, who waits, whom a place is offered, and who said misschien or nee."""

    def aantal(waar: ColumnElement[bool], wat: Any = 1) -> Any:
        return func.coalesce(func.sum(wat).filter(waar), 0)

    tellingen = {
        "ja": aantal(aanmelding.c.plek == "in"),
        "gasten": aantal(aanmelding.c.plek == "in", aanmelding.c.gasten),
        "aangeboden": aantal(aanmelding.c.plek == "aangeboden"),
        "wacht": aantal(aanmelding.c.plek == "wacht"),
        "misschien": aantal(aanmelding.c.antwoord == "misschien"),
        "nee": aantal(aanmelding.c.antwoord == "nee"),
    }
    rij = tx.execute(select(*tellingen.values()).where(aanmelding.c.bijeenkomst == bijeenkomst)).one()
    return {naam: int(waarde) for naam, waarde in zip(tellingen, rij, strict=True)}


def accounts_die_antwoordden(tx: Connection, bijeenkomsten: Sequence[int], accounts: Sequence[int]) -> frozenset[int]:
    """Return which of some accounts belong to someone who answered for one of these meetings, whatever they said."""
    antwoordde = select(aanmelding.c.bewoner).where(aanmelding.c.bijeenkomst.in_(bijeenkomsten))
    vraag = select(account.c.id).where(account.c.id.in_(accounts), account.c.bewoner.in_(antwoordde))
    return frozenset(tx.scalars(vraag))


def accounts_van_komers(tx: Connection, bijeenkomst: int, na_account: int, hoeveel: int) -> list[int]:
    """Return, in order, the reachable accounts above an id of who comes or hesitates."""
    return _accounts(tx, _KOMT & (aanmelding.c.bijeenkomst == bijeenkomst), na_account, hoeveel)


def komers_zonder_account(tx: Connection, bijeenkomst: int) -> list[int]:
    """Return, in order, the residents who come and whom no chat reaches: who was signed up at their door."""
    wie = select(aanmelding.c.bewoner).join(bewoner, bewoner.c.id == aanmelding.c.bewoner)
    wie = wie.where(_KOMT, aanmelding.c.bijeenkomst == bijeenkomst, ~HEEFT_ACCOUNT, bewoner.c.tot.is_(None))
    return list(tx.scalars(wie.order_by(aanmelding.c.bewoner)))


def aan_de_deur(tx: Connection, bijeenkomst: int) -> list[AanDeDeur]:
    """Return the addresses of who was signed up at their door, in no order."""
    h = huishouden.c
    adres = h.id, h.publiek_id, h.straat, h.huisnummer, h.toevoeging
    vraag = select(*adres, func.count(), func.sum(aanmelding.c.gasten)).select_from(aanmelding)
    vraag = vraag.join(bewoner, bewoner.c.id == aanmelding.c.bewoner).join(huishouden, h.id == bewoner.c.huishouden)
    vraag = vraag.where(aanmelding.c.bijeenkomst == bijeenkomst, _KOMT, ~HEEFT_ACCOUNT, bewoner.c.tot.is_(None))
    return [AanDeDeur(*rij)._replace(gasten=int(rij[-1])) for rij in tx.execute(vraag.group_by(*adres))]


def accounts_van_belangstellenden(
    tx: Connection, bijeenkomsten: Sequence[int], na_account: int, hoeveel: int
) -> list[int]:
    """Return, in order, the reachable accounts above an id of who said ja or misschien, or waits, for any of these."""
    wil = aanmelding.c.antwoord.in_(("ja", "misschien"))
    return _accounts(tx, wil & aanmelding.c.bijeenkomst.in_(bijeenkomsten), na_account, hoeveel)


def antwoordde_niet(bijeenkomsten: Sequence[int]) -> ColumnElement[bool]:
    """Return the condition that an account's resident gave no answer to any of these meetings."""
    gaf_antwoord = select(aanmelding.c.bewoner).where(aanmelding.c.bijeenkomst.in_(bijeenkomsten))
    return account.c.bewoner.not_in(gaf_antwoord)


def komt_naar(bijeenkomst: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition that a resident comes to a meeting, or hesitates."""
    return bewoner.c.id.in_(select(aanmelding.c.bewoner).where(_KOMT, aanmelding.c.bijeenkomst == bijeenkomst))


def accounts_van(tx: Connection, bewoner: int) -> list[int]:
    """Return the reachable accounts of a resident."""
    vraag = select(account.c.id).where(account.c.bewoner == bewoner, HOORT).order_by(account.c.id)
    return list(tx.scalars(vraag))


def _accounts(tx: Connection, waar: ColumnElement[bool], na_account: int, hoeveel: int) -> list[int]:
    vraag = select(account.c.id).distinct().join(aanmelding, aanmelding.c.bewoner == account.c.bewoner).where(waar)
    vraag = vraag.where(account.c.id > na_account, HOORT).order_by(account.c.id)
    return list(tx.scalars(vraag.limit(hoeveel)))


def _sleutel(bijeenkomst: int, bewoner: int) -> ColumnElement[bool]:
    return and_(aanmelding.c.bijeenkomst == bijeenkomst, aanmelding.c.bewoner == bewoner)
