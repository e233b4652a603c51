"""Clearing away: each hour what has served its purpose, each night what was kept long enough, and its traces."""

import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from datetime import timedelta
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

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
from bot.tellers import MIS

log = logging.getLogger(__name__)

_DEEL = 2_000
"""So many messages in one transaction: writers wait for it."""

T = TypeVar("T")
Beurt = AbstractAsyncContextManager[object]
"""What must be held while something of a wijk is done, such as a lock."""
Stukje = tuple[str, int, Callable[[Connection], object]]
"""What is cleared away, the key under which it is written, and how."""
GEEN_BEURT: Beurt = nullcontext()


async def elk_uur(database: Database, wijk: int, clock: Clock, beurt: Beurt = GEEN_BEURT) -> None:
    """Clear away what has served its purpose: codes that were tried, invitations, files, drafts, old sign-in sheets.

    Args:
        beurt: taken for each piece apart, so that what is due in between does not wait for all of it.
    """
    now = clock.now()
    dag = now - timedelta(days=1)
    stukjes: list[Stukje] = [
        ("codes that were tried", ACCOUNTS, lambda tx: accounts.vergeet_codepogingen(tx, dag)),
        ("invitations", ACCOUNTS, lambda tx: roluitnodigingen.vergeet(tx, now - uitnodiging.BEWAAR)),
        ("codes of browsers", ACCOUNTS, lambda tx: toestellen.ruim_op(tx, now)),
        ("chats", wijk, lambda tx: chatwissingen.ruim_op(tx, wijk, now - chatwissingen.TERMIJN)),
        ("files", wijk, lambda tx: stukken.ruim_op(tx, now - BEWAAR)),
        ("reports", wijk, lambda tx: rapportbestanden.ruim_op(tx, now - BEWAAR)),
        ("drafts", wijk, lambda tx: vraagdraad.ruim_op(tx, now)),
        ("mail addresses", ACCOUNTS, lambda tx: mailadressen.ruim_op(tx, wijk, dag)),
        ("rounds", wijk, lambda tx: rondes.ruim_op(tx, wijk, now)),
        ("sign-in sheets", wijk, lambda tx: tekencodes.ruim_op(tx, wijk, now - deurlijst.TERUG)),
    ]
    for wat, sleutel, doe in stukjes:
        await _probeer(wijk, wat, beurt, partial(database.write, sleutel, doe))


async def elke_nacht(
    database: Database,
    wijk: int,
    clock: Clock,
    zone: ZoneInfo,
    termijnen: Bewaren,
    *,
    resten: bool = True,
    stil: bool = False,
    beurt: Beurt = GEEN_BEURT,
) -> None:
    """Delete what was kept long enough, after the closing of the process all that is personal; then their traces.

    Args:
        resten: whether the traces go too: of more wijken in one database once, behind the last.
        stil: see `bot.services.bewaren.na_afsluiting`.
        beurt: see `elk_uur`.
    """
    now, weg = clock.now(), dict[str, int]()
    voor, zaad = now - timedelta(days=termijnen.berichten), secrets.token_bytes(32)

    async def doe(wat: str, stap: Callable[[], Awaitable[dict[str, int]]]) -> dict[str, int]:
        gegaan = await _probeer(wijk, wat, beurt, stap) or {}
        for tabel, aantal in gegaan.items():
            weg[tabel] = weg.get(tabel, 0) + aantal
        return gegaan

    async def post(ids: Sequence[int]) -> dict[str, int]:
        return {"outbox": await database.write(wijk, opslag.ruim_post_op, wijk, ids)}

    async def webpost() -> dict[str, int]:
        return {"webbericht": await database.write(wijk, webberichten.ruim_op, voor, _DEEL)}

    await doe("what has a term", lambda: database.write(wijk, bewaren.ruim_op, wijk, now, termijnen))
    oud = await _probeer(wijk, "messages", beurt, lambda: database.read(bewaren.oude_post, wijk, now, termijnen)) or []
    for van in range(0, len(oud), _DEEL):
        await doe("messages", partial(post, oud[van : van + _DEEL]))
    while (await doe("chats in the browser", webpost)).get("webbericht"):
        pass
    los = secrets.token_bytes(32)
    await doe("who never joined", lambda: database.write(wijk, bewaren.vergeet_losse, now, termijnen, los))
    einde = partial(bewaren.na_afsluiting, stil=stil)
    await doe("all of a closed process", lambda: database.write(wijk, einde, wijk, now, zone, termijnen, zaad))
    if gegaan := sorted((tabel, aantal) for tabel, aantal in weg.items() if aantal):
        log.info("kept long enough, and deleted: %s", ", ".join(f"{tabel} {aantal}" for tabel, aantal in gegaan))
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
            MIS.labels("clearing").inc()
            log.exception("what was kept long enough in %s was not cleared away", een.naam)


async def _probeer(wijk: int, wat: str, beurt: Beurt, stap: Callable[[], Awaitable[T]]) -> T | None:
    """Do one piece in its turn; what goes wrong keeps no other piece waiting."""
    try:
        async with beurt:
            return await stap()
    except Exception:
        MIS.labels("clearing").inc()
        log.exception("in wijk %d this was not cleared away: %s", wijk, wat)
        return None
