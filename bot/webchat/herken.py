"""Finds commands, links, mentions, hashtags and mail addresses in plain text, as Telegram does for every message."""

from __future__ import annotations

import re
from typing import Any

_PATRONEN = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"\u2066-\u2069]+[^\s<>\".,;:!?)\]'\u2066-\u2069])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}\b)"
    r"|(?<![\w/@<])(?P<bot_command>/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})\b"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d]\w*)"
)


def herken(tekst: str, bezet: list[dict[str, Any]] | None = None) -> list[dict[str, Any]]:
    """Return the entities that the text itself shows.

    Args:
        tekst: any text.
        bezet: entities (UTF-16 offsets) within which nothing is looked for.
    """
    gevonden = []
    for treffer in _PATRONEN.finditer(tekst):
        begin = treffer.start() + sum(teken > "\uffff" for teken in tekst[: treffer.start()])
        grootte = len(treffer[0]) + sum(teken > "\uffff" for teken in treffer[0])
        overlapt = any(b["offset"] < begin + grootte and begin < b["offset"] + b["length"] for b in bezet or [])
        if not overlapt and treffer.lastgroup is not None:
            gevonden.append({"type": treffer.lastgroup, "offset": begin, "length": grootte})
    return gevonden
