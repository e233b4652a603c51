"""Links of a school or vereniging beside a poll: who opens one, and the staff that make, print and stop them."""

from bot.services import school
from handlers.beurt import Beurt, met_ja


async def open_(beurt: Beurt, invoer: str) -> None:
    """Show the statements to who scanned the QR."""
    await beurt.doe(school.open_, invoer)


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show the links beside a poll."""
    await beurt.doe(school.lijst, invoer)


async def nieuw(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a link."""
    await beurt.doe(school.begin, invoer)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show a link with its QR and its poster."""
    await beurt.doe(school.toon, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Stop a link: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(school.stop, publiek_id, zeker=zeker)


TAPS = {"school": lijst, "school_nieuw": nieuw, "school_toon": toon, "school_stop": stop}
START = {"school": open_}
