"""The documents that people of the demo hand in: one page with a title and a text."""

import json

import typst

from bot.exports.letters import letters

_SJABLOON = b"""
#let d = json(bytes(sys.inputs.data))
#set document(title: d.titel)
#set page("a5")
= #d.titel
#d.tekst
"""


def maak_stuk(titel: str, tekst: str) -> bytes:
    """Return a PDF."""
    data = json.dumps({"titel": titel, "tekst": tekst}, ensure_ascii=False)
    pdf: bytes = typst.compile(
        _SJABLOON, format="pdf", font_paths=letters(), ignore_system_fonts=True, sys_inputs={"data": data}
    )
    return pdf
