"""The participation counts as files, asked for by an organisator."""

from zoneinfo import ZoneInfo

from bot.rules.spelregels import Spelregels
from bot.services.export import toon_export
from handlers.beurt import Beurt, Luisteraar


async def export(beurt: Beurt, _rest: str) -> None:
    """Answer with the files."""
    await beurt.doe(toon_export, Spelregels.uit(beurt.settings.spelregels), ZoneInfo(beurt.settings.wijk.tijdzone))


COMMANDS: dict[str, Luisteraar] = {"export": export}
TAPS: dict[str, Luisteraar] = {"export": export}
