"""Ballot sheets as PDF, set by typst: a sheet per seat, cut off below its address. Words: berichten."""

import json
from pathlib import Path
from typing import Any

from bot.exports.letters import WEG, letters, zet

_SJABLOON = Path(__file__).with_name("stemvel.typ")


def maak(data: dict[str, Any]) -> bytes:
    """Return accessible PDF (PDF/UA-1) with a sheet per seat, in the order given.

    When one sheet takes more than a page, each begins on the front of a piece of paper.

    Args:
        data: none of it markup: `taal`, `titel`, `vak` (`kruis` or `getal`), `lijnen` (how many to write on),
            `genummerd` (whether its lines have numbers); `vellen`: per sheet `adres`, `postcode`, `taal`, `code` (as
            people read it) and perhaps `rijen`, where its order is its own; and `woorden`, per language of a sheet:
            `wijk`, `aan`, `strook`, `knip`, `kop`, `code`, `vraag`, `regels`, `zinnen`, `rijen`, `kolommen`,
            `schrijf`, `slot`, `voet`, `verder`, `blad` and `letters`.

    Words in a script that the fonts here do not have become `[…]`, and the sheet says so.
    """
    vorm = {naam: deel for naam, deel in data.items() if naam not in ("woorden", "vellen")}
    vellen = letters(data["taal"]).schoon(vorm, zeg_het=True)
    vellen["vellen"] = [letters(vel["taal"]).schoon(vel, zeg_het=True) for vel in data["vellen"]]
    vellen["woorden"] = {taal: _schoon(taal, woorden) for taal, woorden in data["woorden"].items()}
    talen = {data["taal"], *data["woorden"]}
    return zet(_SJABLOON, vellen, talen, format="pdf", pdf_standards=["ua-1"])


def _schoon(taal: str, woorden: dict[str, Any]) -> dict[str, Any]:
    zonder = {naam: deel for naam, deel in woorden.items() if naam != "letters"}
    kan: dict[str, Any] = letters(taal).schoon(zonder, zeg_het=True)
    if WEG in json.dumps(kan, ensure_ascii=False):
        kan["slot"] = [woorden["letters"], *kan["slot"]]
    return kan
