"""Tables of what guards the work of the team: who used which role for what, and by what they confirm who they are."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.storage.tables.kolommen import UtcMoment, eigen_id, metadata, publiek_id, van_wijk, verwijzing

# What someone read or did in a role, or was refused. Rows are only added; after their term they go.
rolgebruik = Table(
    "rolgebruik",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", index=True),
    Column("kanaal", String(20), nullable=False),  # the chat network, the desk or the server: stays when one is erased
    Column("rol", String(20), nullable=False),  # the least that was enough; empty: none was
    Column("wat", String(60), nullable=False),  # the use case: such as deurlijst.toon; never what was typed
    Column("onderwerp", String(22)),  # publiek_id of what it was about, where a tap named it
    Column("wijzigt", Boolean, nullable=False),  # whether anything was written but where a conversation is
    Column("geweigerd", String(60)),  # why not, as a key of the catalogs
    Index(None, "wijk", "op"),
    Index(None, "onderwerp"),
)

# By what someone of the team confirms in a browser who they are: an app with digits.
tweedefactor = Table(
    "tweedefactor",
    metadata,
    eigen_id(),
    publiek_id(),
    Column("account", ForeignKey("account.id"), nullable=False, unique=True),
    Column("geheim", LargeBinary),  # encrypted under the pepper; NULL: without an app
    Column("bevestigd_op", UtcMoment),  # NULL: not one right code yet
    Column("stap", BigInteger, nullable=False, server_default=text("0")),  # the last that was used: each works once
    Column("fouten", Integer, nullable=False, server_default=text("0")),  # in a row
    Column("wacht_tot", UtcMoment),
)

# Codes for when that is lost: each works once, and its row goes then.
herstelcode = Table(
    "herstelcode",
    metadata,
    eigen_id(),
    verwijzing("account"),
    Column("merk", LargeBinary(32), nullable=False),  # HMAC of the code under the pepper
    UniqueConstraint("account", "merk"),
)
