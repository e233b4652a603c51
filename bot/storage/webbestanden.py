"""Files that people sent in the browser. What nothing shows any more goes with the messages of its time."""

from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, insert, or_, select, update

from bot.storage.tables import account, bijeenkomst, idee, rol, stuk, verslagfoto, vraagbericht, webbestand

MERK = "web-"
"""With this their `file_id` begins; those of Telegram never do."""
_BLIJFT = (bijeenkomst.c.foto, idee.c.foto, stuk.c.file_id, verslagfoto.c.file_id, vraagbericht.c.file_id)


def bewaar(tx: Connection, account_id: int, publiek_id: str, naam: str, inhoud: bytes, now: datetime) -> str:
    """Keep one, and return its `file_id`; kept again under the same name of ours it is there once."""
    if tx.scalar(select(webbestand.c.id).where(webbestand.c.publiek_id == publiek_id)) is None:
        velden = {"account": account_id, "publiek_id": publiek_id, "naam": naam, "inhoud": inhoud, "op": now}
        tx.execute(insert(webbestand).values(**velden))
    return MERK + publiek_id


def lees(tx: Connection, file_id: str) -> bytes | None:
    """Return the bytes of one; None when it is not there (any more)."""
    return tx.scalar(select(webbestand.c.inhoud).where(webbestand.c.publiek_id == file_id.removeprefix(MERK)))


def vind_elders(tx: Connection, bot: str, file_id: str) -> str | None:
    """Return by which id a bot sends one again; None when it must go up, or is not there (any more)."""
    deze = webbestand.c.publiek_id == file_id.removeprefix(MERK), webbestand.c.bot == bot
    return tx.scalar(select(webbestand.c.file_id).where(*deze))


def onthoud_elders(tx: Connection, bot: str, file_id: str, daar: str) -> None:
    """Remember that id, while the file is there."""
    deze = webbestand.c.publiek_id == file_id.removeprefix(MERK)
    tx.execute(update(webbestand).where(deze).values(bot=bot, file_id=daar))


def samen(tx: Connection, account_id: int) -> int:
    """Return how many bytes an account has here."""
    vraag = select(func.coalesce(func.sum(func.length(webbestand.c.inhoud)), 0))
    return int(tx.scalar(vraag.where(webbestand.c.account == account_id)) or 0)


def hoort_hier(tx: Connection, account_id: int) -> bool:
    """Say whether an account is of a resident or has a role: of who is unknown we keep no files."""
    met_rol = exists().where(rol.c.kanaal == account.c.kanaal, rol.c.extern_id == account.c.extern_id)
    deze = account.c.id == account_id, or_(account.c.bewoner.is_not(None), met_rol)
    return tx.scalar(select(account.c.id).where(*deze)) is not None


def ruim_op(tx: Connection, voor: datetime) -> int:
    """Delete what was sent before a moment and nothing shows; return how many that were."""
    file_id = MERK + webbestand.c.publiek_id
    los = (~exists().where(kolom == file_id) for kolom in _BLIJFT)
    return tx.execute(delete(webbestand).where(webbestand.c.op < voor, *los)).rowcount
