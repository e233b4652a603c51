"""The second factor of the team: who set it up, and letting somebody who lost it do so anew."""

from bot.services import tweedefactor
from handlers.beurt import met, zonder

COMMANDS = {"inlogcode": zonder(tweedefactor.lijst)}
TAPS = {"inlogcode": zonder(tweedefactor.lijst), "tfo": met(tweedefactor.opnieuw)}
