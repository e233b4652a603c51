"""The log of a wijk: leaves with a number from 0 without gaps, the roots over them, and its heads.

Not here: what a leaf says (bot.services.bewijslog), who counts (telt.py), and the private side of an act (bewijs.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select, update

from bot.rules.ijkpunt import Ijkpunt
from bot.rules.merkle import STAP, Boom, Groei, blad_hash
from bot.storage.tables import bewijs, ijkpunt, logknoop, logstand, spelregels, uitslag, wijk

_TOP = 32
_BROK = 1000  # stays below every limit on the parameters of one statement
_NUMMER = update(bewijs).where(bewijs.c.id == bindparam("rij")).values(volgnummer=bindparam("nummer"))


def stand(tx: Connection, wijk_id: int) -> Groei:
    """Return the tree over the leaves that have a number."""
    rij = tx.execute(select(logstand.c.grootte, logstand.c.toppen).where(logstand.c.wijk == wijk_id)).one_or_none()
    if rij is None:
        return Groei(stap=STAP)
    return Groei(rij.grootte, [rij.toppen[i : i + _TOP] for i in range(0, len(rij.toppen), _TOP)], STAP)


def zet_stand(tx: Connection, wijk_id: int, boom: Groei) -> None:
    """Keep the tree over the leaves that have a number."""
    waarden = {"grootte": boom.grootte, "toppen": b"".join(boom.toppen)}
    if tx.execute(update(logstand).where(logstand.c.wijk == wijk_id).values(waarden)).rowcount == 0:
        tx.execute(insert(logstand).values(wijk=wijk_id, **waarden))
    if boom.nieuw:
        rijen = [{"wijk": wijk_id, **knoop._asdict()} for knoop in boom.nieuw]
        tx.execute(insert(logknoop), rijen)


def boom(tx: Connection, wijk_id: int) -> Boom:
    """Return the tree that proves, over the leaves that have a number."""
    k, b = logknoop.c, bewijs.c

    def lees(hoogte: int, vanaf: int, hoeveel: int) -> list[bytes]:
        tot = vanaf + hoeveel
        if hoogte:
            deze = k.wijk == wijk_id, k.hoogte == hoogte, k.plek >= vanaf, k.plek < tot
            return list(tx.scalars(select(k.hash).where(*deze).order_by(k.plek)))
        bladen = select(b.blad).where(b.wijk == wijk_id, b.volgnummer >= vanaf, b.volgnummer < tot)
        return [blad_hash(blad.encode()) for blad in tx.scalars(bladen.order_by(b.volgnummer))]

    return Boom(lees)


def voeg_openbaar_toe(tx: Connection, wijk_id: int, bladen: Sequence[str]) -> list[int]:
    """Append public leaves without a number; return their ids in the same order."""
    if not bladen:
        return []
    nieuw = insert(bewijs).returning(bewijs.c.id, sort_by_parameter_order=True)
    return list(tx.scalars(nieuw, [{"wijk": wijk_id, "blad": blad, "openbaar": True} for blad in bladen]))


def ongenummerd(tx: Connection, wijk_id: int, na: int, hoeveel: int) -> list[int]:
    """Return the ids of the next leaves without a number, after one."""
    zonder = select(bewijs.c.id).where(bewijs.c.wijk == wijk_id, bewijs.c.volgnummer.is_(None), bewijs.c.id > na)
    return list(tx.scalars(zonder.order_by(bewijs.c.id).limit(hoeveel)))


def zonder_nummer(tx: Connection, wijk_id: int, ids: Sequence[int]) -> list[tuple[int, str]]:
    """Return (id, leaf) of those of these that have no number yet, in the order in which they are named."""
    gevonden: dict[int, str] = {}
    for i in range(0, len(ids), _BROK):
        deze = (bewijs.c.wijk == wijk_id, bewijs.c.volgnummer.is_(None), bewijs.c.id.in_(ids[i : i + _BROK]))
        gevonden |= {rij.id: rij.blad for rij in tx.execute(select(bewijs.c.id, bewijs.c.blad).where(*deze))}
    return [(rij, gevonden[rij]) for rij in ids if rij in gevonden]


def nummer(tx: Connection, rijen: Sequence[int], vanaf: int) -> None:
    """Give leaves their numbers."""
    if rijen:
        tx.execute(_NUMMER, [{"rij": rij, "nummer": nr} for nr, rij in enumerate(rijen, vanaf)])


def log_naam(tx: Connection, wijk_id: int) -> str:
    """Return the id of the log."""
    return str(tx.scalar(select(wijk.c.publiek_id).where(wijk.c.id == wijk_id)))


def voeg_ijkpunt_toe(tx: Connection, wijk_id: int, boom: Groei, dag: date) -> None:
    """Write down a head that is still to be signed, unless the same is there."""
    zelfde = (ijkpunt.c.wijk == wijk_id, ijkpunt.c.grootte == boom.grootte, ijkpunt.c.dag == dag)
    if tx.scalar(select(ijkpunt.c.id).where(*zelfde)) is None:
        tx.execute(insert(ijkpunt).values(wijk=wijk_id, grootte=boom.grootte, wortel=boom.wortel(), dag=dag))


def laatste_dag(tx: Connection, wijk_id: int) -> date | None:
    """Return the day of the last head, signed or not; None when there is none."""
    dag: date | None = tx.scalar(select(func.max(ijkpunt.c.dag)).where(ijkpunt.c.wijk == wijk_id))
    return dag


@dataclass(frozen=True)
class Ongetekend:
    """A head that is still to be signed."""

    id: int
    ijkpunt: Ijkpunt


def ongetekend(tx: Connection, wijk_id: int) -> list[Ongetekend]:
    """Return the heads that are still to be signed."""
    naam, i = log_naam(tx, wijk_id), ijkpunt.c
    vraag = select(i.id, i.grootte, i.wortel, i.dag).where(i.wijk == wijk_id, i.notitie.is_(None)).order_by(i.id)
    return [Ongetekend(rij.id, Ijkpunt(naam, rij.grootte, rij.wortel, rij.dag)) for rij in tx.execute(vraag)]


def teken(tx: Connection, notities: Sequence[tuple[int, str]]) -> None:
    """Keep signed heads, by their rows."""
    zet = update(ijkpunt).where(ijkpunt.c.id == bindparam("rij")).values(notitie=bindparam("tekst"))
    if notities:
        tx.execute(zet, [{"rij": rij, "tekst": tekst} for rij, tekst in notities])


class Hoofd(NamedTuple):
    """A signed head."""

    grootte: int
    dag: date
    notitie: str

    @property
    def bestand(self) -> str:
        """The name of its file."""
        return f"{self.grootte}-{self.dag.isoformat()}.txt"


def getekend(tx: Connection, wijk_id: int) -> list[Hoofd]:
    """Return the signed heads, in order."""
    i = ijkpunt.c
    vraag = select(i.grootte, i.dag, i.notitie).where(i.wijk == wijk_id, i.notitie.is_not(None))
    return [Hoofd(*rij) for rij in tx.execute(vraag.order_by(i.grootte, i.dag))]


def laatste(tx: Connection, wijk_id: int) -> Hoofd | None:
    """Return the last signed head."""
    hoofden = getekend(tx, wijk_id)
    return hoofden[-1] if hoofden else None


def sleutel(tx: Connection, wijk_id: int) -> bytes | None:
    """Return the public key of the log, None before there was one."""
    return tx.scalar(select(wijk.c.logsleutel).where(wijk.c.id == wijk_id))


def zet_sleutel(tx: Connection, wijk_id: int, publiek: bytes) -> bytes:
    """Keep the public key of the log, unless it has one; return the one that it has."""
    tx.execute(update(wijk).where(wijk.c.id == wijk_id, wijk.c.logsleutel.is_(None)).values(logsleutel=publiek))
    return sleutel(tx, wijk_id) or publiek


class Regel(NamedTuple):
    """A leaf in the order of the log."""

    nummer: int
    blad: str
    openbaar: bool


def bladzij(tx: Connection, wijk_id: int, vanaf: int, tot: int) -> list[Regel]:
    """Return the leaves from a number up to, and without, another."""
    b = bewijs.c
    deze = select(b.volgnummer, b.blad, b.openbaar).where(b.wijk == wijk_id, b.volgnummer >= vanaf, b.volgnummer < tot)
    return [Regel(*rij) for rij in tx.execute(deze.order_by(b.volgnummer))]


def vaste_versies(tx: Connection, wijk_id: int) -> list[str]:
    """Return the versions of the spelregels that were fixed, as canonical JSON."""
    s = spelregels.c
    vraag = select(s.inhoud).where(s.wijk == wijk_id, s.vastgesteld_op.is_not(None)).order_by(s.versie)
    return list(tx.scalars(vraag))


def regels(tx: Connection, wijk_id: int) -> str | None:
    """Return the version that was fixed last, None before the first."""
    vast = vaste_versies(tx, wijk_id)
    return vast[-1] if vast else None


def voeg_uitslag_toe(tx: Connection, wijk_id: int, blad: int, sleutel: bytes, record: str) -> None:
    """Keep the private side of an outcome: what opens the commitment in its leaf."""
    tx.execute(insert(uitslag).values(bewijs=blad, wijk=wijk_id, sleutel=sleutel, record=record))
