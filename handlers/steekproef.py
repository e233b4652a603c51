"""The sample check: the organisator draws it, and an outsider says per address whether it is right."""

from bot.services import steekproef
from handlers.beurt import Beurt, paar, zonder


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


COMMANDS = {"steekproef": zonder(steekproef.overzicht), "controle": lijst}
TAPS = {
    "steekproef": zonder(steekproef.overzicht),
    "controle": lijst,
    "skpn": zonder(steekproef.begin),
    "skpl": zonder(steekproef.nodig_uit),
    "skps": zonder(steekproef.stop),
    "skpv": toon,
    "skpu": zet,
    "skpk": rond_af,
}
