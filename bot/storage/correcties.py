"""Requests to correct what was recorded of someone. Who asked, and what was typed, are kept until it has ended."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, exists, func, insert, select, update

from bot.storage import stembiljetten
from bot.storage.tables import (
    bewijs_prive,
    bewoner,
    bijeenkomst,
    correctieverzoek,
    huishouden,
    stemconcept,
    stemkoppeling,
    stemvel,
)

LOPEND = ("open", "beantwoord")


@dataclass(frozen=True)
class Correctieverzoek:
    """One request.

    Args:
        bewijs: the row of the evidence that it is about.
        bewoner: whom it is about; None once it has ended.
        vanaf: the account on which they asked; None for the sample check.
        wat: what is wrong: not there (`niet`), another person, something else, or the sample check.
        antwoord: of who looked at it and does not agree.
        staat: open, beantwoord (they may insist), rechtgezet or vervallen.
    """

    id: int
    publiek_id: str
    bewijs: int
    bewoner: int | None
    vanaf: int | None
    wat: str
    tekst: str | None
    antwoord: str | None
    bron: str
    staat: str
    straat: str | None
    huisnummer: int | None
    toevoeging: str | None


_EIGEN = [correctieverzoek.c[naam] for naam in Correctieverzoek.__dataclass_fields__ if naam in correctieverzoek.c]
_VRAAG: Select[Any] = (
    select(*_EIGEN, huishouden.c.straat, huishouden.c.huisnummer, huishouden.c.toevoeging)
    .outerjoin_from(correctieverzoek, bewoner, bewoner.c.id == correctieverzoek.c.bewoner)
    .outerjoin(huishouden, huishouden.c.id == bewoner.c.huishouden)
)


def voeg_toe(tx: Connection, wijk: int, **velden: Any) -> None:
    """Add one that is open; there is at most one at a time about the same evidence."""
    tx.execute(insert(correctieverzoek).values(wijk=wijk, staat="open", **velden))


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Correctieverzoek | None:
    """Return one of a wijk, also when it has ended."""
    return _een(tx, (correctieverzoek.c.wijk == wijk) & (correctieverzoek.c.publiek_id == publiek_id))


def over(tx: Connection, bewijs_id: int) -> Correctieverzoek | None:
    """Return the one that runs about some evidence."""
    return _een(tx, (correctieverzoek.c.bewijs == bewijs_id) & correctieverzoek.c.staat.in_(LOPEND))


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Correctieverzoek]:
    """Return those of a resident that run."""
    return [Correctieverzoek(*rij) for rij in tx.execute(_VRAAG.where(correctieverzoek.c.bewoner == bewoner_id))]


def open_(tx: Connection, wijk: int, hoeveel: int) -> list[Correctieverzoek]:
    """Return those that nobody looked at yet, the oldest first."""
    deze = _VRAAG.where(correctieverzoek.c.wijk == wijk, correctieverzoek.c.staat == "open")
    return [Correctieverzoek(*rij) for rij in tx.execute(deze.order_by(correctieverzoek.c.id).limit(hoeveel))]


def tel_lopende(tx: Connection, wijk: int) -> int:
    """Count those that have not ended."""
    deze = (correctieverzoek.c.wijk == wijk, correctieverzoek.c.staat.in_(LOPEND))
    return tx.scalar(select(func.count()).select_from(correctieverzoek).where(*deze)) or 0


def beantwoord(tx: Connection, verzoek_id: int, antwoord: str, door: int, now: datetime) -> None:
    """Keep why who looked at it does not agree."""
    zo = {"staat": "beantwoord", "antwoord": antwoord, "behandeld_door": door, "behandeld_op": now}
    tx.execute(update(correctieverzoek).where(correctieverzoek.c.id == verzoek_id).values(**zo))


def heropen(tx: Connection, verzoek_id: int, vanaf: int) -> None:
    """Let one be looked at again, for who asks so on an account."""
    weer = {"staat": "open", "antwoord": None, "vanaf": vanaf}
    tx.execute(update(correctieverzoek).where(correctieverzoek.c.id == verzoek_id).values(**weer))


def eindig(tx: Connection, verzoek_id: int, staat: str, door: int | None, now: datetime) -> None:
    """End one and forget what is personal."""
    leeg = {"staat": staat, "bewoner": None, "vanaf": None, "tekst": None, "antwoord": None}
    deze = update(correctieverzoek).where(correctieverzoek.c.id == verzoek_id)
    tx.execute(deze.values(**leeg, behandeld_op=now, **({} if door is None else {"behandeld_door": door})))


def trek_stem_in(tx: Connection, bewoner_id: int, peiling_id: int) -> None:
    """Take a ballot out of a poll that is still open; of a closed one only the name, where it has names."""
    deze = stemkoppeling.c.bewoner == bewoner_id, stemkoppeling.c.peiling == peiling_id
    biljetten = list(tx.scalars(select(stemkoppeling.c.stembiljet).where(*deze)))
    tx.execute(stemkoppeling.delete().where(*deze))
    tx.execute(stemconcept.delete().where(stemconcept.c.bewoner == bewoner_id, stemconcept.c.peiling == peiling_id))
    stembiljetten.verwijder_open(tx, biljetten)
    tx.execute(stemvel.delete().where(stemvel.c.peiling == peiling_id, stemvel.c.bewoner == bewoner_id))


def _een(tx: Connection, waar: Any) -> Correctieverzoek | None:
    rij = tx.execute(_VRAAG.where(waar)).one_or_none()
    return None if rij is None else Correctieverzoek(*rij)


def bijeenkomsten_met_bewijs(tx: Connection, wijk: int, hoeveel: int) -> list[tuple[str, str, datetime]]:
    """Return the last meetings of which anything holds: public id, title and beginning."""
    b, p = bijeenkomst.c, bewijs_prive.c
    heeft = exists().where(p.wijk == wijk, p.onderwerp == b.publiek_id, ~p.vervallen)
    vraag = select(b.publiek_id, b.titel, b.begin).where(b.wijk == wijk, heeft)
    return [(rij[0], rij[1], rij[2]) for rij in tx.execute(vraag.order_by(b.begin.desc()).limit(hoeveel))]


def tel(tx: Connection, wijk: int, onderwerp: str) -> int:
    """Count what holds of a subject."""
    p = bewijs_prive.c
    deze = (p.wijk == wijk, p.onderwerp == onderwerp, ~p.vervallen)
    return tx.scalar(select(func.count()).select_from(bewijs_prive).where(*deze)) or 0
