"""`gehoord demo`: the neighbourhood to play with, or the story that plays itself."""

import asyncio
import json
import logging
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from bot import app, bewijsexport, exporteren, logboek, rapporteren
from bot.config import Settings
from bot.demo.draaien import OEFENWIJK, PER_WEEK, Draaiend, draai_demo
from bot.demo.telefoon import GeenAntwoord
from bot.demo.verhaal import controleer, speel
from bot.demo.verteller import VerhaalFout, Wereld
from bot.errors import InvoerFout
from bot.services.export import schrijf_export
from bot.services.rapport import schrijf_rapport
from bot.services.stand import bereken_stand
from bot.storage.tables import inbox, outbox, stemkoppeling
from bot.voorbeeldbuurt import GROOT

__all__ = ["OEFENWIJK", "speel_zelf", "verhaal"]

BALK = 30


def speel_zelf(settings: Settings, map_: Path, poort: int) -> int:
    """Run the demo until it is stopped; its data stays in `map_`."""

    async def draai() -> None:
        async with draai_demo(map_, poort, agenda=True, basis=settings) as demo:
            welkom = (
                f"\n  Gehoord draait. Open {demo.adres} in uw browser.\n"
                "  U bent wie u wilt: kies bovenaan een bewoner met een brief, of Noor, de buurtbegeleider.\n"
                f"  De openbare pagina van de wijk, zoals iedereen haar ziet: {demo.adres}/nl/\n"
                f"  Bewoners krijgen hier hoogstens {PER_WEEK} berichten per week zonder erom te vragen; anders 2.\n"
                f"  Stoppen: Ctrl-C. De gegevens blijven in {map_}.\n\n"
            )
            await app.wacht_op_stop(demo.bot, lambda: print(welkom, flush=True))  # noqa: T201 (a command speaks)

    logboek.richt_in(niveau=logging.WARNING)
    asyncio.run(draai())
    return 0


def verhaal(settings: Settings, map_: Path | None, *, json_: bool) -> int:
    """Play the story and say how it came out: 0 only when all is as it must be.

    Args:
        settings: wijk and spelregels are taken from here.
        map_: keeps database, exports and the rest there, in a folder that has no story yet; None keeps nothing.
        json_: print only the final conditions.

    Raises:
        InvoerFout: the folder holds a story already.
    """
    if map_ is not None and (map_ / "gehoord.db").exists():
        raise InvoerFout(f"--map {map_}: hier staat al een verhaal; kies een lege map")
    logboek.richt_in(niveau=logging.WARNING)
    with nullcontext(map_) if map_ is not None else tempfile.TemporaryDirectory(prefix="gehoord") as waar:
        return asyncio.run(_verhaal(settings, Path(waar), json_=json_))


async def _verhaal(settings: Settings, map_: Path, *, json_: bool) -> int:
    begin = time.monotonic()

    def zeg(regel: str, deel: float) -> None:
        if not json_:
            vol = int(deel * BALK)
            sys.stdout.write(f"[{'█' * vol}{'·' * (BALK - vol)}] {regel}\n")
            sys.stdout.flush()

    async with draai_demo(map_, 0, agenda=False, basis=settings, buurt=GROOT) as demo:
        fout = None
        try:
            await speel(Wereld(demo.adres, demo.codes, streng=True, zeg=zeg, buurt=GROOT))
        except (VerhaalFout, GeenAntwoord) as gemist:
            fout = gemist
        stand = await _eindstand(demo, map_)
        resten = await demo.omgeving.database.read(_resten)
    try:
        controleer(stand, GROOT)
        if resten:
            raise VerhaalFout(f"er bleef iets liggen: {resten}")
    except VerhaalFout as gemist:
        fout = fout or gemist
    if json_:
        sys.stdout.write(json.dumps(stand, ensure_ascii=False, indent=2) + "\n")
    if fout is not None:
        sys.stderr.write(f"gehoord: het verhaal liep anders dan het moet: {fout}\n")
        return 1
    zeg(f"✅ Alles klopt. Het duurde {time.monotonic() - begin:.1f} seconden.", 1.0)
    return 0


async def _eindstand(demo: Draaiend, map_: Path) -> dict[str, Any]:
    """Leave what an organisator can have made: the counts, the report, and the log for who wants to check them."""
    omgeving, now = demo.omgeving, demo.omgeving.clock.now()
    database, wijk, zone = omgeving.database, omgeving.wijk, omgeving.zone
    schrijf_export(await exporteren.tel(database, wijk, now, zone), map_ / "export")
    sleutel = Path(omgeving.settings.opslag.sleutel_bestand)
    rapport = await rapporteren.maak(database, wijk, sleutel, now, zone)
    schrijf_rapport(rapport, omgeving.toon("nl"), map_ / "rapport.pdf")
    await bewijsexport.exporteer(database, wijk, map_, zone)
    return (await database.read(bereken_stand, wijk)).als_json()


def _resten(tx: Connection) -> str:
    """Return what must not be left when all is over: a ballot with a voter, an unsent message, an unfinished update."""
    over = {
        "stemkoppelingen": tx.scalar(select(func.count()).select_from(stemkoppeling)),
        "berichten": tx.scalar(
            select(func.count()).where(outbox.c.staat != "verzonden", outbox.c.reden.is_distinct_from("ingetrokken"))
        ),
        "updates": tx.scalar(select(func.count()).where(inbox.c.staat == "mislukt")),
    }
    return ", ".join(f"{aantal} {wat}" for wat, aantal in over.items() if aantal)
