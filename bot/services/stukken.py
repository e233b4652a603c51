"""Documents that someone sends as an answer: which are kept, and showing them to others."""

from datetime import timedelta
from hashlib import sha256

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.inhoud import Inhoud
from bot.rules.stuk import MEESTE_MB, is_pdf
from bot.services.handeling import Handeling, eis_binnen
from bot.storage import stukken
from bot.storage.accounts import Wie
from bot.storage.stukken import Stuk

BEWAAR = timedelta(days=7)
"""So long a document stays to which nothing refers yet: a form is open, or a second person is asked."""
NAAM_LENGTE = 100


def neem(tx: Connection, handeling: Handeling, wie: Wie, gestuurd: Inhoud | None, inhoud: bytes | None) -> str:
    """Keep a document with its hash, and return its publiek_id.

    Args:
        gestuurd: what came by chat.
        inhoud: its bytes; None when they are too many.

    Raises:
        Geweigerd: no document, too large, gone, or no PDF.
    """
    if gestuurd is None or gestuurd["soort"] != "document" or not gestuurd["file_id"]:
        raise Geweigerd("stuk.geen_document")
    if inhoud is None:
        raise Geweigerd("stuk.te_groot", maximum=MEESTE_MB)
    if not inhoud:
        raise Geweigerd("stuk.weg")
    if not is_pdf(inhoud):
        raise Geweigerd("stuk.geen_pdf")
    publiek_id = handeling.id("stuk")
    stukken.voeg_toe(
        tx,
        handeling.wijk,
        inhoud,
        op=handeling.now,
        door=wie.account,
        publiek_id=publiek_id,
        naam=_naam(gestuurd["naam"]),
        sha256=sha256(inhoud).hexdigest(),
        file_id=gestuurd["file_id"],
    )
    return publiek_id


def stuur(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Send a document that was recorded to a resident or someone with a role.

    Raises:
        Geweigerd: there is none, or nothing that was recorded refers to it.
    """
    eis_binnen(tx, handeling)
    gevonden = stukken.zoek(tx, handeling.wijk, publiek_id)
    if gevonden is None or not stukken.hoort_ergens_bij(tx, gevonden.id):
        raise Geweigerd("stuk.onbekend")
    return als_boodschap(gevonden)


def als_boodschap(gevonden: Stuk) -> Boodschap:
    """Return the message with a document and its hash."""
    data = {"naam": gevonden.naam, "sha256": gevonden.sha256, "file_id": gevonden.file_id}
    return Boodschap("stuk", data, wijze="nieuw")


def bestaand(tx: Connection, handeling: Handeling, publiek_id: str | None) -> Stuk | None:
    """Return the document that a form names; None when it names none.

    Raises:
        Geweigerd: it was cleared away since.
    """
    if publiek_id is None:
        return None
    gevonden = stukken.zoek(tx, handeling.wijk, publiek_id)
    if gevonden is None:
        raise Geweigerd("stuk.weg")
    return gevonden


def _naam(naam: str | None) -> str:
    """Return a file name that ends in .pdf, without the folders and the length that a modified client may send."""
    kaal = " ".join((naam or "").replace("\\", "/").rsplit("/", maxsplit=1)[-1].split())
    stam = kaal[:-4] if kaal.lower().endswith(".pdf") else kaal
    return f"{stam[: NAAM_LENGTE - 4].rstrip('. ') or 'stuk'}.pdf"
