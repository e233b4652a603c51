"""Which letters a drawing has: those that come with typst, and for a language in another script a font of the machine.

What is drawn holds no empty boxes: words of ours that no font has are an error, words that people typed become `WEG`.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

from berichten import vertaal
from berichten.catalogus import STANDAARD, apart, schrift
from bot.errors import InvoerFout
from bot.exports.tekenaar import Tekenfout, teken

FAMILIES = ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono")
ONBEKEND = re.compile(
    "[^ -~\xa0-\u02af\u02bb-\u02bd\u0300-\u036f\u0384-\u03ce\u0400-\u045f\u048a-\u04ff\u1e00-\u1eff"
    "\u200e\u200f\u2010-\u2027\u2030-\u2037\u2039-\u203a\u2044\u2066-\u2069\u2070-\u209c\u20a0-\u20bf\u2116\u2122"
    "\u2153-\u215e\u2190-\u21ff\u2248\u2260\u2264\u2265\u25a0-\u25ff\u2713-\u2718]"
)
"""What these fonts do not have, emoji above all."""
WEG = "[…]"
"""Stands for words in a script that these fonts do not have, where leaving them out would change what was said."""
_CJK = {"Hans": "SC", "Hant": "TC", "Jpan": "JP", "Kore": "KR"}
_BIJ_EMOJI = "\ufe0f\u20e3"
_PROEF = """
#set document(title: "x")
#set text(font: json(bytes(sys.inputs.letters)), fallback: false)
#sys.inputs.tekst
"""
GEEN_TEKEN = "could not be displayed"
"""Typst's words, in an accessible PDF only: elsewhere it draws an empty box and says nothing."""


class LettersOntbreken(InvoerFout):
    """Words of ours are in a script for which this machine has no font."""


@dataclass(frozen=True)
class Letters:
    """What one language is drawn with: families of fonts, the first one first."""

    families: tuple[str, ...]
    rechts: bool = False

    def schoon(self, waarde: Any, *, zeg_het: bool = False) -> Any:
        """Return data with every text as these fonts can draw it, and apart where it runs against its language.

        Args:
            zeg_het: put `WEG` where words were left out; signs such as emoji are left out without it.
        """
        if isinstance(waarde, dict):
            return {naam: self.schoon(deel, zeg_het=zeg_het) for naam, deel in waarde.items()}
        if isinstance(waarde, list | tuple):
            return [self.schoon(deel, zeg_het=zeg_het) for deel in waarde]
        if not isinstance(waarde, str):
            return waarde
        niet = {teken for teken in ONBEKEND.findall(waarde) if not self._heeft(teken)}
        if not niet:
            tekst = waarde
        elif zeg_het:
            een = f"[{re.escape(''.join(sorted(niet)))}]+"
            tekst = re.sub(f"{een}(?: +{een})*", _teken, waarde)
        else:
            tekst = "".join(teken for teken in waarde if teken not in niet)
        tekst = re.sub(" {2,}", " ", tekst).strip()
        zin = self.rechts and re.search(r"\W", tekst)  # no name of ours, such as that of a verdict
        return apart(tekst, rechts=True) if zin else tekst

    def _heeft(self, teken: str) -> bool:
        return self.families != FAMILIES and _getekend(self.families, teken)


@cache
def letters(taal: str = STANDAARD) -> Letters:
    """Return what a language is drawn with; of the machine only what those that come along do not have.

    Raises:
        LettersOntbreken: no font here has the letters of that language.
    """
    onze = {teken for tekst in vertaal(taal).patronen("").values() for teken in ONBEKEND.findall(tekst)}
    nodig = {teken for teken in onze - set(_BIJ_EMOJI) if unicodedata.category(teken)[0] in "LMNP"}
    if not nodig:
        return Letters(FAMILIES)
    familie, pakket = _familie(taal)
    families = (familie, "Noto Sans", *FAMILIES)
    if not _getekend(families, "".join(sorted(nodig))):
        raise LettersOntbreken(f"voor {taal} zijn hier geen letters ({familie}); installeer het pakket {pakket}")
    return Letters(families, vertaal(taal).rechts)


def zet(sjabloon: Path | str, data: dict[str, Any], in_talen: Iterable[str], **hoe: Any) -> bytes:
    """Return what typst makes of a template, the same bytes for the same data.

    Args:
        sjabloon: its file, or what stands in it. It reads `data` as JSON; in it `letters`, the families of each
            language, and `rechts`: which of them run from right to left.
        in_talen: the languages in which it has words.
        hoe: what else typst wants to know, such as `format`.

    Raises:
        LettersOntbreken: no font here has the letters of one of them.
        Tekenfout: typst refuses it.
    """
    per_taal = {taal: letters(taal) for taal in in_talen}
    inhoud = {
        **data,
        "letters": {taal: een.families for taal, een in per_taal.items()},
        "rechts": [taal for taal in per_taal if vertaal(taal).rechts],
    }
    van_machine = any(een.families != FAMILIES for een in per_taal.values())  # else the same drawing on every machine
    data_ = {"data": json.dumps(inhoud, ensure_ascii=False)}
    return teken(sjabloon, van_machine=van_machine, sys_inputs=data_, **hoe)


def _familie(taal: str) -> tuple[str, str]:
    """Return the family for the script that a language is mostly written in, and the Debian package that brings it."""
    in_schrift = schrift(taal)
    if in_schrift in _CJK:
        return f"Noto Sans CJK {_CJK[in_schrift]}", "fonts-noto-cjk"
    return f"Noto Sans {Locale('en').scripts[in_schrift]}", "fonts-noto-core"


@cache
def _getekend(families: tuple[str, ...], tekst: str) -> bool:
    """Say whether these fonts draw all of a text. Only typst itself knows: it has to shape it too."""
    velden = {"letters": json.dumps([een for een in families if een not in FAMILIES]), "tekst": tekst}
    try:
        teken(_PROEF, van_machine=True, format="pdf", pdf_standards=["ua-1"], sys_inputs=velden)
    except Tekenfout as fout:
        if GEEN_TEKEN in str(fout):
            return False
        raise
    return True


def _teken(gevonden: re.Match[str]) -> str:
    return WEG if any(unicodedata.category(teken)[0] in "LN" for teken in gevonden[0]) else " "
