"""Text and its entities: HTML to entities, the `entities` parameter, trimming and the length limits. No state.

Offsets and lengths are UTF-16 code units. After core.telegram.org/bots/api#html-style. The limit of 4096
"characters" is counted in UTF-16 units here, the stricter reading: what passes here passes there.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from bot.webchat.fouten import ApiError, weiger
from bot.webchat.herken import herken

Entiteit = dict[str, Any]

_SOORT = {
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
_BEGIN = re.compile(r"<([a-zA-Z][a-zA-Z-]*)((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[\w.-]+))?)*)\s*>")
_EIND = re.compile(r"</([a-zA-Z-]*)\s*>")
_ATTRIBUUT = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.-]+)))?")
_TEKEN = re.compile(r"&(?:#x([0-9a-fA-F]{1,8})|#([0-9]{1,10})|(lt|gt|amp|quot));?")
_NAAM = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_BESTURING = {code: " " for code in range(32) if code != 10} | {13: None}


def lengte(tekst: str) -> int:
    """Length in UTF-16 code units."""
    return len(tekst) + sum(teken > "\uffff" for teken in tekst)


def _fout(uitleg: str) -> ApiError:
    return weiger(f"can't parse entities: {uitleg}")


def _ontsnap(treffer: re.Match[str]) -> str:
    hexadecimaal, decimaal, naam = treffer.groups()
    if naam:
        return _NAAM[naam]
    code = int(hexadecimaal, 16) if hexadecimaal else int(decimaal)
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code == 0:
        raise _fout(f"{treffer[0]} is not a character")
    return chr(code)


def lees_html(html: str) -> tuple[str, list[Entiteit]]:
    """Parse HTML into text and entities, before trimming.

    Raises:
        ApiError: 400 for an unknown, unclosed or wrongly nested tag.
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
        if begin := _BEGIN.match(html, haak):
            tag = begin[1].lower()
            open_tags.append((tag, _entiteit(tag, begin[2], plek16)))
            plek = begin.end()
        elif eind := _EIND.match(html, haak):
            if not open_tags or eind[1].lower() not in ("", open_tags[-1][0]):
                raise _fout(f"unexpected end tag at character {haak}")
            tag, entiteit = open_tags.pop()
            _sluit(tag, entiteit, plek16, gevonden, delen)
            plek = eind.end()
        else:
            raise _fout(f"no tag after '<' at character {haak}; write &lt; for the sign itself")
    if open_tags:
        raise _fout(f"tag <{open_tags[-1][0]}> is never closed")
    for entiteit in gevonden:
        if entiteit["type"] == "code":
            entiteit.pop("language", None)
    return "".join(delen), gevonden


def _entiteit(tag: str, attributen: str, offset: int) -> Entiteit:
    if tag not in _SOORT:
        raise _fout(f"unsupported tag <{tag}>")
    waarden = {m[1].lower(): _TEKEN.sub(_ontsnap, m[2] or m[3] or m[4] or "") for m in _ATTRIBUUT.finditer(attributen)}
    entiteit: Entiteit = {"type": _SOORT[tag], "offset": offset}
    if tag == "a":
        entiteit["url"] = waarden.get("href", "")
    elif tag == "span" and waarden.get("class") != "tg-spoiler":
        raise _fout('tag <span> must have class "tg-spoiler"')
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


def snij(tekst: str, offset: int, aantal: int) -> str:
    """Return a part of a text by UTF-16 offset and length."""
    return tekst.encode("utf-16-le")[2 * offset : 2 * (offset + aantal)].decode("utf-16-le", "replace")


def maak_op(
    tekst: str, parse_mode: str | None, entities: list[Entiteit] | None, minimum: int, maximum: int, naam: str
) -> tuple[str, list[Entiteit]]:
    """Return the text as it is stored, and its entities, sorted.

    Args:
        tekst: as the bot sent it.
        parse_mode: "HTML" (any case), empty or None.
        entities: used when there is no parse mode.
        minimum: least length after parsing.
        maximum: greatest length after parsing.
        naam: the parameter, for the refusal.

    Raises:
        ApiError: 400 for bad markup, bad entities, or a length out of bounds.
    """
    soort = (parse_mode or "").lower()
    if soort == "html":
        tekst, gevonden = lees_html(tekst)
    elif soort:
        raise weiger(f"parse_mode {parse_mode!r} is not supported by this server: use HTML or entities")
    else:
        gevonden = [dict(e) for e in entities or []]
        _controleer(tekst, gevonden)
    tekst, gevonden = _schoon(tekst, gevonden)
    grootte = lengte(tekst)
    if grootte < minimum:
        raise weiger(f"{naam} is empty")
    if grootte > maximum:
        raise weiger(f"{naam} is too long: {grootte} of at most {maximum} characters")
    return tekst, _ordelijk(
        gevonden + herken(tekst, [e for e in gevonden if e["type"] in ("code", "pre", "text_link")])
    )


def _controleer(tekst: str, entities: list[Entiteit]) -> None:
    grenzen = {0, *accumulate(2 if teken > "\uffff" else 1 for teken in tekst)}
    for e in entities:
        if not {e["offset"], e["offset"] + e["length"]} <= grenzen:
            raise weiger("an entity lies outside the text or splits a character")


def _schoon(tekst: str, entities: list[Entiteit]) -> tuple[str, list[Entiteit]]:
    """Drop control characters and the white space around the text, and move the entities along."""
    if "\r" in tekst:
        for e in entities:
            eind = e["offset"] + e["length"]
            voor = snij(tekst, 0, e["offset"]).count("\r")
            e["length"] = eind - snij(tekst, 0, eind).count("\r") - (e["offset"] - voor)
            e["offset"] -= voor
    tekst = tekst.translate(_BESTURING)
    weg = lengte(tekst) - lengte(tekst.lstrip())
    tekst = tekst.strip()
    einde = lengte(tekst)
    for e in entities:
        begin = min(max(0, e["offset"] - weg), einde)
        e["length"] = min(max(0, e["offset"] - weg + e["length"]), einde) - begin
        e["offset"] = begin
    return tekst, [e for e in entities if e["length"] > 0]


def _ordelijk(entities: list[Entiteit]) -> list[Entiteit]:
    """Outer before inner; none inside one of the same type, and none inside code or pre."""
    klaar: list[Entiteit] = []
    for e in sorted(entities, key=lambda e: (e["offset"], -e["length"], list(_SOORT.values()).count(e["type"]))):
        dubbel = any(
            (k["type"] == e["type"] or k["type"] in ("code", "pre"))
            and k["offset"] <= e["offset"]
            and e["offset"] + e["length"] <= k["offset"] + k["length"]
            for k in klaar
        )
        if not dubbel:
            klaar.append(e)
    return klaar
