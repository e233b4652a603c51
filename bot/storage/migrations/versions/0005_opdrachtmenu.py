"""Whose list of commands must be set in the chat.

Revision: 0005, after 0004
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "opdrachtmenu",
        sa.Column("account", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("gewenst", sa.Integer(), nullable=False),
        sa.Column("gezet", sa.Integer(), server_default="0", nullable=False),
        sa.Column("inhoud", sa.String(32), nullable=True),
        sa.Column("pogingen", sa.Integer(), server_default="0", nullable=False),
        sa.Column("niet_voor", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_opdrachtmenu_account"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_opdrachtmenu_wijk"),
        sa.PrimaryKeyConstraint("account", name="pk_opdrachtmenu"),
    )
