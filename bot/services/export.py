"""Asking for the participation counts, and handing them over as files in a chat or a folder. Counting: tellen.py."""

import os
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from berichten.export import bijlagen
from bot import exports
from bot.errors import InvoerFout
from bot.rules.pacing import Baan
from bot.services.handeling import BEHEERDER, ORGANISATOR, Handeling, eis_rol
from bot.services.tellen import Tellingen
from bot.storage import accounts, outbox, webberichten, wekkers

SOORTEN = ("xlsx", "excel_csv", "csv", "json")
_OP_BLAD = 30
WEKKER = "export"
"""Kind of the row that says for whom counts must still be made; its subject is the account."""


def vraag_export(tx: Connection, handeling: Handeling) -> Boodschap:
    """Remember that an organisator wants the counts, and say that they come; asking twice in a row is once.

    Counting takes a while in a large wijk, and no writer may wait for it: see `bot.exporteren`.

    Raises:
        Geweigerd: who asks is no organisator or beheerder.
    """
    wie = eis_rol(tx, handeling, ORGANISATOR, BEHEERDER)
    if not wekkers.staat_er(tx, handeling.wijk, WEKKER, wie.account):
        wekkers.zorg_voor(tx, handeling.wijk, WEKKER, wie.account, handeling.now)
    return Boodschap("export.bezig", wijze="nieuw")


def bestanden(tx: Connection, handeling: Handeling) -> list[dict[str, Any]]:
    """Return the files that stand in someone's own chat in the browser, the last first: for a page beside that chat."""
    wie = eis_rol(tx, handeling, ORGANISATOR, BEHEERDER)
    return [
        {"naam": een.naam, "op": een.op.isoformat(), "waar": f"{een.id}?v={een.versie}"}
        for een in webberichten.met_bestand(tx, wie.account, _OP_BLAD)
    ]


def lever(tx: Connection, wijk: int, wekker_id: int, tellingen: Tellingen, sleutel: str, now: datetime) -> None:
    """Hand counts over to who asked for them, as long as they may have them; harmless when that was done already.

    Args:
        sleutel: a fresh secret id, which makes the message one of its kind.
    """
    wekker = wekkers.open_wekker(tx, wijk, wekker_id)
    if wekker is None:
        return
    wekkers.gedaan(tx, wekker.id, now)
    if accounts.van_id(tx, wijk, wekker.onderwerp).rollen & {ORGANISATOR, BEHEERDER}:
        boodschap = Boodschap("export", {"tellingen": tellingen.als_json(), "soorten": SOORTEN})
        outbox.schrijf(tx, wijk, f"export:{sleutel}", [wekker.onderwerp], boodschap, baan=Baan.ANTWOORD)


def schrijf_export(tellingen: Tellingen, map_: Path) -> list[Path]:
    """Write the files that `/export` sends into a folder, which is made when it is not there.

    Each file is whole or as it was. The manifest comes last: while it does not fit the others, the set is not whole.

    Raises:
        InvoerFout: the folder cannot be written.
    """
    geschreven = []
    try:
        map_.mkdir(parents=True, exist_ok=True)
        for bijlage in bijlagen(tellingen.als_json(), SOORTEN):
            doel = map_ / bijlage.naam
            tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}")
            try:
                tijdelijk.write_bytes(exports.maak(bijlage.soort, bijlage.data))
                tijdelijk.replace(doel)
            finally:
                tijdelijk.unlink(missing_ok=True)
            geschreven.append(doel)
    except OSError as fout:
        raise InvoerFout(f"--uit {map_}: kan hier niet schrijven ({fout.strerror}); kies een andere map") from None
    return geschreven
