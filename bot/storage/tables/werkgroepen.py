"""Tables of werkgroepen, and of their groups on the chat network."""

from sqlalchemy import BigInteger, Column, Date, ForeignKey, LargeBinary, String, Table, Text, UniqueConstraint

from bot.storage.tables.kolommen import UtcMoment, eigen_id, metadata, publiek_id, van_wijk, verwijzing

werkgroep = Table(
    "werkgroep",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("naam", String(60), nullable=False),
    Column("omschrijving", Text),
    Column("taal", String(8)),  # in which the omschrijving was written
    # What its members are good at, taken together: talents, as of `gekeken_op`. Who said what stands in kennismaking.
    Column("gezocht", String(60)),  # that nobody named, with commas between
    Column("eenzijdig", String(20)),  # that nearly everybody named, and nothing else
    Column("gekeken_op", Date),
    UniqueConstraint("wijk", "naam"),
)

# By which name residents may see who leads a werkgroep; shown only as long as they have that role.
trekkernaam = Table(
    "trekkernaam",
    metadata,
    Column("werkgroep", ForeignKey("werkgroep.id"), primary_key=True),
    Column("account", ForeignKey("account.id"), primary_key=True),
    van_wijk(),
    Column("naam", String(40), nullable=False),
)

werkgroeplid = Table(
    "werkgroeplid",
    metadata,
    Column("werkgroep", ForeignKey("werkgroep.id"), primary_key=True),
    Column("bewoner", ForeignKey("bewoner.id"), primary_key=True),
    van_wijk(),
)

# The group on the chat network that belongs to a werkgroep: one each.
groepschat = Table(
    "groepschat",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("werkgroep", unique=True),
    Column("kanaal", String(20), nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("titel", String(255), nullable=False),  # as it was when they were joined
    Column("onderwerp", BigInteger),  # the topic of the group in which that was said; NULL: it has none
    verwijzing("account", naam="gekoppeld_door"),
    Column("link", String(100)),  # by which members ask to come in; NULL: none was made, or it works no more
    Column("oude_link", String(100)),  # the one before it, of which the chat network was not told yet that it is none
    UniqueConstraint("kanaal", "chat"),
)

# What joins a group to a werkgroep, once and for a short while; kept as a hash.
koppelcode = Table(
    "koppelcode",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("werkgroep", index=True),
    Column("merk", LargeBinary(32), nullable=False, unique=True),
    Column("verloopt_op", UtcMoment, nullable=False),
)
