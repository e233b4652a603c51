"""The sample check: the organisator draws it, and an outsider says per address whether it is right."""

from bot.services import steekproef
from handlers.beurt import Beurt, paar


async def overzicht(beurt: Beurt, invoer: str) -> None:
    """Show how it goes."""
    await beurt.doe(steekproef.overzicht)


async def nieuw(beurt: Beurt, invoer: str) -> None:
    """Begin one."""
    await beurt.doe(steekproef.begin)


async def link(beurt: Beurt, invoer: str) -> None:
    """Make a link for the outsider."""
    await beurt.doe(steekproef.nodig_uit)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Break it off."""
    await beurt.doe(steekproef.stop)


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show the outsider how far they are."""
    await beurt.doe(steekproef.lijst, beurt.bericht_id)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one address."""
    await beurt.doe(steekproef.toon, invoer, beurt.bericht_id)


async def zet(beurt: Beurt, invoer: str) -> None:
    """Keep what came of one: `<outcome>:<id>`."""
    await beurt.doe(steekproef.zet, *paar(invoer), beurt.bericht_id)


async def rond_af(beurt: Beurt, invoer: str) -> None:
    """End it."""
    await beurt.doe(steekproef.rond_af, beurt.bericht_id)


COMMANDS = {"steekproef": overzicht, "controle": lijst}
TAPS = {
    "steekproef": overzicht,
    "controle": lijst,
    "skpn": nieuw,
    "skpl": link,
    "skps": stop,
    "skpv": toon,
    "skpu": zet,
    "skpk": rond_af,
}
