"""`gehoord start`: the bot."""

import argparse
import asyncio
import logging
import os
import threading
from pathlib import Path

from bot import app, brieven, geheugen, logboek
from bot.cli.gemeen import alle_wijken, open_
from bot.config import Settings
from bot.samen import Procesrol
from bot.storage import huishoudens
from bot.web.grens import gun_verbindingen

HELP = "Laat de bot draaien."
_ROL = "wat dit proces doet, als er op PostgreSQL meer zijn: {} (standaard alles)"
ALLE_WIJKEN = True
_UITERLIJK_SECONDEN = 4.3
"""More than `Einde` gives all parts together, and less than a service manager waits."""


def velden(deel: argparse.ArgumentParser) -> None:
    """Take which part of the bot runs in this process."""
    keuzen = [rol.value for rol in Procesrol]
    deel.add_argument("--rol", nargs="+", choices=keuzen, default=keuzen, help=_ROL.format(", ".join(keuzen)))


def doe(keuze: argparse.Namespace) -> int:
    """Run the bot until it is told to stop."""
    wijken = alle_wijken(keuze)
    settings = wijken[0]

    async def draai() -> None:
        merk = await _peper_merk(settings)
        peper = brieven.peper(Path(settings.opslag.peper_bestand), merk, maken=True)
        async with app.draai(wijken, peper, rollen=[Procesrol(rol) for rol in keuze.rol]) as bot:
            geheugen.laat_rusten()
            log = logging.getLogger(__name__)
            await app.wacht_op_stop(
                bot, lambda: log.info("Gehoord draait voor %s", ", ".join(een.wijk.naam for een in wijken))
            )
            _eindig_uiterlijk()

    logboek.richt_in(settings.telegram.token, settings.telegram.webhook_geheim)
    gun_verbindingen()
    asyncio.run(draai())
    return 0


def _eindig_uiterlijk() -> None:
    """End as by a kill, which loses nothing, when not all has ended by then: a thread that draws, say."""

    def breek_af() -> None:
        logging.getLogger(__name__).warning("not all could be finished in %.1f s", _UITERLIJK_SECONDEN)
        os._exit(0)

    wacht = threading.Timer(_UITERLIJK_SECONDEN, breek_af)
    wacht.daemon = True
    wacht.start()


async def _peper_merk(settings: Settings) -> bytes | None:
    async with open_(settings) as database:
        return await database.read(huishoudens.peper_merk)
