"""Geledingen: who is in which, and inviting someone."""

from bot.services import geleding
from handlers.beurt import met_bladzij, zonder

COMMANDS = {"geleding": met_bladzij(geleding.toon)}
TAPS = {"geleding": met_bladzij(geleding.toon), "geledingnieuw": zonder(geleding.nodig_uit)}
