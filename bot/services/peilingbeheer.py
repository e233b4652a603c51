"""Which poll is meant, and whether someone may run it. Who sees one and as whom one votes: `kiezer`."""

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.services.handeling import Handeling, eis_binnen, mag_voor
from bot.storage import peilingen
from bot.storage.accounts import Wie
from bot.storage.peilingen import Peiling


def bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Peiling:
    """Return a poll of this wijk.

    Raises:
        Geweigerd: there is none.
    """
    peiling = peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if peiling is None:
        raise Geweigerd("peiling.onbekend")
    return peiling


def van_bewoners(tx: Connection, handeling: Handeling, publiek_id: str) -> Peiling:
    """Return a poll of residents; with that of a school nothing is done but what `school` does.

    Raises:
        Geweigerd: there is none.
    """
    peiling = bestaand(tx, handeling, publiek_id)
    if peiling.naast is not None:
        raise Geweigerd("peiling.onbekend")
    return peiling


def eis_beheer(wie: Wie, peiling: Peiling) -> None:
    """Refuse who may not ask those whom a poll is for."""
    if not mag_voor(wie, peiling.voor):
        raise Geweigerd("rol_nodig")


def eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Peiling]:
    """Return who acts, and a poll of residents that they may run.

    Raises:
        Geweigerd: there is none, or it is not theirs.
    """
    wie = eis_binnen(tx, handeling)
    peiling = van_bewoners(tx, handeling, publiek_id)
    eis_beheer(wie, peiling)
    return wie, peiling
