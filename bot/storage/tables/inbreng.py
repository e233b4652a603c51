"""Tables of what people write with a ballot, and of ballots on paper."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.tables.kolommen import eigen_id, metadata, publiek_id, van_wijk, verwijzing

# What the team answers to what someone wrote on a ballot. It hangs on the ballot, so it outlives who cast it; closing
# writes ballots anew, so it is no foreign key. It goes when its ballot changes: what it answered is no longer there.
weerwoord = Table(
    "weerwoord",
    metadata,
    Column("stembiljet", LargeBinary(16), primary_key=True),
    van_wijk(),
    verwijzing("peiling", index=True),
    Column("antwoord", Text, nullable=False),
    Column("blijft", Boolean, nullable=False),  # the team said that the objection stays, and the proposal too
    Column("later", Boolean, nullable=False, server_default=text("false")),  # after the closing
    sqlite_with_rowid=False,
)

# The groups in which the team puts what people wrote on ballots, and what a next round adds for who named it.
inbrenggroep = Table(
    "inbrenggroep",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("peiling"),
    Column("naam", String(24), nullable=False),
    Column("toegevoegd", String(100)),
    UniqueConstraint("peiling", "naam"),
)

# In which group a ballot's text stands. It hangs on the ballot, and goes when that changes, as what was answered does.
groepering = Table(
    "groepering",
    metadata,
    Column("stembiljet", LargeBinary(16), primary_key=True),
    van_wijk(),
    verwijzing("peiling", index=True),
    verwijzing("inbrenggroep", naam="groep", index=True),
    sqlite_with_rowid=False,
)

# By a voter's own choice: which account reads an answer to what stands on a ballot, also one that comes after the
# closing. It goes when that is sent, with the person, and when they take it back. Nobody of the team sees it.
terugweg = Table(
    "terugweg",
    metadata,
    Column("stembiljet", LargeBinary(16), primary_key=True),
    van_wijk(),
    verwijzing("peiling", index=True),
    verwijzing("account", index=True),
    sqlite_with_rowid=False,
)

AAN_STEMBILJET = (weerwoord, groepering, terugweg)
"""What hangs on a ballot, and goes when its voter takes it away."""

# A ballot on paper: its code (only as HMAC) and the seat for which it was printed. Who enters it sees the code and what
# was filled in. All of it goes when the poll closes; what remains is the ballot, and the evidence of who voted.
stemvel = Table(
    "stemvel",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("peiling"),
    verwijzing("huishouden"),
    Column("stoel", SmallInteger, nullable=False),
    Column("hmac", LargeBinary(32), nullable=False, unique=True),
    Column("staat", String(8), nullable=False, server_default="gemaakt"),
    Column("code", String(12)),  # as it was typed: who confirms finds the paper by it
    Column("inhoud", Text),  # what was entered, until it counts
    verwijzing("account", naam="invoerder", nullable=True),
    verwijzing("voorstel", nullable=True),  # in which a second person was asked
    verwijzing("bewoner", nullable=True),  # whose vote it is, once it counts
    CheckConstraint("staat IN ('gemaakt', 'bezig', 'wacht', 'telt')", name="staat"),
    CheckConstraint("(code IS NULL) = (staat = 'gemaakt')", name="code"),
    CheckConstraint("(bewoner IS NOT NULL) = (staat = 'telt')", name="bewoner"),
    UniqueConstraint("peiling", "bewoner"),
    Index(None, "peiling", "huishouden", "stoel"),
    Index(None, "huishouden"),
)
