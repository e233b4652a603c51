"""Tables of what guards the work of the team: who used which role for what."""

from sqlalchemy import Boolean, Column, Index, String, Table

from bot.storage.tables.kolommen import UtcMoment, eigen_id, metadata, van_wijk, verwijzing

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
