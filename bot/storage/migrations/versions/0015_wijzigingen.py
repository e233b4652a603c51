"""What changed in a meeting is kept until everyone concerned was told.

Revision: 0015, after 0014
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "bijeenkomst_wijziging",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("bijeenkomst", _ID, nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_bijeenkomst_wijziging_wijk"),
        sa.ForeignKeyConstraint(["bijeenkomst"], ["bijeenkomst.id"], name="fk_bijeenkomst_wijziging_bijeenkomst"),
        sa.PrimaryKeyConstraint("id", name="pk_bijeenkomst_wijziging"),
    )
    op.create_index("ix_bijeenkomst_wijziging_bijeenkomst", "bijeenkomst_wijziging", ["bijeenkomst"])
