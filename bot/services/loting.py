"""The draw for a seat: announced with its candidates in the log, decided by a signed head of a later day.

    announced ──a leaf, and a head over it today──▶ loting ──the first larger head of a later day──▶ vervuld, leeg

Nobody knows that head when the leaf is written, nor the leaf itself: its id is random. There is one draw per vacature:
it cannot be done again until it suits. Who withdraws or is erased meanwhile changes nothing in the order of the others
(`bot.rules.loting`).
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules import loting as regel
from bot.rules.pacing import Baan
from bot.services import bewijslog, vacature
from bot.services.handeling import ORGANISATOR, Handeling, publiek_id
from bot.storage import bewijslog as log
from bot.storage import lotingen, outbox, rollen, zetels
from bot.storage.lotingen import Loting
from bot.storage.zetels import Kandidaat, Vacature, Zetel


def kondig_aan(tx: Connection, handeling: Handeling, een: Vacature, plek: Zetel, tussen: Sequence[Kandidaat]) -> None:
    """Announce a draw between some candidates; the others hear that it is not them."""
    dag = handeling.now.astimezone(handeling.zone).date()
    nummers = sorted(kandidaat.publiek_id for kandidaat in tussen)
    inhoud = {"dag": dag.isoformat(), "zetel": plek.publiek_id, "kandidaten": nummers}
    deze = handeling.id("loting")
    blad = bewijslog.leg_openbaar_vast(tx, handeling.wijk, "loting", inhoud, deze)
    bewijslog.vraag_ijkpunt(tx, handeling.wijk, handeling.now)
    lotingen.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=deze,
        vacature=een.id,
        blad=blad,
        dag=dag,
        kandidaten=nummers,
    )
    anderen = [wie for wie in zetels.kandidaten(tx, een.id) if wie.publiek_id not in nummers]
    vacature.vertel(tx, handeling.wijk, een, plek, anderen, "een_ander")
    zetels.trek_terug(tx, [wie.id for wie in anderen])
    zetels.zet_staat(tx, een.id, "loting")
    for wie in tussen:
        data = {**vacature.als_data(een, plek), "nummers": nummers, "eigen": wie.publiek_id}
        sleutel = f"loting:{een.publiek_id}:{wie.publiek_id}"
        over = Boodschap("vacature.geloot", data)
        outbox.schrijf(tx, handeling.wijk, sleutel, [wie.account], over, baan=Baan.HERINNERING)


def trek(tx: Connection, wijk: int, now: datetime, zaad: bytes) -> None:
    """Decide each draw for which the head is there; harmless when there is none.

    Args:
        zaad: 32 fresh random bytes, for ids; they have no part in the draw.
    """
    hoofden = None
    for deze in lotingen.lijst(tx, wijk):
        een = zetels.zoek_vacature(tx, wijk, id=deze.vacature) if deze.hoofd is None else None
        if een is None:
            continue
        hoofden = hoofden or log.getekend(tx, wijk)
        if (hoofd := regel.beslist(hoofden, deze.blad, deze.dag)) is not None:
            orde = regel.volgorde(wortel(hoofd.notitie), deze.publiek_id, deze.kandidaten)
            lotingen.beslis(tx, deze.publiek_id, hoofd.bestand, orde)
            rol_id = publiek_id(hmac.digest(zaad, deze.publiek_id.encode(), hashlib.sha256))
            _geef(tx, wijk, now, rol_id, een, orde)


def wortel(notitie: str) -> bytes:
    """Return the root in a head that was signed: its third line."""
    return base64.b64decode(notitie.split("\n")[2])


def als_data(deze: Loting) -> dict[str, object]:
    """Return what everyone may see of a draw."""
    zetel = {naam: getattr(deze, naam) for naam in ("zetel", "orgaan", "van", "nummer")}
    wat = {"id": deze.publiek_id, "blad": deze.blad, "dag": deze.dag.isoformat(), "kandidaten": deze.kandidaten}
    return {**zetel, **wat, "hoofd": deze.hoofd, "volgorde": deze.volgorde}


def _geef(tx: Connection, wijk: int, now: datetime, rol_id: str, een: Vacature, orde: Sequence[str]) -> None:
    plek = zetels.zoek(tx, wijk, id=een.zetel)
    er = {wie.publiek_id: wie for wie in zetels.kandidaten(tx, een.id)}
    for nummer in orde:
        if plek is not None and nummer in er and vacature.kan_zitten(tx, wijk, er[nummer], plek):
            vacature.geef(tx, wijk, now, rol_id, een, plek, er[nummer])
            return
    zetels.zet_staat(tx, een.id, "leeg")
    if plek is not None:
        team, leeg = (
            rollen.accounts_met(tx, wijk, [ORGANISATOR]),
            Boodschap("vacature.leeg", vacature.als_data(een, plek)),
        )
        outbox.schrijf(tx, wijk, f"loting leeg:{een.publiek_id}", team, leeg, baan=Baan.HERINNERING)
