"""The newest head of the log of evidence, which the report prints."""

from base64 import b64encode

from sqlalchemy import Connection

from bot.rules.ijkpunt import Sleutel
from bot.rules.ijkpunt import lees as lees_notitie
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import bewijslog


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return the newest head that was signed, if there is one."""
    hoofd, publiek = bewijslog.laatste(tx, kader.wijk), bewijslog.sleutel(tx, kader.wijk)
    if hoofd is None or publiek is None:
        return Blok([])
    sleutel = Sleutel(bewijslog.log_naam(tx, kader.wijk), publiek)
    kop = lees_notitie(hoofd.notitie, sleutel)
    velden = {"log": kop.log, "grootte": kop.grootte, "wortel": b64encode(kop.wortel).decode()}
    return Blok([velden | {"dag": kop.dag.isoformat(), "sleutel": sleutel.tekst(), "notitie": hoofd.notitie}])
