"""`gehoord brieven`: codes to a file for the mail merge and to the database, so that a crash leaves both or neither.

A file has its final name only after its codes are committed. Until then it has a name of its own, and the next run
finishes it (its codes are in the database) or removes it (they are not): one commit holds all codes of a file.
"""

import csv
import fcntl
import io
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.errors import InvoerFout
from bot.exports.als_csv import veilig
from bot.rules import huishoudcode
from bot.rules.adressen import Adres
from bot.services import brieven
from bot.services.handeling import publiek_id
from bot.storage import ACCOUNTS, Database, huishoudens

KOLOMMEN = ("straat", "huisnummer", "toevoeging", "postcode", "code", "link")


@dataclass(frozen=True)
class Resultaat:
    """What a run did.

    Args:
        nieuw: addresses that got a code now.
        bekend: addresses that had theirs already.
        bestand: the new letters; None when there were no new addresses.
        afgemaakt: letters of an earlier run that broke off after its codes were kept.
    """

    nieuw: int
    bekend: int
    bestand: Path | None
    afgemaakt: Path | None


def peper(bestand: Path, merk: bytes | None, *, maken: bool = False) -> bytes:
    """Return the pepper: the 32 secret bytes beside the database without which its codes say nothing.

    Args:
        bestand: 64 hexadecimal characters; only the owner may read it.
        merk: the mark in the database (`huishoudens.peper_merk`), None while there are no codes.
        maken: make the file when it is not there and no code depends on it.

    Raises:
        InvoerFout: the pepper is lost, unreadable or another one.
    """
    try:
        tekst = bestand.read_text("ascii").strip()
    except FileNotFoundError:
        if merk is not None:
            mend = "zet de reservekopie terug: zonder dit bestand werkt geen enkele brief"
            raise InvoerFout(f"{bestand}: de peper is weg; {mend}") from None
        if not maken:
            raise InvoerFout(f"{bestand}: er is nog geen peper; maak eerst de brieven met: gehoord brieven") from None
        return _maak_peper(bestand)
    except (OSError, UnicodeDecodeError) as fout:
        raise InvoerFout(f"{bestand}: kan de peper niet lezen ({fout})") from None
    if not re.fullmatch("[0-9a-f]{64}", tekst):
        raise InvoerFout(f"{bestand}: dit is geen peper van 64 tekens 0-9 en a-f; zet de reservekopie terug")
    gelezen = bytes.fromhex(tekst)
    if merk is not None and huishoudcode.merk_van(gelezen) != merk:
        raise InvoerFout(f"{bestand}: dit is een andere peper dan die van de brieven; zet de reservekopie terug")
    return gelezen


async def schrijf_brieven(
    database: Database, *, wijk: int, adressen: Sequence[Adres], map_: Path, peper: bytes, botlink: str, now: datetime
) -> Resultaat:
    """Give every new address a code, in `brieven-1.csv`, `brieven-2.csv`, … and as HMAC in the database.

    Args:
        database: where the households are kept.
        wijk: whose households.
        adressen: the whole list or an addition; addresses that have a code keep it.
        map_: folder for the letters; made when its parent is there.
        peper: secret under which codes are kept.
        botlink: address that opens the bot, such as `https://t.me/GehoordBot`.
        now: the moment that the codes are dated.

    Raises:
        InvoerFout: the folder or the settings do not allow it; nothing was written.
    """
    if not botlink:
        raise InvoerFout("[telegram] botlink: vul het adres van de bot in, zoals https://t.me/GehoordBot")
    merk = huishoudcode.merk_van(peper)
    onaf = map_ / f".onaf-{await database.read(huishoudens.wijk_publiek_id, wijk)}.csv"
    with _alleen_in(map_):
        afgemaakt = None
        if onaf.exists():
            hmacs = [huishoudcode.hmac_van(code, peper) for code in _codes_in(onaf)]
            # Behind the lock of every write: a commit of the broken run that is still under way comes first.
            bewaard = await database.write(ACCOUNTS, brieven.tel_vastgelegd, hmacs, merk)
            if bewaard:
                afgemaakt = _maak_af(onaf)
            else:
                onaf.unlink()
        nieuw = await database.read(brieven.nieuwe_adressen, wijk, adressen, merk)
        bestand = None
        if nieuw:
            codes = [huishoudcode.maak(secrets.token_bytes(7)) for _ in nieuw]
            _schrijf(onaf, _csv(nieuw, codes, botlink))
            rijen = [
                huishoudens.NieuwHuishouden(
                    adres, publiek_id(secrets.token_bytes(16)), huishoudcode.hmac_van(code, peper)
                )
                for adres, code in zip(nieuw, codes, strict=True)
            ]
            await database.write(ACCOUNTS, brieven.leg_vast, wijk, rijen, merk, now)
            bestand = _maak_af(onaf)
    return Resultaat(len(nieuw), len(adressen) - len(nieuw), bestand, afgemaakt)


