"""Logging: to stderr, and never a secret in it, not in an exception either.

On a terminal a line of text, elsewhere JSON, so that a log can be searched by field. Each line says of which update or
alarm it is (`SPOOR`): one word to look for gives the path from a tap to all that was sent because of it.
"""

import json
import logging
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import structlog

SPOOR: ContextVar[str | None] = ContextVar("spoor", default=None)
"""What is being done now: `u` with the number of its row in the inbox, `w` with that of an alarm. Nothing of whom."""

_TOKEN = re.compile(r"(?<!\d)\d{1,20}:[A-Za-z0-9_-]{10,}")


_MAIL = re.compile(r"[^\s<>\"'(]+@[\w-]+\.[^\s<>\"')]+")
"""Of whom, or with which word one gets in: `anna@voorbeeld.nl`, `ik:geheim@server.nl`. Mail servers repeat it."""
_RIJ = re.compile(r"(DETAIL|CONTEXT):.*?(?=\n\[SQL|\n\n|\Z)", re.DOTALL)
"""Where PostgreSQL quotes the row that it refused."""


@contextmanager
def op_spoor(spoor: str) -> Iterator[None]:
    """Let all that is logged and written for later meanwhile carry this."""
    teken = SPOOR.set(spoor)
    try:
        yield
    finally:
        SPOOR.reset(teken)


def zonder_mailadressen(tekst: str) -> str:
    """Black out what looks like an address."""
    return _MAIL.sub("•••", tekst)


class _Zwijger(logging.Formatter):
    """Blacks out the given secrets, what looks like a bot token, and rows of the database, in the finished line."""

    def __init__(self, geheimen: Iterable[str], *, als_json: bool = False) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        gegeven = [geheim for geheim in geheimen if geheim]
        self._geheimen = [*gegeven, *(json.dumps(geheim)[1:-1] for geheim in gegeven)]
        self._json = _json_regels(self._zwart) if als_json else None

    def format(self, record: logging.LogRecord) -> str:
        if self._json is not None:  # each value was blacked out before it was quoted, the line is once more
            return self._zonder_geheimen(self._json.format(record))
        spoor = SPOOR.get()
        return self._zwart(super().format(record)) + (f" [{spoor}]" if spoor else "")

    def _zwart(self, tekst: str) -> str:
        return _RIJ.sub(r"\1: •••", self._zonder_geheimen(tekst))

    def _zonder_geheimen(self, tekst: str) -> str:
        for geheim in self._geheimen:
            tekst = tekst.replace(geheim, "•••")
        tekst = _TOKEN.sub("•••", tekst)
        return zonder_mailadressen(tekst) if "@" in tekst else tekst


def _json_regels(zwart: Callable[[str], str]) -> logging.Formatter:
    def maak_zwart(_: Any, __: str, velden: structlog.typing.EventDict) -> structlog.typing.EventDict:
        return {naam: zwart(waarde) if isinstance(waarde, str) else waarde for naam, waarde in velden.items()}

    def zeg_spoor(_: Any, __: str, velden: structlog.typing.EventDict) -> structlog.typing.EventDict:
        spoor = SPOOR.get()
        return velden if spoor is None else {**velden, "spoor": spoor}

    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            zeg_spoor,
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            maak_zwart,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )


def richt_in(*geheimen: str, niveau: int = logging.INFO) -> None:
    """Send all logging to stderr with these secrets blacked out."""
    uit = logging.StreamHandler(sys.stderr)
    uit.setFormatter(_Zwijger(geheimen, als_json=not sys.stderr.isatty()))
    logging.basicConfig(level=niveau, handlers=[uit], force=True)
    for luid in ("httpx", "httpcore", "alembic"):
        logging.getLogger(luid).setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a tick that takes more than a second is no news
