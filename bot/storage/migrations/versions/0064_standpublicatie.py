"""What is published of how the conditions stand is kept: the public page shows that, never how they stand this minute.

Revision: 0064, after 0063
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcMoment

revision = "0064"
down_revision = "0063"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "standpublicatie",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("wijk", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("op", UtcMoment(), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name=op.f("fk_standpublicatie_wijk")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_standpublicatie")),
        sa.UniqueConstraint("wijk", "dag", name=op.f("uq_standpublicatie_wijk_dag")),
    )
