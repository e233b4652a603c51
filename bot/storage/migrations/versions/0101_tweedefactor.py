"""The second factor of the team in a browser.

Revision: 0101, after 0100
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer, UtcMoment

revision = "0101"
down_revision = "0100"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("websessie", sa.Column("bevestigd_tot", UtcMoment()))
    op.create_table(
        "tweedefactor",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("account", Nummer, nullable=False),
        sa.Column("geheim", sa.LargeBinary()),
        sa.Column("bevestigd_op", UtcMoment()),
        sa.Column("stap", sa.BigInteger(), nullable=False, server_default=sa.text("0")),
        sa.Column("fouten", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("wacht_tot", UtcMoment()),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_tweedefactor_account"),
        sa.PrimaryKeyConstraint("id", name="pk_tweedefactor"),
        sa.UniqueConstraint("publiek_id", name="uq_tweedefactor_publiek_id"),
        sa.UniqueConstraint("account", name="uq_tweedefactor_account"),
    )
    op.create_table(
        "herstelcode",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("account", Nummer, nullable=False),
        sa.Column("merk", sa.LargeBinary(32), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_herstelcode_account"),
        sa.PrimaryKeyConstraint("id", name="pk_herstelcode"),
        sa.UniqueConstraint("account", "merk", name="uq_herstelcode_account_merk"),
    )
