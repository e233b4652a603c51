"""HTML to text and entities, refused where and in the words in which Telegram refuses it (rows html_* of fouten.csv).

Offsets and lengths of entities are UTF-16 code units, those in refusals bytes. After
core.telegram.org/bots/api#html-style.
"""

from __future__ import annotations

import re
from typing import Any

from bot.webchat.fouten import weiger

Entiteit = dict[str, Any]

SOORT = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("span", "tg-spoiler"), "spoiler"),
    "a": "text_link",
    "blockquote": "blockquote",
    "code": "code",
    "pre": "pre",
}
_TAGNAAM = re.compile(r"<([^\s>]*)")
_EINDNAAM = re.compile(r"</([^\s>]*)\s*")
_ATTRIBUUT = re.compile(r"\s*([^\s=>]*)")
_IS = re.compile(r"\s*=\s*")
_WAARDE = re.compile(r"\"([^\"]*)\"?|'([^']*)'?|([A-Za-z0-9.-]*)")
_TEKEN = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z]+));?")
_NAAM = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


def lengte(tekst: str) -> int:
    """Length in UTF-16 code units."""
    return len(tekst) if tekst.isascii() else len(tekst.encode("utf-16-le", "surrogatepass")) // 2


def snij(tekst: str, offset: int, aantal: int) -> str:
    """Return a part of a text by UTF-16 offset and length."""
    return tekst.encode("utf-16-le")[2 * offset : 2 * (offset + aantal)].decode("utf-16-le", "replace")


def lees_html(html: str) -> tuple[str, list[Entiteit]]:
    """Parse HTML into text and entities, before trimming.

    Raises:
        ApiError: 400 for markup that does not parse.
    """
    delen: list[str] = []
    open_tags: list[tuple[str, Entiteit]] = []
    gevonden: list[Entiteit] = []
    plek, plek16 = 0, 0
    while plek < len(html):
        haak = html.find("<", plek)
        stuk = _TEKEN.sub(_ontsnap, html[plek : haak if haak >= 0 else len(html)])
        delen.append(stuk)
        plek16 += lengte(stuk)
        if haak < 0:
            break
        if html.startswith("</", haak):
            plek = _eindtag(html, haak, open_tags)
            _sluit(*open_tags.pop(), plek16, gevonden, delen)
        else:
            tag, waarden, plek = _begintag(html, haak)
            open_tags.append((tag, _entiteit(tag, waarden, plek16)))
    if open_tags:
        raise weiger("html_nooit_dicht", tag=open_tags[-1][0])
    for entiteit in gevonden:
        if entiteit["type"] == "code":
            entiteit.pop("language", None)
    return "".join(delen), gevonden


def _ontsnap(treffer: re.Match[str]) -> str:
    """A character reference; one that is none stays as it is written."""
    hexadecimaal, decimaal, naam = treffer.groups()
    if naam:
        return _NAAM.get(naam, treffer[0])
    code = int(hexadecimaal, 16) if hexadecimaal else int(decimaal)
    if 0xD800 <= code <= 0xDFFF:
        raise weiger("html_surrogaat")
    return chr(code) if 0 < code < 0x10FFFF else treffer[0]


def _byte(html: str, plek: int) -> int:
    return len(html[:plek].encode())


def _begintag(html: str, haak: int) -> tuple[str, dict[str, str], int]:
    """Return the name, the attributes and the place after a start tag."""
    tag, plek = _lees(_TAGNAAM, html, haak)
    tag = tag.lower()
    if plek == len(html):
        raise weiger("html_begin_open", plek=_byte(html, haak))
    if tag not in SOORT:
        raise weiger("html_tag_onbekend", tag=tag, plek=_byte(html, haak))
    waarden: dict[str, str] = {}
    while True:
        naam, plek = _lees(_ATTRIBUUT, html, plek)
        if not naam and html.startswith(">", plek):
            break
        if not naam:
            sleutel = "html_begin_open" if plek == len(html) else "html_attribuut_leeg"
            raise weiger(sleutel, tag=tag, plek=_byte(html, haak))
        if _IS.match(html, plek):
            waarden[naam.lower()], plek = _waarde(html, haak, plek, tag)
        elif naam.lower() == "expandable":  # the one attribute that has no value
            waarden["expandable"] = ""
        else:
            raise weiger("html_gelijkteken", tag=tag, plek=_byte(html, haak))
    if tag == "span" and waarden.get("class") != "tg-spoiler":
        raise weiger("html_span", plek=_byte(html, haak))
    return tag, waarden, plek + 1


def _waarde(html: str, haak: int, plek: int, tag: str) -> tuple[str, int]:
    """Return the value of an attribute, from its equal sign on, and the place after it."""
    begin = _lees(_IS, html, plek)[1]
    if begin == len(html):
        raise weiger("html_tag_open", tag=tag, plek=_byte(html, haak))
    waarde, plek = _lees(_WAARDE, html, begin)
    if plek == len(html):
        raise weiger("html_begin_open", plek=_byte(html, haak))
    if html[begin] in "\"'":
        return _TEKEN.sub(_ontsnap, waarde), plek
    if not re.match(r"[\s>]", html[plek]):
        raise weiger("html_naamteken", plek=_byte(html, begin))
    return waarde.lower(), plek


def _lees(patroon: re.Pattern[str], html: str, plek: int) -> tuple[str, int]:
    treffer = patroon.match(html, plek)
    if treffer is None:
        return "", plek
    return next((deel for deel in treffer.groups() if deel is not None), ""), treffer.end()


def _eindtag(html: str, haak: int, open_tags: list[tuple[str, Entiteit]]) -> int:
    """Return the place after an end tag that fits what is open."""
    if not open_tags:
        raise weiger("html_eind_los", plek=_byte(html, haak))
    naam, plek = _lees(_EINDNAAM, html, haak)
    if not html.startswith(">", plek):
        raise weiger("html_eind_open", plek=_byte(html, haak))
    if naam.lower() not in ("", open_tags[-1][0]):
        tag = open_tags[-1][0]
        raise weiger("html_eind_anders", tag=tag, gevonden=naam.lower(), plek=_byte(html, haak))
    return plek + 1


def _entiteit(tag: str, waarden: dict[str, str], offset: int) -> Entiteit:
    entiteit: Entiteit = {"type": SOORT[tag], "offset": offset}
    if tag == "a":
        entiteit["url"] = waarden.get("href", "")
    elif tag == "blockquote" and "expandable" in waarden:
        entiteit["type"] = "expandable_blockquote"
    elif tag == "code" and waarden.get("class", "").startswith("language-"):
        entiteit["language"] = waarden["class"].removeprefix("language-")
    return entiteit


def _sluit(tag: str, entiteit: Entiteit, plek16: int, gevonden: list[Entiteit], delen: list[str]) -> None:
    entiteit["length"] = plek16 - entiteit["offset"]
    if entiteit["length"] == 0:
        return
    if tag == "a":
        url = entiteit["url"] or snij("".join(delen), entiteit["offset"], entiteit["length"])
        if not re.match(r"(https?|tg|mailto|tel):", url, re.IGNORECASE):
            url = f"http://{url}"
        if not re.match(r"\w+:(//)?[^\s/]", url):
            return
        entiteit["url"] = url
    vorige = gevonden[-1] if gevonden else {}
    zelfde = vorige.get("offset") == entiteit["offset"] and vorige.get("length") == entiteit["length"]
    if tag == "pre" and zelfde and vorige.get("type") == "code" and "language" in vorige:
        gevonden.pop()
        entiteit["language"] = vorige["language"]
    gevonden.append(entiteit)
