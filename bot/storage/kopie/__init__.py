"""Copying a whole database while it is in use, and putting a copy in its place. Not here: what a backup is beside that.

What differs per database stands in sqlite.py and postgres.py, under the same names.
"""

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import psycopg

from bot.errors import InvoerFout
from bot.storage import sqlalchemy_url
from bot.storage.kopie import postgres, sqlite

__all__ = ["Kopie", "van"]


@dataclass(frozen=True)
class Kopie:
    """How to copy one database.

    Args:
        soort: `sqlite` or `postgresql`.
        achtervoegsel: how the name of a copy ends.
    """

    url: str
    soort: str
    achtervoegsel: str
    _hoe: ModuleType

    def maak(self, naar: Path) -> dict[str, int]:
        """Write a copy as it is at one moment into an empty file; return how many rows each table has in it.

        Raises:
            InvoerFout: it cannot be copied, or the copy is not whole.
        """
        telling: dict[str, int] = self._doe("maak", self.url, naar)
        return telling

    def zet_klaar(self, kopie: Path) -> str:
        """Unpack a copy beside the database, in the place of one that a kill left there; return the URL of it.

        Raises:
            InvoerFout: it is no copy of this kind of database, is not whole, or there is no room or right for it.
        """
        url: str = self._doe("zet_klaar", self.url, kopie)
        return url

    def gooi_weg(self) -> None:
        """Delete what `zet_klaar` made and what was not put in its place."""
        self._doe("gooi_weg", self.url)

    def verwissel(self, merk: str) -> str:
        """Put what `zet_klaar` made in the place of the database at one stroke; return where the old one is.

        Args:
            merk: makes the name of the old one another than all others; letters, digits and `_`.

        Returns:
            Its name; empty when there was none.

        Raises:
            InvoerFout: somebody has the database open.
        """
        oud: str = self._doe("verwissel", self.url, merk)
        return oud

    def tel(self, url: str) -> dict[str, int]:
        """Return how many rows each table of a database has.

        Raises:
            InvoerFout: it is not there, or cannot be read.
        """
        telling: dict[str, int] = self._doe("tel", url)
        return telling

    def stand(self, url: str) -> tuple[int, ...] | None:
        """Return how far a database came: of two, the larger is the later; None when there is nothing to lose in it."""
        stand: tuple[int, ...] | None = self._doe("stand", url)
        return stand

    def _doe(self, wat: str, *args: Any) -> Any:
        """Do it; what the disk or the server refuses besides is a line too."""
        try:
            return getattr(self._hoe, wat)(*args)
        except OSError as fout:
            raise InvoerFout(f"{fout.filename or args[-1]}: kan niet ({fout.strerror}); geef ruimte of recht") from None
        except psycopg.Error as fout:
            reden = str(fout).strip().partition("\n")[0]
            raise InvoerFout(f"[opslag] database: de server weigert het ({reden}); geef ruimte of recht") from None


def van(url: str) -> Kopie:
    """Return how the database of a URL is copied."""
    volledig = sqlalchemy_url(url)
    if volledig.startswith("sqlite"):
        return Kopie(volledig, "sqlite", ".sqlite", sqlite)
    return Kopie(volledig, "postgresql", ".dump", postgres)
