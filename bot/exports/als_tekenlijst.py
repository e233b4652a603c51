"""A sign-in sheet as PDF, set by typst: pages to sign, with codes only, and pages on which to look up a code."""

from pathlib import Path
from typing import Any

from bot.exports.letters import letters, zet

_SJABLOON = Path(__file__).with_name("tekenlijst.typ")
PER_BLAD = 40


def maak(data: dict[str, Any]) -> bytes:
    """Return accessible PDF (PDF/UA-1): forty codes a page to sign, and then the pages of who stands at the door.

    Args:
        data: none of it markup: `taal`, `wijk`, `titel`, `moment`, `plaats`; `codes`, in the order of the pages to
            sign; `straten`, each with its `straat` and `huizen`: a number and its codes; and `woorden`: `titel`,
            `kop`, `kruis`, `kop_zoek`, `zoek`, `geheim` and `blad`.
    """
    codes = data["codes"]
    bladen = [codes[n : n + PER_BLAD] for n in range(0, len(codes), PER_BLAD)]
    inhoud = letters(data["taal"]).schoon({**data, "bladen": bladen}, zeg_het=True)
    return zet(_SJABLOON, inhoud, [data["taal"]], format="pdf", pdf_standards=["ua-1"])
