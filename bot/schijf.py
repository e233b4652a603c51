"""Files that survive a power cut, for their owner's eyes only. What stands in them is for who asks."""

import os
from pathlib import Path


def schrijf(bestand: Path, inhoud: bytes) -> None:
    """Write a file that only its owner may read; when this returns, it survives a power cut."""
    nummer = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(nummer, "wb") as stroom:
        stroom.write(inhoud)
        stroom.flush()
        os.fsync(nummer)
    sync(bestand.parent)


def sync(pad: Path) -> None:
    """Let what stands in a file, or the names in a folder, survive a power cut."""
    nummer = os.open(pad, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)
