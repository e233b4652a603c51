"""What people ask at a meeting, before it and during. Questions that say the same share `samen`."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, delete, exists, func, insert, select, update

from bot.storage.tables import account, bewijs_prive, bewoner, bijeenkomst, bijeenkomstvraag, huishouden, vraagbaak

_v = bijeenkomstvraag.c


class Vraag(NamedTuple):
    """One question of one person.

    Args:
        bewoner: who asked; None: somebody without a name.
        vastlegger: account of who typed it for them; None: they did.
        vanaf: the account on which they did.
        samen: what questions that say the same share.
        antwoord: id of the answer, when there is one.
    """

    id: int
    publiek_id: str
    bijeenkomst: int
    bewoner: int | None
    tekst: str
    op: datetime
    vastlegger: int | None
    vanaf: int | None
    samen: str
    antwoord: int | None


class Groep(NamedTuple):
    """Questions that say the same: the first of them, and how many asked it."""

    publiek_id: str
    tekst: str
    op: datetime
    aantal: int


class Eigen(NamedTuple):
    """A question as who asked it sees it, with its meeting and the answer."""

    publiek_id: str
    tekst: str
    op: datetime
    titel: str
    antwoord: str | None
    hoe: str | None


class OpLijst(NamedTuple):
    """Someone on the door list without a phone: a key for a button, the address, the seat, and the resident."""

    sleutel: str
    adres: str
    stoel: int
    bewoner: int


_KOLOMMEN = [_v[naam] for naam in Vraag._fields]
_OPEN = _v.antwoord.is_(None)


def voeg_toe(tx: Connection, wijk: int, publiek_id: str, **velden: Any) -> None:
    """Keep a question; it stands alone until staff put it with another."""
    tx.execute(insert(bijeenkomstvraag).values(wijk=wijk, publiek_id=publiek_id, samen=publiek_id, **velden))


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Vraag | None:
    """Return one of a wijk."""
    rij = tx.execute(select(*_KOLOMMEN).where(_v.wijk == wijk, _v.publiek_id == publiek_id)).one_or_none()
    return None if rij is None else Vraag(*rij)


def open_van(tx: Connection, bijeenkomst_id: int, bewoner_id: int) -> int:
    """Return how many questions of a resident at a meeting wait for an answer."""
    mijn = select(func.count()).where(_v.bijeenkomst == bijeenkomst_id, _v.bewoner == bewoner_id, _OPEN)
    return tx.scalar(mijn) or 0


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Eigen]:
    """Return all that a resident asked, newest first."""
    vraag = select(_v.publiek_id, _v.tekst, _v.op, bijeenkomst.c.titel, vraagbaak.c.gegeven, vraagbaak.c.hoe)
    vraag = vraag.join(bijeenkomst, bijeenkomst.c.id == _v.bijeenkomst)
    vraag = vraag.outerjoin(vraagbaak, vraagbaak.c.id == _v.antwoord).where(_v.bewoner == bewoner_id)
    return [Eigen(*rij) for rij in tx.execute(vraag.order_by(_v.id.desc()))]


def groepen(tx: Connection, bijeenkomst_id: int, hoeveel: int, sla_over: int = 0) -> list[Groep]:
    """Return what waits for an answer, what was asked first first; each group as its first question."""
    per = select(func.min(_v.id).label("eerste"), func.count().label("aantal"))
    per = per.where(_v.bijeenkomst == bijeenkomst_id, _OPEN).group_by(_v.samen)
    per_groep = per.subquery()
    vraag = select(_v.publiek_id, _v.tekst, _v.op, per_groep.c.aantal).join(per_groep, per_groep.c.eerste == _v.id)
    return [Groep(*rij) for rij in tx.execute(vraag.order_by(_v.id).limit(hoeveel).offset(sla_over))]


def groep_van(tx: Connection, deze: Vraag) -> list[Vraag]:
    """Return the questions that say the same as one and wait as it does, or have the same answer; oldest first."""
    zelfde = and_(_v.samen == deze.samen, _OPEN) if deze.antwoord is None else _v.antwoord == deze.antwoord
    vraag = select(*_KOLOMMEN).where(_v.bijeenkomst == deze.bijeenkomst, zelfde)
    return [Vraag(*rij) for rij in tx.execute(vraag.order_by(_v.id))]


def met_antwoord(tx: Connection, antwoord: int) -> list[str]:
    """Return what was asked that has this answer, oldest first; who asked and is gone is not in it."""
    return list(tx.scalars(select(_v.tekst).where(_v.antwoord == antwoord).order_by(_v.id)))


def voeg_samen(tx: Connection, deze: Vraag, bij: Vraag) -> None:
    """Put a question, and what was put with it, with another."""
    zelfde = _v.bijeenkomst == deze.bijeenkomst, _v.samen == deze.samen, _OPEN
    tx.execute(update(bijeenkomstvraag).where(*zelfde).values(samen=bij.samen))


def haal_uiteen(tx: Connection, deze: Vraag) -> None:
    """Let each of the questions that were put with one stand alone again."""
    zelfde = _v.bijeenkomst == deze.bijeenkomst, _v.samen == deze.samen, _OPEN
    tx.execute(update(bijeenkomstvraag).where(*zelfde).values(samen=_v.publiek_id))


def beantwoord(tx: Connection, deze: Vraag, antwoord: int) -> None:
    """Give a question and those that say the same an answer."""
    zelfde = _v.bijeenkomst == deze.bijeenkomst, _v.samen == deze.samen, _OPEN
    tx.execute(update(bijeenkomstvraag).where(*zelfde).values(antwoord=antwoord))


def trek_in(tx: Connection, bewoner_id: int, publiek_id: str) -> bool:
    """Delete a resident's own that waits for an answer, and say whether there was one."""
    eigen = _v.bewoner == bewoner_id, _v.publiek_id == publiek_id, _OPEN, _v.vastlegger.is_(None)
    return tx.execute(delete(bijeenkomstvraag).where(*eigen)).rowcount == 1


