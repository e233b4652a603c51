"""At which addresses a browser may be reached by web push (RFC 8030). Pure.

The address comes from the browser, so from anyone: only the push services of the makers of browsers are called.
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

LANGSTE_ADRES = 1000
"""Characters. The longest that is seen, of Windows, has about 600."""
_PUNT, _GEHEIM = 65, 16
_BROWSERMAKERS = (
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.apple.com",
    ".notify.windows.com",
)
"""Of Chrome and what is made of it, Firefox, Safari, and Edge. With a point before it: every name below it."""


def mag(adres: str, ook: Sequence[str] = ()) -> bool:
    """Say whether we may call an address.

    Args:
        ook: origins that the settings allow beside those of the browsers, such as `https://push.voorbeeld.nl`.
    """
    if len(adres) > LANGSTE_ADRES or not re.fullmatch(r"https?://[!-~]+", adres) or "\\" in adres:
        return False
    try:
        deel = urlsplit(adres)
        poort, host = deel.port, deel.hostname or ""
    except ValueError:
        return False
    if "@" in deel.netloc or deel.fragment:
        return False
    if f"{deel.scheme}://{deel.netloc}" in ook:
        return True
    bekend = any(host.endswith(naam) if naam.startswith(".") else host == naam for naam in _BROWSERMAKERS)
    return deel.scheme == "https" and poort in (None, 443) and bekend


def sleutels_kunnen(punt: bytes, geheim: bytes) -> bool:
    """Say whether these have the form of a browser's keys: an uncompressed point of P-256, and 16 bytes (RFC 8291)."""
    return len(punt) == _PUNT and punt[0] == 4 and len(geheim) == _GEHEIM
