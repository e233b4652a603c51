"""Processes that a benchmark starts, and how it talks with them: a line in, a line out; a server by HTTP."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen

GEDULD_SECONDEN = 300
"""A busy machine may take long: the slowest contender once took more than a minute over its first hundred votes."""


@contextmanager
def proces(module: str, *argumenten: str) -> Iterator[subprocess.Popen[str]]:
    """Run a module of this package until the block ends; it must stop by itself when its input ends."""
    opdracht = [sys.executable, "-m", f"tests.bench.{module}", *argumenten]
    gestart = subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield gestart
        assert gestart.stdin is not None
        gestart.stdin.close()
        assert gestart.wait(GEDULD_SECONDEN) == 0, f"{module} {' '.join(argumenten[:1])} broke down"
    finally:
        gestart.kill()
        gestart.wait()
        for pijp in (gestart.stdin, gestart.stdout):
            assert pijp is not None
            pijp.close()


def zeg(gestart: subprocess.Popen[str], wat: str = "") -> str:
    """Say one line and return the line that comes back."""
    assert gestart.stdin is not None
    gestart.stdin.write(f"{wat}\n")
    gestart.stdin.flush()
    return regel(gestart)


def regel(gestart: subprocess.Popen[str]) -> str:
    """Return the next line that a process prints."""
    assert gestart.stdout is not None
    return gestart.stdout.readline().strip()


def vraag(adres: str, geduld_seconden: float = GEDULD_SECONDEN) -> str:
    """Call a server of ours."""
    with urlopen(adres, timeout=geduld_seconden) as antwoord:
        return str(antwoord.read().decode())


def drukte() -> float:
    """Return how many processes wanted a core in the last minute: above the number of cores figures say little."""
    return round(os.getloadavg()[0], 1)
