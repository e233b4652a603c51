"""Messages that still must leave the chat of who was erased.

Revision: 0082, after 0081
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0082"
down_revision = "0081"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "chatwissing",
        sa.Column("id", _ID, primary_key=True, autoincrement=True),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("kanaal", sa.String(20), nullable=False),
        sa.Column("extern_id", sa.String(40), nullable=False),
        sa.Column("berichten", sa.JSON(), nullable=False),
        sa.Column("op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_chatwissing_wijk"),
    )
