"""Cards of what a heat solution means for a type of home: their versions, and how many people understand them.

What someone answered is a count on the card; that they did is a row apart, without the answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select, update

from bot.rules.kleine_cellen import Cel, Tussenstand
from bot.rules.warmtekaarten import ANTWOORDEN, Inhoud, uit_json
from bot.storage.tables import warmtekaart, warmtekaart_gezegd, warmtekaart_stand


@dataclass(frozen=True)
class Warmtekaart:
    """A version of a card; see `bot.rules.warmtekaarten`."""

    id: int
    publiek_id: str
    oplossing: str
    woningtype: str
    versie: int
    inhoud: Inhoud
    op: datetime

    @property
    def sleutel(self) -> tuple[str, str]:
        """By which its versions are one card."""
        return self.oplossing.casefold(), self.woningtype


class Stand(NamedTuple):
    """How well people understood a card on a day, as it may be shown: percents in fives, per answer."""

    op: date
    stemmen: int
    delen: tuple[Cel, ...]


_KOLOMMEN = [warmtekaart.c[naam] for naam in Warmtekaart.__dataclass_fields__]
_AANTALLEN = [warmtekaart.c[f"zegt_{antwoord}"] for antwoord in ANTWOORDEN]


def voeg_toe(tx: Connection, wijk: int, inhoud: Inhoud, **velden: Any) -> int:
    """Add a version and return its id."""
    rij = insert(warmtekaart).values(wijk=wijk, inhoud=inhoud.als_json(), **velden)
    nieuw: int = tx.execute(rij.returning(warmtekaart.c.id)).scalar_one()
    return nieuw


def geldend(tx: Connection, wijk: int) -> list[Warmtekaart]:
    """Return the last version of each card that was not withdrawn, by solution and type of home."""
    laatste = {kaart.sleutel: kaart for kaart in _staande(tx, wijk)}
    return [laatste[sleutel] for sleutel in sorted(laatste)]


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Warmtekaart | None:
    """Return a version of a card, whether or not it holds."""
    vraag = select(*_KOLOMMEN).where(warmtekaart.c.wijk == wijk, warmtekaart.c.publiek_id == publiek_id)
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else _kaart(rij)


def laatste_versie(tx: Connection, wijk: int, sleutel: tuple[str, str]) -> int:
    """Return the number of the last version of a card, 0 when there is none."""
    c = warmtekaart.c
    vraag = select(c.oplossing, func.max(c.versie)).where(c.wijk == wijk, c.woningtype == sleutel[1])
    return max((n for naam, n in tx.execute(vraag.group_by(c.oplossing)) if naam.casefold() == sleutel[0]), default=0)


_EEN = select(warmtekaart.c.id).where(warmtekaart.c.wijk == bindparam("w"), warmtekaart.c.ingetrokken_op.is_(None))
_EEN = _EEN.limit(1)


def zijn_er(tx: Connection, wijk: int) -> bool:
    """Say whether there is any card that holds."""
    return tx.scalar(_EEN, {"w": wijk}) is not None


def trek_in(tx: Connection, wijk: int, sleutel: tuple[str, str], now: datetime) -> None:
    """Withdraw a card with all of its versions."""
    ids = [kaart.id for kaart in _staande(tx, wijk) if kaart.sleutel == sleutel]
    tx.execute(update(warmtekaart).where(warmtekaart.c.id.in_(ids)).values(ingetrokken_op=now))


def zei_iets(tx: Connection, kaart: int, bewoner: int) -> bool:
    """Say whether someone answered about this version."""
    g = warmtekaart_gezegd.c
    return tx.scalar(select(g.kaart).where(g.kaart == kaart, g.bewoner == bewoner)) is not None


def zeg(tx: Connection, wijk: int, kaart: int, bewoner: int, antwoord: str) -> bool:
    """Count an answer once, and say whether it was new."""
    if zei_iets(tx, kaart, bewoner):
        return False
    tx.execute(insert(warmtekaart_gezegd).values(wijk=wijk, kaart=kaart, bewoner=bewoner))
    kolom = warmtekaart.c[f"zegt_{antwoord}"]
    tx.execute(update(warmtekaart).where(warmtekaart.c.id == kaart).values({kolom: kolom + 1}))
    return True


def aantallen(tx: Connection, kaart: int) -> tuple[int, ...]:
    """Return how many gave each answer, in the order of the rules."""
    return tuple(tx.execute(select(*_AANTALLEN).where(warmtekaart.c.id == kaart)).one())


def standen(tx: Connection, kaarten: Sequence[int]) -> dict[int, list[Stand]]:
    """Return per card what was shown of its answers, oldest first."""
    s = warmtekaart_stand.c
    gevonden: dict[int, list[Stand]] = {kaart: [] for kaart in kaarten}
    vraag = select(s.kaart, s.op, s.stemmen, s.delen).where(s.kaart.in_(kaarten)).order_by(s.kaart, s.stemmen)
    for kaart, op, stemmen, delen in tx.execute(vraag):
        gevonden[kaart].append(Stand(op, stemmen, tuple(delen)))
    return gevonden


def noteer_stand(tx: Connection, wijk: int, kaart: int, op: date, stand: Tussenstand) -> None:
    """Keep what is shown from now on."""
    rij = {"wijk": wijk, "kaart": kaart, "op": op, "stemmen": stand.stemmen, "delen": list(stand.delen)}
    tx.execute(insert(warmtekaart_stand).values(**rij))


def van_bewoner(tx: Connection, bewoner: int) -> int:
    """Return about how many cards a resident said whether they understand them."""
    vraag = select(func.count()).select_from(warmtekaart_gezegd).where(warmtekaart_gezegd.c.bewoner == bewoner)
    return tx.scalar(vraag) or 0


def _staande(tx: Connection, wijk: int) -> list[Warmtekaart]:
    """Return all versions that were not withdrawn, older ones first."""
    w = warmtekaart.c
    vraag = select(*_KOLOMMEN).where(w.wijk == wijk, w.ingetrokken_op.is_(None)).order_by(w.versie, w.id)
    return [_kaart(rij) for rij in tx.execute(vraag)]


def _kaart(rij: Sequence[Any]) -> Warmtekaart:
    velden = dict(zip(Warmtekaart.__dataclass_fields__, rij, strict=True))
    return Warmtekaart(**{**velden, "inhoud": uit_json(velden["inhoud"])})
