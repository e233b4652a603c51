"""Reading what people type in a form into JSON-able values; a refusal is a sentence that says what to write."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, TypeVar

from berichten.leeswoorden import leeswoorden
from bot.errors import Geweigerd
from bot.rules.inhoud import eenheden
from bot.rules.leeswoorden import gewoon
from bot.rules.links import is_link
from bot.rules.momenten import MomentOnduidelijk, lees_datum, lees_moment
from bot.rules.telefoon import lees_nummer
from bot.services.handeling import Handeling

T = TypeVar("T")
Lezer = Callable[[str, Handeling], Any]
"""Reads typed text; raises Geweigerd."""
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
"""What the HTML standard takes for an address, with a dot in its domain."""


def tekst_tot(maximum: int) -> Lezer:
    """Return a reader of one text of 1 to `maximum` characters, its white space made single."""

    def lees(tekst: str, handeling: Handeling) -> str:
        schoon = " ".join(tekst.split())
        if not 1 <= len(schoon) <= maximum:
            raise Geweigerd("formulier.te_lang", maximum=maximum)
        return schoon

    return lees


def alinea_tot(maximum: int) -> Lezer:
    """Return a reader of a text of several lines, of 1 to `maximum` characters as the chat network counts them."""

    def lees(tekst: str, handeling: Handeling) -> str:
        schoon = tekst.strip()
        if not schoon:
            raise Geweigerd("formulier.te_lang", maximum=maximum)
        if (te_veel := eenheden(schoon) - maximum) > 0:
            raise Geweigerd("formulier.zoveel_te_lang", maximum=maximum, aantal=te_veel)
        if not any(teken.isalnum() for teken in schoon):  # a thumb asks nothing
            raise Geweigerd("formulier.woorden")
        return schoon

    return lees


@contextmanager
def blijft_open(soort: str, data: dict[str, Any]) -> Iterator[None]:
    """Let what is refused keep the buttons of the message (its kind and data) that asked for it: it is asked still."""
    try:
        yield
    except Geweigerd as nee:
        nee.onder = soort, data
        raise


def getal(minimum: int, maximum: int) -> Lezer:
    """Return a reader of one whole number from `minimum` to `maximum`."""

    def lees(tekst: str, handeling: Handeling) -> int:
        if not (tekst.isdecimal() and minimum <= int(tekst[:9]) <= maximum):
            raise Geweigerd("formulier.getal", minimum=minimum, maximum=maximum)
        return int(tekst[:9])

    return lees


def moment(tekst: str, handeling: Handeling) -> str:
    """Read a day and hour that are still to come, as an ISO string in UTC."""
    return of_weiger(lambda: lees_moment(tekst, handeling.now, handeling.zone, leeswoorden()).isoformat())


def datum(tekst: str, handeling: Handeling) -> str:
    """Read a day with its year, past or still to come, as an ISO string; or today or yesterday by their name."""
    woorden = leeswoorden()
    verder = woorden.straks.get(gewoon(tekst), 1)
    if verder <= 0:
        return (handeling.now.astimezone(handeling.zone).date() + timedelta(days=verder)).isoformat()
    try:
        return lees_datum(tekst, woorden.maanden).isoformat()
    except MomentOnduidelijk as fout:
        raise Geweigerd("datum.onbekend" if fout.reden == "onbekend" else f"moment.{fout.reden}") from None


def link(tekst: str, handeling: Handeling) -> str:
    """Read the address of a page that a browser opens safely, of at most 300 characters."""
    if not is_link(tekst):
        raise Geweigerd("formulier.link")
    return tekst


def telefoon(tekst: str, handeling: Handeling) -> str:
    """Read a telephone number that can be called without surprise, as it was typed."""
    nummer = lees_nummer(tekst)
    if nummer is None:
        raise Geweigerd("formulier.telefoon")
    return nummer


def email(tekst: str, handeling: Handeling) -> str:
    """Read an e-mail address, of at most 254 characters; whether it exists nobody knows."""
    if len(tekst) > 254 or not _EMAIL.fullmatch(tekst):
        raise Geweigerd("formulier.email")
    return tekst


def of_weiger(lees: Callable[[], T]) -> T:
    """Return what is read of a moment, or refuse with its reason."""
    try:
        return lees()
    except MomentOnduidelijk as fout:
        raise Geweigerd(f"moment.{fout.reden}") from None
