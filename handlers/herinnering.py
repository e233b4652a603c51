"""The own reminders of a werkgroep: the list, making one, changing and stopping it."""

from bot.services import herinnering
from handlers.beurt import begint, met, met_bladzij, met_ja

COMMANDS = {"herinner": met_bladzij(herinnering.lijst)}
TAPS = {
    "herinner": met_bladzij(herinnering.lijst),
    "hrnieuw": begint(herinnering.FORMULIER),
    "hr": met(herinnering.toon),
    "hrw": met(herinnering.begin_wijzigen),
    "hrx": met_ja(herinnering.stop),
}
