"""What stands under the conditions: declaration, kaders and positions of partners."""

from bot.services import formulier, kader, onderbouwing, standpunt, stukken, verklaring
from handlers.beurt import Beurt, bladzij


async def overzicht(beurt: Beurt, invoer: str) -> None:
    """Show an organisator how it stands."""
    await beurt.doe(onderbouwing.overzicht)


async def verklaar(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a declaration."""
    await beurt.doe(verklaring.begin)


async def verklaar_niet(beurt: Beurt, invoer: str) -> None:
    """Begin the form to withdraw the declaration that holds."""
    await beurt.doe(verklaring.begin_intrekken)


async def oordeel(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a kader."""
    await beurt.doe(kader.begin)


async def standpunten(beurt: Beurt, invoer: str) -> None:
    """Show a page of what partners think."""
    await beurt.doe(standpunt.lijst, bladzij(invoer))


async def neem_in(beurt: Beurt, invoer: str) -> None:
    """Begin the form for what a partner thinks."""
    await beurt.doe(formulier.begin, standpunt.FORMULIER)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show what one partner thinks."""
    await beurt.doe(standpunt.toon, invoer)


async def vervang(beurt: Beurt, invoer: str) -> None:
    """Begin the form for what takes its place."""
    await beurt.doe(standpunt.begin_vervangen, invoer)


async def laat_vallen(beurt: Beurt, invoer: str) -> None:
    """Begin the form to withdraw it."""
    await beurt.doe(standpunt.begin_intrekken, invoer)


async def document(beurt: Beurt, invoer: str) -> None:
    """Send a document that was recorded."""
    await beurt.doe(stukken.stuur, invoer)


COMMANDS = {"onderbouwing": overzicht, "standpunten": standpunten}
TAPS = {
    "onderbouwing": overzicht,
    "obv": verklaar,
    "obvx": verklaar_niet,
    "obk": oordeel,
    "obs": neem_in,
    "standpunten": standpunten,
    "sp": toon,
    "spv": vervang,
    "spx": laat_vallen,
    "stuk": document,
}
