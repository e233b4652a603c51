"""Draws between candidates for a seat.

Revision: 0089, after 0088
"""

import sqlalchemy as sa
from alembic import op

revision = "0089"
down_revision = "0088"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "loting",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("vacature", _ID, nullable=False),
        sa.Column("blad", sa.Integer(), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("kandidaten", sa.JSON(), nullable=False),
        sa.Column("hoofd", sa.String(40)),
        sa.Column("volgorde", sa.JSON()),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_loting_wijk"),
        sa.ForeignKeyConstraint(["vacature"], ["vacature.id"], name="fk_loting_vacature"),
        sa.PrimaryKeyConstraint("id", name="pk_loting"),
        sa.UniqueConstraint("publiek_id", name="uq_loting_publiek_id"),
        sa.UniqueConstraint("vacature", name="uq_loting_vacature"),
    )
