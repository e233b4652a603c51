"""Drawing with typst in a process beside ours, which ends when there was nothing to draw for a while.

Typst takes 25 MB, 25 to 30 more in each thread that ever drew, and gives none of it back. That process gets a template
and data, and nothing else of ours: no settings, no environment with secrets in it, no open files.
"""

import atexit
import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

from bot.errors import GehoordFout

RUST_SECONDEN = 60
"""The code at an open door is drawn every half minute."""
HOOGSTENS_SECONDEN = 300
"""A report takes two, letters for ten thousand homes a minute."""
_PROGRAMMA = Path(__file__).with_name("tekenkind.py")
_OMGEVING = ("HOME", "LD_LIBRARY_PATH", "PATH", "XDG_DATA_HOME")
"""What finding Python's own parts and the fonts of the machine takes."""


class Tekenfout(GehoordFout):
    """Typst refuses what it was given, in its words; or the process that draws broke off."""


class Tekenaar:
    """Draws one thing at a time, in a process that is there while it is needed."""

    def __init__(self, rust_seconden: float = RUST_SECONDEN, hoogstens_seconden: int = HOOGSTENS_SECONDEN) -> None:
        self._rust, self._hoogstens = rust_seconden, hoogstens_seconden
        self._slot = threading.Lock()
        self._proces: subprocess.Popen[bytes] | None = None
        self._rusttijd = threading.Timer(self._rust, self.sluit)

    def teken(self, bron: Path | str, *, van_machine: bool = False, **hoe: Any) -> bytes:
        """Return what typst makes of a template.

        Args:
            bron: its file, or what stands in it.
            van_machine: with the fonts of this machine, beside those that come along.
            hoe: what else typst wants to know, as JSON.

        Raises:
            Tekenfout: it cannot be drawn.
        """
        wat = {"bestand": str(bron), "bron": None} if isinstance(bron, Path) else {"bestand": None, "bron": bron}
        vraag = {**wat, "van_machine": van_machine, "hoe": hoe, "seconden": self._hoogstens}
        with self._slot:
            self._rusttijd.cancel()
            try:
                gelukt, uit = self._vraag(json.dumps(vraag).encode() + b"\n")
            except BaseException:
                self._sluit()
                raise
            self._rusttijd = threading.Timer(self._rust, self.sluit)
            self._rusttijd.daemon = True
            self._rusttijd.start()
        if not gelukt:
            raise Tekenfout(uit.decode())
        return uit

    def sluit(self) -> None:
        """End the process, once what is being drawn is there."""
        with self._slot:
            self._sluit()

    def _vraag(self, vraag: bytes) -> tuple[bool, bytes]:
        proces = self._proces = self._proces or _begin()
        naar, van = cast("IO[bytes]", proces.stdin), cast("IO[bytes]", proces.stdout)
        with suppress(BrokenPipeError):  # there is no answer then either
            naar.write(vraag)
            naar.flush()
        hoe, _, lengte = van.readline().partition(b" ")
        uit = van.read(int(lengte)) if lengte else b""
        if not lengte or len(uit) < int(lengte):
            raise Tekenfout(f"the drawing broke off (exit code {proces.wait()})")
        return hoe == b"ok", uit

    def _sluit(self) -> None:
        self._rusttijd.cancel()
        proces, self._proces = self._proces, None
        if proces is not None:
            proces.kill()  # it holds nothing
            proces.communicate()


def _begin() -> subprocess.Popen[bytes]:
    omgeving = {naam: os.environ[naam] for naam in _OMGEVING if naam in os.environ}
    wij = [sys.executable, "-I", "-B", str(_PROGRAMMA)]
    return subprocess.Popen(wij, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=omgeving)  # noqa: S603 (our own)


_tekenaar = Tekenaar()
teken, sluit = _tekenaar.teken, _tekenaar.sluit
atexit.register(sluit)
