"""The hash of the address list: by it the auditor sees whether the list is still that of an outcome. Pure."""

from collections.abc import Iterable
from hashlib import sha256

from bot.rules.canoniek import schrijf

VELDEN = ("id", "volwassenen", "eigendom", "woningtype", "buurtdeel")


def lijst_hash(adressen: Iterable[tuple[str, int | None, str | None, str | None, str | None]]) -> str:
    """Return the SHA-256, in hex, of a line of canonical JSON per address, in the order of their ids.

    Args:
        adressen: of each the `VELDEN`.
    """
    som = sha256()
    for adres in sorted(adressen, key=lambda adres: adres[0]):
        som.update(f"{schrijf(dict(zip(VELDEN, adres, strict=True)))}\n".encode())
    return som.hexdigest()
