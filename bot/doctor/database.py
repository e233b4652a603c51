"""The database: can it be reached, is it of this version, does it keep what it says it kept, and do the secrets fit."""

import shutil
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select, text

from bot import brieven, verzegeling
from bot.config import Opslag, Settings
from bot.doctor.klok import vergelijk
from bot.doctor.regel import Regel, fout, goed, let_op
from bot.doctor.wijken import in_database
from bot.errors import InvoerFout
from bot.storage import afsluitingen, huishoudens, open_database, wijken
from bot.storage import tables as t
from bot.storage.schema import is_current

_OUDSTE_POSTGRES = 130_000
"""`gen_random_uuid` is its own from here on."""


async def kijk(alle: Sequence[Settings], now: datetime) -> AsyncIterator[Regel]:
    """Open it as the bot does, and ask."""
    settings = alle[0]
    try:
        bij = is_current(settings.opslag.database)
    except InvoerFout as reden:
        yield fout("database", str(reden))
        return
    if not bij:
        yield fout("database", "is niet op de stand van deze versie; stop de bot en geef: gehoord migreer")
        return
    yield goed("database", "is er, en op de stand van deze versie")
    database = await open_database(settings.opslag.database)
    try:
        for regel in await database.read(_lees, alle, now):
            yield regel
    finally:
        await database.close()


def _lees(tx: Connection, alle: Sequence[Settings], now: datetime) -> list[Regel]:
    eigen = _sqlite if tx.dialect.name == "sqlite" else _postgres
    return [*eigen(tx, now), *_geheimen(tx, alle[0].opslag), *in_database(tx, alle), *_stille(tx)]


def _sqlite(tx: Connection, now: datetime) -> Iterator[Regel]:
    hoort = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    anders = [naam for naam, waarde in hoort.items() if tx.exec_driver_sql(f"PRAGMA {naam}").scalar() != waarde]
    if anders:
        yield fout(
            "opslaan", f"{', '.join(anders)} staat anders dan de bot vraagt; staat het bestand op een netwerkschijf?"
        )
    else:
        yield goed("opslaan", "wat bewaard is, overleeft een stroomstoring; wat gewist is, wordt overschreven")


def _postgres(tx: Connection, now: datetime) -> Iterator[Regel]:
    def stand(naam: str) -> str:
        return str(tx.exec_driver_sql(f"SHOW {naam}").scalar())

    uit = [naam for naam in ("synchronous_commit", "fsync", "full_page_writes") if stand(naam) == "off"]
    if uit:
        yield fout("opslaan", f"{', '.join(uit)} staat uit: een stroomstoring kost stemmen; zet het aan in PostgreSQL")
    else:
        yield goed("opslaan", "wat bewaard is, overleeft een stroomstoring")
    if stand("autovacuum") == "off":
        yield let_op("opruimen", "autovacuum staat uit: elke dag wordt alles trager; zet het aan in PostgreSQL")
    versie = int(stand("server_version_num"))
    if versie < _OUDSTE_POSTGRES:
        yield fout("PostgreSQL", f"versie {stand('server_version')} is te oud; neem 13 of nieuwer")
    if not (shutil.which("pg_dump") and shutil.which("pg_restore")):
        yield let_op("kopieën", f"pg_dump of pg_restore is er niet; installeer postgresql-client {versie // 10_000}")
    if not tx.execute(text("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")).scalar():
        yield let_op("kopieën", "gehoord herstel kan geen database maken; geef als beheerder: ALTER ROLE … CREATEDB")
    yield from vergelijk("klok van PostgreSQL", tx.execute(text("SELECT clock_timestamp()")).scalar_one(), now)


def _geheimen(tx: Connection, opslag: Opslag) -> Iterator[Regel]:
    """Hold the files with secrets against their marks in the database; none is made here."""
    logsleutel = tx.scalar(select(t.wijk.c.logsleutel).where(t.wijk.c.logsleutel.is_not(None)).limit(1))
    for naam, bestand, merk, lees in (
        ("peper", Path(opslag.peper_bestand), huishoudens.peper_merk(tx), brieven.peper),
        ("bewijssleutel", Path(opslag.sleutel_bestand), logsleutel, verzegeling.lees_sleutel),
    ):
        if merk is None and not bestand.exists():
            yield goed(naam, "is er nog niet, en is nog niet nodig")
            continue
        try:
            lees(bestand, merk)
        except InvoerFout as reden:
            yield fout(naam, str(reden))
        else:
            yield goed(naam, f"{bestand} hoort bij deze database; bewaar er ergens anders een kopie van")


def _stille(tx: Connection) -> Iterator[Regel]:
    """Say what becomes of what is kept in a wijk that had no settings when the bot was started last."""
    for een in wijken.stille(tx):
        stand, geen = afsluitingen.opruiming(tx, een.id), f"{een.naam} heeft geen bestand (sinds {een.sinds:%d-%m-%Y})"
        terug = "zet het bestand terug"
        if stand is None:
            blijft = "en is niet afgesloten: wat van haar bewoners is, blijft zo zonder einde staan"
            yield fout("wijk", f"{geen}, {blijft}; {terug}, en sluit haar af met /afsluiten")
        elif stand.gedaan is None:
            dag = f"{stand.gepland:%d-%m-%Y}" if stand.gepland else "een dag die vannacht gekozen wordt"
            yield let_op("wijk", f"{geen}: op {dag} gaat daar alles weg wat over mensen gaat; wilt u dat niet, {terug}")
