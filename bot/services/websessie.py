"""Signing in to the chat in the browser, and out. A session is of an account; whose account it is, joining says.

The secret of a session is kept by the browser alone.
"""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from berichten.bericht import Vorm
from bot.storage import accounts, webberichten, webbestanden, websessies
from bot.storage.websessies import Sessie


@dataclass(frozen=True)
class Toeval:
    """What a new session and account are made of: running it again with the same gives the same.

    Args:
        extern_id: of the account, and so of its chat.
        geheim: what the browser will keep.
    """

    extern_id: str
    geheim: str
    publiek_id: str


def begin(tx: Connection, wijk: int, kanaal: str, toeval: Toeval, toestel: str, now: datetime) -> None:
    """Give a browser an account and a session of it: somebody of whom nothing is known yet."""
    wie = accounts.maak(tx, wijk, kanaal, toeval.extern_id)
    websessies.maak(tx, wie.account, toeval.publiek_id, merk(toeval.geheim), toestel, now)


def wie(tx: Connection, geheim: str, now: datetime) -> Sessie | None:
    """Return whose browser it is that keeps this secret; None when nobody is signed in with it (any more).

    Neither is somebody of the team who must show a second factor first: see `tweedefactor`.
    """
    return websessies.vind(tx, merk(geheim), now)


def ook_dicht(tx: Connection, geheim: str) -> Sessie | None:
    """Return the same, also of who must show a second factor first: for what shows nothing of their chat."""
    return websessies.vind_ook_dicht(tx, merk(geheim))


def typ(tx: Connection, account: int, tekst: str, sleutel: str, now: datetime) -> int:
    """Put what somebody types in their own chat, before it is handled; return the message."""
    return webberichten.zet(tx, account, {"getypt": tekst}, now, van_bot=False, sleutel=sleutel)


@dataclass(frozen=True)
class Bestand:
    """A file that somebody sends, and how it is shown."""

    vorm: Vorm
    naam: str
    inhoud: bytes


def stuur(
    tx: Connection, account: int, bestand: Bestand, publiek_id: str, tekst: str, sleutel: str, now: datetime
) -> tuple[str, int]:
    """Put a file that somebody sends in their own chat; return under which id it is kept, and the message."""
    file_id = webbestanden.bewaar(tx, account, publiek_id, bestand.naam, bestand.inhoud, now)
    bijlage = {"soort": "file_id", "naam": bestand.naam, "vorm": bestand.vorm, "data": {"file_id": file_id}}
    inhoud = {"getypt": tekst, "bijlage": bijlage}
    return file_id, webberichten.zet(tx, account, inhoud, now, van_bot=False, sleutel=sleutel)


def wijs(tx: Connection, account: int, plek: dict[str, float], sleutel: str, now: datetime) -> int:
    """Put where somebody is in their own chat; return the message."""
    bijlage = {"soort": webberichten.PLEK, "naam": "", "vorm": "document", "data": plek}
    inhoud = {"getypt": "", "bijlage": bijlage}
    return webberichten.zet(tx, account, inhoud, now, van_bot=False, sleutel=sleutel)


def volgend(geheim: str, sessie: Sessie, peper: bytes) -> str:
    """Return the secret that follows on one when a session became somebody's: two pages at once are given the same."""
    nieuw = hmac.digest(peper, f"sessie {sessie.bewoner}:{geheim}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(nieuw).rstrip(b"=").decode()


def merk(geheim: str) -> bytes:
    """Return the hash under which a secret is kept."""
    return hashlib.sha256(geheim.encode()).digest()
