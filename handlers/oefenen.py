"""Practising: beginning and ending it in the real wijk, and the screens of the practice wijk."""

from bot.services import oefenen as service
from bot.services.oefenen import Oefenplek
from handlers.beurt import Beurt, paar

_MEEST_CIJFERS = 18
"""No row of a database has a longer number."""


async def oefenen(beurt: Beurt, invoer: str) -> None:
    """Begin, end, or do what a button of the practice screen says."""
    if beurt.oefenplek is not None:
        await _binnen(beurt, beurt.oefenplek, invoer)
    elif invoer == "stop":
        await beurt.doe(service.stop)
    elif invoer:
        await beurt.doe(service.voorbij)
    else:
        await beurt.doe(service.begin)


async def _binnen(beurt: Beurt, plek: Oefenplek, invoer: str) -> None:
    wat, over = paar(invoer)
    if wat == "les":
        await beurt.doe(service.les, plek, over)
    elif wat == "dag":
        await beurt.doe(service.dag_verder, plek)
    elif wat == "als":
        await beurt.doe_account(service.kijk, plek.nieuw if over else plek.bewoner)
    elif wat == "zie" and over.isascii() and over.isdigit() and len(over) <= _MEEST_CIJFERS:
        await beurt.doe(service.zie, int(over))
    elif wat == "echt":
        await beurt.doe(service.echte_knop)
    else:
        await beurt.doe(service.scherm, plek)


COMMANDS = {"oefenen": oefenen}
TAPS = {"oefenen": oefenen}
