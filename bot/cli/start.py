"""`gehoord start`: the bot."""

import argparse
import asyncio
import logging
from pathlib import Path

from bot import app, brieven, logboek
from bot.cli.gemeen import alle_wijken, open_
from bot.config import Settings
from bot.exports.letters import meld_wat_ontbreekt
from bot.storage import huishoudens
from bot.web.dienst import gun_verbindingen

HELP = "Laat de bot draaien."
ALLE_WIJKEN = True


def doe(keuze: argparse.Namespace) -> int:
    """Run the bot until it is told to stop."""
    wijken = alle_wijken(keuze)
    settings = wijken[0]

    async def draai() -> None:
        merk = await _peper_merk(settings)
        peper = brieven.peper(Path(settings.opslag.peper_bestand), merk, maken=True)
        async with app.draai(wijken, peper) as bot:
            log = logging.getLogger(__name__)
            await app.wacht_op_stop(
                bot, lambda: log.info("Gehoord draait voor %s", ", ".join(een.wijk.naam for een in wijken))
            )

    logboek.richt_in(settings.telegram.token, settings.telegram.webhook_geheim)
    meld_wat_ontbreekt()
    gun_verbindingen()
    asyncio.run(draai())
    return 0


async def _peper_merk(settings: Settings) -> bytes | None:
    async with open_(settings) as database:
        return await database.read(huishoudens.peper_merk)
