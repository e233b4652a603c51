"""A program that is told to stop ends, whatever it was doing; its threads never keep it alive."""

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest

GEHOORD = [sys.executable, "-m", "bot"]
GENOEG_SECONDEN = 20


@pytest.mark.parametrize("teken", [signal.SIGINT, signal.SIGTERM])
def test_a_demo_that_is_told_to_stop_ends_well(sjabloon: Path, tmp_path: Path, teken: signal.Signals) -> None:
    (tmp_path / "demo").mkdir()
    shutil.copy(sjabloon, tmp_path / "demo" / "gehoord.db")
    opdracht = [*GEHOORD, "demo", "--map", str(tmp_path / "demo"), "--poort", "0"]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as demo:
        assert demo.stdout is not None
        assert any("Gehoord draait" in regel for regel in iter(demo.stdout.readline, ""))
        adres = next(regel.split()[-1] for regel in iter(demo.stdout.readline, "") if "openbare pagina" in regel)
        with urlopen(adres, timeout=GENOEG_SECONDEN) as pagina, urlopen(urljoin(adres, "/readyz")) as klaar:
            assert ("Vogelbuurt" in pagina.read().decode(), klaar.read()) == (True, b"ok\n")
        demo.send_signal(teken)
        _, fouten = demo.communicate(timeout=GENOEG_SECONDEN)
    assert (demo.returncode, fouten) == (0, "")


@pytest.mark.parametrize("na_seconden", [1.0, 1.6])
def test_a_story_that_is_broken_off_ends(tmp_path: Path, na_seconden: float) -> None:
    opdracht = [*GEHOORD, "demo", "--verhaal", "--map", str(tmp_path / "verhaal")]
    with subprocess.Popen(opdracht, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as verhaal:
        time.sleep(na_seconden)
        verhaal.send_signal(signal.SIGINT)
        assert verhaal.wait(timeout=GENOEG_SECONDEN) != 0
