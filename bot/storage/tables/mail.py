"""Tables of e-mail to residents: the address that one gave, and what keeps mail from being asked for too often."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.storage.tables.kolommen import UtcMoment, eigen_id, metadata, van_wijk, verwijzing

# The address of a resident: `adres` once they typed the code that went there, `nieuw` until then.
mailadres = Table(
    "mailadres",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("bewoner"),
    Column("adres", String(254), index=True),
    Column("bevestigd_op", UtcMoment),
    Column("nieuw", String(254)),
    Column("merk", LargeBinary(32)),  # HMAC of the code that went to `nieuw`, under the pepper
    Column("verloopt_op", UtcMoment),
    Column("missers", SmallInteger, nullable=False, server_default="0"),
    Column("geheim", String(22), nullable=False, unique=True),  # in the link that only stops the daily mail
    Column("dagmail", Boolean, nullable=False, server_default=text("true")),  # wants what they did not see, once a day
    Column("gemaild", BigInteger, nullable=False, server_default="0"),  # version of the chat up to which that went
    UniqueConstraint("bewoner"),
)

# That mail was asked for: by HMAC of who or what it is counted for. Goes after a day.
mailrem = Table(
    "mailrem",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("merk", LargeBinary(32), nullable=False),
    Column("op", UtcMoment, nullable=False),
    Index(None, "merk", "op"),
)
