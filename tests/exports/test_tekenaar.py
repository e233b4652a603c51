"""The process that draws: there while it is needed, gone with who asked, and a clear error when it breaks off."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.exports import tekenaar
from bot.exports.tekenaar import Tekenaar, Tekenfout

WOORD = "#sys.inputs.tekst"
EINDELOOS = "#for a in range(100000) { for b in range(100000) { let c = a + b } }"
OUDER = f"""
from bot.exports.tekenaar import Tekenaar
een = Tekenaar()
een.teken("x", format="pdf")
print(een._proces.pid, flush=True)
een.teken({EINDELOOS!r}, format="pdf")
"""


@pytest.fixture
def een() -> Iterator[Tekenaar]:
    nieuw = Tekenaar()
    yield nieuw
    nieuw.sluit()


def kind(van: Tekenaar) -> int:
    assert van._proces is not None
    return van._proces.pid


def wordt(waar: Callable[[], bool], seconden: float = 10) -> bool:
    """Wait until something is so."""
    einde = time.monotonic() + seconden
    while not waar() and time.monotonic() < einde:
        time.sleep(0.02)
    return waar()


def _draait(pid: int) -> bool:
    stand = Path(f"/proc/{pid}/stat")
    return stand.exists() and stand.read_text().rpartition(")")[2].split()[0] != "Z"


def test_one_process_draws_one_thing_after_another_and_knows_nothing_of_ours(
    een: Tekenaar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEHOORD_TELEGRAM_TOKEN", "4242:geheim")
    eerste = een.teken(WOORD, format="pdf", sys_inputs={"tekst": "een"})
    pid = kind(een)
    with pytest.raises(Tekenfout, match="unknown variable"):
        een.teken("#weg", format="pdf")
    assert een.teken(WOORD, format="pdf", sys_inputs={"tekst": "een"})[:5] == eerste[:5] == b"%PDF-"
    assert kind(een) == pid
    omgeving = Path(f"/proc/{pid}/environ").read_text().split("\0")
    assert {deel.partition("=")[0] for deel in omgeving if deel} <= {*tekenaar._OMGEVING, "LC_CTYPE"}
    eigen = {str(fd.readlink()) for fd in Path(f"/proc/{pid}/fd").iterdir()}
    assert [naar for naar in eigen if naar.endswith((".db", ".txt"))] == []
    geladen = Path(f"/proc/{pid}/maps").read_text()
    assert "_typst" in geladen
    assert "_sqlite3" not in geladen


def test_it_ends_when_there_is_nothing_to_draw_and_begins_again(een: Tekenaar) -> None:
    een._rust = 0.05
    een.teken("x", format="pdf")
    assert wordt(lambda: een._proces is None)
    een._rust = 60
    assert een.teken("x", format="pdf")


def test_a_drawing_that_does_not_end_or_a_process_that_is_killed_is_an_error_and_the_next_is_drawn() -> None:
    haastig = Tekenaar(hoogstens_seconden=1)
    with pytest.raises(Tekenfout, match=f"exit code -{signal.SIGALRM}"):
        haastig.teken(EINDELOOS, format="pdf")
    assert haastig.teken("x", format="pdf")
    os.kill(kind(haastig), signal.SIGKILL)
    with pytest.raises(Tekenfout, match=f"exit code -{signal.SIGKILL}"):
        haastig.teken("x", format="pdf")
    assert haastig.teken("x", format="pdf")
    haastig.sluit()


def test_it_is_gone_with_who_asked_also_by_a_kill_in_the_middle_of_a_drawing() -> None:
    with subprocess.Popen([sys.executable, "-c", OUDER], stdout=subprocess.PIPE, text=True) as ouder:
        assert ouder.stdout is not None
        pid = int(ouder.stdout.readline())
        time.sleep(0.3)
        assert _draait(pid), "it is drawing what has no end"
        ouder.kill()
    assert wordt(lambda: not _draait(pid))
