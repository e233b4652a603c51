"""Households, the codes on their letters (only as HMAC), and the seats that residents take in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from bot.rules.adressen import Adres
from bot.rules.huisnummers import loopsleutel
from bot.storage.straat import in_een
from bot.storage.tables import account, bewoner, huishoudcode, huishouden, wijk

STOELEN_ALS_ONBEKEND = 4
_FEITEN = ("eigendom", "woningtype", "bouwjaar", "volwassenen", "plaats", "taal", "buurtdeel")
_BROK = 500  # stays below every limit on the parameters of one statement


@dataclass(frozen=True)
class NieuwHuishouden:
    """An address with its public id and the HMAC of its code."""

    adres: Adres
    publiek_id: str
    hmac: bytes


@dataclass(frozen=True)
class Huishouden:
    """A household and its address; `stoelen`: how many residents it may have."""

    id: int
    publiek_id: str
    straat: str
    huisnummer: int
    toevoeging: str
    stoelen: int


@dataclass(frozen=True)
class Persoon:
    """Someone who lives there now, with or without an account; `gewist`: what was known of the seat was erased."""

    id: int
    publiek_id: str
    stoel: int
    met_account: bool
    gewist: bool


@dataclass(frozen=True)
class NieuweCode:
    """The HMAC of a new code for an address that is there, by its key."""

    sleutel: str
    hmac: bytes


@dataclass(frozen=True)
class Huishoudcode:
    """A code that exists. `stoelen`: how many residents may join with it; `taal`: the second one of their letter."""

    id: int
    huishouden: int
    ingetrokken: bool
    stoelen: int
    taal: str | None


def peper_merk(tx: Connection) -> bytes | None:
    """Return the mark of this installation's pepper, None while no wijk has codes."""
    return tx.scalar(select(wijk.c.peper_merk).where(wijk.c.peper_merk.is_not(None)).limit(1))


def zet_peper_merk(tx: Connection, wijk_id: int, merk: bytes) -> None:
    """Keep the mark of the pepper under which the codes of a wijk are made."""
    tx.execute(update(wijk).where(wijk.c.id == wijk_id).values(peper_merk=merk))


def wijk_publiek_id(tx: Connection, wijk_id: int) -> str:
    """Return the public id of a wijk."""
    gevonden: str = tx.execute(select(wijk.c.publiek_id).where(wijk.c.id == wijk_id)).scalar_one()
    return gevonden


def sleutels(tx: Connection, wijk_id: int) -> set[str]:
    """Return the address keys of all households in a wijk."""
    return set(tx.scalars(select(huishouden.c.sleutel).where(huishouden.c.wijk == wijk_id)))


def voeg_toe(tx: Connection, wijk_id: int, nieuwe: Sequence[NieuwHuishouden], now: datetime) -> None:
    """Add households, each with its code; none of their addresses may be there yet."""
    if not nieuwe:
        return
    rijen = [
        {
            "wijk": wijk_id,
            "publiek_id": nieuw.publiek_id,
            "sleutel": nieuw.adres.sleutel,
            "straat": nieuw.adres.straat,
            "huisnummer": nieuw.adres.huisnummer,
            "toevoeging": nieuw.adres.toevoeging,
            "postcode": nieuw.adres.postcode,
            "eigendom": nieuw.adres.eigendom,
            "woningtype": nieuw.adres.woningtype,
            "bouwjaar": nieuw.adres.bouwjaar,
            "volwassenen": nieuw.adres.volwassenen,
            "plaats": nieuw.adres.plaats,
            "taal": nieuw.adres.taal,
            "buurtdeel": nieuw.adres.buurtdeel,
        }
        for nieuw in nieuwe
    ]
    ids = {
        r.sleutel: r.id for r in tx.execute(insert(huishouden).returning(huishouden.c.id, huishouden.c.sleutel), rijen)
    }
    tx.execute(
        insert(huishoudcode),
        [
            {"wijk": wijk_id, "huishouden": ids[nieuw.adres.sleutel], "hmac": nieuw.hmac, "gemaakt_op": now}
            for nieuw in nieuwe
        ],
    )


def gewijzigd(tx: Connection, wijk_id: int, lijst: Sequence[Adres]) -> dict[int, dict[str, Any]]:
    """Return, per household of an address in a list, what the list says otherwise; an empty cell is no change."""
    vraag = select(huishouden.c.id, huishouden.c.sleutel, *(huishouden.c[feit] for feit in _FEITEN))
    bekend = {rij.sleutel: rij for rij in tx.execute(vraag.where(huishouden.c.wijk == wijk_id))}
    anders: dict[int, dict[str, Any]] = {}
    for adres in lijst:
        if (rij := bekend.get(adres.sleutel)) is not None:
            nieuw = {
                feit: waarde for feit in _FEITEN if (waarde := getattr(adres, feit)) not in (None, rij._mapping[feit])
            }
            anders |= {rij.id: nieuw} if nieuw else {}
    return anders


