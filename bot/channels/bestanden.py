"""Files that people sent, of whichever network: what came in by one is shown to who is on another."""

from telegram import Bot

from bot.channels.ophalen import haal_bestand
from bot.storage import Database, webbestanden

BESTAND_MAX = 20_000_000
"""Bytes that Telegram gives a bot (Bot API, getFile); in the browser the same, so that handlers know one limit."""


class Bestanden:
    """Fetches a file by the id under which its network has it.

    Args:
        telegram: None where the bot is not on Telegram.
    """

    def __init__(self, database: Database, telegram: Bot | None = None) -> None:
        self._database = database
        self.telegram = telegram

    async def haal(self, file_id: str, hoogstens: int) -> bytes | None:
        """Return the bytes of a file; see `haal_bestand`."""
        if van_ons(file_id):
            inhoud = await self._database.read(webbestanden.lees, file_id) or b""
            return inhoud if len(inhoud) <= hoogstens else None
        return b"" if self.telegram is None else await haal_bestand(self.telegram, file_id, hoogstens)


def van_ons(file_id: str) -> bool:
    """Say whether a file was sent in the browser: then it is in our own database."""
    return file_id.startswith(webbestanden.MERK)
