"""My data, my consent, and my language."""

from bot.services import bewoner, toestemming
from handlers.beurt import Beurt


async def gegevens(beurt: Beurt, invoer: str) -> None:
    """Show what is kept about me."""
    await beurt.doe(bewoner.mijn_gegevens)


async def bestand(beurt: Beurt, invoer: str) -> None:
    """Send it as a file."""
    await beurt.doe(bewoner.bestand)


async def toestemming_vraag(beurt: Beurt, invoer: str) -> None:
    """Ask for a yes to the text that holds now."""
    await beurt.doe(toestemming.vraag)


async def toestemming_ja(beurt: Beurt, invoer: str) -> None:
    """Say yes to the text whose version the button carries."""
    await beurt.doe(toestemming.zeg_ja, invoer)


async def intrekken(beurt: Beurt, invoer: str) -> None:
    """Say what withdrawing means."""
    await beurt.doe(toestemming.begin_intrekken)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw it."""
    await beurt.doe(toestemming.trek_in)


async def taal(beurt: Beurt, invoer: str) -> None:
    """Offer the languages, or take the one that was tapped."""
    if invoer:
        await beurt.doe_account(bewoner.zet_taal, invoer)
    else:
        await beurt.doe(bewoner.talen)


COMMANDS = {"gegevens": gegevens, "mijngegevens": gegevens, "taal": taal}
TAPS = {
    "gegevens": gegevens,
    "gegbestand": bestand,
    "taal": taal,
    "toe": toestemming_vraag,
    "toe_ja": toestemming_ja,
    "toe_weg": intrekken,
    "toe_in": trek_in,
}
