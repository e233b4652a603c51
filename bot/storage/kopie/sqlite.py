"""Copying SQLite by its backup API: one consistent copy while others write, without holding them up."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from bot import schijf
from bot.errors import InvoerFout
from bot.storage.kopie.stand import STANDEN

_GEDULD_SECONDEN = 10


def maak(url: str, naar: Path) -> dict[str, int]:
    """See `Kopie.maak`."""
    van = bestand_van(url)
    if not van.is_file():
        raise InvoerFout(f"{van}: er is geen database; kijk naar [opslag] database")
    try:
        with closing(_open(van)) as bron, closing(_open(naar)) as kopie:
            bron.execute("BEGIN")  # the copy and the counts are of one moment
            telling = _tel(bron)
            bron.backup(kopie)
            bron.execute("ROLLBACK")
            kopie.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
            _eis_heel(naar, kopie)
            if _tel(kopie) != telling:
                raise InvoerFout(f"{naar}: de kopie telt anders dan de database; is de schijf goed?")
    except sqlite3.Error as fout:
        raise InvoerFout(f"{van}: kan niet gekopieerd worden ({fout}); is er genoeg ruimte op de schijf?") from None
    return telling


def zet_klaar(url: str, kopie: Path) -> str:
    """See `Kopie.zet_klaar`."""
    gooi_weg(url)
    klaar = _klaar(url)
    try:
        os.close(os.open(klaar, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        shutil.copyfile(kopie, klaar)
        with closing(_open(klaar)) as raw:
            _eis_heel(kopie, raw)
    except sqlite3.Error as fout:
        raise InvoerFout(f"{kopie}: dit is geen hele kopie van SQLite ({fout}); neem een andere") from None
    except OSError as fout:
        raise InvoerFout(f"{klaar}: kan niet geschreven worden ({fout.strerror})") from None
    return f"sqlite:///{klaar}"


def gooi_weg(url: str) -> None:
    """See `Kopie.gooi_weg`."""
    for deel in ("", "-wal", "-shm", "-journal"):
        Path(f"{_klaar(url)}{deel}").unlink(missing_ok=True)


def verwissel(url: str, merk: str) -> str:
    """See `Kopie.verwissel`. At any moment there is a database at its place: the old one gets a second name first."""
    hier, klaar = bestand_van(url), _klaar(url)
    _sluit_af(klaar)
    oud = hier.with_name(f"{hier.name}.vervangen-{merk}")
    if hier.exists():
        try:
            _sluit_af(hier)
        except sqlite3.OperationalError as fout:
            if "locked" not in str(fout):
                raise InvoerFout(f"{hier}: kan niet vervangen worden ({fout}); geef ruimte of recht") from None
            raise InvoerFout(f"{hier}: iemand heeft de database open; stop de bot en andere opdrachten eerst") from None
        except sqlite3.DatabaseError:  # what is damaged is kept as it is, with its log
            for deel in ("-wal", "-shm"):
                if (log := Path(f"{hier}{deel}")).exists():
                    log.rename(f"{oud}{deel}")
        os.link(hier, oud)
    schijf.sync(klaar)
    klaar.replace(hier)
    schijf.sync(hier.parent)
    return str(oud) if oud.exists() else ""


def tel(url: str) -> dict[str, int]:
    """See `Kopie.tel`."""
    try:
        with closing(_open(_er_is(url))) as raw:
            return _tel(raw)
    except sqlite3.Error as fout:
        raise InvoerFout(f"{bestand_van(url)}: kan niet gelezen worden ({fout})") from None


def stand(url: str) -> tuple[int, ...] | None:
    """See `Kopie.stand`. One that is damaged has nothing that can be compared."""
    if not bestand_van(url).exists():
        return None
    try:
        with closing(_open(bestand_van(url))) as raw:
            if raw.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return None
            gevonden = tuple(int(raw.execute(vraag).fetchone()[0]) for vraag in STANDEN)
    except sqlite3.Error:
        return None
    return gevonden if any(gevonden) else None


def bestand_van(url: str) -> Path:
    """Return the file of a database."""
    return Path(make_url(url).database or "")


def _klaar(url: str) -> Path:
    return bestand_van(url).with_name(f"{bestand_van(url).name}.wordt-teruggezet")


def _er_is(url: str) -> Path:
    if not bestand_van(url).is_file():
        raise InvoerFout(f"{bestand_van(url)}: er is geen database")
    return bestand_van(url)


def _open(bestand: Path) -> sqlite3.Connection:
    return sqlite3.connect(bestand, timeout=_GEDULD_SECONDEN, isolation_level=None)


def _tel(raw: sqlite3.Connection) -> dict[str, int]:
    namen = raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return {
        naam: raw.execute(f'SELECT count(*) FROM "{naam}"').fetchone()[0]  # noqa: S608 (names of the schema itself)
        for (naam,) in namen.fetchall()
    }


def _eis_heel(bestand: Path, raw: sqlite3.Connection) -> None:
    gevonden = raw.execute("PRAGMA integrity_check(1)").fetchone()
    if gevonden != ("ok",) or raw.execute("PRAGMA foreign_key_check").fetchone():
        raise InvoerFout(f"{bestand}: de kopie is niet heel ({gevonden[0]}); maak of neem een andere")


def _sluit_af(bestand: Path) -> None:
    """Put all in the one file; that nobody has it open shows by it."""
    with closing(sqlite3.connect(bestand, timeout=1, isolation_level=None)) as raw:
        if raw.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
            raise sqlite3.OperationalError("database is locked")
        raw.execute("BEGIN EXCLUSIVE")  # of one that had no log beside it
        raw.execute("ROLLBACK")
