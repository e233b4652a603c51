"""Asking for the report, and handing it over in a chat or as a file. What it holds: rapportdelen; the words: berichten.

The PDF is made when it goes.
"""

import os
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from berichten import Bijlage, Boodschap, Toon
from berichten.rapport import bijlage
from bot import exports
from bot.errors import InvoerFout
from bot.rules.pacing import Baan
from bot.services.handeling import BEHEERDER, ORGANISATOR, Handeling, eis_rol
from bot.storage import accounts, outbox, wekkers

WEKKER = "rapport"
"""Kind of the row that says for whom a report must still be made; its subject is the account."""


def vraag_rapport(tx: Connection, handeling: Handeling) -> Boodschap:
    """Remember that an organisator wants the report, and say that it comes; asking twice in a row is once.

    Raises:
        Geweigerd: who asks is no organisator or beheerder.
    """
    wie = eis_rol(tx, handeling, ORGANISATOR, BEHEERDER)
    if not wekkers.staat_er(tx, handeling.wijk, WEKKER, wie.account):
        wekkers.zorg_voor(tx, handeling.wijk, WEKKER, wie.account, handeling.now)
    return Boodschap("rapport.bezig", wijze="nieuw")


def lever(tx: Connection, wijk: int, wekker_id: int, rapport: dict[str, Any], sleutel: str, now: datetime) -> None:
    """Hand a report over to who asked for it, as long as they may have it; harmless when that was done already.

    Args:
        rapport: `bot.rapporteren.verzamel`.
        sleutel: a fresh secret id, which makes the message one of its kind.
    """
    wekker = wekkers.open_wekker(tx, wijk, wekker_id)
    if wekker is None:
        return
    wekkers.gedaan(tx, wekker.id, now)
    rollen = accounts.van_id(tx, wijk, wekker.onderwerp).rollen
    if rollen & {ORGANISATOR, BEHEERDER}:
        boodschap = Boodschap("rapport", rapport | {"mag_afsluiten": ORGANISATOR in rollen})
        outbox.schrijf(tx, wijk, f"rapport:{sleutel}", [wekker.onderwerp], boodschap, baan=Baan.ANTWOORD)


def schrijf_rapport(rapport: dict[str, Any], toon: Toon, doel: Path) -> None:
    """Write the PDF that `/rapport` sends; the file is whole or as it was.

    Raises:
        InvoerFout: the file cannot be written.
    """
    schrijf_pdf(bijlage(toon, rapport), doel)


def schrijf_pdf(gemaakt: Bijlage, doel: Path) -> None:
    """Write a file that a message would carry; the file is whole or as it was.

    Raises:
        InvoerFout: the file cannot be written.
    """
    tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}")
    try:
        doel.parent.mkdir(parents=True, exist_ok=True)
        try:
            tijdelijk.write_bytes(exports.maak(gemaakt.soort, gemaakt.data))
            tijdelijk.replace(doel)
        finally:
            tijdelijk.unlink(missing_ok=True)
    except OSError as fout:
        raise InvoerFout(f"--uit {doel}: kan hier niet schrijven ({fout.strerror}); kies een ander bestand") from None
