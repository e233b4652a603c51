"""Logging: to stderr, and never a secret in it, not in an exception either."""

import logging
import re
import sys
from collections.abc import Iterable

_TOKEN = re.compile(r"(?<!\d)\d{1,20}:[A-Za-z0-9_-]{10,}")


_RIJ = re.compile(r"(DETAIL|CONTEXT):.*?(?=\n\[SQL|\n\n|\Z)", re.DOTALL)
"""Where PostgreSQL quotes the row that it refused."""


class _Zwijger(logging.Formatter):
    """Blacks out the given secrets, what looks like a bot token, and rows of the database, in the finished line."""

    def __init__(self, geheimen: Iterable[str]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._geheimen = [geheim for geheim in geheimen if geheim]

    def format(self, record: logging.LogRecord) -> str:
        regel = super().format(record)
        for geheim in self._geheimen:
            regel = regel.replace(geheim, "•••")
        return _RIJ.sub(r"\1: •••", _TOKEN.sub("•••", regel))


def richt_in(*geheimen: str, niveau: int = logging.INFO) -> None:
    """Send all logging to stderr with these secrets blacked out."""
    uit = logging.StreamHandler(sys.stderr)
    uit.setFormatter(_Zwijger(geheimen))
    logging.basicConfig(level=niveau, handlers=[uit], force=True)
    for luid in ("httpx", "httpcore", "alembic"):
        logging.getLogger(luid).setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a tick that takes more than a second is no news
