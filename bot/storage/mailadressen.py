"""The e-mail address of a resident, and how often mail was asked for. The mail itself: `postuit`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, case, delete, exists, func, insert, select, update

from bot.storage.tables import account, bewoner, mailadres, mailrem, postuit, seintje, webbericht, webstand


@dataclass(frozen=True)
class Mailadres:
    """What a resident gave.

    Args:
        adres: they showed that it is theirs; None before that.
        nieuw: they did not yet show that of this one.
        merk: of the code that went to `nieuw`.
        geheim: in the link that stops the daily mail.
    """

    bewoner: int
    adres: str | None
    bevestigd_op: datetime | None
    nieuw: str | None
    merk: bytes | None
    verloopt_op: datetime | None
    missers: int
    geheim: str
    dagmail: bool


_KOLOMMEN = [mailadres.c[naam] for naam in Mailadres.__dataclass_fields__]


def van(tx: Connection, bewoner_id: int) -> Mailadres | None:
    """Return what a resident gave; None when they gave none."""
    return _een(tx, mailadres.c.bewoner == bewoner_id)


def met_geheim(tx: Connection, wijk: int, geheim: str) -> Mailadres | None:
    """Return whose link this is in their mail."""
    return _een(tx, (mailadres.c.wijk == wijk) & (mailadres.c.geheim == geheim))


def met_adres(tx: Connection, huishouden: int, adres: str) -> list[Mailadres]:
    """Return who of a household showed that this address is theirs, however it is written."""
    thuis = bewoner.c.huishouden == huishouden, bewoner.c.tot.is_(None), func.lower(mailadres.c.adres) == adres.lower()
    vraag = select(*_KOLOMMEN).join(bewoner, bewoner.c.id == mailadres.c.bewoner).where(*thuis)
    return [Mailadres(*rij) for rij in tx.execute(vraag.order_by(mailadres.c.id))]


def zet(tx: Connection, wijk: int, bewoner_id: int, geheim: str, **velden: Any) -> None:
    """Write what a resident gave; the first time with this secret for its links."""
    bij = update(mailadres).where(mailadres.c.bewoner == bewoner_id)
    if tx.execute(bij.values(**velden)).rowcount == 0:
        tx.execute(insert(mailadres).values(wijk=wijk, bewoner=bewoner_id, geheim=geheim, **velden))


def mis(tx: Connection, bewoner_id: int) -> None:
    """Count a wrong code."""
    deze = mailadres.c.bewoner == bewoner_id
    tx.execute(update(mailadres).where(deze).values(missers=mailadres.c.missers + 1))


def verwijder(tx: Connection, bewoner_id: int) -> None:
    """Forget the address of a resident, with all mail to them."""
    tx.execute(delete(postuit).where(postuit.c.bewoner == bewoner_id))
    tx.execute(delete(mailadres).where(mailadres.c.bewoner == bewoner_id))


@dataclass(frozen=True)
class Ongezien:
    """A chat in which something stands that no page showed, of who wants mail about that.

    Args:
        vanaf: version of the chat up to which it was seen or mailed.
        tot: its version now.
    """

    bewoner: int
    adres: str
    account: int
    taal: str | None
    vanaf: int
    tot: int


def ongezien(tx: Connection, wijk: int, soort: str, hoogstens: int) -> list[Ongezien]:
    """Return the chats of a wijk in which something stands that its resident did not see and was not mailed about.

    Not of whom a browser is told of it, nor of whom such mail still waits: what is new goes with the next.

    Args:
        soort: of such mail.
    """
    hoort = select(seintje.c.id).where(seintje.c.account == account.c.id).exists()
    m, w = mailadres.c, webstand.c
    onderweg = postuit.c.bewoner == m.bewoner, postuit.c.soort == soort, postuit.c.staat.in_(("wachtend", "bezig"))
    vanaf = case((w.gezien > m.gemaild, w.gezien), else_=m.gemaild)
    wie = and_(bewoner.c.id == m.bewoner, bewoner.c.tot.is_(None))
    vraag = (
        select(m.bewoner, m.adres, account.c.id, account.c.taal, vanaf, w.nieuw)
        .join(bewoner, wie)
        .join(account, account.c.bewoner == m.bewoner)
        .join(webstand, w.account == account.c.id)
        .where(m.wijk == wijk, m.dagmail, m.adres.is_not(None), w.nieuw > vanaf, ~hoort, ~exists().where(*onderweg))
        .order_by(m.id)
        .limit(hoogstens)
    )
    return [Ongezien(*rij) for rij in tx.execute(vraag)]


def staat_er(tx: Connection, een: Ongezien, hoogstens: int) -> list[tuple[str | None, str]]:
    """Return what stands there unseen, the first one first: what put it there, and its text as safe HTML."""
    b = webbericht.c
    deze = b.account == een.account, b.van_bot, b.versie > een.vanaf, b.inhoud.is_not(None)
    rijen = tx.execute(select(b.sleutel, b.inhoud).where(*deze).order_by(b.versie).limit(hoogstens))
    return [(rij.sleutel, rij.inhoud.get("tekst", "")) for rij in rijen]


def gezien(tx: Connection, bewoner_id: int) -> None:
    """Mail a resident only of what comes from now on."""
    hun = select(account.c.id).where(account.c.bewoner == bewoner_id)
    stand = tx.scalar(select(func.max(webstand.c.nieuw)).where(webstand.c.account.in_(hun))) or 0
    tx.execute(update(mailadres).where(mailadres.c.bewoner == bewoner_id).values(gemaild=stand))


def gemaild(tx: Connection, een: Ongezien) -> None:
    """Note up to where a resident was mailed."""
    tx.execute(update(mailadres).where(mailadres.c.bewoner == een.bewoner).values(gemaild=een.tot))


def tel(tx: Connection, merk: bytes, sinds: datetime) -> int:
    """Count how often mail was asked for since a moment, for one thing that it is counted for."""
    vraag = select(func.count()).select_from(mailrem).where(mailrem.c.merk == merk, mailrem.c.op > sinds)
    return tx.scalar(vraag) or 0


def noteer(tx: Connection, wijk: int, merk: bytes, now: datetime) -> None:
    """Count that mail was asked for."""
    tx.execute(insert(mailrem).values(wijk=wijk, merk=merk, op=now))


def ruim_op(tx: Connection, wijk: int, voor: datetime) -> None:
    """Forget how often mail was asked for before a moment, and codes that were not typed."""
    tx.execute(delete(mailrem).where(mailrem.c.wijk == wijk, mailrem.c.op < voor))
    oud = mailadres.c.wijk == wijk, mailadres.c.verloopt_op < voor
    tx.execute(delete(mailadres).where(*oud, mailadres.c.adres.is_(None)))
    tx.execute(update(mailadres).where(*oud).values(nieuw=None, merk=None, verloopt_op=None))


def _een(tx: Connection, *deze: Any) -> Mailadres | None:
    rij = tx.execute(select(*_KOLOMMEN).where(*deze)).one_or_none()
    return None if rij is None else Mailadres(*rij)
