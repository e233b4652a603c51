"""A running neighbourhood for each test, on SQLite; the story and the counts run on PostgreSQL too.

Each test that takes it runs with phones on Telegram and again with browsers: that second time is heavy, but for what is
marked `ook_web`.
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.wereld import Netnaam, Wereld, een_wereld


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "net" in metafunc.fixturenames:
        vlug = metafunc.definition.get_closest_marker("ook_web")
        web = pytest.param("web", id="op_web", marks=() if vlug else pytest.mark.zwaar)
        metafunc.parametrize("net", [pytest.param("telegram", id=pytest.HIDDEN_PARAM), web])


@pytest.fixture
def sjabloon(_sqlite_sjabloon: Path) -> Path:
    """An empty database, to copy to where a program finds it: making one takes it a second."""
    return _sqlite_sjabloon


@pytest.fixture
async def wereld(_sqlite_sjabloon: Path, tmp_path: Path, net: Netnaam) -> AsyncIterator[Wereld]:
    bestand = tmp_path / "gehoord.db"
    shutil.copy(_sqlite_sjabloon, bestand)
    async with een_wereld(f"sqlite:///{bestand}", tmp_path, net=net) as wereld:
        yield wereld


@pytest.fixture
async def wereld_overal(database_url: str, tmp_path: Path, net: Netnaam) -> AsyncIterator[Wereld]:
    """The same on both databases."""
    async with een_wereld(database_url, tmp_path, net=net) as wereld:
        yield wereld
