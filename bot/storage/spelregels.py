"""The versions of the spelregels of a wijk. Not here: what they say (bot.rules.spelregels)."""

from sqlalchemy import Connection, func, insert, select, update

from bot.storage.tables import spelregels as tabel


def geldend(tx: Connection, wijk_id: int) -> str | None:
    """Return the rules that hold, as canonical JSON: the newest that were fixed, else the concept, if there is one."""
    vraag = select(tabel.c.inhoud).where(tabel.c.wijk == wijk_id)
    return tx.scalar(vraag.order_by(tabel.c.vastgesteld_op.is_(None), tabel.c.versie.desc()).limit(1))


def ingang(tx: Connection, wijk_id: int) -> int:
    """Return the last evidence before the first version was fixed, which counts for none; 0 before that."""
    return tx.scalar(select(func.max(tabel.c.na_bewijs)).where(tabel.c.wijk == wijk_id)) or 0


def volg_instellingen(tx: Connection, wijk_id: int, inhoud: str) -> None:
    """Keep the concept of the first version as the settings have it, as long as nobody changed or fixed it."""
    concept = {"inhoud": inhoud, "uit_instellingen": True}
    eerste = (tabel.c.wijk == wijk_id, tabel.c.versie == 1)
    if tx.scalar(select(tabel.c.id).where(*eerste)) is None:
        tx.execute(insert(tabel).values(wijk=wijk_id, versie=1, **concept))
    else:
        nog = (tabel.c.uit_instellingen, tabel.c.vastgesteld_op.is_(None))
        tx.execute(update(tabel).where(*eerste, *nog).values(concept))
