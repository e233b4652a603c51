"""The SQLite file of the web chat: its tables and its transactions. What rows mean is said elsewhere."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")
Json = dict[str, Any]

SCHEMA = """
CREATE TABLE IF NOT EXISTS meta(sleutel TEXT PRIMARY KEY, waarde) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS gebruiker(
    id INTEGER PRIMARY KEY, naam TEXT NOT NULL, taal TEXT NOT NULL, rol TEXT NOT NULL, startcode TEXT,
    gestart INTEGER NOT NULL DEFAULT 0, geblokkeerd INTEGER NOT NULL DEFAULT 0, plaats INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS chat(id INTEGER PRIMARY KEY, soort TEXT NOT NULL, titel TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS groep(chat INTEGER PRIMARY KEY, bot INTEGER NOT NULL DEFAULT 1, naar INTEGER);
CREATE TABLE IF NOT EXISTS lid(
    chat INTEGER NOT NULL, gebruiker INTEGER NOT NULL, gelezen INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY(chat, gebruiker)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bericht(
    chat INTEGER NOT NULL, message_id INTEGER NOT NULL, volgnr INTEGER NOT NULL, van_bot INTEGER NOT NULL,
    verwijderd INTEGER NOT NULL DEFAULT 0, inhoud TEXT NOT NULL, PRIMARY KEY(chat, message_id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bericht_volgnr ON bericht(chat, volgnr);
CREATE TABLE IF NOT EXISTS wachtrij(
    id INTEGER PRIMARY KEY, soort TEXT NOT NULL, inhoud TEXT NOT NULL, tijd INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS tik(
    id TEXT PRIMARY KEY, gebruiker INTEGER NOT NULL, tijd INTEGER NOT NULL,
    beantwoord INTEGER NOT NULL DEFAULT 0, tekst TEXT, alert INTEGER NOT NULL DEFAULT 0, url TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stem(
    peiling TEXT NOT NULL, gebruiker INTEGER NOT NULL, opties TEXT NOT NULL, PRIMARY KEY(peiling, gebruiker)
    ) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bestand(
    file_id TEXT PRIMARY KEY, uniek TEXT NOT NULL, soort TEXT NOT NULL, naam TEXT NOT NULL, mime TEXT NOT NULL,
    breedte INTEGER, hoogte INTEGER, inhoud BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS beheer(chat INTEGER PRIMARY KEY, uitnodigen INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS uitnodiging(
    link TEXT PRIMARY KEY, chat INTEGER NOT NULL, naam TEXT, verzoek INTEGER NOT NULL, verloopt INTEGER,
    hoogstens INTEGER, ingetrokken INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS toetreding(
    chat INTEGER NOT NULL, gebruiker INTEGER NOT NULL, tijd INTEGER NOT NULL, PRIMARY KEY(chat, gebruiker)
    ) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS commando(
    bereik TEXT NOT NULL, taal TEXT NOT NULL, inhoud TEXT NOT NULL, PRIMARY KEY(bereik, taal)) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class Bot:
    """Who the bot is: its token, and the id that the token begins with."""

    token: str
    username: str
    naam: str

    @property
    def id(self) -> int:
        """The bot's user id, the number before the colon of the token."""
        return int(self.token.split(":", 1)[0])

    def als_gebruiker(self) -> Json:
        """The bot as a User object."""
        return {"id": self.id, "is_bot": True, "first_name": self.naam, "username": self.username}


@dataclass(frozen=True)
class Gebeurtenis:
    """Something that open pages of these people should see; sent after the commit."""

    voor: tuple[int, ...]
    soort: str
    data: Json


@dataclass
class Tx:
    """One transaction: the connection, the time, and what the outside world must hear once it is committed.

    Attributes:
        nu: Unix time that people see (the demo's clock).
        systeemtijd: Unix time of the machine, for everything that expires.
    """

    db: sqlite3.Connection
    bot: Bot
    nu: int
    systeemtijd: float
    gebeurtenissen: list[Gebeurtenis] = field(default_factory=list)
    nieuwe_update: bool = False

    def een(self, sql: str, *waarden: Any) -> tuple[Any, ...] | None:
        """Return the first row, or None."""
        return cast("tuple[Any, ...] | None", self.db.execute(sql, waarden).fetchone())

    def alle(self, sql: str, *waarden: Any) -> list[tuple[Any, ...]]:
        """Return every row."""
        return self.db.execute(sql, waarden).fetchall()

    def doe(self, sql: str, *waarden: Any) -> int:
        """Run a statement and return how many rows it touched."""
        return self.db.execute(sql, waarden).rowcount

    def tel(self, sleutel: str) -> int:
        """Raise the counter `sleutel` by one and return it."""
        rij = self.een(
            "INSERT INTO meta VALUES(?, 1) ON CONFLICT DO UPDATE SET waarde = waarde + 1 RETURNING waarde", sleutel
        )
        return int(rij[0]) if rij else 0

    def lees(self, sleutel: str, standaard: Any = None) -> Any:
        """Return the JSON value kept under `sleutel`."""
        rij = self.een("SELECT waarde FROM meta WHERE sleutel = ?", sleutel)
        return standaard if rij is None else json.loads(str(rij[0]))

    def zet(self, sleutel: str, waarde: Any) -> None:
        """Keep a JSON value under `sleutel`."""
        self.doe("INSERT OR REPLACE INTO meta VALUES(?, ?)", sleutel, json.dumps(waarde))

    def meld(self, voor: tuple[int, ...], soort: str, data: Json) -> None:
        """Tell the open pages of these people, after the commit."""
        self.gebeurtenissen.append(Gebeurtenis(voor, soort, data))


class Opslag:
    """The store. Everything that `doe` returned is committed.

    It works in the event loop itself: a transaction is some rows, and its commit waits for no disk (see
    `_bereid_voor`), which takes less than to hand it to a thread and back.

    Args:
        bestand: the SQLite file; created when missing.
        bot: whose store it is.
        klok: Unix time that people see.
        systeemklok: Unix time of the machine.
        na_commit: called after each commit, before `doe` returns.
    """

    def __init__(
        self,
        bestand: Path,
        bot: Bot,
        klok: Callable[[], int],
        systeemklok: Callable[[], float],
        na_commit: Callable[[Tx], None],
    ) -> None:
        bestand.touch(mode=0o600)  # chats are for their owner's eyes only
        self._db = sqlite3.connect(bestand, isolation_level=None)
        self._bot = bot
        self._klok = klok
        self._systeemklok = systeemklok
        self._na_commit = na_commit
        _bereid_voor(self._db)

    def doe(self, fn: Callable[Concatenate[Tx, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `fn(tx, ...)` as one transaction. A raised error rolls everything back and reaches the caller."""
        tx = Tx(self._db, self._bot, self._klok(), self._systeemklok())
        self._db.execute("BEGIN IMMEDIATE")
        try:
            uitkomst = fn(tx, *args, **kwargs)
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise
        self._na_commit(tx)
        return uitkomst

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def _bereid_voor(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")  # demo state: a power cut may cost the last seconds, a kill costs nothing
    db.execute("PRAGMA busy_timeout = 5000")
    db.executescript(SCHEMA)
    begin = 100_000_000 + secrets.randbelow(800_000_000)
    db.execute("INSERT OR IGNORE INTO meta VALUES('update_id', ?)", (begin,))
