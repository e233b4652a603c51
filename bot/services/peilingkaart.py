"""The message about a poll in the group of its werkgroep: what it shows, and a vote by a tap on it.

It tells of nobody: what one tapped, one reads alone, over one's own tap.
"""

import hashlib
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.canoniek import schrijf
from bot.rules.kleine_cellen import opkomst_van
from bot.rules.pacing import Baan
from bot.rules.peilingen import METHODEN
from bot.services import groepsafspraak, groepschat, peilingvorm, stemmen, stemresultaat
from bot.services.handeling import Handeling, eis_ja, publiek_id, wie_in_groep
from bot.services.kiezer import is_open, kiezer
from bot.storage import groepschats, outbox, peilingen, peilingkaarten
from bot.storage.peilingen import Optie, Peiling
from bot.storage.peilingkaarten import Kaart, Taak

GETELD = "peiling.gestemd"
"""What a vote that counts is answered with."""


def stem(tx: Connection, handeling: Handeling, van: str, daad: str) -> Boodschap:
    """Vote by a tap in the group, in the same ballot as in one's own chat; the answer is for who tapped alone.

    Raises:
        Geweigerd: this group shows no such poll, it is closed, or who tapped does not vote in it.
    """
    groep, wie = handeling.afzender.groep, wie_in_groep(tx, handeling)
    gevonden = peilingen.zoek_met_opties(tx, handeling.wijk, van)
    if groep is None or gevonden is None or not _een_tik(*gevonden):
        raise Geweigerd("peilingkaart.weg")
    peiling, opties = gevonden
    als = kiezer(tx, wie, peiling) if wie else None
    if wie is None or (wie.bewoner is None and als is None):
        raise Geweigerd("peilingkaart.onbekend")
    if als is None:
        raise Geweigerd("peilingkaart.niet_van_u")
    eis_ja(wie)
    if not is_open(peiling, handeling.now):
        raise Geweigerd("peilingkaart.gesloten")
    if not peilingkaarten.in_chat(tx, handeling.wijk, handeling.afzender.kanaal, groep.id, van):
        raise Geweigerd("peilingkaart.weg")
    geteld = stemmen.breng_uit(tx, handeling, wie, als, peiling, opties, daad)
    if geteld.melding != GETELD:
        raise Geweigerd("peilingkaart.weg")
    data = {"methode": peiling.methode, "stem": geteld.data["scherm"]["stem"]}
    return Boodschap("peilingkaart.geteld", data, wijze="tik")


def taak(tx: Connection, kaart: Kaart, now: datetime) -> Taak | None:
    """Return what a message must show, None when it does."""
    if kaart.bijeenkomst is not None:
        boodschap = groepsafspraak.beeld(tx, kaart, now)
    else:
        boodschap = _beeld(tx, kaart, _peiling(tx, kaart))
    merk = hashlib.sha256(schrijf([boodschap.soort, boodschap.data]).encode()).hexdigest()
    laatste = boodschap.soort not in {"peilingkaart.open", "groepsafspraak.komt"}
    return Taak(kaart, boodschap, merk, laatste) if laatste or merk != kaart.getoond else None


def ontbreekt(tx: Connection, wijken: Collection[int], kanaal: str, now: datetime) -> set[int]:
    """Return in which of some wijken a poll or a meeting wants a message in a group."""
    return {rij["wijk"] for rij in _wil_kaart(tx, wijken, kanaal, now)}


def begin(tx: Connection, wijk: int, kanaal: str, now: datetime) -> None:
    """Begin a message for each open poll and each coming meeting of a werkgroep with a group."""
    for nieuw in _wil_kaart(tx, [wijk], kanaal, now):
        peilingkaarten.maak(tx, [nieuw])


def lukt_niet(tx: Connection, kaart: Kaart) -> None:
    """Give a message up, and tell who joined the group; voting in one's own chat goes on."""
    peilingkaarten.zet(tx, kaart, opgegeven=True)
    if kaart.bijeenkomst is not None:  # its members hear of a meeting in their own chat anyway
        return
    peiling = _peiling(tx, kaart)
    data = {"vraag": peiling.vraag, "id": peiling.publiek_id}
    lukt_niet = Boodschap("peilingkaart.lukt_niet", data)
    outbox.schrijf(tx, kaart.wijk, f"peilingkaart:{kaart.id}", [kaart.voor], lukt_niet, baan=Baan.HERINNERING)


def groep_weg(tx: Connection, kaart: Kaart) -> None:
    """Let a group go that turned out to be closed to the bot."""
    hier = groepschats.in_chat(tx, kaart.wijk, kaart.kanaal, kaart.chat)
    if hier is not None:
        groepschat.meld_weg(tx, kaart.wijk, hier, publiek_id(hashlib.sha256(f"{hier.id} {kaart.id}".encode()).digest()))


def _beeld(tx: Connection, kaart: Kaart, peiling: Peiling) -> Boodschap:
    kort = {"vraag": peiling.vraag, "id": peiling.publiek_id}
    if kaart.groepschat is None:
        return Boodschap("peilingkaart.los", kort)
    if peiling.ingetrokken:
        return Boodschap("peilingkaart.ingetrokken", stemresultaat.uitslag(tx, peiling, lid=False).data)
    if peiling.gesloten_op is not None and peiling.uitslag_naar == "stemmers":
        return Boodschap("peilingkaart.gesloten", kort)
    if peiling.gesloten_op is not None:
        return Boodschap("peilingkaart.uitslag", stemresultaat.uitslag(tx, peiling, lid=False).data)
    gevraagd = stemmen.uitnodiging(tx, peiling).data
    hier = _een_tik(peiling, peilingen.opties(tx, peiling.id))
    gestemd = opkomst_van(sum(peilingen.tel(tx, peiling.id).values())) if peiling.live else None
    return Boodschap("peilingkaart.open", {**gevraagd, "bewoner": hier, "gestemd": gestemd})


def _wil_kaart(tx: Connection, wijken: Collection[int], kanaal: str, now: datetime) -> list[dict[str, Any]]:
    zonder = peilingkaarten.zonder_kaart, peilingkaarten.afspraken_zonder_kaart
    return [rij for zoek in zonder for rij in zoek(tx, wijken, kanaal, now)]


def _een_tik(peiling: Peiling, opties: list[Optie]) -> bool:
    """Say whether each tap is a whole ballot, and everyone has the same buttons."""
    opzet = peilingvorm.opzet_van(peiling, opties)
    return METHODEN[peiling.methode].in_een_tik(opzet) and not opzet.geschud


def _peiling(tx: Connection, kaart: Kaart) -> Peiling:
    gevonden = peilingen.zoek(tx, kaart.wijk, id=kaart.peiling or 0)
    assert gevonden is not None  # noqa: S101 (a poll is never deleted)
    return gevonden
