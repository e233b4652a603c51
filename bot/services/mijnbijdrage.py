"""What was recorded about me, in words: what it counts for, and a file that proves that it stands in the log.

Nobody reads of a housemate here, and staff are named by their role only. A proof takes all leaves of the log, so a row
asks for it and the shell reads them in pages (bot.bijdragebewijs). Of sealed records from before version 3 that staff
recorded no file is given: they hold the number of who did, and without it nothing opens the commitment.
"""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.drempels import TELBAAR
from bot.rules.pacing import Baan
from bot.rules.spelregels import Spelregels
from bot.services.bewijs import PSEUDONIEM_SINDS
from bot.services.bladzij import blader_in
from bot.services.handeling import Handeling, eis_bewoner
from bot.services.spelregels import geldend
from bot.storage import (
    accounts,
    bijdragen,
    bijeenkomsten,
    bijeenkomstvragen,
    concepten,
    outbox,
    peilingen,
    spelregels,
    wekkers,
)
from bot.storage.accounts import Wie
from bot.storage.bijdragen import Bijdrage, Hoofd

PER_BLADZIJ = 5
WEKKER = "bijdrage"
"""Kind of the row that says of which evidence a proof must still be made; its subject is the row of that evidence."""
WAAROM = ("voor", "concept", "stem", "aanwezig", "gesprek", "reactie", "niet_mee", "vraag", "anders")
"""Why something counts for nothing."""


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show what is recorded about who asks, and what they count for."""
    wie = eis_bewoner(tx, handeling)
    alle = bijdragen.van(tx, wie.bewoner or 0)
    regels, ingang = geldend(tx, handeling.wijk), spelregels.ingang(tx, handeling.wijk)
    gezien, rond = blader_in(alle, bladzij, PER_BLADZIJ)
    samen = {drempel for een in alle for drempel in telt(een, regels, ingang)[0]}
    data = {
        "bijdragen": [met_telt(tx, handeling.wijk, een, regels, ingang) for een in gezien],
        "telt": [drempel.soort for drempel in regels.drempels if drempel.soort in samen],
        "concept": regels.versie == 0,
        **rond,
    }
    return Boodschap("bijdrage.lijst", data)


def toon(tx: Connection, handeling: Handeling, id_: str) -> Boodschap:
    """Show one thing that is recorded about who asks."""
    _, gevonden = eigen(tx, handeling, id_)
    regels, ingang = geldend(tx, handeling.wijk), spelregels.ingang(tx, handeling.wijk)
    return Boodschap("bijdrage.een", met_telt(tx, handeling.wijk, gevonden, regels, ingang))


def vraag_bewijs(tx: Connection, handeling: Handeling, id_: str) -> Boodschap:
    """Remember that someone wants the file that proves it, and say that it comes; asking twice in a row is once."""
    wie, gevonden = eigen(tx, handeling, id_)
    if _noemt_nummer(gevonden):
        return Boodschap("bijdrage.oud", wijze="nieuw")
    if _hoofd_over(tx, handeling.wijk, gevonden) is None:
        return Boodschap("bijdrage.morgen", wijze="nieuw")
    if not wekkers.staat_er(tx, handeling.wijk, WEKKER, gevonden.bewijs):
        wekkers.zorg_voor(tx, handeling.wijk, WEKKER, gevonden.bewijs, handeling.now)
    for een in wekkers.ids_van(tx, handeling.wijk, [WEKKER], gevonden.bewijs):
        if wekkers.open_wekker(tx, handeling.wijk, een) is not None:
            wekkers.verder(tx, een, wie.account)  # it goes to one person: here it says where they asked last
    return Boodschap("bijdrage.bezig", wijze="nieuw")


def te_bewijzen(tx: Connection, wijk: int, wekker_id: int) -> tuple[int, Hoofd] | None:
    """Return the number of the leaf of which a row wants the proof, and the head; None when it cannot be any more."""
    wekker = wekkers.open_wekker(tx, wijk, wekker_id)
    gevonden = bijdragen.zoek(tx, wijk, wekker.onderwerp) if wekker else None
    hoofd = _hoofd_over(tx, wijk, gevonden) if gevonden and not _noemt_nummer(gevonden) else None
    return None if gevonden is None or gevonden.volgnummer is None or hoofd is None else (gevonden.volgnummer, hoofd)


def lever(
    tx: Connection, wijk: int, wekker_id: int, hoofd: Hoofd | None, pad: list[str], sleutel: str, now: datetime
) -> None:
    """Hand the file over to whom it is about; harmless when that was done, or when it was erased meanwhile.

    Args:
        hoofd: the head that the proof leads to; None: there is none.
        pad: the proof of inclusion, in hex.
        sleutel: a fresh secret id, which makes the message one of its kind.
    """
    wekker = wekkers.open_wekker(tx, wijk, wekker_id)
    if wekker is None:
        return
    wekkers.gedaan(tx, wekker.id, now)
    wekkers.verder(tx, wekker.id, 0)
    gevonden = bijdragen.zoek(tx, wijk, wekker.onderwerp)
    if gevonden is None or hoofd is None:
        return
    bestand = {
        "versie": 1,
        "nummer": gevonden.volgnummer,
        "grootte": hoofd.grootte,
        "blad": gevonden.blad,
        "pad": pad,
        "ijkpunt": hoofd.notitie,
        "sleutel": gevonden.sleutel.hex(),
        "record": gevonden.record,
    }
    boodschap = Boodschap("bijdrage.bewijs", {**als_data(tx, wijk, gevonden), "bestand": bestand})
    naar = accounts.waar_gevraagd(tx, gevonden.bewoner, wekker.na_account)
    outbox.schrijf(tx, wijk, f"bijdrage:{sleutel}", naar, boodschap, baan=Baan.ANTWOORD)


def eigen(tx: Connection, handeling: Handeling, id_: str) -> tuple[Wie, Bijdrage]:
    """Return who acts, and what a button names of what holds about them.

    Raises:
        Geweigerd: it is not about them, or holds no more.
    """
    wie = eis_bewoner(tx, handeling)
    gevonden = next((een for een in bijdragen.van(tx, wie.bewoner or 0) if json.loads(een.blad)["id"] == id_), None)
    if gevonden is None:
        raise Geweigerd("bijdrage.onbekend")
    return wie, gevonden


def als_data(tx: Connection, wijk: int, een: Bijdrage) -> dict[str, Any]:
    """Return what was recorded as a message carries it: what, when, how and by which role."""
    blad = json.loads(een.blad)
    zelf = een.vastlegger is None
    return {veld: blad[veld] for veld in ("id", "soort", "dag", "methode", "door")} | {
        "titel": _titel(tx, wijk, een),
        "zelf": zelf,
    }


def met_telt(tx: Connection, wijk: int, een: Bijdrage, regels: Spelregels, ingang: int) -> dict[str, Any]:
    """Return it with what it counts for, or why for nothing."""
    voor, waarom = telt(een, regels, ingang)
    return {**als_data(tx, wijk, een), "telt": voor, "waarom": waarom}


def telt(een: Bijdrage, regels: Spelregels, ingang: int) -> tuple[list[str], str | None]:
    """Return the conditions of some rules for which evidence counts; when there are none, why (`WAAROM`)."""
    if regels.versie == 0:
        return [], "concept"
    if een.bewijs <= ingang:
        return [], "voor"
    telbaar = [drempel.soort for drempel in regels.drempels if drempel.soort in TELBAAR]
    voor = [soort for soort in telbaar if een.soort in regels.telt(soort)]
    return voor, None if voor else een.soort if een.soort in WAAROM else "anders"


def _hoofd_over(tx: Connection, wijk: int, een: Bijdrage) -> Hoofd | None:
    hoofd = bijdragen.laatste_hoofd(tx, wijk)
    return None if hoofd is None or een.volgnummer is None or een.volgnummer >= hoofd.grootte else hoofd


def _noemt_nummer(een: Bijdrage) -> bool:
    return een.vastlegger is not None and json.loads(een.record)["versie"] < PSEUDONIEM_SINDS


def _titel(tx: Connection, wijk: int, een: Bijdrage) -> str | None:
    peiling = peilingen.zoek(tx, wijk, publiek_id=een.onderwerp)
    if peiling is not None:
        return peiling.vraag
    bijeenkomst = bijeenkomsten.zoek(tx, wijk, publiek_id=een.onderwerp)
    vraag = bijeenkomstvragen.zoek(tx, wijk, een.onderwerp)
    if vraag is not None:
        bijeenkomst = bijeenkomsten.zoek(tx, wijk, id=vraag.bijeenkomst)
    gevonden = bijeenkomst or concepten.zoek(tx, wijk, publiek_id=een.onderwerp)
    return None if gevonden is None else gevonden.titel
