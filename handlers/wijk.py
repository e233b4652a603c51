"""In which of their wijken somebody is, where one installation has more."""

from bot.services import wijkkeuze
from handlers.beurt import zonder, zonder_account

COMMANDS = {"wijk": zonder(wijkkeuze.toon)}
TAPS = {"wijk": zonder(wijkkeuze.toon), "wijkhier": zonder_account(wijkkeuze.hier)}
