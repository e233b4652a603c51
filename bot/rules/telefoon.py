"""Telephone numbers as people type them. Only what can be called without surprise: none that costs extra."""

import re

from bot.rules.leeswoorden import met_cijfers

_TUSSEN = re.compile(r"[\s().\-/]+")
_BUITENLAND = re.compile(r"\+[1-9]\d{6,14}")
_NEDERLANDS = re.compile(r"0(?!90|0)\d{9}")
LENGTE = 30
"""A number as typed, with all that people put between its digits, is no longer than this."""


def lees_nummer(tekst: str) -> str | None:
    """Return a Dutch number of ten digits, or one that begins with `+`, as it was typed; None for anything else.

    Digits of other scripts become ours. Numbers of 0900 and its kin are refused: calling them costs extra.
    """
    getypt = " ".join(met_cijfers(tekst).split())
    kaal = _TUSSEN.sub("", getypt.replace("(0)", ""))
    if kaal.startswith("00"):
        kaal = f"+{kaal[2:]}"
    if kaal.startswith("+31"):
        kaal = f"0{kaal[3:].removeprefix('0')}"
    goed = _BUITENLAND.fullmatch(kaal) if kaal.startswith("+") else _NEDERLANDS.fullmatch(kaal)
    return getypt if goed and len(getypt) <= LENGTE else None
