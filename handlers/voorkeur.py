"""What I want to hear, and when; and nothing any more."""

from bot.services import bundel, voorkeur
from handlers.beurt import Beurt, met, met_paar, zonder

_STOPWOORDEN = {
    *("stop", "stoppen", "stopp", "stoppt", "aufhören", "dur", "durdur", "zatrzymaj", "przestań", "стоп", "зупинити"),
    *("توقف", "قف", "إيقاف"),
}
"""What people type in our languages; `/stop` is the same in all."""


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show what I hear about; under a message that must stay: `nieuw`."""
    await beurt.doe(voorkeur.toon, invoer == "nieuw")


def herken_stop(tekst: str) -> bool:
    """Say whether someone typed that it must stop."""
    return tekst.strip(" .!\n").casefold() in _STOPWOORDEN


COMMANDS = {"meldingen": toon, "stop": zonder(voorkeur.stop)}
TAPS = {
    "meldingen": toon,
    "vk": met_paar(voorkeur.schakel),
    "vk_hoe": met(voorkeur.kies_tempo),
    "stop": zonder(voorkeur.stop),
    "vk_weer": zonder(voorkeur.weer),
    "bundel": met_paar(bundel.open_),
}
TEKST = ((herken_stop, zonder(voorkeur.stop)),)
