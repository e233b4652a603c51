"""What a heat solution means for a home: reading and comparing the cards, saying whether it is clear, making them."""

from bot.rules.kaartbestand import GROOTST
from bot.services import formulier, gesprek, warmtekaart, warmtekaartvorm
from handlers.beurt import Beurt, met_ja, paar


async def begin(beurt: Beurt, _invoer: str) -> None:
    """Show the solutions for one's own type of home."""
    await beurt.doe(warmtekaart.lijst)


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show them for the type of home of a card."""
    await beurt.doe(warmtekaart.lijst, invoer)


async def huizen(beurt: Beurt, invoer: str) -> None:
    """Ask for another type of home."""
    await beurt.doe(warmtekaart.lijst, kies=True)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show a card: `<kaart>` or `<kaart>:<laag>`."""
    await beurt.doe(warmtekaart.toon, *paar(invoer))


async def vergelijk(beurt: Beurt, invoer: str) -> None:
    """Set two beside each other: `<kaart>`, `<kaart>:<kaart>` or `<kaart>:<kaart>:<laag>`."""
    een, rest = paar(invoer)
    await beurt.doe(warmtekaart.vergelijk, een, *paar(rest))


async def zeg(beurt: Beurt, invoer: str) -> None:
    """Take whether it is clear: `<kaart>:<antwoord>`."""
    await beurt.doe(warmtekaart.zeg, *paar(invoer))


async def maak(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a card."""
    await beurt.doe(formulier.begin, warmtekaartvorm.FORMULIER)


async def pas_aan(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a new version of a card."""
    await beurt.doe(warmtekaartvorm.begin_nieuw, invoer)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Take a card away: asks first, and asks a second person after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(warmtekaartvorm.vraag_intrekken, publiek_id, zeker=zeker)


async def bestand(beurt: Beurt, invoer: str) -> None:
    """Wait for a file of cards."""
    await beurt.doe(warmtekaartvorm.wacht)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Wait for it no longer."""
    await beurt.doe(gesprek.stop, warmtekaartvorm.BESTAND)


async def gestuurd(beurt: Beurt, invoer: str) -> None:
    """Take the file, or whatever else was sent or typed."""
    await beurt.doe(warmtekaartvorm.neem, await beurt.document(GROOTST))


COMMANDS = {"warmtekaarten": begin}
TAPS = {
    "warmtekaarten": begin,
    "wkl": lijst,
    "wkh": huizen,
    "wk": toon,
    "wkv": vergelijk,
    "wka": zeg,
    "wknieuw": maak,
    "wkn": pas_aan,
    "wkx": trek_in,
    "wkbestand": bestand,
    "wkstop": stop,
}
STAPPEN = {warmtekaartvorm.BESTAND: gestuurd}
STAPPEN_GESTUURD = {warmtekaartvorm.BESTAND: gestuurd}
