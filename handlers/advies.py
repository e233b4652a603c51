"""What residents advise, with the answers; and whom the team goes to when something gets stuck."""

from bot.services import advies, adviesantwoord, escalatie
from handlers.beurt import begint, met, met_bladzij, zonder

COMMANDS = {"adviezen": met_bladzij(advies.lijst), "escalatie": zonder(escalatie.toon)}
TAPS = {
    "adviezen": met_bladzij(advies.lijst),
    "av": met(advies.toon),
    "avn": begint(advies.FORMULIER),
    "ava": met(adviesantwoord.begin),
    "avx": met(advies.begin_intrekken),
    "escalatie": zonder(escalatie.toon),
    "escn": zonder(escalatie.begin),
    "escx": met(escalatie.haal_weg),
}
