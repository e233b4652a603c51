"""The participation counts as files, asked for by an organisator."""

from bot.services.export import vraag_export
from handlers.beurt import Beurt, Luisteraar


async def export(beurt: Beurt, _rest: str) -> None:
    """Answer that the files come."""
    await beurt.doe(vraag_export)


COMMANDS: dict[str, Luisteraar] = {"export": export}
TAPS: dict[str, Luisteraar] = {"export": export}
