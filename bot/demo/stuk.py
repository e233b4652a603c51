"""The documents that people of the demo hand in: one page with a title and a text."""

from bot.exports.letters import zet

_SJABLOON = """
#let d = json(bytes(sys.inputs.data))
#set document(title: d.titel)
#set page("a5")
= #d.titel
#d.tekst
"""


def maak_stuk(titel: str, tekst: str) -> bytes:
    """Return a PDF."""
    return zet(_SJABLOON, {"titel": titel, "tekst": tekst}, (), format="pdf")
