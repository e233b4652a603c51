"""Draws with typst what `tekenaar` asks on stdin. A program of its own, run by its path, with nothing else of ours.

It draws one thing at a time, and ends when nobody can ask or read any more, also in the middle of a drawing.
"""

import json
import os
import select
import signal
import sys
import threading
from functools import cache
from typing import Any

import typst


def main() -> None:
    """Answer each line on stdin with one that says how it went and how many bytes follow."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a terminal; who asks decides
    threading.Thread(target=_eindig_met_ouder, daemon=True).start()
    for regel in sys.stdin.buffer:
        vraag = json.loads(regel)
        signal.alarm(vraag["seconden"])  # ends this process, whatever typst is doing
        gelukt, uit = _teken(vraag)
        signal.alarm(0)
        sys.stdout.buffer.write(f"{'ok' if gelukt else 'fout'} {len(uit)}\n".encode() + uit)
        sys.stdout.buffer.flush()


def _teken(vraag: dict[str, Any]) -> tuple[bool, bytes]:
    bron = vraag["bron"].encode() if vraag["bestand"] is None else vraag["bestand"]
    hoe: dict[str, Any] = {"font_paths": _fonts(vraag["van_machine"]), "ignore_system_fonts": True, **vraag["hoe"]}
    try:
        return True, typst.compile(bron, **hoe)
    except typst.TypstError as fout:
        return False, str(fout).encode()


@cache
def _fonts(van_machine: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=van_machine)


def _eindig_met_ouder() -> None:
    """Wait until nobody reads what we write: the process that asked is gone, by a kill too."""
    lezer = select.poll()
    lezer.register(sys.stdout.fileno(), 0)
    lezer.poll()
    os._exit(0)


if __name__ == "__main__":
    main()
