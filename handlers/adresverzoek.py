"""The address list says something of a home that is not right: who lives there, and the organisator."""

from bot.services import adresverzoek
from handlers.beurt import Beurt


async def begin(beurt: Beurt, invoer: str) -> None:
    """Ask what is not right."""
    await beurt.doe(adresverzoek.begin)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Say what."""
    await beurt.doe(adresverzoek.kies, invoer)


async def getypt(beurt: Beurt, invoer: str) -> None:
    """Take how it is."""
    await beurt.doe(adresverzoek.typ, invoer, beurt.settings.vraagbaak.werkdagen)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw one's own."""
    await beurt.doe(adresverzoek.trek_in, invoer)


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show an organisator what waits."""
    await beurt.doe(adresverzoek.lijst)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one of these."""
    await beurt.doe(adresverzoek.toon, invoer)


async def ja(beurt: Beurt, invoer: str) -> None:
    """Say yes."""
    await beurt.doe(adresverzoek.zeg_ja, invoer, beurt.bericht_id)


async def nee(beurt: Beurt, invoer: str) -> None:
    """Begin a no."""
    await beurt.doe(adresverzoek.vraag_reden, invoer)


async def getypte_reden(beurt: Beurt, invoer: str) -> None:
    """Say no with this reason."""
    await beurt.doe(adresverzoek.zeg_nee, invoer)


TAPS = {"az": begin, "azw": kies, "azi": trek_in, "azl": lijst, "azt": toon, "azja": ja, "aznee": nee}
STAPPEN = {adresverzoek.SOORT: getypt, adresverzoek.REDEN: getypte_reden}
