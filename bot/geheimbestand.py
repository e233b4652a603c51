"""A file with 32 secret bytes beside the database: read, held against its mark there, or made. Not here: for what."""

import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot import schijf
from bot.errors import InvoerFout


@dataclass(frozen=True)
class Soort:
    """How people read of such a file.

    Args:
        naam: such as `peper`.
        de: it with its article.
        van: what it belongs to, such as `de brieven`.
        zonder: what does not work when it is lost.
        nog_niet: what to do when there is none yet and it may not be made.
    """

    naam: str
    de: str
    van: str
    zonder: str
    nog_niet: str = ""


def lees(bestand: Path, soort: Soort, klopt: Callable[[bytes], bool] | None, *, maken: bool) -> bytes:
    """Return the secret bytes.

    Args:
        bestand: 64 hexadecimal characters; only the owner may read it.
        klopt: whether it is the one that the database knows; None: it knows none yet.
        maken: make the file when it is not there and the database knows none.

    Raises:
        InvoerFout: it is lost, unreadable or another one.
    """
    try:
        tekst = bestand.read_text("ascii").strip()
    except FileNotFoundError:
        if klopt is not None:
            mend = f"zet de reservekopie terug: zonder dit bestand {soort.zonder}"
            raise InvoerFout(f"{bestand}: {soort.de} is weg; {mend}") from None
        if not maken:
            raise InvoerFout(f"{bestand}: {soort.nog_niet}") from None
        return _maak(bestand, soort)
    except (OSError, UnicodeDecodeError) as fout:
        raise InvoerFout(f"{bestand}: kan {soort.de} niet lezen ({fout})") from None
    if not re.fullmatch("[0-9a-f]{64}", tekst):
        raise InvoerFout(f"{bestand}: dit is geen {soort.naam} van 64 tekens 0-9 en a-f; zet de reservekopie terug")
    geheim = bytes.fromhex(tekst)
    if klopt is not None and not klopt(geheim):
        raise InvoerFout(
            f"{bestand}: dit is een andere {soort.naam} dan die van {soort.van}; zet de reservekopie terug"
        )
    return geheim


def _maak(bestand: Path, soort: Soort) -> bytes:
    nieuw = secrets.token_bytes(32)
    onaf = bestand.with_name(f".{bestand.name}.{os.getpid()}")
    try:
        schijf.schrijf(onaf, nieuw.hex().encode() + b"\n")
        os.link(onaf, bestand)  # never over one that another process made meanwhile
        schijf.sync(bestand.parent)
    except FileExistsError:
        return lees(bestand, soort, None, maken=False)
    except OSError as fout:
        raise InvoerFout(f"{bestand}: kan {soort.de} niet schrijven ({fout.strerror}); maak eerst de map") from None
    finally:
        onaf.unlink(missing_ok=True)
    return nieuw
