"""What was recorded about me, and the file that proves it."""

from bot.services import mijnbijdrage
from handlers.beurt import met, met_bladzij

COMMANDS = {"mijnbijdrage": met_bladzij(mijnbijdrage.lijst)}
TAPS = {
    "mijnbijdrage": met_bladzij(mijnbijdrage.lijst),
    "mb": met(mijnbijdrage.toon),
    "mbp": met(mijnbijdrage.vraag_bewijs),
}
