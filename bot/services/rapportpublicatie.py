"""The report on the public page: put there by an organisator, exactly the file that they read, and taken off again.

Each report that was handed over to an organisator is kept for some days, so that they can read it first.
"""

from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services.bladzij import blader_in
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.storage import rapportbestanden
from bot.storage.rapportbestanden import Rapport

MEEST = 50
"""So many reports are on the public page at most."""
PER_BLADZIJ = 5


def bewaar(tx: Connection, wijk: int, publiek_id: str, rapport: dict[str, Any], pdf: bytes) -> None:
    """Keep the file of a report that is handed over."""
    rapportbestanden.voeg_toe(
        tx,
        wijk,
        pdf,
        publiek_id=publiek_id,
        sha256=sha256(pdf).hexdigest(),
        eind=bool(rapport["delen"]["afsluiting"]),
        op=datetime.fromisoformat(rapport["tellingen"]["gemaakt_op"]),
    )


def zet_op(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Put one on the public page, after a question whether one is sure; a second tap changes nothing.

    Raises:
        Geweigerd: it is kept no more, or the page has as many as it can have.
    """
    wie, een = eis_rol(tx, handeling, ORGANISATOR), _bestaand(tx, handeling, publiek_id)
    if een.openbaar_op is None:
        if rapportbestanden.tel_openbaar(tx, handeling.wijk) >= MEEST:
            raise Geweigerd("rapport.te_veel", maximum=MEEST)
        if not zeker:
            return Boodschap("rapport.op_zeker", als_data(een), wijze="nieuw")
        rapportbestanden.zet_openbaar(tx, een.id, handeling.now, wie.account)
    return lijst(tx, handeling, melding="rapport.staat_erop")


def haal_af(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Take one off the public page, after a question whether one is sure."""
    wie, een = eis_rol(tx, handeling, ORGANISATOR), _bestaand(tx, handeling, publiek_id)
    if een.openbaar_op is not None:
        if not zeker:
            return Boodschap("rapport.af_zeker", als_data(een))
        rapportbestanden.zet_openbaar(tx, een.id, None, wie.account)
    return lijst(tx, handeling, melding="rapport.is_eraf")


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show an organisator a page of what is on the public page."""
    eis_rol(tx, handeling, ORGANISATOR)
    gevonden, rond = blader_in(rapportbestanden.openbaar(tx, handeling.wijk), bladzij, PER_BLADZIJ)
    return Boodschap("rapport.openbaar", {"rapporten": [als_data(een) for een in gevonden], **rond}, melding=melding)


def als_data(een: Rapport) -> dict[str, Any]:
    """Return what people see of one."""
    soort = "eind" if een.eind else "tussen"
    return {"id": een.publiek_id, "soort": soort, "op": een.gemaakt_op.isoformat(), "sha256": een.sha256}


def _bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Rapport:
    een = rapportbestanden.zoek(tx, handeling.wijk, publiek_id)
    if een is None:
        raise Geweigerd("rapport.weg")
    return een
