"""A backup: a folder with one copy of the database, what is known of it, and the list of who was erased until then.

Not in it, on purpose: the secrets beside the database (who finds a backup could guess codes or sign with them; they
never change, so one copy elsewhere will do) and the file of the epoch (a copy of it would say nothing).
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pyrage

from bot import schijf
from bot.channels import wislijst
from bot.config import Opslag
from bot.errors import InvoerFout
from bot.storage import kopie
from bot.storage.schema import is_current, migratie, zonder_wachtwoord

FEITEN = "kopie.json"
_NAAM = re.compile(r"gehoord-\d{8}T\d{6}Z")
_ONAF = ".onaf-"
_AGE = ".age"


@dataclass(frozen=True)
class Feiten:
    """What is known of a backup.

    Args:
        gemaakt: the moment, in UTC.
        versie: of the program.
        schema: the last migration.
        bestand: name of the copy of the database.
        sha256: of that file as it is.
        tellingen: rows of each table.
    """

    gemaakt: str
    versie: str
    schema: str
    soort: str
    bestand: str
    sha256: str
    tellingen: dict[str, int]


def maak(opslag: Opslag, map_: Path, now: datetime, *, bewaar: int = 0, voor: str | None = None) -> tuple[Path, Feiten]:
    """Make a backup in a folder, while the bot runs; return where it is. What breaks off leaves no backup.

    Args:
        now: names it.
        bewaar: so many backups stay in that folder, the newest; 0: all.
        voor: age key for which it is encrypted.

    Raises:
        InvoerFout: it cannot be made, or is not whole.
    """
    sleutel, van = _ontvanger(voor), kopie.van(opslag.database)
    is_current(opslag.database)  # an earlier version can be copied, one that is being moved to cannot
    schema = migratie(opslag.database)
    if not schema:
        raise InvoerFout(f"{zonder_wachtwoord(opslag.database)}: hier staat nog niets in; draai eerst: gehoord migreer")
    with _alleen_in(map_), _in_een_regel(map_):
        klaar = map_ / f"gehoord-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        if klaar.exists():
            raise InvoerFout(f"{klaar}: er is al een kopie van dit moment; wacht een seconde")
        onaf = map_ / f"{_ONAF}{klaar.name}"
        onaf.mkdir(mode=0o700)
        try:
            bestand = onaf / f"database{van.achtervoegsel}"
            bestand.touch(mode=0o600)
            tellingen = van.maak(bestand)
            if sleutel:
                bestand = _versleutel(bestand, sleutel)
            feiten = Feiten(
                gemaakt=now.astimezone(UTC).isoformat(timespec="seconds"),
                versie=version("gehoord"),
                schema=schema,
                soort=van.soort,
                bestand=bestand.name,
                sha256=_sha256(bestand),
                tellingen=tellingen,
            )
            gewist = "".join(f"{merk}\n" for merk in sorted(wislijst.lees(wislijst.naast(opslag.tijdvak_bestand))))
            schijf.schrijf(onaf / wislijst.NAAM, gewist.encode())
            schijf.schrijf(onaf / FEITEN, json.dumps(asdict(feiten), indent=1).encode())
            schijf.sync(bestand)
            onaf.rename(klaar)
            schijf.sync(map_)
        finally:
            shutil.rmtree(onaf, ignore_errors=True)
        if bewaar:
            for oud in _kopieen(map_)[:-bewaar]:
                shutil.rmtree(oud)
    return klaar, feiten


def lees(pad: Path) -> tuple[Path, Feiten | None]:
    """Return the file of a backup, and what is known of it: nothing when it is a bare copy that was made otherwise.

    Raises:
        InvoerFout: there is no backup, or it is not as it was made.
    """
    try:
        if pad.is_file() and pad.name != FEITEN:
            return pad, None
        map_ = pad.parent if pad.is_file() else pad
        feiten = Feiten(**json.loads((map_ / FEITEN).read_text("utf-8")))
        bestand = map_ / Path(feiten.bestand).name
        if not bestand.is_file() or _sha256(bestand) != feiten.sha256:
            raise InvoerFout(f"{bestand}: dit is niet meer wat er gekopieerd is; neem een andere kopie")
    except FileNotFoundError:
        meer = f"; bedoelt u {nieuwste[-1]}?" if pad.is_dir() and (nieuwste := _kopieen(pad)) else "; noem een kopie"
        raise InvoerFout(f"{pad}: dit is geen reservekopie{meer}") from None
    except OSError as fout:
        raise InvoerFout(
            f"{fout.filename or pad}: kan niet gelezen worden ({fout.strerror}); geef er recht op"
        ) from None
    except (ValueError, TypeError):
        raise InvoerFout(f"{map_ / FEITEN}: zo schrijft deze versie geen kopie; neem een andere") from None
    return bestand, feiten


def gewist_volgens(pad: Path) -> set[str]:
    """Return the marks in the lists of a backup and of those beside it: a later one knows of more who were erased."""
    map_ = pad if pad.is_dir() else pad.parent
    naast = _kopieen(map_.parent) if _NAAM.fullmatch(map_.name) else []
    return set().union(*(wislijst.lees(een / wislijst.NAAM) for een in {map_, *naast}))


@contextmanager
def ontsleuteld(bestand: Path, sleutel: Path | None, naar: Path) -> Iterator[Path]:
    """Give the copy as it can be read, for as long as the block lasts.

    Args:
        sleutel: file with the secret age key (`AGE-SECRET-KEY-1…`), for one that is encrypted.
        naar: folder for what is readable, of which nothing stays.

    Raises:
        InvoerFout: there is no key, or it is of another backup.
    """
    if bestand.suffix != _AGE:
        yield bestand
        return
    if sleutel is None:
        raise InvoerFout(f"{bestand}: deze kopie is versleuteld; geef met --sleutel het bestand met de geheime sleutel")
    open_ = naar / f"{_ONAF}{bestand.stem}"
    try:
        tekst = sleutel.read_text("ascii")
        geheim = next(regel for regel in tekst.splitlines() if regel.startswith("AGE-SECRET-KEY-1"))
        schijf.schrijf(open_, b"")
        pyrage.decrypt_file(str(bestand), str(open_), [pyrage.x25519.Identity.from_str(geheim)])
        yield open_
    except (OSError, ValueError, StopIteration, pyrage.IdentityError) as fout:
        raise InvoerFout(f"{sleutel}: hier staat geen geheime age-sleutel in ({type(fout).__name__})") from None
    except pyrage.DecryptError:
        raise InvoerFout(f"{sleutel}: deze sleutel past niet op {bestand}") from None
    finally:
        open_.unlink(missing_ok=True)


@contextmanager
def _alleen_in(map_: Path) -> Iterator[None]:
    """Let nobody else make a backup here meanwhile, and clear away what one left that was killed."""
    try:
        map_.mkdir(mode=0o700, exist_ok=True)
        nummer = os.open(map_, os.O_RDONLY)
    except OSError as fout:
        raise InvoerFout(f"{map_}: kan hier niet schrijven ({fout.strerror}); noem een map") from None
    try:
        try:
            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InvoerFout(f"{map_}: hier wordt al een kopie gemaakt; wacht tot die klaar is") from None
        for rest in map_.glob(f"{_ONAF}gehoord-*"):
            shutil.rmtree(rest)
        yield
    finally:
        os.close(nummer)


@contextmanager
def _in_een_regel(map_: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fout:
        raise InvoerFout(f"{map_}: kan hier niet schrijven ({fout.strerror}); geef ruimte of recht") from None


def _kopieen(map_: Path) -> list[Path]:
    """Return the backups in a folder, the oldest first."""
    return sorted(een for een in map_.iterdir() if _NAAM.fullmatch(een.name) and een.is_dir())


def _ontvanger(tekst: str | None) -> "pyrage.x25519.Recipient | None":
    try:
        return None if tekst is None else pyrage.x25519.Recipient.from_str(tekst.strip())
    except pyrage.RecipientError:
        raise InvoerFout(f"--voor '{(tekst or '')[:80]}': dit is geen age-sleutel; hij begint met age1") from None


def _versleutel(bestand: Path, voor: "pyrage.x25519.Recipient") -> Path:
    dicht = bestand.with_name(f"{bestand.name}{_AGE}")
    dicht.touch(mode=0o600)
    pyrage.encrypt_file(str(bestand), str(dicht), [voor])
    bestand.unlink()
    return dicht


def _sha256(bestand: Path) -> str:
    with bestand.open("rb") as stroom:
        return hashlib.file_digest(stroom, "sha256").hexdigest()


def samenvatting(tellingen: dict[str, int], wat: Iterable[str]) -> str:
    """Return some of the counts for people."""
    return ", ".join(f"{naam} {tellingen[naam]}" for naam in wat if naam in tellingen)
