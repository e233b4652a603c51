"""The PDFs of finished letters, set from their CSV: one for the file or one per street. Their codes: bot.brieven."""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from berichten.catalogus import STANDAARD, talen
from bot import schijf
from bot.errors import InvoerFout
from bot.exports import als_brief
from bot.exports.als_csv import veilig
from bot.rules.adressen import Adres

KOLOMMEN = ("straat", "huisnummer", "toevoeging", "postcode", "plaats", "code", "link", "taal")
_LATER = {"plaats", "taal"}  # letters of an earlier version lack these columns


@dataclass(frozen=True)
class Drukwerk:
    """What the letters say beside address and code, and how they are split.

    Args:
        wijk: name of the wijk.
        contact_naam: whom to call; empty when nobody is named.
        contact_telefoon: and where.
        taal: language of the letters; a household may have a second one.
        per_straat: a PDF per street instead of one.
    """

    wijk: str
    contact_naam: str
    contact_telefoon: str
    taal: str = STANDAARD
    per_straat: bool = False

    def zet(self, rijen: Sequence[Mapping[str, str]]) -> bytes:
        """Return these letters as PDF."""
        return als_brief.maak({**asdict(self), "brieven": rijen})


def proefdruk(drukwerk: Drukwerk, adressen: Sequence[Adres], botlink: str) -> None:
    """Set a letter with every character, in every language: one that cannot be set is told before codes are kept."""
    tekens = "".join(sorted({teken for adres in adressen for teken in f"{adres.straat}{adres.plaats or ''}"}))
    adres = {"straat": tekens, "huisnummer": "1", "toevoeging": "", "postcode": "1000AA"}
    brief = {**adres, "code": "0000-0000-0000", "link": f"{botlink}?start=000000000000"}
    drukwerk.zet([{**brief, "taal": taal} for taal in sorted({adres.taal or "" for adres in adressen})])


def druk_af(map_: Path, drukwerk: Drukwerk) -> tuple[tuple[Path, ...], bool]:
    """Make the PDFs that finished letters lack, also those of a run that broke off before them.

    Returns:
        The PDFs, and whether one of them is to be printed on both sides.
    """
    for rest in map_.glob(".onaf-brieven-*.pdf"):
        rest.unlink()
    gemaakt, dubbelzijdig = [], False
    for nummer in sorted(int(m[1]) for pad in map_.iterdir() if (m := re.fullmatch(r"brieven-(\d+)\.csv", pad.name))):
        brieven_ = map_ / f"brieven-{nummer}.csv"
        if brieven_.with_suffix(".pdf").exists():
            continue
        for bestand, rijen in _verdeel(brieven_, per_straat=drukwerk.per_straat).items():
            onaf = bestand.with_name(f".onaf-{bestand.name}")
            try:
                schijf.schrijf(onaf, drukwerk.zet(rijen))
            except InvoerFout as fout:
                raise InvoerFout(f"{brieven_}: {fout}; de codes staan er wel in") from None
            onaf.rename(bestand)
            schijf.sync(map_)
            gemaakt.append(bestand)
            dubbelzijdig |= any(rij.get("taal", "") not in ("", drukwerk.taal) for rij in rijen)
    return tuple(gemaakt), dubbelzijdig


def _verdeel(bestand: Path, *, per_straat: bool) -> dict[Path, list[dict[str, str]]]:
    """Return which PDFs letters still lack, with the rows of each; what was begun per street is finished so."""
    rijen = rijen_in(bestand)
    if any(rij.get("taal", "") not in ("", *talen()) or not rij.keys() >= {*KOLOMMEN} - _LATER for rij in rijen):
        raise InvoerFout(f"{bestand}: dit bestand is veranderd; zet het terug zoals het was, of haal het weg")
    straten: dict[Path, list[dict[str, str]]] = {}
    for rij in rijen:
        straten.setdefault(bestand.with_name(f"{bestand.stem}-{_slug(rij['straat'])}.pdf"), []).append(rij)
    if per_straat or any(pad.exists() for pad in straten):
        return {pad: deel for pad, deel in straten.items() if not pad.exists()}
    return {bestand.with_suffix(".pdf"): rijen} if rijen else {}


def _slug(straat: str) -> str:
    letters = unicodedata.normalize("NFKD", straat).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", letters).strip("-") or "straat"


def rijen_in(bestand: Path) -> list[dict[str, str]]:
    """Return the rows of a file that may break off anywhere, without what `veilig` put before a cell."""
    rijen = csv.DictReader(io.StringIO(bestand.read_text("utf-8-sig", errors="replace"), newline=""))
    return [{kolom: _kaal(cel) for kolom in KOLOMMEN if (cel := rij.get(kolom)) is not None} for rij in rijen]


def _kaal(cel: str) -> str:
    return cel[1:] if cel.startswith("'") and veilig(cel[1:]) == cel else cel
