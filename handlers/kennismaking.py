"""Getting to know each other: answering, changing and removing what one says of oneself."""

from bot.services import kennismaking
from handlers.beurt import Beurt, paar


async def overzicht(beurt: Beurt, invoer: str) -> None:
    """Show what I said of myself."""
    await beurt.doe(kennismaking.overzicht)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one question."""
    await beurt.doe(kennismaking.toon, invoer)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Answer: `vraag:keuze`."""
    await beurt.doe(kennismaking.kies, *paar(invoer))


async def weg(beurt: Beurt, invoer: str) -> None:
    """Rather not, or not any more."""
    await beurt.doe(kennismaking.haal_weg, invoer)


async def genoeg(beurt: Beurt, invoer: str) -> None:
    """No more questions."""
    await beurt.doe(kennismaking.vragen_mag, False)


async def weer(beurt: Beurt, invoer: str) -> None:
    """Questions again."""
    await beurt.doe(kennismaking.vragen_mag, True)


async def naam(beurt: Beurt, invoer: str) -> None:
    """Begin to type a name."""
    await beurt.doe(kennismaking.typ_naam)


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take a typed name."""
    await beurt.doe(kennismaking.typ, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Type no name after all."""
    await beurt.doe(kennismaking.stop)


TAPS = {
    "kn": overzicht,
    "kn_vraag": toon,
    "kn_kies": kies,
    "kn_weg": weg,
    "kn_genoeg": genoeg,
    "kn_weer": weer,
    "kn_naam": naam,
    "kn_stop": stop,
}
STAPPEN = {kennismaking.SOORT: typ}
