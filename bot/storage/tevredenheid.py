"""What people thought of a meeting: answers with a random key and no person; and who gave one, without the answer."""

from collections import Counter
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import tevredenheid, tevredenheid_gedaan

_t, _g = tevredenheid.c, tevredenheid_gedaan.c


def gedaan(tx: Connection, bijeenkomst: int, bewoner: int) -> bool | None:
    """Say whether a resident wrote something beside their answer; None when they gave none."""
    return tx.scalar(select(_g.tekst).where(_g.bijeenkomst == bijeenkomst, _g.bewoner == bewoner))


def bewaar(tx: Connection, wijk: int, bijeenkomst: int, bewoner: int, **antwoord: Any) -> None:
    """Keep an answer, and apart from it that this resident gave one.

    Args:
        antwoord: `sleutel`, `duidelijk` and `gehoord`.
    """
    tx.execute(insert(tevredenheid).values(wijk=wijk, bijeenkomst=bijeenkomst, **antwoord))
    tx.execute(insert(tevredenheid_gedaan).values(wijk=wijk, bijeenkomst=bijeenkomst, bewoner=bewoner, tekst=False))


def bewaar_tekst(tx: Connection, wijk: int, bijeenkomst: int, bewoner: int, sleutel: bytes, tekst: str) -> None:
    """Keep what somebody wrote, apart from what they chose."""
    tx.execute(insert(tevredenheid).values(wijk=wijk, bijeenkomst=bijeenkomst, sleutel=sleutel, tekst=tekst))
    deze = _g.bijeenkomst == bijeenkomst, _g.bewoner == bewoner
    tx.execute(update(tevredenheid_gedaan).where(*deze).values(tekst=True))


def vergeet_wie(tx: Connection, bijeenkomst: int) -> None:
    """Forget who gave an answer about a meeting; the answers stay."""
    tx.execute(delete(tevredenheid_gedaan).where(_g.bijeenkomst == bijeenkomst))


def van_bewoner(tx: Connection, bewoner: int) -> int:
    """Return about how many meetings it is known that a resident gave an answer."""
    return tx.scalar(select(func.count()).select_from(tevredenheid_gedaan).where(_g.bewoner == bewoner)) or 0


def tel(tx: Connection, bijeenkomst: int) -> tuple[Counter[int], Counter[str]]:
    """Count the answers: how clear it was, and whether people could ask their question."""
    vraag = select(_t.duidelijk, _t.gehoord, func.count()).where(_t.bijeenkomst == bijeenkomst, _t.tekst.is_(None))
    duidelijk: Counter[int] = Counter()
    gehoord: Counter[str] = Counter()
    for hoe, wel, aantal in tx.execute(vraag.group_by(_t.duidelijk, _t.gehoord)):
        duidelijk[hoe] += aantal
        if wel is not None:
            gehoord[wel] += aantal
    return duidelijk, gehoord


def teksten(tx: Connection, bijeenkomst: int) -> list[str]:
    """Return what people wrote, in the order of random keys."""
    vraag = select(_t.tekst).where(_t.bijeenkomst == bijeenkomst, _t.tekst.is_not(None)).order_by(_t.sleutel)
    return [tekst for tekst in tx.scalars(vraag) if tekst is not None]
