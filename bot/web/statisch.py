"""The public page as files, for a site of others: each page that one can reach from the first, and what it links to."""

import json
import os
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from berichten import talen
from bot.errors import InvoerFout
from bot.services import bewijslog
from bot.web import feeds, ijkpunten, sjabloon
from bot.web.publiek import Publiek

MERK = ".gehoord.json"
"""Lies beside the pages and names each file: by it we know a directory that we may replace."""
_SITE = "https://site/"


async def verzamel(van: Publiek) -> dict[str, bytes]:
    """Return every file by its path in the site; a page is the `index.html` of its directory."""
    nu = await van.database.read(bewijslog.op_pagina, van.wijk)
    bestanden = {f"ijkpunten/{naam}": tekst.encode() for naam, tekst in ijkpunten.bestanden(nu).items()}
    bestanden |= {"ijkpunten/index.html": ijkpunten.maak(nu).encode(), sjabloon.STIJLNAAM: sjabloon.STIJL}
    bestanden["index.html"] = sjabloon.voordeur(nu.wijk)
    te_doen = [f"{taal}/" for taal in talen()]
    gezien = set(te_doen)
    while te_doen:
        pad = te_doen.pop()
        inhoud = await _haal(van, *pad.split("/", 1))
        if inhoud is None:
            continue
        bestanden[f"{pad}index.html" if pad.endswith("/") else pad] = inhoud
        if pad.endswith("/"):
            nieuw = [naar for naar in _schakels(inhoud, pad) if naar.split("/")[0] in talen() and naar not in gezien]
            te_doen += dict.fromkeys(nieuw)
            gezien.update(nieuw)
    return bestanden


async def _haal(van: Publiek, taal: str, pad: str) -> bytes | None:
    if pad == feeds.KALENDER:
        return await van.kalender(taal)
    if pad == feeds.NIEUWS:
        return await van.nieuws(taal)
    if pad.endswith(".ics"):
        return await van.bijeenkomst(taal, pad.removeprefix("agenda/").removesuffix(".ics"))
    if pad.endswith(".pdf"):
        return await van.pdf(*pad.removesuffix(".pdf").split("/", 1))
    deel, _, id_ = pad.rstrip("/").partition("/")
    return await van.pagina(taal, deel, id_ or None)


def _schakels(inhoud: bytes, pad: str) -> Iterator[str]:
    """Yield where a page leads to within the site."""
    lezer = _Lezer()
    lezer.feed(inhoud.decode())
    for schakel in lezer.gevonden:
        heel = urljoin(_SITE + pad, schakel)
        if heel.startswith(_SITE):
            yield urlsplit(heel).path.lstrip("/")


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.gevonden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.gevonden += [waarde for naam, waarde in attrs if naam == "href" and waarde]


def schrijf(bestanden: dict[str, bytes], doel: Path) -> None:
    """Write a site in place of what stands there; a reader finds the old one or the new one, never half of each.

    Raises:
        InvoerFout: there are files of others, or it cannot be written.
    """
    try:
        doel = doel.resolve()  # of a link what it leads to is replaced, and the link stays
        _eis_van_ons(doel)
        nieuw, oud = (doel.with_name(f".{doel.name}.{wat}.{os.getpid()}") for wat in ("nieuw", "oud"))
        doel.parent.mkdir(parents=True, exist_ok=True)
        try:
            for naam, inhoud in bestanden.items():
                (nieuw / naam).parent.mkdir(parents=True, exist_ok=True)
                (nieuw / naam).write_bytes(inhoud)
            (nieuw / MERK).write_text(json.dumps(sorted(bestanden)), "utf-8")
            if doel.exists():
                doel.rename(oud)
            nieuw.rename(doel)
        finally:
            if oud.exists() and not doel.exists():
                oud.rename(doel)
            shutil.rmtree(nieuw, ignore_errors=True)
            shutil.rmtree(oud, ignore_errors=True)
    except OSError as fout:
        raise InvoerFout(f"--uit {doel}: kan hier niet schrijven ({fout.strerror}); kies een andere map") from None


def _eis_van_ons(doel: Path) -> None:
    if not doel.name:
        raise InvoerFout(f"--uit {doel}: dit is de hele schijf; kies een lege map")
    if not doel.exists() or not any(doel.iterdir()):
        return
    van_ons = _eerder_geschreven(doel / MERK)
    er_zijn = sorted(str(pad.relative_to(doel)) for pad in doel.rglob("*") if pad.is_symlink() or not pad.is_dir())
    if vreemd := [naam for naam in er_zijn if naam not in van_ons]:
        raise InvoerFout(f"--uit {doel}: hier staat al iets anders ({vreemd[0]}); kies een lege map")


def _eerder_geschreven(merk: Path) -> set[str]:
    """Return which files we wrote last time; none where what says so is not ours."""
    if merk.is_symlink() or not merk.is_file():
        return set()
    try:
        namen = json.loads(merk.read_text("utf-8"))
    except ValueError:
        return set()
    return {MERK, *map(str, namen)} if isinstance(namen, list) else set()
