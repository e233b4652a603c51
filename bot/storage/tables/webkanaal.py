"""Tables of the chat in the browser: who is signed in on which device, and what stands in each chat."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.storage.tables.kolommen import UtcMoment, eigen_id, metadata, publiek_id, van_wijk, verwijzing

# A browser in which someone is signed in. Its secret is only in its cookie: here stands the hash.
websessie = Table(
    "websessie",
    metadata,
    eigen_id(),
    publiek_id(),
    verwijzing("account", index=True),
    Column("merk", LargeBinary(32), nullable=False, unique=True),  # SHA-256 of the secret
    verwijzing("bewoner", naam="voor", nullable=True),  # whose it was when that was made; NULL: nobody's yet
    Column("straks", LargeBinary(32), unique=True),  # SHA-256 of the one that takes its place when it is shown
    Column("toestel", String(60), nullable=False),  # as people would name it: such as Firefox, Android
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("gezien_op", UtcMoment, nullable=False),  # to the hour
    Column("bevestigd_tot", UtcMoment),  # until when somebody of the team showed their second factor
)

# A code by which a resident goes on elsewhere, in another browser or on another chat network: once, and soon.
toestelcode = Table(
    "toestelcode",
    metadata,
    Column("account", ForeignKey("account.id"), primary_key=True),
    Column("merk", LargeBinary(32), nullable=False, unique=True),  # HMAC of the code under the pepper
    Column("verloopt_op", UtcMoment, nullable=False),
    Column("wijze", String(4), nullable=False, server_default="zelf"),  # not `zelf`: the letter too
    verwijzing("account", naam="gegeven_door", nullable=True),
    Column("missers", SmallInteger, nullable=False, server_default="0"),  # wrong letters typed with it
    CheckConstraint("wijze IN ('zelf', 'deur', 'mail')", name="wijze"),
)

# That a resident who lost every device was given a code to come back, by whom, and whether they came.
terugkeer = Table(
    "terugkeer",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("bewoner", index=True),
    Column("wijze", String(4), nullable=False),
    verwijzing("account", naam="gegeven_door", nullable=True, index=True),
    Column("gegeven_op", UtcMoment, nullable=False),
    Column("gebruikt_op", UtcMoment),
    Column("geweigerd_op", UtcMoment),  # the resident said: that was not I
    CheckConstraint("wijze IN ('deur', 'mail')", name="wijze"),
)

# How far the chat of an account came: goes up with every change in it, so that a page can ask what is new.
webstand = Table(
    "webstand",
    metadata,
    Column("account", ForeignKey("account.id"), primary_key=True),
    Column("versie", BigInteger, nullable=False),
    Column("opmerking", JSON(none_as_null=True)),  # the last notice over a tap, and at which version it came
    Column("nieuw", BigInteger, nullable=False, server_default=text("0")),  # version of the last new message of ours
    Column("nieuw_op", UtcMoment),  # when that came, as people see it
    Column("gezien", BigInteger, nullable=False, server_default=text("0")),  # what a page of this account showed
)

# Where a browser is told that there is something new while no page of it is open: it ends with its session.
seintje = Table(
    "seintje",
    metadata,
    eigen_id(),
    verwijzing("websessie", naam="sessie", unique=True),
    verwijzing("account", index=True),
    Column("adres", String(1000), nullable=False, unique=True),  # at the push service of its maker
    Column("punt", LargeBinary(65), nullable=False),  # p256dh, and
    Column("geheim", LargeBinary(16), nullable=False),  # auth: who has these can only write to it (RFC 8291)
    Column("geseind", BigInteger, nullable=False),  # version of the chat of which it was told
    Column("pogingen", Integer, nullable=False, server_default=text("0")),
    Column("niet_voor", UtcMoment),  # of the system's time
)

# A file that somebody sent in the browser.
webbestand = Table(
    "webbestand",
    metadata,
    eigen_id(),
    publiek_id(),
    verwijzing("account", index=True),
    Column("naam", String(200), nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
    Column("op", UtcMoment, nullable=False),
    Column("bot", String(40)),  # the last bot that sent it on elsewhere, to many, and
    Column("file_id", String(200)),  # by which id it sends it there again
)

# What stands in a chat in the browser; of a deleted one only that it is gone.
webbericht = Table(
    "webbericht",
    metadata,
    eigen_id(),
    verwijzing("account"),
    Column("versie", BigInteger, nullable=False),
    Column("van_bot", Boolean, nullable=False),
    Column("inhoud", JSON(none_as_null=True)),  # bot.storage.webberichten.Inhoud; NULL: deleted
    Column("gegevens", JSON(none_as_null=True)),  # what its file is made of; apart, for a page does not need it
    Column("sleutel", String(80)),  # what made it: written twice is once
    Column("op", UtcMoment, nullable=False),  # as people see it
    UniqueConstraint("account", "sleutel"),
    Index(None, "account", "versie"),
)
