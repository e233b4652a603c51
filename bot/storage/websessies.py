"""Browsers in which someone is signed in. Only the hash of a session's secret is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, bindparam, delete, exists, insert, not_, or_, select, update

from bot.rules.geleding import VERTEGENWOORDIGER
from bot.storage.tables import account, rol, seintje, websessie, webstand

_TOT_OP = timedelta(hours=1)
"""When a session was last used is kept to the hour: a page that is open writes nothing."""


@dataclass(frozen=True)
class Sessie:
    """A browser in which someone is signed in.

    Args:
        extern_id: of the account, and so of its chat.
        bewoner: whose it is now; `voor`: whose it was when its secret was made.
        straks: hash of the secret that was handed out to take the place of the one of now.
        taal: the language that this person chose.
        team: whether this account has a role of the team.
        bevestigd_tot: until when it showed its second factor in this browser.
    """

    publiek_id: str
    account: int
    extern_id: str
    taal: str | None
    toestel: str
    gemaakt_op: datetime
    gezien_op: datetime
    team: bool
    bevestigd_tot: datetime | None
    bewoner: int | None
    voor: int | None
    straks: bytes | None

    @property
    def verandert(self) -> bool:
        """Whether it became somebody's since its secret was made."""
        return self.bewoner is not None and self.bewoner != self.voor

    @property
    def vernieuwt(self) -> bool:
        """Whether it did, and has no other secret yet."""
        return self.verandert and self.straks is None


_TEAM = exists().where(
    rol.c.kanaal == account.c.kanaal, rol.c.extern_id == account.c.extern_id, rol.c.rol != VERTEGENWOORDIGER
)
_TOT = websessie.c.bevestigd_tot
_OPEN = or_(not_(_TEAM), _TOT.is_not(None) & (bindparam("nu", type_=_TOT.type) < _TOT))  # a NULL has no opposite
"""Of a browser of the team nothing is open until its second factor is shown, and again some hours later."""
_LEES = select(
    websessie.c.publiek_id,
    websessie.c.account,
    account.c.extern_id,
    account.c.taal,
    websessie.c.toestel,
    websessie.c.gemaakt_op,
    websessie.c.gezien_op,
    _TEAM,
    websessie.c.bevestigd_tot,
    account.c.bewoner,
    websessie.c.voor,
    websessie.c.straks,
).join(account, account.c.id == websessie.c.account)
_VIND = _LEES.where(or_(websessie.c.merk == bindparam("merk"), websessie.c.straks == bindparam("merk")))
_VIND_OPEN, _VIND_DICHT = _VIND.where(_OPEN), _VIND.where(not_(_OPEN))

_PER_KEER = 500
_TOESTAND = (
    select(account.c.extern_id, websessie.c.publiek_id, webstand.c.versie)
    .join(websessie, websessie.c.account == account.c.id)
    .outerjoin(webstand, webstand.c.account == account.c.id)
    .where(_OPEN, account.c.kanaal == bindparam("kanaal"), account.c.extern_id.in_(bindparam("wie", expanding=True)))
)


def maak(tx: Connection, account_id: int, publiek_id: str, merk: bytes, toestel: str, now: datetime) -> None:
    """Sign an account in on a browser.

    Args:
        merk: SHA-256 of the secret that the browser keeps.
    """
    van_wie = select(account.c.bewoner).where(account.c.id == account_id).scalar_subquery()
    velden = {"publiek_id": publiek_id, "account": account_id, "merk": merk, "toestel": toestel}
    tx.execute(insert(websessie).values(**velden, voor=van_wie, gemaakt_op=now, gezien_op=now))


def vind(tx: Connection, merk: bytes, now: datetime) -> Sessie | None:
    """Return the session of a secret, by its hash; None of one that must show its second factor first."""
    rij = tx.execute(_VIND_OPEN, {"merk": merk, "nu": now}).one_or_none()
    return None if rij is None else Sessie(*rij)


def vind_ook_dicht(tx: Connection, merk: bytes) -> Sessie | None:
    """Return the session of a secret, whether it must show its second factor first or not."""
    rij = tx.execute(_VIND, {"merk": merk}).one_or_none()
    return None if rij is None else Sessie(*rij)


