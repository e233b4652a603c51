"""Text and its entities: the parse modes, the `entities` parameter, trimming and the length limits. No state.

Offsets and lengths are UTF-16 code units. The limit of 4096 "characters" is counted in UTF-16 units here, the stricter
reading: what passes here passes there.
"""

from __future__ import annotations

from itertools import accumulate

from bot.webchat.fouten import weiger
from bot.webchat.herken import herken
from bot.webchat.opmaak_html import SOORT, Entiteit, lees_html, lengte, snij
from bot.webchat.veld import Veld

_BESTURING = {code: " " for code in range(32) if code != 10} | {13: None}


def maak_op(
    tekst: str, parse_mode: str | None, entities: list[Entiteit] | None, veld: Veld
) -> tuple[str, list[Entiteit]]:
    """Return the text as it is stored, and its entities, sorted.

    Args:
        tekst: as the bot sent it.
        parse_mode: "HTML" (any case), empty or None.
        entities: used when there is no parse mode.
        veld: the bounds of its length after parsing, and how to refuse what is out of them.

    Raises:
        ApiError: 400 for bad markup, bad entities, or a length out of bounds.
    """
    if not tekst and veld.minimum:
        raise weiger(veld.mist)
    soort = (parse_mode or "").lower()
    if soort == "html":
        tekst, gevonden = lees_html(tekst)
    elif soort in ("markdown", "markdownv2"):
        raise weiger("opmaak_niet_hier", soort=soort)
    elif soort:
        raise weiger("opmaak_onbekend")
    else:
        gevonden = [dict(e) for e in entities or []]
        _controleer(tekst, gevonden)
    tekst, gevonden = _schoon(tekst, gevonden)
    if lengte(tekst) < (veld.minimum or 0):
        raise weiger(veld.kort)
    if veld.maximum is not None and lengte(tekst) > veld.maximum:
        raise weiger(veld.lang)
    return tekst, _ordelijk(
        gevonden + herken(tekst, [e for e in gevonden if e["type"] in ("code", "pre", "text_link")])
    )


def _controleer(tekst: str, entities: list[Entiteit]) -> None:
    """Refuse entities that lie outside the text or split a character.

    Raises:
        ApiError: 400.
    """
    in_utf16 = [0, *accumulate(lengte(teken) for teken in tekst)]
    in_bytes = [0, *accumulate(len(teken.encode()) for teken in tekst)]
    grenzen, einde = dict(zip(in_utf16, in_bytes, strict=True)), in_utf16[-1]
    for e in sorted(entities, key=lambda e: (e["offset"], -e["length"])):
        begin, eind = e["offset"], e["offset"] + e["length"]
        if begin >= einde:
            raise weiger("entiteit_begint_erna", begin=begin)
        if begin not in grenzen:
            raise weiger("entiteit_begint_midden", plek=grenzen[begin + 1])
        if eind > einde:
            raise weiger("entiteit_eindigt_erna", begin=begin, eind=eind)
        if eind not in grenzen:
            raise weiger("entiteit_eindigt_midden", begin=begin, plek=grenzen[eind + 1])


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
    for e in sorted(entities, key=lambda e: (e["offset"], -e["length"], list(SOORT.values()).count(e["type"]))):
        dubbel = any(
            (k["type"] == e["type"] or k["type"] in ("code", "pre"))
            and k["offset"] <= e["offset"]
            and e["offset"] + e["length"] <= k["offset"] + k["length"]
            for k in klaar
        )
        if not dubbel:
            klaar.append(e)
    return klaar
