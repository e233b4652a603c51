"""A running neighbourhood for each test, on SQLite; the story and the counts run on PostgreSQL too."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.wereld import Wereld, een_wereld


@pytest.fixture
def sjabloon(_sqlite_sjabloon: Path) -> Path:
    """An empty database, to copy to where a program finds it: making one takes it a second."""
    return _sqlite_sjabloon


@pytest.fixture
async def wereld(_sqlite_sjabloon: Path, tmp_path: Path) -> AsyncIterator[Wereld]:
    bestand = tmp_path / "gehoord.db"
    shutil.copy(_sqlite_sjabloon, bestand)
    async with een_wereld(f"sqlite:///{bestand}", tmp_path) as wereld:
        yield wereld


@pytest.fixture
async def wereld_overal(database_url: str, tmp_path: Path) -> AsyncIterator[Wereld]:
    """The same on both databases."""
    async with een_wereld(database_url, tmp_path) as wereld:
        yield wereld
