"""The menu, help, and what happens when the bot does not understand: never silence."""

from bot.services import bewoner
from handlers.beurt import Beurt


async def menu(beurt: Beurt, invoer: str) -> None:
    """Show the menu, or one group of it."""
    await beurt.doe(bewoner.menu, groep=invoer)


async def help_(beurt: Beurt, invoer: str) -> None:
    """Say what the bot can do."""
    await beurt.doe(bewoner.menu, "help")


async def onbegrepen(beurt: Beurt, invoer: str) -> None:
    """Lead text that nobody waits for to the menu."""
    await beurt.doe(bewoner.menu, "onbegrepen")


async def uitleg(beurt: Beurt, invoer: str) -> None:
    """Explain what can be misunderstood."""
    await beurt.doe(bewoner.leg_uit, invoer)


async def wieben(beurt: Beurt, invoer: str) -> None:
    """Tell one's own id."""
    await beurt.doe(bewoner.wie_ben_ik)


COMMANDS = {"menu": menu, "help": help_, "wieben": wieben}
TAPS = {"menu": menu, "help": help_, "uitleg": uitleg}
GROEP_TAPS = {"uitleg": uitleg}
