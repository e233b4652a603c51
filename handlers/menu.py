"""The menu, help, and what happens when the bot does not understand: never silence."""

from bot.services import bewoner
from handlers.beurt import Beurt, met, zonder


async def menu(beurt: Beurt, invoer: str) -> None:
    """Show the menu, or one group of it."""
    await beurt.doe(bewoner.menu, groep=invoer)


async def help_(beurt: Beurt, invoer: str) -> None:
    """Say what the bot can do."""
    await beurt.doe(bewoner.menu, "help")


async def onbegrepen(beurt: Beurt, invoer: str) -> None:
    """Lead text that nobody waits for to the menu."""
    await beurt.doe(bewoner.menu, "onbegrepen")


COMMANDS = {"menu": menu, "help": help_, "wieben": zonder(bewoner.wie_ben_ik)}
TAPS = {"menu": menu, "help": help_, "uitleg": met(bewoner.leg_uit)}
GROEP_TAPS = {"uitleg": met(bewoner.leg_uit)}
