"""What a heat solution means for a home: reading and comparing the cards, saying whether it is clear, making them."""

from bot.rules.kaartbestand import GROOTST
from bot.services import gesprek, warmtekaart, warmtekaartvorm
from handlers.beurt import Beurt, begint, met, met_ja, met_paar, paar, zonder


async def huizen(beurt: Beurt, invoer: str) -> None:
    """Ask for another type of home."""
    await beurt.doe(warmtekaart.lijst, kies=True)


async def vergelijk(beurt: Beurt, invoer: str) -> None:
    """Set two beside each other: `<kaart>`, `<kaart>:<kaart>` or `<kaart>:<kaart>:<laag>`."""
    een, rest = paar(invoer)
    await beurt.doe(warmtekaart.vergelijk, een, *paar(rest))


async def stop(beurt: Beurt, invoer: str) -> None:
    """Wait for it no longer."""
    await beurt.doe(gesprek.stop, warmtekaartvorm.BESTAND)


async def gestuurd(beurt: Beurt, invoer: str) -> None:
    """Take the file, or whatever else was sent or typed."""
    await beurt.doe(warmtekaartvorm.neem, await beurt.document(GROOTST))


COMMANDS = {"warmtekaarten": zonder(warmtekaart.lijst)}
TAPS = {
    "warmtekaarten": zonder(warmtekaart.lijst),
    "wkl": met(warmtekaart.lijst),
    "wkh": huizen,
    "wk": met_paar(warmtekaart.toon),
    "wkv": vergelijk,
    "wka": met_paar(warmtekaart.zeg),
    "wknieuw": begint(warmtekaartvorm.FORMULIER),
    "wkn": met(warmtekaartvorm.begin_nieuw),
    "wkx": met_ja(warmtekaartvorm.vraag_intrekken),
    "wkbestand": zonder(warmtekaartvorm.wacht),
    "wkstop": stop,
}
STAPPEN = {warmtekaartvorm.BESTAND: gestuurd}
STAPPEN_GESTUURD = {warmtekaartvorm.BESTAND: gestuurd}