def werk_bij(tx: Connection, feiten: Mapping[int, Mapping[str, Any]]) -> None:
    """Change what is kept of households, by id."""
    for van, nieuw in feiten.items():
        tx.execute(update(huishouden).where(huishouden.c.id == van).values(**nieuw))


def adressen(tx: Connection, wijk_id: int, gezocht: Sequence[str]) -> list[Adres]:
    """Return what a letter says of the addresses of these keys that have a household, in no order."""
    brokken = (gezocht[begin : begin + _BROK] for begin in range(0, len(gezocht), _BROK))
    namen = ("straat", "huisnummer", "toevoeging", "postcode", "plaats", "taal")
    vraag = select(*(huishouden.c[naam] for naam in namen)).where(huishouden.c.wijk == wijk_id)
    rijen = (rij for brok in brokken for rij in tx.execute(vraag.where(huishouden.c.sleutel.in_(brok))))
    return [Adres(**rij._mapping) for rij in rijen]


def vervang_codes(tx: Connection, wijk_id: int, nieuwe: Sequence[NieuweCode], now: datetime) -> None:
    """Revoke the codes of these households and give each its new one; all of them must be there."""
    for nieuw in nieuwe:
        welk = select(huishouden.c.id).where(huishouden.c.wijk == wijk_id, huishouden.c.sleutel == nieuw.sleutel)
        van = tx.execute(welk).scalar_one()
        oude = huishoudcode.c.huishouden == van, huishoudcode.c.ingetrokken_op.is_(None)
        tx.execute(update(huishoudcode).where(*oude).values(ingetrokken_op=now))
        tx.execute(insert(huishoudcode).values(wijk=wijk_id, huishouden=van, hmac=nieuw.hmac, gemaakt_op=now))


def tel_codes(tx: Connection, hmacs: Sequence[bytes]) -> int:
    """Count how many of these codes exist."""
    brokken = (hmacs[begin : begin + _BROK] for begin in range(0, len(hmacs), _BROK))
    return sum(tx.scalar(select(func.count()).where(huishoudcode.c.hmac.in_(brok))) or 0 for brok in brokken)


def geldige_codes(tx: Connection, hmacs: Sequence[bytes]) -> set[bytes]:
    """Return which of these codes exist and were not revoked."""
    brokken = (hmacs[begin : begin + _BROK] for begin in range(0, len(hmacs), _BROK))
    vraag = select(huishoudcode.c.hmac).where(huishoudcode.c.ingetrokken_op.is_(None))
    return {bytes(hmac) for brok in brokken for hmac in tx.scalars(vraag.where(huishoudcode.c.hmac.in_(brok)))}


def vind_code(tx: Connection, wijk_id: int, hmac: bytes) -> Huishoudcode | None:
    """Return the code of this HMAC in a wijk, also when it was revoked."""
    return _code(tx, _CODE.where(huishoudcode.c.wijk == wijk_id, huishoudcode.c.hmac == hmac))


def code(tx: Connection, wijk_id: int, code_id: int) -> Huishoudcode | None:
    """Return a code by its id, also when it was revoked."""
    return _code(tx, _CODE.where(huishoudcode.c.wijk == wijk_id, huishoudcode.c.id == code_id))


def straten(tx: Connection, wijk_id: int) -> list[tuple[str, str]]:
    """Return the streets of a wijk by name, each with the publiek_id of its first household: its name in a button."""
    vraag = select(huishouden.c.straat, func.min(huishouden.c.publiek_id)).where(huishouden.c.wijk == wijk_id)
    rijen = tx.execute(vraag.group_by(huishouden.c.straat)).all()
    return sorted(((straat, wie) for straat, wie in rijen), key=lambda rij: rij[0].casefold())


def straat(tx: Connection, huishouden_id: int) -> str:
    """Return the street of a household."""
    gevonden: str = tx.execute(select(huishouden.c.straat).where(huishouden.c.id == huishouden_id)).scalar_one()
    return gevonden


def in_straat(tx: Connection, wijk_id: int, straat: str | None) -> list[Huishouden]:
    """Return the households of a street in the order in which someone walks past them; None: of all streets."""
    rijen = tx.execute(_HUISHOUDEN.where(huishouden.c.wijk == wijk_id, in_een(straat)))
    huizen = (Huishouden(*rij) for rij in rijen)
    return sorted(huizen, key=lambda h: (*loopsleutel(h.huisnummer, h.toevoeging), h.publiek_id))


