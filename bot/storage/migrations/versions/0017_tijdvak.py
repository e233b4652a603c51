"""How far sending came is counted, so that a restored backup shows itself; a message knows the alarm that it comes from.

Revision: 0017, after 0016
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_UIT_WEKKER = """
UPDATE outbox SET wekker = (
    SELECT wekker.id FROM wekker
    WHERE CAST(wekker.id AS VARCHAR) = substr(outbox.sleutel, 8, length(CAST(wekker.id AS VARCHAR)))
    AND substr(outbox.sleutel, 8 + length(CAST(wekker.id AS VARCHAR)), 1) = ':'
) WHERE sleutel LIKE 'wekker:%'
"""


def upgrade() -> None:
    """Apply. The first start begins the first row; messages that were written know their alarm by their key."""
    op.create_table(
        "tijdvak",
        sa.Column("nr", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("merk", sa.String(22), nullable=False),
        sa.Column("teller", sa.BigInteger(), nullable=False),
        sa.Column("begonnen_op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("nr", name="pk_tijdvak"),
        sa.UniqueConstraint("merk", name="uq_tijdvak_merk"),
    )
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("wekker", _ID))
        outbox.create_foreign_key("fk_outbox_wekker", "wekker", ["wekker"], ["id"])
    op.execute(_UIT_WEKKER)
    waar = sa.text("staat IN ('mislukt', 'onzeker')")
    kolommen = ["wijk", "wekker", "soort", "staat", "reden", "id"]
    op.create_index("ix_outbox_mis", "outbox", kolommen, sqlite_where=waar, postgresql_where=waar)
