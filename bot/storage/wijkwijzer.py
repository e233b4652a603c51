"""Of which wijk something is that somebody follows, types or taps, and in which wijken an account is.

A wijk without settings is left out everywhere: nobody is there, and nothing leads there.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, case, select

from bot.storage import tables as t
from bot.storage.wijken import LOPEND

_MET_ID = {"b": t.bijeenkomst, "er": t.bijeenkomst, "deur": t.bijeenkomst, "p": t.peiling, "school": t.peiling}
_MET_ID |= {"ik": t.bewoner}
_MET_MERK = {"rol": t.roluitnodiging, "koppel": t.koppelcode}


@dataclass(frozen=True)
class Plaatsen:
    """Where an account is.

    Args:
        gekozen: the wijk that it chose last; None when it never did.
        thuis: the wijk in which its resident lives.
        rollen: the wijken in which it has a role, in order.
        bezig: that in which something is being filled in; of more the one that it was at last.
    """

    gekozen: int | None = None
    thuis: int | None = None
    rollen: tuple[int, ...] = ()
    bezig: int | None = None

    @property
    def eigen(self) -> tuple[int, ...]:
        """Its own wijken, the one in which it lives first."""
        return tuple(dict.fromkeys([*([self.thuis] if self.thuis is not None else []), *self.rollen]))


def van_account(tx: Connection, kanaal: str, extern_id: str) -> Plaatsen:
    """Return where an account is; nowhere when it was never seen and nobody gave it a role."""
    a, b = t.account.c, t.bewoner.c
    wie = a.kanaal == kanaal, a.extern_id == extern_id
    met_huis = t.account.outerjoin(t.bewoner, (b.id == a.bewoner) & b.tot.is_(None) & b.wijk.in_(LOPEND))
    koos = case((a.gekozen_wijk.in_(LOPEND), a.gekozen_wijk))
    rij = tx.execute(select(a.id, koos.label("koos"), b.wijk).select_from(met_huis).where(*wie)).one_or_none()
    r = t.rol.c
    waar = select(r.wijk).where(r.kanaal == kanaal, r.extern_id == extern_id, r.wijk.in_(LOPEND))
    rollen = tuple(tx.scalars(waar.distinct().order_by(r.wijk)))
    if rij is None:
        return Plaatsen(rollen=rollen)
    g = t.gesprek.c
    open_ = select(g.wijk).where(g.account == rij.id, g.wijk.in_(LOPEND))
    return Plaatsen(rij.koos, rij.wijk, rollen, tx.scalar(open_.order_by(g.volgorde.desc()).limit(1)))


def met_id(tx: Connection, soort: str, publiek_id: str) -> int | None:
    """Return the wijk of what a link of a kind names by its id."""
    tabel = _MET_ID[soort]
    return _een(tx, tabel.c.publiek_id, publiek_id)


def met_merk(tx: Connection, soort: str, merk: bytes) -> int | None:
    """Return the wijk of what a link of a kind opens by its secret, of which this is the hash."""
    return _een(tx, _MET_MERK[soort].c.merk, merk)


def met_brief(tx: Connection, hmac: bytes) -> int | None:
    """Return the wijk of the letter on which a code stands."""
    return _een(tx, t.huishoudcode.c.hmac, hmac)


def met_toestel(tx: Connection, merk: bytes, now: datetime) -> int | None:
    """Return the wijk of who goes on elsewhere with a code."""
    c = t.toestelcode.c
    vraag = select(t.bewoner.c.wijk).join(t.account, t.account.c.bewoner == t.bewoner.c.id)
    vraag = vraag.join(t.toestelcode, c.account == t.account.c.id).where(t.bewoner.c.wijk.in_(LOPEND))
    return tx.scalar(vraag.where(c.merk == merk, c.verloopt_op > now))


def van_groep(tx: Connection, kanaal: str, chat: int) -> int | None:
    """Return the wijk to which a group belongs."""
    g = t.groepschat.c
    return tx.scalar(select(g.wijk).where(g.kanaal == kanaal, g.chat == chat, g.wijk.in_(LOPEND)))


def _een(tx: Connection, kolom: Column[object], waarde: object) -> int | None:
    wijk = kolom.table.c.wijk
    return tx.scalar(select(wijk).where(kolom == waarde, wijk.in_(LOPEND)))
