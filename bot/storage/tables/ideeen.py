"""Tables of the ideas that residents bring in, and of who supports one."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, PrimaryKeyConstraint, String, Table, Text, text

from bot.storage.tables.kolommen import UtcMoment, eigen_id, metadata, publiek_id, van_wijk, verwijzing

# What is not let through, is put together with another or is taken back leaves no row. Nobody but who brought it in
# sees who that was; they are erased out of what others can read already, with their photo and place.
idee = Table(
    "idee",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bewoner", nullable=True, index=True),
    verwijzing("account", naam="vanaf", nullable=True),  # where they brought it in
    Column("tekst", Text, nullable=False),
    Column("taal", String(8), nullable=False),  # in which its writer reads
    Column("plek", String(100)),  # in words
    Column("punt", String(24)),  # or millionths of a degree north and east
    Column("foto", Text),  # under which the chat network has it
    Column("staat", String(8), nullable=False, server_default="wacht"),
    Column("reden", Text),  # what the team said at its last step
    verwijzing("werkgroep", nullable=True),  # that took it up
    Column("steun", Integer, nullable=False, server_default=text("0")),  # as it is shown: `bot.rules.ideeen`
    Column("op", UtcMoment, nullable=False),
    CheckConstraint("staat IN ('wacht', 'nieuw', 'opgepakt', 'gelukt', 'kan_niet')", name="staat"),
    Index(None, "wijk", "staat"),
)

idee_steun = Table(
    "idee_steun",
    metadata,
    verwijzing("idee"),
    verwijzing("bewoner", index=True),
    van_wijk(),
    PrimaryKeyConstraint("idee", "bewoner"),
)
