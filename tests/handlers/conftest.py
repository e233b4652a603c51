"""The running neighbourhood of tests/e2e, for what needs the real handling; and an empty database."""

from pathlib import Path

import pytest

from tests.e2e.conftest import wereld, wereld_overal, zonder_toeval
from tests.wereld import Netnaam

__all__ = ["wereld", "wereld_overal", "zonder_toeval"]


@pytest.fixture
def net() -> Netnaam:
    """What is tested here is on this side of the network: one of them will do."""
    return "telegram"


@pytest.fixture(scope="session")
def sjabloon(_sqlite_sjabloon: Path) -> Path:
    """An empty database of this version, to be copied."""
    return _sqlite_sjabloon
