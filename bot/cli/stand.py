"""`gehoord stand`: how the conditions stand."""

import argparse
import asyncio
import json
import sys
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot import verzegeling
from bot.cli.gemeen import lees, lees_wijken, open_, zoek_wijk
from bot.config import Settings
from bot.services import uitkomst
from bot.services.stand import bereken_stand, stand_bij, stand_van_ervoor, standen_per_versie

HELP = "Zeg hoe de afgesproken voorwaarden ervoor staan."


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--json", action="store_true", help="als JSON")
    deel.add_argument("--herbouw", action="store_true", help="tel eerst alles opnieuw uit het bewijs, en kijk het na")


def doe(keuze: argparse.Namespace) -> int:
    """Print how the conditions stand; of each wijk where there are more and none is named."""
    wijken = lees_wijken(keuze)
    for settings in wijken if keuze.herbouw else ():
        if not asyncio.run(_herbouw(settings)):
            sys.stderr.write("LET OP: wie meetelt, is volgens het bewijs iets anders dan volgens het logboek.\n")
    alle = {settings.sleutel: asyncio.run(lees(settings, _lees)) for settings in wijken}
    if keuze.json:
        zegt = alle if len(wijken) > 1 else alle[wijken[0].sleutel]
        sys.stdout.write(json.dumps(zegt, ensure_ascii=False, indent=2) + "\n")
        return 0
    for settings in wijken:
        naam = f"{settings.wijk.naam}. " if len(wijken) > 1 else ""
        _zeg(naam, alle[settings.sleutel], ZoneInfo(settings.wijk.tijdzone))
    return 0


def _zeg(naam: str, stand: dict[str, Any], zone: ZoneInfo) -> None:
    sys.stdout.write(f"{naam}{_kop(stand['afgesloten_op'], zone)}\n")
    for d in stand["drempels"]:
        regel = f"{d['soort']}: {d['teller']} van {d['noemer']}, nodig {d['operator']} {d['drempel']}: {d['verdict']}"
        sys.stdout.write(f"{regel}" + (f", nog {d['nodig']}\n" if d["nodig"] else "\n"))


async def _herbouw(settings: Settings) -> bool:
    """Count anew from the evidence what is kept; say whether the log has the same who count."""
    now, zone = datetime.now(UTC), ZoneInfo(settings.wijk.tijdzone)
    async with open_(settings) as database:
        wijk = await zoek_wijk(database, settings)
        await verzegeling.werk_bij(database, wijk)
        await verzegeling.tel_bij(database, wijk, now, zone, altijd=True)
        return await verzegeling.kijk_na(database, wijk, now)


def _lees(tx: Connection, wijk: int) -> dict[str, Any]:
    """Return how they stand now, or stood at the closing and what would be otherwise since.

    Also what each version that was fixed gives now, and what came before the first.
    """
    uit, ervoor = uitkomst.van(tx, wijk), stand_van_ervoor(tx, wijk)
    stand = bereken_stand(tx, wijk) if uit is None else stand_bij(tx, wijk, uit)
    return stand.als_json() | {
        "afgesloten_op": uit and uit.op.isoformat(),
        "sinds": uit and uitkomst.alle_sinds(tx, wijk, uit),
        "versies": [een.als_json() for een in standen_per_versie(tx, wijk)],
        "ervoor": ervoor and ervoor.als_json(),
    }


def _kop(afgesloten_op: str | None, zone: ZoneInfo) -> str:
    if afgesloten_op is None:
        return "Tussenstand: het traject is nog niet afgesloten."
    return f"Uitkomst bij het afsluiten op {datetime.fromisoformat(afgesloten_op).astimezone(zone):%d-%m-%Y}."