def vind_dicht(tx: Connection, merk: bytes, now: datetime) -> Sessie | None:
    """Return the session of a secret that must show its second factor first; None of any other."""
    rij = tx.execute(_VIND_DICHT, {"merk": merk, "nu": now}).one_or_none()
    return None if rij is None else Sessie(*rij)


def bevestig(tx: Connection, sessie: Sessie, merk: bytes, publiek_id: str, tot: datetime) -> None:
    """Open a session until a moment, under another secret and id than it had before."""
    deze = websessie.c.publiek_id == sessie.publiek_id, websessie.c.account == sessie.account
    nieuw = {"merk": merk, "voor": sessie.bewoner, "straks": None, "publiek_id": publiek_id}
    tx.execute(update(websessie).where(*deze).values(**nieuw, bevestigd_tot=tot))


def leeft(tx: Connection, sessie: Sessie, now: datetime) -> bool:
    """Say whether a session is there and open, under whichever secret."""
    deze = websessie.c.publiek_id == sessie.publiek_id, websessie.c.account == sessie.account
    return tx.execute(_LEES.where(*deze, _OPEN), {"nu": now}).one_or_none() is not None


def zet_straks(tx: Connection, sessie: Sessie, merk: bytes) -> None:
    """Keep the hash of the secret that takes the place of the one of now."""
    tx.execute(update(websessie).where(websessie.c.publiek_id == sessie.publiek_id).values(straks=merk))


def neem_straks(tx: Connection, sessie: Sessie) -> None:
    """Let that secret take the place: the one of before opens nothing any more."""
    deze = websessie.c.publiek_id == sessie.publiek_id, websessie.c.straks == sessie.straks
    tx.execute(update(websessie).where(*deze).values(merk=sessie.straks, voor=sessie.bewoner, straks=None))


def van_account(tx: Connection, account_id: int) -> list[Sessie]:
    """Return the browsers of an account, the last used first."""
    vraag = _LEES.where(websessie.c.account == account_id).order_by(websessie.c.gezien_op.desc(), websessie.c.id)
    return [Sessie(*rij) for rij in tx.execute(vraag)]


def toestanden(tx: Connection, kanaal: str, chats: Sequence[int], now: datetime) -> dict[int, set[tuple[str, int]]]:
    """Return of each chat who is signed in on it, with its version: what a page that is open there goes by."""
    gevonden: dict[int, set[tuple[str, int]]] = {chat: set() for chat in chats}
    for deel in range(0, len(chats), _PER_KEER):
        wie = [str(chat) for chat in chats[deel : deel + _PER_KEER]]
        for extern_id, publiek_id, versie in tx.execute(_TOESTAND, {"kanaal": kanaal, "wie": wie, "nu": now}):
            gevonden[int(extern_id)].add((publiek_id, versie or 0))
    return gevonden


def gezien(tx: Connection, sessie: Sessie, now: datetime) -> None:
    """Note that a session is used, once an hour."""
    deze = websessie.c.publiek_id == sessie.publiek_id, websessie.c.gezien_op <= now - _TOT_OP
    tx.execute(update(websessie).where(*deze).values(gezien_op=now))


def was_gezien(sessie: Sessie, now: datetime) -> bool:
    """Say whether that was noted this hour already."""
    return sessie.gezien_op > now - _TOT_OP


def eindig(tx: Connection, account_id: int, publiek_id: str) -> bool:
    """End one session of an account; False when it is not there."""
    deze = websessie.c.publiek_id == publiek_id, websessie.c.account == account_id
    _zonder_seintje(tx, *deze)
    return bool(tx.execute(delete(websessie).where(*deze)).rowcount)


def ruim_op(tx: Connection, voor: datetime) -> int:
    """End the sessions that nobody used since a moment; return how many."""
    _zonder_seintje(tx, websessie.c.gezien_op < voor)
    return tx.execute(delete(websessie).where(websessie.c.gezien_op < voor)).rowcount


def _zonder_seintje(tx: Connection, *deze: ColumnElement[bool]) -> None:
    """Let browsers not be told any more: that ends with the session."""
    tx.execute(delete(seintje).where(seintje.c.sessie.in_(select(websessie.c.id).where(*deze))))
