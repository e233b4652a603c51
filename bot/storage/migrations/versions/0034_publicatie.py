"""What was published of each table is kept, so that a later publication takes it into account.

Revision: 0034, after 0033
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "publicatie",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("tabel", sa.String(60), nullable=False),
        sa.Column("moment", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_publicatie_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_publicatie"),
        sa.UniqueConstraint("wijk", "tabel", "moment", name="uq_publicatie_wijk_tabel_moment"),
    )
