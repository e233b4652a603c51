"""Tables of the processes that work side by side on one PostgreSQL database; on SQLite they stay empty."""

from sqlalchemy import JSON, BigInteger, Column, Float, Integer, String, Table

from bot.storage.tables.kolommen import Nummer, UtcMoment, eigen_id, metadata

# A process that lives, by the number that it got at its start: while the row is here, what it took is its own. It says
# every moment that it lives; who finds one that did not say so in time deletes it, and from then on it is dead.
proces = Table("proces", metadata, eigen_id(), Column("leeft_tot", UtcMoment, nullable=False))

# What one process at a time does, such as the tick.
alleenrecht = Table(
    "alleenrecht",
    metadata,
    Column("naam", String(60), primary_key=True),
    Column("proces", Nummer, nullable=False),
    Column("nr", Integer, nullable=False),  # how often it was taken
)

# Who practises, by the queue of their chat, and in which process the practice lives; that may be dead.
oefenaar = Table(
    "oefenaar",
    metadata,
    Column("kanaal", String(20), primary_key=True),
    Column("bot", String(40), primary_key=True),
    Column("rij", String(60), primary_key=True),
    Column("proces", Nummer, nullable=False),
)

# How far the turns to send have been given out, for each bot: seconds of the database's clock.
tempo = Table(
    "tempo",
    metadata,
    Column("bot", String(40), primary_key=True),
    Column("volgende", Float(53), nullable=False),
    Column("alles_tot", Float(53), nullable=False),  # until when the chat network wants nothing at all
)

# What went to a chat as far as it still matters (bot.rules.pacing.Spoor): a minute, or as long as a 429 asks.
chattempo = Table(
    "chattempo",
    metadata,
    Column("bot", String(40), primary_key=True),
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("vol_op", Float(53), nullable=False),
    Column("pauze_tot", Float(53), nullable=False),
    Column("minuut", JSON, nullable=False),
    Column("voorbij_op", Float(53), nullable=False),  # from then on the row says nothing any more
)
