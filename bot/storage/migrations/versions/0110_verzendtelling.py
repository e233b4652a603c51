"""What stays of messages that were kept long enough.

Revision: 0110, after 0109
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer

revision = "0110"
down_revision = "0109"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "verzendtelling",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("wijk", Nummer, nullable=False),
        sa.Column("wekker", Nummer),
        sa.Column("staat", sa.String(10), nullable=False),
        sa.Column("reden", sa.String(200)),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_verzendtelling_wijk"),
        sa.ForeignKeyConstraint(["wekker"], ["wekker.id"], name="fk_verzendtelling_wekker"),
        sa.PrimaryKeyConstraint("id", name="pk_verzendtelling"),
    )
    op.create_index("ix_verzendtelling_wijk", "verzendtelling", ["wijk"])
