"""`gehoord brieven`: codes to a file for the mail merge and to the database, so that a crash leaves both or neither.

A file has its final name only after its codes are committed. Until then it has a name of its own, and the next run
finishes it (its codes are in the database) or removes it (they are not): one commit holds all codes of a file.
The PDF is set from the finished file, so that a crash before it costs nothing.
"""

import csv
import fcntl
import io
import os
import re
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from bot import geheimbestand, schijf
from bot.errors import InvoerFout
from bot.exports.als_csv import veilig
from bot.rules import huishoudcode
from bot.rules.adressen import Adres
from bot.services import afdruk, brieven
from bot.services.handeling import publiek_id
from bot.storage import ACCOUNTS, Database, huishoudens

_PEPER = geheimbestand.Soort(
    naam="peper",
    de="de peper",
    van="de brieven",
    zonder="werkt geen enkele brief",
    nog_niet="er is nog geen peper; maak eerst de brieven met: gehoord brieven",
)


@dataclass(frozen=True)
class Resultaat:
    """What a run did.

    Args:
        nieuw: addresses that got a code now.
        bekend: addresses that had theirs already.
        bestand: the new letters; None when there were no new addresses.
        afgemaakt: letters of an earlier run that broke off after its codes were kept.
        pdfs: the PDFs that were made now.
        dubbelzijdig: whether one of them is to be printed on both sides.
        gewijzigd: addresses that had a code and of which the list says something new.
    """

    nieuw: int
    bekend: int
    bestand: Path | None
    afgemaakt: Path | None
    pdfs: tuple[Path, ...] = ()
    dubbelzijdig: bool = False
    gewijzigd: int = 0


def peper(bestand: Path, merk: bytes | None, *, maken: bool = False) -> bytes:
    """Return the pepper: the 32 secret bytes beside the database without which its codes say nothing.

    Args:
        bestand: 64 hexadecimal characters; only the owner may read it.
        merk: the mark in the database (`huishoudens.peper_merk`), None while there are no codes.
        maken: make the file when it is not there and no code depends on it.

    Raises:
        InvoerFout: the pepper is lost, unreadable or another one.
    """
    klopt = None if merk is None else lambda geheim: huishoudcode.merk_van(geheim) == merk
    return geheimbestand.lees(bestand, _PEPER, klopt, maken=maken)


async def schrijf_brieven(
    database: Database,
    *,
    wijk: int,
    adressen: Sequence[Adres],
    map_: Path,
    peper: bytes,
    botlink: str,
    now: datetime,
    drukwerk: afdruk.Drukwerk | None = None,
) -> Resultaat:
    """Give every new address a code, in `brieven-1.csv`, `brieven-2.csv`, … and as HMAC in the database.

    Of addresses that have a code, what the list says now is taken over; what it leaves empty stays.

    Args:
        database: where the households are kept.
        wijk: whose households.
        adressen: the whole list or an addition; addresses that have a code keep it.
        map_: folder for the letters; made when its parent is there.
        peper: secret under which codes are kept.
        botlink: address that opens the bot, such as `https://t.me/GehoordBot`.
        now: the moment that the codes are dated.
        drukwerk: also set the letters as PDF.

    Raises:
        InvoerFout: the folder or the settings do not allow it; nothing was written.
    """
    merk = huishoudcode.merk_van(peper)

    def leg_vast(tx: Connection, codes: Mapping[Adres, bytes]) -> None:
        rijen = [huishoudens.NieuwHuishouden(adres, ids[adres], hmac) for adres, hmac in codes.items()]
        brieven.leg_vast(tx, wijk, rijen, merk, now)

    ids = {adres: publiek_id(secrets.token_bytes(16)) for adres in adressen}
    uitgifte = _Uitgifte(lambda tx, _: brieven.nieuwe_adressen(tx, wijk, adressen, merk), leg_vast, len(adressen))
    gewijzigd = await database.read(brieven.gewijzigd, wijk, adressen)
    gedaan = await _geef_uit(database, uitgifte, wijk, map_, peper, botlink, drukwerk)
    if gewijzigd:
        await database.write(ACCOUNTS, brieven.werk_bij, wijk, adressen)
    return replace(gedaan, gewijzigd=gewijzigd)


async def herdruk(
    database: Database,
    *,
    wijk: int,
    sleutels: Sequence[str],
    map_: Path,
    peper: bytes,
    botlink: str,
    now: datetime,
    drukwerk: afdruk.Drukwerk | None = None,
    verhuisd: bool = False,
) -> Resultaat:
    """Give households a new code, as `schrijf_brieven` does; the old one is revoked in the same transaction.

    Args:
        database: where the households are kept.
        wijk: whose households.
        sleutels: address keys (`bot.rules.adressen.lees_sleutel`).
        map_: folder for the letters; made when its parent is there.
        peper: secret under which codes are kept.
        botlink: address that opens the bot.
        now: the moment that the new codes are dated and the old ones revoked.
        drukwerk: also set the letters as PDF.
        verhuisd: the households moved: the seats of who lived there end too.

    Raises:
        InvoerFout: an address is not known, or the folder or the settings do not allow it; nothing was written.
    """
    merk, uniek = huishoudcode.merk_van(peper), list(dict.fromkeys(sleutels))

    def leg_vast(tx: Connection, codes: Mapping[Adres, bytes]) -> None:
        nieuwe = [huishoudens.NieuweCode(adres.sleutel, hmac) for adres, hmac in codes.items()]
        (brieven.verhuis if verhuisd else brieven.vervang)(tx, wijk, nieuwe, merk, now)

    def kies(tx: Connection, net: Mapping[str, bytes]) -> list[Adres]:
        return brieven.te_herdrukken(tx, wijk, uniek, net, merk, verhuisd=verhuisd)

    uitgifte = _Uitgifte(kies, leg_vast, len(uniek))
    return await _geef_uit(database, uitgifte, wijk, map_, peper, botlink, drukwerk)


