"""The wijken of an installation. Each is known by the name of its file of settings, where there are more."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, insert, select, update

from bot.errors import InvoerFout
from bot.storage import kapot
from bot.storage.tables import klok, wijk

LOPEND = select(wijk.c.id).where(wijk.c.stil_sinds.is_(None))
"""The wijken that have settings."""


class Wijk(NamedTuple):
    """A wijk in the database; `sleutel`: the name of its file, None before it had one."""

    id: int
    naam: str
    sleutel: str | None


def alle(tx: Connection) -> list[Wijk]:
    """Return all wijken, in the order in which they came."""
    return [Wijk(*rij) for rij in tx.execute(select(wijk.c.id, wijk.c.naam, wijk.c.sleutel).order_by(wijk.c.id))]


def zoek(tx: Connection, naam: str = "", sleutel: str = "") -> int | None:
    """Return the id of a wijk, None when it was not set up yet.

    Args:
        naam: of the settings; it matters where more are there. Empty: the first that there was.
        sleutel: name of its file of settings; empty where there is one for all.
    """
    er_zijn = alle(tx)
    if sleutel:
        return next((een.id for een in er_zijn if een.sleutel == sleutel), None)
    if naam and len(er_zijn) > 1:
        return next((een.id for een in er_zijn if een.naam == naam), None)
    return er_zijn[0].id if er_zijn else None


class Stil(NamedTuple):
    """A wijk without settings; `bewaren`: how many days things are kept there, as its settings said last."""

    id: int
    naam: str
    sinds: datetime
    bewaren: Mapping[str, int]


def zet_stil(tx: Connection, lopend: Collection[int], now: datetime) -> None:
    """Note of the other wijken than these that they have no settings, and since when."""
    tx.execute(update(wijk).where(wijk.c.id.in_(lopend)).values(stil_sinds=None))
    tx.execute(update(wijk).where(wijk.c.id.not_in(lopend), wijk.c.stil_sinds.is_(None)).values(stil_sinds=now))


def stille(tx: Connection) -> list[Stil]:
    """Return the wijken without settings."""
    vraag = select(wijk.c.id, wijk.c.naam, wijk.c.stil_sinds, wijk.c.bewaren).where(wijk.c.stil_sinds.is_not(None))
    return kapot.lees(tx, vraag.order_by(wijk.c.id), wijk.c.id, _stil)


def _stil(rij: Row[Any]) -> Stil:
    return Stil(rij.id, rij.naam, rij.stil_sinds, rij.bewaren or {})


def onthoud_termijnen(tx: Connection, wijk_id: int, dagen: Mapping[str, int]) -> None:
    """Remember how long things are kept in a wijk: people were promised that, whatever becomes of its settings."""
    tx.execute(update(wijk).where(wijk.c.id == wijk_id).values(bewaren=dict(dagen)))


def naam(tx: Connection, wijk_id: int) -> str:
    """Return the name of a wijk."""
    gevonden: str = tx.execute(select(wijk.c.naam).where(wijk.c.id == wijk_id)).scalar_one()
    return gevonden


def sluit_op(tx: Connection, wijk_id: int) -> None:
    """Take the lock of another wijk too, for the rest of the transaction: what is read there holds until it ends."""
    if tx.dialect.name == "postgresql":
        tx.execute(select(func.pg_advisory_xact_lock(wijk_id)))


def koppel(tx: Connection, namen: Mapping[str, str]) -> None:
    """Look whether the wijken of the settings are those of the database; give one that had no file yet its file.

    Args:
        namen: the name of each, by that of its file; by an empty text where there is one file for all.

    Raises:
        InvoerFout: a wijk would be taken for another, with all that is in it.
    """
    er_zijn = alle(tx)
    if "" in namen:
        if len(er_zijn) > 1 and namen[""] not in {een.naam for een in er_zijn}:
            daar = ", ".join(een.naam for een in er_zijn)
            raise InvoerFout(f"[wijk] naam: in de database staan {daar}; schrijf een van die namen, of zet wijken")
        return
    for een in er_zijn:
        zelfde = next((sleutel for sleutel, naam in namen.items() if naam == een.naam), None)
        if een.sleutel is None and zelfde is None:
            raise InvoerFout(f"[wijk] naam: wijk {een.naam} staat al in de database; geef één bestand die naam")
        if een.sleutel is None:
            tx.execute(update(wijk).where(wijk.c.id == een.id).values(sleutel=zelfde))
        elif een.sleutel not in namen and zelfde is not None:
            oud = f"{een.sleutel}.toml"
            raise InvoerFout(f"{zelfde}.toml: [wijk] naam: {een.naam} was altijd {oud}; noem het bestand weer zo")


def zorg_voor(tx: Connection, naam: str, publiek_id: str, sleutel: str = "") -> int:
    """Return the id of a wijk, made or renamed as needed; also see to it that the demo's clock has its row."""
    if tx.scalar(select(klok.c.id)) is None:
        tx.execute(insert(klok).values(verzet_seconden=0))
    bekend = zoek(tx, naam, sleutel)
    if bekend is not None:
        tx.execute(update(wijk).where(wijk.c.id == bekend).values(naam=naam))
        return bekend
    nieuw = insert(wijk).values(naam=naam, publiek_id=publiek_id, sleutel=sleutel or None).returning(wijk.c.id)
    return int(tx.execute(nieuw).scalar_one())