def _csv(adressen: Sequence[Adres], codes: Sequence[str], botlink: str) -> bytes:
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit)
    schrijver.writerow(KOLOMMEN)
    for adres, code in zip(adressen, codes, strict=True):
        cellen = (adres.straat, adres.huisnummer, adres.toevoeging, adres.postcode)
        schrijver.writerow([*map(veilig, cellen), huishoudcode.schrijf(code), f"{botlink}?start={code}"])
    return uit.getvalue().encode("utf-8-sig")


def _codes_in(bestand: Path) -> list[str]:
    """Return the codes in a file that may break off anywhere."""
    rijen = csv.DictReader(io.StringIO(bestand.read_text("utf-8-sig", errors="replace"), newline=""))
    return [code for rij in rijen if (code := huishoudcode.lees(rij.get("code") or ""))]


@contextmanager
def _alleen_in(map_: Path) -> Iterator[None]:
    """Make the folder when it is not there, and let no other run in.

    Raises:
        InvoerFout: another run is busy there, or the file system refuses something.
    """
    try:
        map_.mkdir(exist_ok=True)
        _sync(map_.resolve().parent)
        nummer = os.open(map_, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        finally:
            os.close(nummer)
    except BlockingIOError:
        raise InvoerFout(f"{map_}: gehoord brieven is hier al bezig; wacht tot het klaar is") from None
    except OSError as fout:
        raise InvoerFout(
            f"{map_}: kan hier geen brieven schrijven ({fout.strerror}); herstel dat of kies een andere map"
        ) from None


def _schrijf(bestand: Path, inhoud: bytes) -> None:
    """Write a file that only its owner may read; when this returns, it survives a power cut."""
    nummer = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(nummer, "wb") as stroom:
        stroom.write(inhoud)
        stroom.flush()
        os.fsync(nummer)
    _sync(bestand.parent)


def _maak_af(onaf: Path) -> Path:
    """Give letters whose codes are kept the next free name."""
    nummers = [int(m[1]) for pad in onaf.parent.iterdir() if (m := re.fullmatch(r"brieven-(\d+)\.csv", pad.name))]
    bestand = onaf.with_name(f"brieven-{max(nummers, default=0) + 1}.csv")
    onaf.rename(bestand)
    _sync(bestand.parent)
    return bestand


def _maak_peper(bestand: Path) -> bytes:
    nieuw = secrets.token_bytes(32)
    onaf = bestand.with_name(f".{bestand.name}.onaf")
    try:
        with suppress(FileNotFoundError):
            onaf.unlink()
        _schrijf(onaf, nieuw.hex().encode() + b"\n")
        onaf.rename(bestand)
        _sync(bestand.parent)
    except OSError as fout:
        raise InvoerFout(f"{bestand}: kan de peper niet schrijven ({fout.strerror}); maak eerst de map") from None
    return nieuw


def _sync(map_: Path) -> None:
    nummer = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)
