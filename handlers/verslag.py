"""The report of a meeting and its photos."""

from bot.services import verslag
from handlers.beurt import Beurt, bladzij, paar


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show the reports that one may read."""
    await beurt.doe(verslag.lijst, bladzij(invoer))


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one."""
    await beurt.doe(verslag.toon, invoer)


async def schrijf(beurt: Beurt, invoer: str) -> None:
    """Open the form for one."""
    await beurt.doe(verslag.begin, invoer)


async def stuk(beurt: Beurt, invoer: str) -> None:
    """Send its PDF."""
    await beurt.doe(verslag.stuk, invoer)


async def foto(beurt: Beurt, invoer: str) -> None:
    """Show a photo: `<id>:<number>`."""
    publiek_id, nummer = paar(invoer)
    await beurt.doe(verslag.foto, publiek_id, bladzij(nummer))


async def nieuwe_foto(beurt: Beurt, invoer: str) -> None:
    """Open the form for a photo."""
    await beurt.doe(verslag.begin_foto, invoer)


async def trek_foto_in(beurt: Beurt, invoer: str) -> None:
    """Show a photo no more."""
    await beurt.doe(verslag.trek_foto_in, invoer)


TAPS = {
    "vsl": lijst,
    "vs": toon,
    "vsm": schrijf,
    "vsp": stuk,
    "vsb": foto,
    "vsf": nieuwe_foto,
    "vsx": trek_foto_in,
}
