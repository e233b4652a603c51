"""What accounts want to hear without asking, and how much of it they had: what decides whether they get more."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, text, update

from bot.rules.toestemming import INGETROKKEN
from bot.rules.weekmaat import ONDERWERPEN, Voorkeur
from bot.storage.tables import account, bewaard, bewoner, outbox, voorkeur

_KOLOMMEN = [voorkeur.c[naam] for naam in (*ONDERWERPEN, "wekelijks", "gestopt")]


@dataclass
class Gehoord:
    """What one account chose, and what it had.

    Args:
        gehad: when the messages that count came, or will come.
        wacht_tot: when the first of what was held back may go; None when nothing was.
        woont_er: can be reached, lives somewhere and did not withdraw their yes.
        woont_in: the wijk in which that is; None for nowhere.
    """

    voorkeur: Voorkeur
    wacht_tot: datetime | None
    woont_er: bool
    woont_in: int | None
    gehad: list[datetime] = field(default_factory=list)


def van(tx: Connection, account_id: int) -> Voorkeur:
    """Return what an account chose; all, at once, when it never chose."""
    rij = tx.execute(select(*_KOLOMMEN).where(voorkeur.c.account == account_id)).one_or_none()
    return Voorkeur() if rij is None else _uit(rij)


def zet(tx: Connection, account_id: int, **velden: bool) -> Voorkeur:
    """Change a part of what an account chose, and return the whole."""
    gewijzigd = update(voorkeur).where(voorkeur.c.account == account_id).values(**velden)
    if tx.execute(gewijzigd).rowcount == 0:
        tx.execute(insert(voorkeur).values(account=account_id, **velden))
    return van(tx, account_id)


def gehoord(tx: Connection, accounts: Sequence[int], sinds: datetime) -> dict[int, Gehoord]:
    """Return, for each account, what it chose and what it had since a moment; in two queries.

    What failed does not count, nor a repeat; what waits does. (As one join PostgreSQL reads the whole index of messages
    once it has statistics from before the newest: 50 ms for 500 accounts, tried.)
    """
    wacht_tot = select(func.min(bewaard.c.bundel_op)).where(bewaard.c.account == account.c.id).scalar_subquery()
    vraag = (
        select(account.c.id, account.c.bereikbaar, account.c.toestemming_versie, bewoner.c.wijk, wacht_tot, *_KOLOMMEN)
        .select_from(account)
        .outerjoin(bewoner, (bewoner.c.id == account.c.bewoner) & bewoner.c.tot.is_(None))
        .outerjoin(voorkeur, voorkeur.c.account == account.c.id)
        .where(account.c.id.in_(accounts))
    )
    recent = select(outbox.c.account, outbox.c.ongevraagd_op).where(
        outbox.c.account.in_(accounts),
        text("ongevraagd_op IS NOT NULL"),  # word for word that of the index
        outbox.c.ongevraagd_op > sinds,
        outbox.c.staat != "mislukt",
        outbox.c.herhaalt.is_(None),
    )
    gevonden = {
        wie: Gehoord(_uit(gekozen), wacht, bool(bereikbaar and woont and versie != INGETROKKEN), woont)
        for wie, bereikbaar, versie, woont, wacht, *gekozen in tx.execute(vraag)
    }
    for wie, op in tx.execute(recent):
        gevonden[wie].gehad.append(op)
    return gevonden


def _uit(rij: Sequence[Any]) -> Voorkeur:
    *wil, wekelijks, gestopt = rij
    if gestopt is None:  # never chose
        return Voorkeur()
    onderwerpen = frozenset(over for over, aan in zip(ONDERWERPEN, wil, strict=True) if aan)
    return Voorkeur(onderwerpen, wekelijks, gestopt)
