"""What the team answered to what stands on ballots, by the ballot's random key: not by who cast it."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from bot.rules.peilingen import METHODEN, Methode
from bot.storage import stemmers
from bot.storage.stemmers import Kiezer
from bot.storage.tables import (
    groepering,
    inbrenggroep,
    outbox,
    peiling,
    stembiljet,
    stemkoppeling,
    terugweg,
    weerwoord,
)

SOORT = "peiling.weerwoord"
"""Kind of the message that tells a voter of an answer; rows of it say who wrote something, so they go at closing."""
LATER = "peiling.weerwoord_later"
"""Kind of the message with an answer that came after the closing; a row of it goes once it is sent."""


class Biljet(NamedTuple):
    """A ballot with what was answered to it, None where nothing was.

    Args:
        later: whether it was answered after the closing.
        groep: the name of the group in which the team put it; None when in none.
        wacht: whether its voter kept a way to be answered after the closing.
    """

    sleutel: bytes
    peiling: int
    inhoud: str
    antwoord: str | None
    blijft: bool
    later: bool
    groep: str | None
    wacht: bool


_MET_ANTWOORD = (
    select(
        stembiljet.c.sleutel,
        stembiljet.c.peiling,
        stembiljet.c.inhoud,
        weerwoord.c.antwoord,
        weerwoord.c.blijft,
        weerwoord.c.later,
        inbrenggroep.c.naam,
        terugweg.c.account,
    )
    .outerjoin(weerwoord, weerwoord.c.stembiljet == stembiljet.c.sleutel)
    .outerjoin(groepering, groepering.c.stembiljet == stembiljet.c.sleutel)
    .outerjoin(inbrenggroep, inbrenggroep.c.id == groepering.c.groep)
    .outerjoin(terugweg, terugweg.c.stembiljet == stembiljet.c.sleutel)
)


def van_peiling(tx: Connection, peiling_id: int) -> list[Biljet]:
    """Return the ballots of a poll with their answers, in the order of their random keys: that says nothing of when."""
    vraag = _MET_ANTWOORD.where(stembiljet.c.peiling == peiling_id).order_by(stembiljet.c.sleutel)
    return [_biljet(rij) for rij in tx.execute(vraag)]


def zoek(tx: Connection, wijk: int, sleutel: bytes) -> Biljet | None:
    """Return a ballot of a wijk with its answer."""
    rij = tx.execute(_MET_ANTWOORD.where(stembiljet.c.wijk == wijk, stembiljet.c.sleutel == sleutel)).one_or_none()
    return None if rij is None else _biljet(rij)


def van_stemmer(tx: Connection, peiling_id: int, kiezer: Kiezer) -> tuple[str, bool] | None:
    """Return what was answered to a ballot in an open poll, and whether what its voter wrote stays."""
    deze = stemkoppeling.c.peiling == peiling_id, stemkoppeling.c[kiezer.soort] == kiezer.id
    vraag = select(weerwoord.c.antwoord, weerwoord.c.blijft)
    rij = tx.execute(vraag.join(stemkoppeling, stemkoppeling.c.stembiljet == weerwoord.c.stembiljet).where(*deze))
    gevonden = rij.one_or_none()
    return None if gevonden is None else (gevonden.antwoord, gevonden.blijft)


def zet(tx: Connection, wijk: int, biljet: Biljet, antwoord: str, *, blijft: bool, later: bool = False) -> None:
    """Answer a ballot, in the place of an answer before."""
    tx.execute(delete(weerwoord).where(weerwoord.c.stembiljet == biljet.sleutel))
    rij = {"wijk": wijk, "peiling": biljet.peiling, "stembiljet": biljet.sleutel}
    tx.execute(insert(weerwoord).values(**rij, antwoord=antwoord, blijft=blijft, later=later))


def vergeet(tx: Connection, peiling_id: int, kiezer: Kiezer) -> None:
    """Take away what was answered to a ballot, which changes, and its place in a group."""
    deze = stemkoppeling.c.peiling == peiling_id, stemkoppeling.c[kiezer.soort] == kiezer.id
    biljet = select(stemkoppeling.c.stembiljet).where(*deze)
    for tabel in (weerwoord, groepering):
        tx.execute(delete(tabel).where(tabel.c.stembiljet.in_(biljet.scalar_subquery())))


def accounts_van(tx: Connection, sleutel: bytes) -> list[int]:
    """Return the reachable accounts of who cast a ballot; none when nothing says so any more."""
    return stemmers.accounts_van(tx, stemkoppeling, stemkoppeling.c.stembiljet == sleutel)


def kenmerk(peiling_id: int, label: str) -> str:
    """Return the key in the outbox of a message that tells a voter of an answer in this poll."""
    return f"weerwoord:{peiling_id}:{label}"


def sluit(tx: Connection, peiling_id: int) -> None:
    """Delete what tells who wrote something in a poll, and answers to ballots that are no more."""
    methode = tx.scalar(select(peiling.c.methode).where(peiling.c.id == peiling_id))
    if methode is None or not METHODEN[methode].BEANTWOORD:
        return
    er_zijn = select(stembiljet.c.sleutel).where(stembiljet.c.peiling == peiling_id)
    for tabel in (weerwoord, groepering):
        tx.execute(delete(tabel).where(tabel.c.peiling == peiling_id, tabel.c.stembiljet.not_in(er_zijn)))
    _sluit_terugwegen(tx, peiling_id, METHODEN[methode])
    wis_berichten(tx, SOORT, kenmerk(peiling_id, ""))


def _sluit_terugwegen(tx: Connection, peiling_id: int, methode: Methode) -> None:
    """Keep a way to be answered only to a text that is there, and that has no answer yet; of what is withdrawn none."""
    ingetrokken = tx.scalar(select(peiling.c.ingetrokken).where(peiling.c.id == peiling_id))
    wachten = [
        biljet.sleutel
        for biljet in van_peiling(tx, peiling_id)
        if biljet.wacht and not ingetrokken and biljet.antwoord is None and methode.inbreng(biljet.inhoud)
    ]
    tx.execute(delete(terugweg).where(terugweg.c.peiling == peiling_id, terugweg.c.stembiljet.not_in(wachten)))


def wis_berichten(tx: Connection, soort: str, begin: str) -> None:
    """Delete the messages of a kind of which the key begins so, with their repeats."""
    deze = outbox.c.soort == soort, outbox.c.sleutel.startswith(begin, autoescape=True)
    _weg_uit_outbox(tx, list(tx.scalars(select(outbox.c.id).where(*deze))))


def _weg_uit_outbox(tx: Connection, ids: Sequence[int]) -> None:
    """Delete messages with their repeats, the last repeat first."""
    if ids:
        _weg_uit_outbox(tx, list(tx.scalars(select(outbox.c.id).where(outbox.c.herhaalt.in_(ids)))))
        tx.execute(delete(outbox).where(outbox.c.id.in_(ids)))


def _biljet(rij: Sequence[object]) -> Biljet:
    sleutel, peiling, inhoud, antwoord, blijft, later, groep, naar = rij
    wacht = naar is not None
    return Biljet(sleutel, peiling, inhoud, antwoord, bool(blijft), bool(later), groep, wacht)  # type: ignore[arg-type]
