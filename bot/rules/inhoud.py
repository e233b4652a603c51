"""What someone sent with its markup kept, as JSON-able data: what forms take in, and what goes on to others."""

import html
import re
from collections.abc import Iterable
from itertools import pairwise, takewhile
from typing import Literal, NamedTuple, TypedDict

Soort = Literal["tekst", "foto", "video", "spraak", "document", "plek"]

TEKST_MAX = 3500
"""Characters that a message to others may have; a chat network takes 4096, and we say something around it."""

MARKERING = re.compile(r"[\x00\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What no database keeps, and the marks of direction: with these a text makes another run backwards."""
_HALF = re.compile("[\ud800-\udfff]")
_TAG = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s"}


class Inhoud(TypedDict):
    """What someone sent.

    Args:
        html: the text or caption; bold, italic, underline, strikethrough and links as typed, all else plain.
        file_id: under which the chat network has the file; None of a text or place.
        naam: of a document.
        plek: millionths of a degree north and east.
    """

    soort: Soort
    html: str
    file_id: str | None
    naam: str | None
    plek: list[int] | None


class Opmaak(NamedTuple):
    """A stretch of text with markup, in UTF-16 units."""

    soort: str
    begin: int
    lengte: int
    url: str | None = None


def als_html(tekst: str, opmaak: Iterable[Opmaak]) -> str:
    """Return a text with its markup as HTML, in the tags and character references that chat networks know.

    Stretches that cross each other are cut so that tags nest; what no tag of ours can say is left plain.
    """
    heel = _HALF.sub("\ufffd", tekst).encode("utf-16-le")
    stukken = sorted((stuk for o in opmaak if (stuk := _stuk(heel, o))), key=lambda stuk: (stuk[0], -stuk[1]))
    grenzen = sorted({0, len(heel) // 2, *(grens for begin, eind, _, _ in stukken for grens in (begin, eind))})
    uit: list[str] = []
    staat: list[tuple[str, str]] = []
    for van, tot in pairwise(grenzen):
        wil = list(dict.fromkeys((tag, einde) for begin, eind, tag, einde in stukken if begin <= van and tot <= eind))
        blijft = len([*takewhile(lambda paar: paar[0] == paar[1], zip(staat, wil, strict=False))])
        uit += [einde for _, einde in reversed(staat[blijft:])]
        uit += [tag for tag, _ in wil[blijft:]]
        uit.append(_veilig(heel[2 * van : 2 * tot].decode("utf-16-le")))
        staat = wil
    uit += [einde for _, einde in reversed(staat)]
    return MARKERING.sub("", "".join(uit))


def leesbaar(opgemaakt: str) -> str:
    """Return what people read of HTML, without its markup."""
    return html.unescape(re.sub("<[^>]*>", "", opgemaakt))


def lengte(opgemaakt: str) -> int:
    """Return how long HTML is for the chat network's limits: UTF-16 units after the markup."""
    return eenheden(leesbaar(opgemaakt))


def eenheden(tekst: str) -> int:
    """Return how long a text is for the chat network: in UTF-16 units, of which an emoji has two or more."""
    return len(tekst.encode("utf-16-le")) // 2


def _stuk(heel: bytes, opmaak: Opmaak) -> tuple[int, int, str, str] | None:
    """Return begin, end, tag and end tag of a stretch; None when it says nothing here."""
    begin, eind = (_op_teken(heel, grens) for grens in (opmaak.begin, opmaak.begin + opmaak.lengte))
    if begin >= eind:
        return None
    if opmaak.soort in _TAG:
        return begin, eind, f"<{_TAG[opmaak.soort]}>", f"</{_TAG[opmaak.soort]}>"
    if opmaak.soort == "text_link" and re.fullmatch(r"https?://[^\s/][^\s\x00-\x1f]*", opmaak.url or "", re.IGNORECASE):
        return begin, eind, f'<a href="{_veilig(opmaak.url or "")}">', "</a>"
    return None


def _op_teken(heel: bytes, plek: int) -> int:
    """Return a place in a text that is the start of a character, in UTF-16 units."""
    plek = min(max(plek, 0), len(heel) // 2)
    return plek - 1 if 0xDC <= int.from_bytes(heel[2 * plek + 1 : 2 * plek + 2]) <= 0xDF else plek


def _veilig(tekst: str) -> str:
    return html.escape(tekst, quote=False).replace('"', "&quot;")
