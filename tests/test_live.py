"""What goes live as it is written down: units that systemd takes and that may do little, a container by hash."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

LIVE = Path(__file__).parents[1] / "docs" / "live"
TEKST = (LIVE.parent / "live.md").read_text("utf-8")
EENHEDEN = sorted(een.name for een in LIVE.glob("*.service"))
HOOGSTENS = 2.0
"""Of ten, by systemd's own measure; a service that says nothing has 9.6."""


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
@pytest.mark.parametrize("naam", EENHEDEN)
def test_a_service_may_do_little_by_systemds_own_measure(naam: str) -> None:
    vraag = ["systemd-analyze", "security", "--offline=true", str(LIVE / naam)]
    uit = subprocess.run(vraag, capture_output=True, text=True, check=False).stdout
    gevonden = re.search(r"exposure level for \S+: ([\d.]+)", uit)
    assert gevonden, uit[-500:]
    assert float(gevonden[1]) <= HOOGSTENS
    assert (LIVE / naam).read_text().count("MemoryDenyWriteExecute=yes") == 1


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
def test_systemd_takes_the_units() -> None:
    eenheden = [str(een) for een in sorted(LIVE.glob("gehoord*"))]
    gezegd = subprocess.run(
        ["systemd-analyze", "verify", *eenheden], capture_output=True, text=True, check=False
    ).stderr
    vreemd = [
        regel for regel in gezegd.splitlines() if regel.startswith("gehoord") and "is not executable" not in regel
    ]
    assert vreemd == [], "of this machine nothing is said, and the program is not here"


def test_what_is_copied_started_and_built_is_there_and_no_file_names_an_address() -> None:
    genoemd = set(re.findall(r"docs/live/([\w.-]+)", TEKST))
    assert genoemd == {een.name for een in LIVE.iterdir()}
    inhoud = (LIVE / "Containerfile").read_text()
    assert "--require-hashes" in inhoud
    assert re.findall(r"https?://|[\w-]+\.(?:io|com|org)\b", inhoud) == []
    for naam in re.findall(r"COPY (?!--from)(.+) \S+", inhoud):
        assert all((LIVE.parents[1] / deel).exists() for deel in naam.split()), naam
