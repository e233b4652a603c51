"""The machine: room on the disk, who may read the secrets, and the fonts."""

import os
import shutil
import tomllib
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from berichten import talen
from bot.channels import wislijst
from bot.config import Opslag, Settings
from bot.doctor.regel import Regel, fout, goed, let_op
from bot.exports.letters import LettersOntbreken, letters
from bot.storage import kopie
from bot.storage.kopie.sqlite import bestand_van

_WEINIG, _TE_WEINIG = 2 * 2**30, 200 * 2**20
_GEHEIM = ("telegram", "token"), ("telegram", "webhook_geheim"), ("post", "wachtwoord")
_LEESBAAR, _SCHRIJFBAAR = 0o077, 0o022


async def kijk(alle: Sequence[Settings], now: datetime) -> AsyncIterator[Regel]:
    """Look at the files."""
    for regel in (*_ruimte(alle[0].opslag), *_rechten(alle[0].opslag), *_letters()):
        yield regel


def over_instellingen(bron: Path) -> Iterator[Regel]:
    """Look who may read the settings, when there are secrets in them."""
    ruw = tomllib.loads(bron.read_text("utf-8"))
    url = make_url(ruw.get("opslag", {}).get("database", "sqlite://"))
    geheim = url.password, *(ruw.get(sectie, {}).get(naam) for sectie, naam in _GEHEIM)
    if any(geheim) and bron.stat().st_mode & _LEESBAAR:
        eigen = bron.stat().st_uid == os.geteuid()  # of another it would be closed to the bot itself
        mend = f"geef: chmod 600 {bron}" if eigen else "zet ze in de omgeving, zoals GEHOORD_TELEGRAM_TOKEN"
        yield fout("instellingen", f"{bron}: hier staan geheimen in, en anderen mogen het lezen; {mend}")
    else:
        yield goed("instellingen", f"{bron} is te lezen")


def _ruimte(opslag: Opslag) -> Iterator[Regel]:
    for map_ in sorted({pad.parent.resolve() for pad in _bestanden(opslag)}):
        if not map_.is_dir():
            yield fout("schijf", f"{map_}: deze map is er niet; maak haar, of wijs onder [opslag] een andere aan")
            continue
        vrij = shutil.disk_usage(map_).free
        tekst = f"{map_}: {vrij / 2**30:.1f} GB vrij"
        if vrij < _TE_WEINIG:
            yield fout("schijf", f"{tekst}; maak ruimte, anders kan de bot niets bewaren")
        elif vrij < _WEINIG:
            yield let_op("schijf", f"{tekst}; dat is weinig voor een kopie en voor wat groeit")
        else:
            yield goed("schijf", tekst)


def _rechten(opslag: Opslag) -> Iterator[Regel]:
    bestaand = [pad for pad in _bestanden(opslag) if pad.exists()]
    open_ = [pad for pad in bestaand if pad.stat().st_mode & _LEESBAAR]
    for pad in open_:
        yield fout("rechten", f"{pad}: anderen op deze machine mogen dit lezen; geef: chmod 600 {pad}")
    van_ander = [pad for pad in bestaand if not os.access(pad, os.R_OK | os.W_OK)]
    for pad in van_ander:
        yield fout("rechten", f"{pad}: u mag hier niet lezen en schrijven; geef dit als wie de bot draait, of chown")
    for map_ in sorted({pad.parent.resolve() for pad in bestaand}):
        if map_.stat().st_mode & _SCHRIJFBAAR and not map_.stat().st_mode & 0o1000:
            yield fout("rechten", f"{map_}: anderen mogen hier bestanden vervangen; geef: chmod 700 {map_}")
    dicht = [
        m for m in {pad.parent.resolve() for pad in _bestanden(opslag)} if m.is_dir() and not os.access(m, os.W_OK)
    ]
    for map_ in sorted(dicht):
        yield fout("rechten", f"{map_}: u mag hier niets maken; geef dit als wie de bot draait, of chown")
    if bestaand and not (open_ or van_ander or dicht):
        yield goed("rechten", f"{len(bestaand)} bestanden met gegevens en geheimen zijn alleen voor de eigenaar")


def _bestanden(opslag: Opslag) -> list[Path]:
    """Return the files with data and secrets, whether they are there or not."""
    namen: list[str | Path] = [
        opslag.peper_bestand,
        opslag.sleutel_bestand,
        opslag.pushsleutel_bestand,
        opslag.tijdvak_bestand,
    ]
    van = kopie.van(opslag.database)
    if van.soort == "sqlite":
        bestand = bestand_van(opslag.database)
        namen += [bestand, f"{bestand}-wal", f"{bestand}-shm"]
    return [*(Path(naam) for naam in namen), wislijst.naast(opslag.tijdvak_bestand)]


def _letters() -> Iterator[Regel]:
    mist = 0
    for taal in talen():
        try:
            letters(taal)
        except LettersOntbreken as reden:
            mist += 1
            yield let_op("letters", f"{reden}; zonder lukken brieven, biljetten en plaatjes in die taal niet")
    if not mist:
        yield goed("letters", f"er zijn letters voor alle {len(talen())} talen")
