"""What stands under the conditions: declaration, kaders and positions of partners."""

from bot.services import kader, onderbouwing, standpunt, stukken, verklaring
from handlers.beurt import begint, met, met_bladzij, zonder

COMMANDS = {"onderbouwing": zonder(onderbouwing.overzicht), "standpunten": met_bladzij(standpunt.lijst)}
TAPS = {
    "onderbouwing": zonder(onderbouwing.overzicht),
    "obv": zonder(verklaring.begin),
    "obvx": zonder(verklaring.begin_intrekken),
    "obk": zonder(kader.begin),
    "obs": begint(standpunt.FORMULIER),
    "standpunten": met_bladzij(standpunt.lijst),
    "sp": met(standpunt.toon),
    "spv": met(standpunt.begin_vervangen),
    "spx": met(standpunt.begin_intrekken),
    "stuk": met(stukken.stuur),
}
