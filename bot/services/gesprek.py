"""What someone is in the middle of filling in."""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services.handeling import Handeling, wie_handelt
from bot.storage import gesprekken
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek


def eis_open(tx: Connection, wie: Wie, soort: str, stap: str | None = None) -> Gesprek:
    """Return the conversation of a kind that someone is in.

    Args:
        stap: how far it must be; None for anywhere.

    Raises:
        Geweigerd: it is not open, or not that far.
    """
    gesprek = gesprekken.open_gesprek(tx, wie.account)
    if gesprek is None or gesprek.soort != soort or stap not in (None, gesprek.stap):
        raise Geweigerd("formulier.niets_open")
    return gesprek


def stop(tx: Connection, handeling: Handeling, soort: str) -> Boodschap:
    """Wait for nothing any more, where someone is in the middle of this kind."""
    gesprekken.sluit_als(tx, wie_handelt(tx, handeling).account, soort)
    return Boodschap("formulier.gestopt")
