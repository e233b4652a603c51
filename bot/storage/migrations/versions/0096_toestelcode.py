"""A resident on two chat networks: the code that ties them, and where messages go.

Revision: 0096, after 0095
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer, UtcMoment

revision = "0096"
down_revision = "0095"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("account", sa.Column("elders", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.create_table(
        "toestelcode",
        sa.Column("account", Nummer, nullable=False),
        sa.Column("merk", sa.LargeBinary(32), nullable=False),
        sa.Column("verloopt_op", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_toestelcode_account"),
        sa.PrimaryKeyConstraint("account", name="pk_toestelcode"),
        sa.UniqueConstraint("merk", name="uq_toestelcode_merk"),
    )
