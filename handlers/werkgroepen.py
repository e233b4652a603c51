"""Werkgroepen: looking at them, joining and leaving, and what who leads one does from its screen."""

from bot.services import werkgroep, werkgroepbeheer
from handlers.beurt import Beurt, met, met_paar, paar, zonder


async def kies(beurt: Beurt, invoer: str) -> None:
    """Join or leave: `in:id` or `uit:id`."""
    keuze, publiek_id = paar(invoer)
    await beurt.doe(werkgroep.kies, publiek_id, keuze)


COMMANDS = {"werkgroepen": zonder(werkgroep.lijst)}
TAPS = {
    "werkgroepen": zonder(werkgroep.lijst),
    "wgt": met(werkgroep.toon),
    "wg": kies,
    "wgtekst": met(werkgroepbeheer.begin_tekst),
    "wgnaam": met(werkgroepbeheer.begin_naam),
    "wgnaamx": met(werkgroepbeheer.zonder_naam),
    "wgmaak": met_paar(werkgroepbeheer.begin_werk),
}
