"""Asking for the report, and handing it over in a chat or as a file. What it holds: rapportdelen; the words: berichten.

The PDF is made when it goes.
"""

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection

from berichten import Bijlage, Boodschap, Toon
from berichten.rapport import bijlage
from bot import exports
from bot.errors import InvoerFout
from bot.rules.pacing import Baan
from bot.services import rapportpublicatie
from bot.services.handeling import BEHEERDER, ORGANISATOR, Handeling, eis_rol
from bot.storage import accounts, outbox, rapportbestanden, wekkers

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
    openbaar = rapportbestanden.tel_openbaar(tx, handeling.wijk) if ORGANISATOR in wie.rollen else 0
    return Boodschap("rapport.bezig", {"openbaar": openbaar}, wijze="nieuw")


class Gemaakt(NamedTuple):
    """A report that was made.

    Args:
        data: as a message carries it.
        pdf: the bytes that this data gives.
    """

    data: dict[str, Any]
    pdf: bytes


def zet(rapport: dict[str, Any], toon: Toon) -> Gemaakt:
    """Return a report with its PDF: the same bytes as its message will bring.

    Args:
        rapport: `bot.rapporteren.verzamel`.
    """
    data = json.loads(json.dumps(rapport))
    gemaakt = bijlage(toon, data)
    return Gemaakt(data, exports.maak(gemaakt.soort, gemaakt.data))


def lever(tx: Connection, wijk: int, wekker_id: int, gemaakt: Gemaakt, sleutel: str, now: datetime) -> None:
    """Hand a report over to who asked for it, as long as they may have it; harmless when that was done already.

    Its file is kept for a while: an organisator may put it on the public page.

    Args:
        sleutel: a fresh secret id, of the file, and which makes the message one of its kind.
    """
    wekker = wekkers.open_wekker(tx, wijk, wekker_id)
    if wekker is None:
        return
    wekkers.gedaan(tx, wekker.id, now)
    rollen = accounts.van_id(tx, wijk, wekker.onderwerp).rollen
    if rollen & {ORGANISATOR, BEHEERDER}:
        mag = ORGANISATOR in rollen
        if mag:
            rapportpublicatie.bewaar(tx, wijk, sleutel, gemaakt.data, gemaakt.pdf)
        boodschap = Boodschap("rapport", gemaakt.data | {"mag_afsluiten": mag, "bestand": sleutel if mag else None})
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
