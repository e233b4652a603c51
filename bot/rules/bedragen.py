"""Amounts as people type them: whole euros, one or from-to. Pure."""

import re

_TUSSEN = re.compile(r"\s*(?:tot en met|t/m|tot|to|-|–|—)\s*")
_BEDRAG = re.compile(r"[0-9]{1,7}|[0-9]{1,3}(?:\.[0-9]{3}){1,2}")
_ERBIJ = re.compile(r"€|\beuro\b|\bper jaar\b|\ba year\b|,-")


def lees_bereik(getypt: str) -> tuple[int, int] | None:
    """Return the two ends of `4.000 tot 6.000`, `€ 4000 - 6000` or `500`; None when it is no such thing."""
    delen = [deel.strip() for deel in _TUSSEN.split(_ERBIJ.sub(" ", getypt.lower()).strip())]
    if not 1 <= len(delen) <= 2 or not all(_BEDRAG.fullmatch(deel) for deel in delen):
        return None
    van, tot = (int(delen[n].replace(".", "")) for n in (0, -1))
    return (van, tot) if van <= tot else None
