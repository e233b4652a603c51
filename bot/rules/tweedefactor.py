"""The second factor of the team in a browser: the digits of an app (RFC 6238), codes for when it is lost, and waiting.

Not here: who must give it (`bot.storage.websessies`), and where its secret is kept.
"""

import base64
import hmac
from collections.abc import Iterator
from datetime import datetime, timedelta

import pyotp

GELDIG = timedelta(hours=12)
"""So long after it was given a browser of the team asks for nothing."""
GEHEIM_BYTES = 20
STAP_SECONDEN = 30
_SPELING = 1
"""The clock of a phone may be a step off (RFC 6238, 5.2)."""
CODES = 10
"""So many codes for when the app is lost."""
VRIJ = 5
"""So many wrong tries before one must wait."""
_LANGSTE_WACHT = timedelta(hours=1)


def als_tekst(geheim: bytes) -> str:
    """Write the secret as an app takes it."""
    return base64.b32encode(geheim).decode()


def adres(geheim: bytes, wijk: str, wie: str) -> str:
    """Return what the QR says.

    Args:
        geheim: of `GEHEIM_BYTES`.
        wijk: by which the app names it.
        wie: whose it is, as on the chat network.
    """
    return pyotp.TOTP(als_tekst(geheim)).provisioning_uri(name=wie, issuer_name=f"Gehoord {wijk}")


def netjes(getypt: str) -> str:
    """Return a code as it is compared: no spaces or dashes, digits of any script, small letters."""
    return "".join(str(int(teken)) if teken.isdecimal() else teken for teken in getypt.lower() if teken.isalnum())


def stap_van(geheim: bytes, code: str, now: datetime, na: int) -> int | None:
    """Return the step of time of which these are the digits; None of those that are wrong, too old or used.

    Every step is compared, however soon one fits.

    Args:
        geheim: the secret in the app.
        code: six digits.
        now: the moment.
        na: the last step that was used.
    """
    nu, maker = int(now.timestamp()) // STAP_SECONDEN, pyotp.HOTP(als_tekst(geheim))
    goed = [
        stap
        for stap in range(nu - _SPELING, nu + _SPELING + 1)
        if hmac.compare_digest(maker.at(stap).encode(), code.encode()) and stap > na
    ]
    return goed[-1] if goed else None


def wacht(fouten: int) -> timedelta:
    """Return how long one must wait after so many wrong tries in a row: first not, then ever longer."""
    if fouten < VRIJ:
        return timedelta(0)
    return min(timedelta(minutes=2 ** min(fouten - VRIJ, 10)), _LANGSTE_WACHT)


def herstelcodes(zaad: bytes) -> Iterator[str]:
    """Yield the codes that a secret gives, each of 50 bits: `abcde-fghij`."""
    for nummer in range(CODES):
        kaal = base64.b32encode(hmac.digest(zaad, f"herstelcode {nummer}".encode(), "sha256"))[:10].decode().lower()
        yield f"{kaal[:5]}-{kaal[5:]}"
