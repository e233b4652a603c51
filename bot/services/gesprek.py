"""What someone is in the middle of filling in."""

from collections.abc import Collection

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
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    if gesprek is None or gesprek.soort != soort or stap not in (None, gesprek.stap):
        raise Geweigerd("formulier.niets_open")
    return gesprek


def wacht_op(tx: Connection, wie: Wie, gesprek: Gesprek, *, naast: Collection[str] = ()) -> None:
    """Wait for what someone types next.

    Args:
        naast: kinds of conversation that may end for it.

    Raises:
        Geweigerd: something else is being filled in; it is not thrown away.
    """
    open_ = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    if open_ is not None and open_.soort != gesprek.soort and open_.soort not in naast:
        raise Geweigerd("formulier.eerst_afmaken")
    gesprekken.zet(tx, wie.wijk, wie.account, gesprek)


def wil_knop(vraag: Boodschap) -> Geweigerd:
    """Return the refusal of typed text where only a button answers: it says so, and asks the question again."""
    nee = Geweigerd("formulier.knop")
    nee.onder = vraag.soort, vraag.data
    return nee


def stop(tx: Connection, handeling: Handeling, soort: str) -> Boodschap:
    """Wait for nothing any more, where someone is in the middle of this kind."""
    gesprekken.sluit_als(tx, handeling.wijk, wie_handelt(tx, handeling).account, soort)
    return Boodschap("formulier.gestopt")