@dataclass(frozen=True)
class _Uitgifte:
    """What tells new letters and reprints apart.

    Args:
        kies: which addresses get a code; given the HMACs that a broken run left, per address key.
        leg_vast: keep the new codes.
        gevraagd: for how many addresses letters were asked.
    """

    kies: Callable[[Connection, Mapping[str, bytes]], list[Adres]]
    leg_vast: Callable[[Connection, Mapping[Adres, bytes]], None]
    gevraagd: int


async def _geef_uit(
    database: Database,
    uitgifte: _Uitgifte,
    wijk: int,
    map_: Path,
    peper: bytes,
    botlink: str,
    drukwerk: afdruk.Drukwerk | None,
) -> Resultaat:
    if not botlink:
        raise InvoerFout("[telegram] botlink: vul het adres van de bot in, zoals https://t.me/GehoordBot")
    await database.read(uitgifte.kies, {})  # a mistake is told before a folder is made
    onaf = map_ / f".onaf-{await database.read(huishoudens.wijk_publiek_id, wijk)}.csv"
    merk = huishoudcode.merk_van(peper)
    with _alleen_in(map_):
        afgemaakt = None
        net: dict[str, bytes] = {}
        if onaf.exists():
            net = {sleutel: huishoudcode.hmac_van(code, peper) for sleutel, code in _codes_in(onaf).items()}
            # Behind the lock of every write: a commit of the broken run that is still under way comes first.
            bewaard = await database.write(ACCOUNTS, brieven.tel_vastgelegd, list(net.values()), merk)
            if bewaard:
                afgemaakt = _maak_af(onaf)
            else:
                onaf.unlink()
        nieuw = await database.read(uitgifte.kies, net)
        bestand = None
        if nieuw:
            if drukwerk:
                afdruk.proefdruk(drukwerk, nieuw, botlink)
            codes = [huishoudcode.maak(secrets.token_bytes(7)) for _ in nieuw]
            schijf.schrijf(onaf, _csv(nieuw, codes, botlink))
            hmacs = {adres: huishoudcode.hmac_van(code, peper) for adres, code in zip(nieuw, codes, strict=True)}
            await database.write(ACCOUNTS, uitgifte.leg_vast, hmacs)
            bestand = _maak_af(onaf)
        pdfs, dubbelzijdig = afdruk.druk_af(map_, drukwerk) if drukwerk else ((), False)
    return Resultaat(len(nieuw), uitgifte.gevraagd - len(nieuw), bestand, afgemaakt, pdfs, dubbelzijdig)


def _csv(adressen: Sequence[Adres], codes: Sequence[str], botlink: str) -> bytes:
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit)
    schrijver.writerow(afdruk.KOLOMMEN)
    for adres, code in zip(adressen, codes, strict=True):
        cellen = (adres.straat, adres.huisnummer, adres.toevoeging, adres.postcode, adres.plaats or "")
        geheim = huishoudcode.schrijf(code), f"{botlink}?start={code}"
        schrijver.writerow([*map(veilig, cellen), *geheim, adres.taal or ""])
    return uit.getvalue().encode("utf-8-sig")


def _codes_in(bestand: Path) -> dict[str, str]:
    """Return the codes in a file that may break off anywhere, per address key."""
    codes = {}
    for rij in afdruk.rijen_in(bestand):
        if code := huishoudcode.lees(rij.get("code", "")):
            adres = Adres(rij["straat"], int(rij["huisnummer"]), rij["toevoeging"], rij["postcode"])
            codes[adres.sleutel] = code
    return codes


@contextmanager
def _alleen_in(map_: Path) -> Iterator[None]:
    """Make the folder when it is not there, and let no other run in.

    Raises:
        InvoerFout: another run is busy there, or the file system refuses something.
    """
    try:
        map_.mkdir(exist_ok=True)
        schijf.sync(map_.resolve().parent)
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


def _maak_af(onaf: Path) -> Path:
    """Give letters whose codes are kept the next free name."""
    # A PDF counts too: letters that were wiped after printing never lend their number to others.
    namen = (re.fullmatch(r"brieven-(\d+)(-.+)?\.(csv|pdf)", pad.name) for pad in onaf.parent.iterdir())
    nummers = [int(naam[1]) for naam in namen if naam]
    bestand = onaf.with_name(f"brieven-{max(nummers, default=0) + 1}.csv")
    onaf.rename(bestand)
    schijf.sync(bestand.parent)
    return bestand
