"""Clearing away: each hour what has served its purpose, each night what was kept long enough, and its traces."""

import logging
import secrets
from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.bewaartermijnen import Bewaren
from bot.clock import Clock
from bot.services import bewaren, deurlijst, uitnodiging, vraagdraad
from bot.services.stukken import BEWAAR
from bot.storage import (
    ACCOUNTS,
    Database,
    accounts,
    chatwissingen,
    mailadressen,
    rapportbestanden,
    roluitnodigingen,
    rondes,
    stukken,
    tekencodes,
    toestellen,
    webberichten,
    wijken,
)
from bot.storage import bewaren as opslag

log = logging.getLogger(__name__)

_DEEL = 2_000
"""So many messages in one transaction: writers wait for it."""


async def elk_uur(database: Database, wijk: int, clock: Clock) -> None:
    """Clear away what has served its purpose: codes that were tried, invitations, files, drafts, old sign-in sheets."""
    now = clock.now()
    await database.write(ACCOUNTS, accounts.vergeet_codepogingen, now - timedelta(days=1))
    await database.write(ACCOUNTS, roluitnodigingen.vergeet, now - uitnodiging.BEWAAR)
    await database.write(ACCOUNTS, toestellen.ruim_op, now)
    await database.write(wijk, chatwissingen.ruim_op, wijk, now - chatwissingen.TERMIJN)
    for bewaard in (stukken, rapportbestanden):
        await database.write(wijk, bewaard.ruim_op, now - BEWAAR)
    await database.write(wijk, vraagdraad.ruim_op, now)
    await database.write(ACCOUNTS, mailadressen.ruim_op, wijk, now - timedelta(days=1))
    await database.write(wijk, rondes.ruim_op, wijk, now)
    await database.write(wijk, tekencodes.ruim_op, wijk, now - deurlijst.TERUG)


async def elke_nacht(
    database: Database,
    wijk: int,
    clock: Clock,
    zone: ZoneInfo,
    termijnen: Bewaren,
    *,
    resten: bool = True,
    stil: bool = False,
) -> None:
    """Delete what was kept long enough, after the closing of the process all that is personal; then their traces.

    Args:
        resten: whether the traces go too: of more wijken in one database once, behind the last.
        stil: see `bot.services.bewaren.na_afsluiting`.
    """
    now = clock.now()
    weg = await database.write(wijk, bewaren.ruim_op, wijk, now, termijnen)
    oud = await database.read(bewaren.oude_post, wijk, now, termijnen)
    voor = now - timedelta(days=termijnen.berichten)
    for van in range(0, len(oud), _DEEL):
        _tel_op(weg, "outbox", await database.write(wijk, opslag.ruim_post_op, wijk, oud[van : van + _DEEL]))
    while aantal := await database.write(wijk, webberichten.ruim_op, voor, _DEEL):
        _tel_op(weg, "webbericht", aantal)
    zaad = secrets.token_bytes(32)
    weg |= await database.write(wijk, bewaren.vergeet_losse, now, termijnen, secrets.token_bytes(32))
    weg |= await database.write(wijk, partial(bewaren.na_afsluiting, stil=stil), wijk, now, zone, termijnen, zaad)
    if weg:
        log.info("kept long enough, and deleted: %s", ", ".join(f"{tabel} {n}" for tabel, n in sorted(weg.items())))
    if resten:
        await database.wis_resten()


async def stille_wijken(database: Database, clock: Clock, zone: ZoneInfo) -> None:
    """Do all of it in the wijken that have no settings (any more): what was promised to the people there, holds."""
    for een in await database.read(wijken.stille):
        try:
            await elk_uur(database, een.id, clock)
            termijnen = Bewaren.van(een.bewaren)
            await elke_nacht(database, een.id, clock, zone, termijnen, resten=False, stil=True)
        except Exception:
            log.exception("what was kept long enough in %s was not cleared away", een.naam)


def _tel_op(weg: dict[str, int], tabel: str, aantal: int) -> None:
    if aantal:
        weg[tabel] = weg.get(tabel, 0) + aantal
