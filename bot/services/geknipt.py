"""A text longer than one message, which a phone cuts in pieces: none of them is an answer.

The first piece is too long for what was asked; what is sent within seconds after it is its rest.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.inhoud import eenheden
from bot.services.handeling import Handeling
from bot.storage import gesprekken

T = TypeVar("T")
KORTSTE = 2000
"""A phone cuts at 4,096 characters, or at a space or a new line in the second half of those."""
BINNEN = timedelta(seconds=5)
"""So soon after the first piece the rest was sent; nobody types anew so fast."""


def neem(functie: Callable[[Connection, Handeling], T], tx: Connection, handeling: Handeling) -> T:
    """Do what a typed text is for, unless it is the rest of one that was refused.

    Raises:
        Geweigerd: it is the rest.
    """
    van = handeling.afzender
    vorige = gesprekken.geweigerd_op(tx, handeling.wijk, van.kanaal, van.extern_id) if van.prive else None
    if vorige is not None and timedelta(0) <= handeling.verzonden_op - vorige <= BINNEN:
        raise Geweigerd("formulier.rest")
    return functie(tx, handeling)


def onthoud(getypt: str, antwoord: T, tx: Connection, handeling: Handeling) -> T:
    """Remember that a typed text was refused, when more of it may come; return what is answered to it."""
    if handeling.afzender.prive and eenheden(getypt) >= KORTSTE:
        van = handeling.afzender
        gesprekken.zet_geweigerd(tx, handeling.wijk, van.kanaal, van.extern_id, handeling.verzonden_op)
    return antwoord
