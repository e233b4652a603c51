"""Messages to the neighbourhood: writing one, seeing how it stands, calling it off before or while it goes."""

from bot.services import opstellen, uitzending
from handlers.beurt import begint, met, met_ja, met_paar

COMMANDS = {"bericht": begint(opstellen.FORMULIER)}
TAPS = {
    "bericht": begint(opstellen.FORMULIER),
    "uzstraat": met_paar(opstellen.voor_straat),
    "uz": met(uitzending.toon),
    "uzaf": met_ja(uitzending.zeg_af),
}
