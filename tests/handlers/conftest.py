"""The running neighbourhood of tests/e2e, for what only shows with the real handling around it."""

from tests.e2e.conftest import wereld, wereld_overal

__all__ = ["wereld", "wereld_overal"]
