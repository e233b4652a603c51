"""The move from begin to end: block by block, then all of it compared, and only then is the target the installation.

Killed at any moment it goes on where it was: rows come in the order of their key, a block at a time, so the last key
that stands in the target says how far it came.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

import psycopg
from sqlalchemy import URL, Connection, make_url
from sqlalchemy.exc import DBAPIError

from bot.errors import InvoerFout
from bot.storage import sqlalchemy_url
from bot.storage.schema import VERHUIST, hoofd, stand, zonder_wachtwoord
from bot.storage.tables import metadata
from bot.storage.verhuis import begin_en_einde as grens
from bot.storage.verhuis import kanten
from bot.storage.verhuis.rijen import blokken, laatste, lees, schrijf, tel
from bot.storage.verhuis.vergelijk import Boom, bomen, verschillen

Melder = Callable[[str, str, int, int], None]
"""Hears what goes on (`overzetten`, `vergelijken`), of which table, how many rows more, of how many in all."""


@dataclass(frozen=True)
class Uitkomst:
    """What was moved.

    Args:
        rijen: per table, as they stand on both sides.
        verschillen: in what the sides differ; with any the target is not the installation.
    """

    rijen: dict[str, int]
    bomen: list[Boom]
    verschillen: list[str]


def verhuis(van: str, naar: str, meld: Melder) -> Uitkomst:
    """Move all of a database to another one, and compare.

    Raises:
        InvoerFout: one line that names the side and the mend.
    """
    if _volledig(van, "--van") == _volledig(naar, "--naar"):
        raise InvoerFout("--naar: dat is dezelfde database als --van; wijs een lege aan")
    with ExitStack() as stapel:
        bron = stapel.enter_context(kanten.bron(van))
        try:
            _eis_versie(bron, van)
            aantallen = {tabel.name: tel(bron, tabel) for tabel in metadata.sorted_tables}
            grens.maak_klaar(naar)
            doel = stapel.enter_context(kanten.doel(naar))
            grens.begin(doel, naar, grens.merk(bron, aantallen))
            _zet_over(bron, doel, aantallen, meld)
            uitkomst = _vergelijk(bron, doel, aantallen, meld)
            if not uitkomst.verschillen:
                grens.einde(doel, naar, grens.nummers(bron))
        except (DBAPIError, psycopg.Error) as fout:
            reden = str(getattr(fout, "orig", None) or fout).strip().partition("\n")[0]
            mend = "zet een kopie terug" if "malformed" in reden else "geef dezelfde opdracht nog eens"
            raise InvoerFout(f"de verhuizing is afgebroken ({reden}); {mend}") from fout
    return uitkomst


def _volledig(url: str, welke: str) -> URL:
    try:
        return make_url(sqlalchemy_url(url))
    except InvoerFout as fout:
        raise InvoerFout(f"{welke}: {str(fout).partition(': ')[2]}") from None


def _eis_versie(tx: Connection, url: str) -> None:
    nu = stand(tx)
    if nu == VERHUIST:
        raise InvoerFout(f"--van {zonder_wachtwoord(url)}: naar deze database is nog een verhuizing bezig")
    if nu != hoofd():
        raise InvoerFout(f"--van {zonder_wachtwoord(url)}: deze database is niet bij; draai eerst: gehoord migreer")


def _zet_over(bron: Connection, doel: Connection, aantallen: dict[str, int], meld: Melder) -> None:
    totaal = sum(aantallen.values())
    for tabel in metadata.sorted_tables:
        with doel.begin():
            al, na = tel(doel, tabel), laatste(doel, tabel)
        meld("overzetten", tabel.name, al, totaal)
        for blok in blokken(lees(bron, tabel, na)):
            schrijf(doel, tabel, blok)
            meld("overzetten", tabel.name, len(blok), totaal)


def _vergelijk(bron: Connection, doel: Connection, aantallen: dict[str, int], meld: Melder) -> Uitkomst:
    anders: list[str] = []
    totaal = sum(aantallen.values())
    with doel.begin():
        for tabel in metadata.sorted_tables:
            if tel(doel, tabel) != aantallen[tabel.name]:
                anders.append(f"{tabel.name}: {tel(doel, tabel)} rijen in plaats van {aantallen[tabel.name]}")
            meld("vergelijken", tabel.name, 0, totaal)
            for plek, verschil in enumerate(verschillen(bron, doel, tabel), 1):
                if verschil and verschil not in anders:
                    anders.append(verschil)
                if plek % 1_000 == 0:
                    meld("vergelijken", tabel.name, 1_000, totaal)
            meld("vergelijken", tabel.name, aantallen[tabel.name] % 1_000, totaal)
        links, rechts = bomen(bron), bomen(doel)
    if links != rechts:
        anders.append("bewijs: de wortels van het logboek zijn niet gelijk")
    return Uitkomst(aantallen, links, anders)
