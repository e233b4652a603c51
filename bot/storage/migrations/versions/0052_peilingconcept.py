"""Drafts of polls.

Revision: 0052, after 0051
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcMoment

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "peilingconcept",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("account", _ID, nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("bewaard_op", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_peilingconcept_wijk"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_peilingconcept_account"),
        sa.PrimaryKeyConstraint("id", name="pk_peilingconcept"),
        sa.UniqueConstraint("publiek_id", name="uq_peilingconcept_publiek_id"),
    )
    op.create_index("ix_peilingconcept_account", "peilingconcept", ["account"])
