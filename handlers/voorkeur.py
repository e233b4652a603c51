"""What I want to hear, and when; and nothing any more."""

from bot.services import bundel, voorkeur
from handlers.beurt import Beurt, paar

_STOPWOORDEN = {
    *("stop", "stoppen", "stopp", "stoppt", "aufhören", "dur", "durdur", "zatrzymaj", "przestań", "стоп", "зупинити"),
    *("توقف", "قف", "إيقاف"),
}
"""What people type in our languages; `/stop` is the same in all."""


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show what I hear about; under a message that must stay: `nieuw`."""
    await beurt.doe(voorkeur.toon, invoer == "nieuw")


async def schakel(beurt: Beurt, invoer: str) -> None:
    """Switch a subject: `onderwerp:aan` or `onderwerp:uit`."""
    await beurt.doe(voorkeur.schakel, *paar(invoer))


async def tempo(beurt: Beurt, invoer: str) -> None:
    """Hear it at once or once a week."""
    await beurt.doe(voorkeur.kies_tempo, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Send me nothing that I do not ask for."""
    await beurt.doe(voorkeur.stop)


async def weer(beurt: Beurt, invoer: str) -> None:
    """Send me news again."""
    await beurt.doe(voorkeur.weer)


async def open_(beurt: Beurt, invoer: str) -> None:
    """Open a line of what came together: `wat:id`."""
    await beurt.doe(bundel.open_, *paar(invoer))


def herken_stop(tekst: str) -> bool:
    """Say whether someone typed that it must stop."""
    return tekst.strip(" .!\n").casefold() in _STOPWOORDEN


COMMANDS = {"meldingen": toon, "stop": stop}
TAPS = {"meldingen": toon, "vk": schakel, "vk_hoe": tempo, "stop": stop, "vk_weer": weer, "bundel": open_}
TEKST = ((herken_stop, stop),)
