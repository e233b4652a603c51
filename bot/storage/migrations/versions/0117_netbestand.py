"""Pictures and files that a chat network has already, and by which id it sends them again.

Revision: 0117, after 0116
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer, UtcMoment

revision = "0117"
down_revision = "0116"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "netbestand",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("bot", sa.String(40), nullable=False),
        sa.Column("merk", sa.LargeBinary(32), nullable=False),
        sa.Column("file_id", sa.String(200), nullable=False),
        sa.Column("op", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_netbestand"),
        sa.UniqueConstraint("bot", "merk", name="uq_netbestand_bot_merk"),
    )
    op.add_column("webbestand", sa.Column("bot", sa.String(40)))
    op.add_column("webbestand", sa.Column("file_id", sa.String(200)))
