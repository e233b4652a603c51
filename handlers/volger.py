"""Followers by e-mail, and the raadsbrief that they get."""

from bot.services import raadsbrief, volger
from handlers.beurt import Beurt, lees_ja, zonder


async def lijst(beurt: Beurt, _invoer: str) -> None:
    """Show who follows."""
    await beurt.doe(volger.lijst, post=_post(beurt))


async def nieuw(beurt: Beurt, _invoer: str) -> None:
    """Open the form for one more."""
    await beurt.doe(volger.begin, post=_post(beurt))


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one."""
    await beurt.doe(volger.toon, invoer, link=_link(beurt))


async def bevestig(beurt: Beurt, invoer: str) -> None:
    """Write down that someone gave their address themselves."""
    await beurt.doe(volger.bevestig, invoer, link=_link(beurt))


async def opnieuw(beurt: Beurt, invoer: str) -> None:
    """Send once more what did not arrive."""
    await beurt.doe(volger.opnieuw, invoer, link=_link(beurt))


async def verwijder(beurt: Beurt, invoer: str) -> None:
    """Take one away: asks first, and does so after `:ja`."""
    publiek_id, zeker = lees_ja(invoer)
    if zeker:
        await beurt.doe(volger.verwijder, publiek_id, post=_post(beurt))
    else:
        await beurt.doe(volger.toon, publiek_id, link=_link(beurt), zeker=True)


def _post(beurt: Beurt) -> bool:
    return bool(beurt.settings.post.server)


def _link(beurt: Beurt) -> bool:
    return bool(beurt.settings.pagina_url)


COMMANDS = {"volgers": lijst}
TAPS = {
    "volgers": lijst,
    "vlgn": nieuw,
    "vlg": toon,
    "vlgj": bevestig,
    "vlgo": opnieuw,
    "vlgx": verwijder,
    "vlgb": zonder(raadsbrief.toon),
}
