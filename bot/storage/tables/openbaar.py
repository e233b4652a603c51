"""Tables of what is published, and of who follows it by mail."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from bot.storage.tables.kolommen import UtcMoment, eigen_id, index_zolang, metadata, publiek_id, van_wijk, verwijzing

# A report as it was handed over. One that is not on the public page goes after some days; `openbaar_door`: who last
# put it there or took it off.
rapport = Table(
    "rapport",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("inhoud", LargeBinary, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("eind", Boolean, nullable=False),  # with the outcome; else it is an interim one
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("openbaar_op", UtcMoment),
    verwijzing("account", naam="openbaar_door", nullable=True),
)

# Who follows the wijk by e-mail, such as the griffie: no account and no resident. Taken away is gone.
volger = Table(
    "volger",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("naam", String(100), nullable=False),
    Column("adres", String(254), nullable=False),
    Column("rol", String(20), nullable=False),
    Column("geheim", String(22), nullable=False, unique=True),  # in the links of their mail
    Column("bevestigd_op", UtcMoment),  # from then on they get mail
    Column("taal", String(10), nullable=False, server_default="nl"),  # of their mail and of the page behind its link
    UniqueConstraint("wijk", "adres"),
)

# Mail to a follower or a resident; each row ends once. The address is that of the follower at the moment that it goes;
# of a resident it stands here, for it may be the one that they had before.
postuit = Table(
    "postuit",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("volger", nullable=True),
    verwijzing("bewoner", nullable=True, index=True),
    Column("adres", String(254)),  # emptied when the row has ended
    Column("taal", String(10)),
    Column("sleutel", String(80), nullable=False, unique=True),
    Column("soort", String(20), nullable=False),
    Column("data", JSON, nullable=False),  # emptied when it has arrived
    Column("op", UtcMoment, nullable=False),  # as people see it
    Column("staat", String(10), nullable=False),
    Column("lease_nr", Integer, nullable=False, server_default="0"),
    Column("lease_tot", UtcMoment),
    Column("pogingen", Integer, nullable=False, server_default="0"),
    Column("niet_voor", UtcMoment, nullable=False),
    Column("reden", String(200)),
    CheckConstraint("staat IN ('wachtend', 'bezig', 'verzonden', 'mislukt', 'onzeker')", name="staat"),
    CheckConstraint("(volger IS NULL) <> (bewoner IS NULL)", name="voor_wie"),
    index_zolang("ix_postuit_open", "niet_voor", zolang="staat IN ('wachtend', 'bezig')"),
    Index(None, "volger", "staat"),
)

# What followers were told of the public news and calendar: each thing once.
volgnieuws = Table(
    "volgnieuws",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("sleutel", String(100), nullable=False),
    UniqueConstraint("wijk", "sleutel"),
)

# A series of figures of the wijk, which staff keep; a correction is a later point of the same period.
indicator = Table(
    "indicator",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("naam", String(60), nullable=False),
    Column("eenheid", String(30), nullable=False),
    Column("uitleg", String(200), nullable=False),
    Column("soort", String(8), nullable=False),  # over what each figure is
    Column("openbaar", Boolean, nullable=False),  # on the public page too
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    Column("gestopt_op", UtcMoment),
    CheckConstraint("soort IN ('dag', 'maand', 'kwartaal', 'jaar')", name="soort"),
    Index(None, "wijk", "id"),
)

indicatorpunt = Table(
    "indicatorpunt",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("indicator"),
    Column("begin", Date, nullable=False),  # the first day of its period
    Column("waarde", String(24)),  # an exact decimal; NULL: the figure of this period was taken away
    Column("bron", String(120), nullable=False),
    Column("reden", String(200)),  # why it came in the place of an earlier one
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    Index(None, "indicator", "id"),
)

# What was published of a table, as bounds and what was shown: `bot.rules.publicatie.Uitgave` as JSON.
publicatie = Table(
    "publicatie",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("tabel", String(60), nullable=False),
    Column("moment", UtcMoment, nullable=False),
    Column("inhoud", JSON, nullable=False),
    UniqueConstraint("wijk", "tabel", "moment"),
)

# How the conditions of a large wijk stood when that was last counted: `bot.services.standtelling`.
standtelling = Table(
    "standtelling",
    metadata,
    Column("wijk", ForeignKey("wijk.id"), primary_key=True),
    Column("op", UtcMoment, nullable=False),  # as people see it
    Column("duur", Integer, nullable=False),  # milliseconds
    Column("nieuwste", BigInteger, nullable=False),  # the newest act that had no number in the log
    Column("merk", String(64), nullable=False),  # of all that people were counted by
    Column("inhoud", JSON, nullable=False),
)

# How the conditions stood on a day, in the numbers that were published: `bot.services.standpublicatie`.
standpublicatie = Table(
    "standpublicatie",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("dag", Date, nullable=False),
    Column("op", UtcMoment, nullable=False),
    Column("inhoud", JSON, nullable=False),
    UniqueConstraint("wijk", "dag"),
)
