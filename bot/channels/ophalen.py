"""Fetching a file that someone sent, from the chat network."""

from telegram import Bot
from telegram.error import BadRequest


async def haal_bestand(bot: Bot, file_id: str, hoogstens: int) -> bytes | None:
    """Return the bytes of a file; None when it is larger than so many, empty when the network has it no more.

    Above 20 MB a bot gets nothing at all (Bot API, getFile).

    Raises:
        TelegramError: the network cannot be reached, or is busy: it can be tried again.
    """
    try:
        bestand = await bot.get_file(file_id)
    except BadRequest as fout:
        return None if "too big" in fout.message else b""
    if (bestand.file_size or 0) > hoogstens:
        return None
    inhoud = bytes(await bestand.download_as_bytearray())
    return inhoud if len(inhoud) <= hoogstens else None
