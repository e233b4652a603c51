"""Ballot sheets as PDF, set by typst: a sheet per seat, cut off below its address. Words: berichten."""

import json
from pathlib import Path
from typing import Any

import typst

from bot.exports.letters import WEG, letters, schoon

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
    vellen = schoon({naam: deel for naam, deel in data.items() if naam != "woorden"}, zeg_het=True)
    vellen["woorden"] = {taal: _schoon(woorden) for taal, woorden in data["woorden"].items()}
    pdf: bytes = typst.compile(
        _SJABLOON,
        format="pdf",
        font_paths=letters(),
        ignore_system_fonts=True,  # the same sheet on every machine
        pdf_standards=["ua-1"],
        sys_inputs={"data": json.dumps(vellen, ensure_ascii=False)},
    )
    return pdf


def _schoon(woorden: dict[str, Any]) -> dict[str, Any]:
    kan: dict[str, Any] = schoon({naam: deel for naam, deel in woorden.items() if naam != "letters"}, zeg_het=True)
    if WEG in json.dumps(kan, ensure_ascii=False):
        kan["slot"] = [woorden["letters"], *kan["slot"]]
    return kan
