"""Works in the street, and what a resident plans with their own home."""

from bot.services import koppelkans, natuurlijkmoment
from handlers.beurt import begint, met, met_bladzij, met_ja, met_paar, zonder

COMMANDS = {"koppelkansen": met_bladzij(koppelkans.lijst)}
TAPS = {
    "koppelkansen": met_bladzij(koppelkans.lijst),
    "kk": met(koppelkans.toon),
    "kkmaak": begint(koppelkans.FORMULIER),
    "kkx": met_ja(koppelkans.trek_in),
    "momenten": zonder(natuurlijkmoment.toon),
    "mo": met(natuurlijkmoment.vraag),
    "mon": met_paar(natuurlijkmoment.noteer),
    "mox": met(natuurlijkmoment.haal_weg),
}
