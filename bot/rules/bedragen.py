"""Amounts as people type them: whole euros, one or from-to. Pure."""

import re

from bot.rules.leeswoorden import Leeswoorden, gewoon, keuze

_BEDRAG = re.compile(r"[0-9]{1,7}|[0-9]{1,3}(?:[. ][0-9]{3}){1,2}")


def lees_bereik(getypt: str, woorden: Leeswoorden) -> tuple[int, int] | None:
    """Return the two ends of `4.000 tot 6.000`, `€ 4000 - 6000` or `500`; None when it is no such thing."""
    kaal = re.sub(rf"€|\b(?:{keuze(woorden.erbij)})\b", " ", gewoon(getypt.replace(",-", " ")))
    tussen = rf"(?<![^\W\d_])(?:{keuze(woorden.tot)})(?![^\W\d_])|[-–—]"
    delen = [" ".join(deel.split()) for deel in re.split(tussen, kaal)]
    if not 1 <= len(delen) <= 2 or not all(_BEDRAG.fullmatch(deel) for deel in delen):
        return None
    van, tot = (int(re.sub("[. ]", "", delen[n])) for n in (0, -1))
    return (van, tot) if van <= tot else None
