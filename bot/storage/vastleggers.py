"""By which pseudonym a member of the team stands in sealed records of a wijk: a random id in a row beside the account.

It goes when that person is erased, and then nothing says any more who it was. No key could do that: who holds it can
make every pseudonym again.
"""

from sqlalchemy import Connection, exists, insert, select

from bot.storage.accounts import van_persoon
from bot.storage.tables import bewijs_prive, vastlegger


def pseudoniem(tx: Connection, wijk: int, account_id: int, nieuw: str) -> str:
    """Return by which pseudonym a person records, by whichever of their accounts; `nieuw` when they have none yet."""
    hun = select(vastlegger.c.account, vastlegger.c.pseudoniem).where(vastlegger.c.wijk == wijk)
    rijen = dict(tx.execute(hun.where(vastlegger.c.account.in_(van_persoon(account_id)))).all())
    dit = rijen.get(account_id) or next((rijen[account] for account in sorted(rijen)), nieuw)
    if account_id not in rijen:
        tx.execute(insert(vastlegger).values(wijk=wijk, account=account_id, pseudoniem=dit))
    return dit


def staat_met_nummer(tx: Connection, wijk: int, account_id: int) -> bool:
    """Say whether the number of a person on the chat network stands in a sealed record: one of before version 3."""
    p = bewijs_prive.c
    oud = p.wijk == wijk, p.vastlegger.in_(van_persoon(account_id)), p.record.like('%"versie":2,%')
    return bool(tx.scalar(select(exists().where(*oud))))
