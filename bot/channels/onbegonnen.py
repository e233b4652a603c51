"""The small file that says which claimed messages had no turn yet: after a kill, these were certainly not sent.

It is written before each call, to the page cache: a killed process loses nothing of it. A machine that went down may,
so what was written before it came up again says nothing.
"""

import fcntl
import json
import os
import zlib
from collections.abc import Iterable
from pathlib import Path

from bot.errors import InvoerFout

_OPGEKOMEN = Path("/proc/sys/kernel/random/boot_id")
"""Another after each start of the machine; where it is not, nothing is remembered."""

_MEESTE = 16
"""So many processes on one machine remember what they had not begun; one more remembers nothing."""

Geclaimd = tuple[int, int]
"""Id of a row, and the lease number under which it was claimed."""


def _open(pad: Path) -> int:
    try:
        return os.open(pad, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as fout:
        mend = "wijs een bestand aan in een map waar de bot mag schrijven"
        raise InvoerFout(f"[opslag] tijdvak_bestand: {pad} kan niet ({fout.strerror}); {mend}") from None


class Onbegonnen:
    """The open file, held by one process at a time. Of several beside each other each has the first that is free."""

    def __init__(self, pad: Path) -> None:
        """Open it, and make it when it is not there.

        Raises:
            InvoerFout: that cannot be.
        """
        self._sinds = _OPGEKOMEN.read_text().strip() if _OPGEKOMEN.exists() else ""
        for nummer in range(1, _MEESTE + 1):
            self._fd = _open(pad if nummer == 1 else pad.with_name(f"{pad.name}.{nummer}"))
            try:
                fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                os.close(self._fd)
        else:
            self._fd = _open(pad)
            self._sinds = ""

    def lees(self) -> list[Geclaimd]:
        """Return what the process before this one had claimed and not begun."""
        regel = os.pread(self._fd, os.fstat(self._fd).st_size, 0).partition(b"\n")[0]
        som, _, inhoud = regel.partition(b" ")
        try:
            if not self._sinds or int(som) != zlib.crc32(inhoud):
                return []
        except ValueError:
            return []
        sinds, rijen = json.loads(inhoud)
        return [(id_, nr) for id_, nr in rijen] if sinds == self._sinds else []

    def schrijf(self, rijen: Iterable[Geclaimd]) -> None:
        """Remember what is claimed and not begun now; a disk that is full is told to forget all.

        Raises:
            OSError: it cannot forget either; what stands there may not be believed any more.
        """
        if not self._sinds:
            return
        inhoud = json.dumps([self._sinds, list(rijen)], separators=(",", ":")).encode()
        try:
            os.pwrite(self._fd, b"%d %s\n" % (zlib.crc32(inhoud), inhoud), 0)
        except OSError:
            self._sinds = ""
            os.ftruncate(self._fd, 0)

    def sluit(self) -> None:
        """Close it, and let go of it."""
        os.close(self._fd)