def zoek(tx: Connection, wijk_id: int, publiek_id: str) -> Huishouden | None:
    """Return the household of a publiek_id in a wijk."""
    vraag = _HUISHOUDEN.where(huishouden.c.wijk == wijk_id, huishouden.c.publiek_id == publiek_id)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Huishouden(*rij)


def na_bewijs(tx: Connection, huishouden_id: int) -> int | None:
    """Return after which evidence who lives in a household now came there; None when it never moved."""
    return tx.scalar(select(huishouden.c.na_bewijs).where(huishouden.c.id == huishouden_id))


def personen(tx: Connection, huishouden_id: int) -> list[Persoon]:
    """Return who lives in a household now, as far as anyone was recorded, by seat."""
    met_account = select(account.c.id).where(account.c.bewoner == bewoner.c.id).exists()
    vraag = select(bewoner.c.id, bewoner.c.publiek_id, bewoner.c.stoel, met_account, bewoner.c.gewist)
    vraag = vraag.where(bewoner.c.huishouden == huishouden_id, bewoner.c.tot.is_(None))
    return [Persoon(*rij) for rij in tx.execute(vraag.order_by(bewoner.c.stoel))]


def bezette_stoelen(tx: Connection, huishouden_id: int) -> set[int]:
    """Return the numbers of the seats that are taken."""
    nu = bewoner.c.huishouden == huishouden_id, bewoner.c.tot.is_(None)
    return set(tx.scalars(select(bewoner.c.stoel).where(*nu)))


def vrije_stoel_bij(tx: Connection, bewoner_id: int) -> int | None:
    """Return the lowest free seat where a resident lives; None when all are taken."""
    vraag = select(huishouden.c.id, func.coalesce(huishouden.c.volwassenen, STOELEN_ALS_ONBEKEND))
    thuis, stoelen = tx.execute(vraag.join(bewoner).where(bewoner.c.id == bewoner_id)).one()
    bezet = bezette_stoelen(tx, thuis)
    return next((stoel for stoel in range(1, stoelen + 1) if stoel not in bezet), None)


def voeg_bewoner_toe(
    tx: Connection, wijk_id: int, huishouden_id: int, stoel: int, publiek_id: str, now: datetime
) -> int:
    """Give a seat to a new resident and return the resident's id."""
    waarden = {"wijk": wijk_id, "huishouden": huishouden_id, "stoel": stoel, "publiek_id": publiek_id, "sinds": now}
    nieuw: int = tx.execute(insert(bewoner).values(**waarden).returning(bewoner.c.id)).scalar_one()
    return nieuw


def bewoner_publiek_id(tx: Connection, bewoner_id: int) -> str:
    """Return the public id of a resident."""
    gevonden: str = tx.execute(select(bewoner.c.publiek_id).where(bewoner.c.id == bewoner_id)).scalar_one()
    return gevonden


def bewoner_met(tx: Connection, wijk_id: int, publiek_id: str) -> int | None:
    """Return the resident of a public id who lives in a wijk now."""
    nu = bewoner.c.wijk == wijk_id, bewoner.c.tot.is_(None)
    return tx.scalar(select(bewoner.c.id).where(*nu, bewoner.c.publiek_id == publiek_id))


def adres(tx: Connection, huishouden_id: int) -> str:
    """Return street, number and addition of a household."""
    h = huishouden.c
    rij = tx.execute(select(h.straat, h.huisnummer, h.toevoeging).where(h.id == huishouden_id)).one()
    return f"{rij.straat} {rij.huisnummer}{rij.toevoeging}"


def heeft_bewoner(tx: Connection, account_id: int) -> bool:
    """Say whether an account is a resident now, in whichever wijk."""
    vraag = select(bewoner.c.id).join(account, account.c.bewoner == bewoner.c.id)
    return tx.scalar(vraag.where(account.c.id == account_id, bewoner.c.tot.is_(None))) is not None


_HUISHOUDEN = select(
    huishouden.c.id,
    huishouden.c.publiek_id,
    huishouden.c.straat,
    huishouden.c.huisnummer,
    huishouden.c.toevoeging,
    func.coalesce(huishouden.c.volwassenen, STOELEN_ALS_ONBEKEND),
)

_CODE = select(
    huishoudcode.c.id,
    huishoudcode.c.huishouden,
    huishoudcode.c.ingetrokken_op,
    huishouden.c.volwassenen,
    huishouden.c.taal,
).join(huishouden, huishouden.c.id == huishoudcode.c.huishouden)


def _code(tx: Connection, vraag: Select[tuple[int, int, datetime, int, str]]) -> Huishoudcode | None:
    rij = tx.execute(vraag).one_or_none()
    if rij is None:
        return None
    stoelen = STOELEN_ALS_ONBEKEND if rij.volwassenen is None else rij.volwassenen
    return Huishoudcode(rij.id, rij.huishouden, rij.ingetrokken_op is not None, stoelen, rij.taal)
