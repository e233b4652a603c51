"""What residents advise, with the answers; and whom the team goes to when something gets stuck."""

from bot.services import advies, adviesantwoord, escalatie, formulier
from handlers.beurt import Beurt, bladzij


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of the advice."""
    await beurt.doe(advies.lijst, bladzij(invoer))


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one."""
    await beurt.doe(advies.toon, invoer)


async def neem_in(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a new one."""
    await beurt.doe(formulier.begin, advies.FORMULIER)


async def antwoord(beurt: Beurt, invoer: str) -> None:
    """Begin the form to answer one."""
    await beurt.doe(adviesantwoord.begin, invoer)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Begin the form to withdraw one."""
    await beurt.doe(advies.begin_intrekken, invoer)


async def stappen(beurt: Beurt, invoer: str) -> None:
    """Show whom to go to when something gets stuck."""
    await beurt.doe(escalatie.toon)


async def nieuwe_stap(beurt: Beurt, invoer: str) -> None:
    """Begin the form for one more step."""
    await beurt.doe(escalatie.begin)


async def stap_weg(beurt: Beurt, invoer: str) -> None:
    """Take a step away."""
    await beurt.doe(escalatie.haal_weg, invoer)


COMMANDS = {"adviezen": lijst, "escalatie": stappen}
TAPS = {
    "adviezen": lijst,
    "av": toon,
    "avn": neem_in,
    "ava": antwoord,
    "avx": trek_in,
    "escalatie": stappen,
    "escn": nieuwe_stap,
    "escx": stap_weg,
}
