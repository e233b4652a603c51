"""My data, and my language."""

from bot.services import bewoner
from handlers.beurt import Beurt


async def gegevens(beurt: Beurt, invoer: str) -> None:
    """Show what is kept about me."""
    await beurt.doe(bewoner.mijn_gegevens)


async def bestand(beurt: Beurt, invoer: str) -> None:
    """Send it as a file."""
    await beurt.doe(bewoner.bestand)


async def taal(beurt: Beurt, invoer: str) -> None:
    """Offer the languages, or take the one that was tapped."""
    if invoer:
        await beurt.doe_account(bewoner.zet_taal, invoer)
    else:
        await beurt.doe(bewoner.talen)


COMMANDS = {"gegevens": gegevens, "mijngegevens": gegevens, "taal": taal}
TAPS = {"gegevens": gegevens, "gegbestand": bestand, "taal": taal}
