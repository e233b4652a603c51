"""Getting to know each other: answering, changing and removing what one says of oneself."""

from bot.services import kennismaking
from handlers.beurt import Beurt, met, met_paar, zonder


async def genoeg(beurt: Beurt, invoer: str) -> None:
    """No more questions."""
    await beurt.doe(kennismaking.vragen_mag, False)


async def weer(beurt: Beurt, invoer: str) -> None:
    """Questions again."""
    await beurt.doe(kennismaking.vragen_mag, True)


TAPS = {
    "kn": zonder(kennismaking.overzicht),
    "kn_vraag": met(kennismaking.toon),
    "kn_kies": met_paar(kennismaking.kies),
    "kn_weg": met(kennismaking.haal_weg),
    "kn_genoeg": genoeg,
    "kn_weer": weer,
    "kn_naam": zonder(kennismaking.typ_naam),
    "kn_stop": zonder(kennismaking.stop),
}
STAPPEN = {kennismaking.SOORT: met(kennismaking.typ)}