def tel(tx: Connection, bijeenkomst_id: int) -> tuple[int, int]:
    """Return how many questions of a meeting wait for an answer, those that say the same once; and how many came."""
    van = _v.bijeenkomst == bijeenkomst_id
    wachten = tx.scalar(select(func.count(func.distinct(_v.samen))).where(van, _OPEN)) or 0
    return wachten, tx.scalar(select(func.count()).where(van)) or 0


def adres_van(tx: Connection, bewoner_id: int) -> str:
    """Return the address of who asked, for who brings them the answer."""
    h = huishouden.c
    vraag = select(h.straat, h.huisnummer, h.toevoeging).join(bewoner, bewoner.c.huishouden == h.id)
    straat, nummer, toevoeging = tx.execute(vraag.where(bewoner.c.id == bewoner_id)).one()
    return f"{straat} {nummer}{toevoeging}"


def zonder_telefoon(tx: Connection, wijk: int, bijeenkomst_id: str) -> list[OpLijst]:
    """Return whom staff recorded at a meeting and who has no chat here, in order of address."""
    h, p = huishouden.c, bewijs_prive.c
    vraag = select(h.publiek_id, h.straat, h.huisnummer, h.toevoeging, bewoner.c.stoel, bewoner.c.id).distinct()
    vraag = vraag.join(bewoner, bewoner.c.huishouden == h.id).join(bewijs_prive, p.bewoner == bewoner.c.id)
    daar = p.wijk == wijk, p.onderwerp == bijeenkomst_id, p.vastlegger.is_not(None), ~p.vervallen
    zonder = ~exists().where(account.c.bewoner == bewoner.c.id)
    vraag = vraag.where(*daar, bewoner.c.tot.is_(None), zonder)
    return [
        OpLijst(f"{huis}.{stoel}", f"{straat} {nummer}{toevoeging}", stoel, nummer_van_bewoner)
        for huis, straat, nummer, toevoeging, stoel, nummer_van_bewoner in tx.execute(
            vraag.order_by(h.straat, h.huisnummer, h.toevoeging, bewoner.c.stoel)
        )
    ]
