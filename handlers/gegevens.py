"""My data, my consent, and my language."""

from bot.services import bewoner, toestemming
from handlers.beurt import Beurt, met, zonder


async def taal(beurt: Beurt, invoer: str) -> None:
    """Offer the languages, or take the one that was tapped."""
    if invoer:
        await beurt.doe_account(bewoner.zet_taal, invoer)
    else:
        await beurt.doe(bewoner.talen)


COMMANDS = {"gegevens": zonder(bewoner.mijn_gegevens), "mijngegevens": zonder(bewoner.mijn_gegevens), "taal": taal}
TAPS = {
    "gegevens": zonder(bewoner.mijn_gegevens),
    "gegbestand": zonder(bewoner.bestand),
    "taal": taal,
    "toe": zonder(toestemming.vraag),
    "toe_ja": met(toestemming.zeg_ja),
    "toe_weg": zonder(toestemming.begin_intrekken),
    "toe_in": zonder(toestemming.trek_in),
}
