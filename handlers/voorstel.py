"""Co-confirming: what waits for a second person, and the tap of that person."""

from bot.services import voorstel
from handlers.beurt import met, zonder

COMMANDS = {"voorstellen": zonder(voorstel.lijst)}
TAPS = {
    "voorstellen": zonder(voorstel.lijst),
    "v": met(voorstel.toon),
    "vz": met(voorstel.lees),
    "vja": met(voorstel.akkoord),
    "vnee": met(voorstel.niet_akkoord),
    "vweg": met(voorstel.trek_in),
}
