"""Refusals: each is a row of fouten.csv, with its methods, when it comes, status, words, and where these are from.

Clients recognise some refusals by their words, so those must be Telegram's own, with a source; all else is in plain
words of ours and says so.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Fout:
    """A row of the table.

    Attributes:
        methoden: methods of the Bot API; `*` for all, `(download)` for files, `(page)` for the people's side.
        wanneer: the condition, for readers.
        code: HTTP status and `error_code`.
        tekst: the `description`, with {fields}.
        bron: where the words were found, or that they are ours and why.
    """

    methoden: tuple[str, ...]
    wanneer: str
    code: int
    tekst: str
    bron: str


def _lees_tabel() -> dict[str, Fout]:
    with (Path(__file__).parent / "fouten.csv").open(encoding="utf-8", newline="") as stroom:
        return {
            rij["sleutel"]: Fout(
                tuple(rij["methoden"].split()), rij["wanneer"], int(rij["code"]), rij["tekst"], rij["bron"]
            )
            for rij in csv.DictReader(stroom)
        }


FOUTEN = _lees_tabel()


class ApiError(Exception):
    """A refused request; nothing was stored.

    Attributes:
        code: HTTP status and `error_code`.
        tekst: the `description` of the answer.
        wacht: seconds after which the same call may come again, or None.
        naar: the id under which the chat goes on, or None.
    """

    def __init__(self, code: int, tekst: str) -> None:
        super().__init__(tekst)
        self.code = code
        self.tekst = tekst
        self.wacht: int | None = None
        self.naar: int | None = None

    def envelop(self) -> dict[str, Any]:
        """Return the answer of the Bot API."""
        uit: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.tekst}
        if self.wacht is not None:
            uit["parameters"] = {"retry_after": self.wacht}
        if self.naar is not None:
            uit["parameters"] = {"migrate_to_chat_id": self.naar}
        return uit


def weiger(sleutel: str, **velden: object) -> ApiError:
    """Return the refusal of a row of the table, its fields filled in."""
    fout = FOUTEN[sleutel]
    return ApiError(fout.code, fout.tekst.format(**velden))
