"""Versions of the spelregels, and which one holds; evidence of before the first was fixed says 0.

Revision: 0026, after 0025
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.add_column("wijk", sa.Column("spelregels_versie", sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "spelregels",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("uit_instellingen", sa.Boolean(), nullable=False),
        sa.Column("vastgesteld_op", bot.storage.tables.UtcMoment(timezone=True)),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_spelregels_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_spelregels"),
        sa.UniqueConstraint("wijk", "versie", name="uq_spelregels_wijk_versie"),
    )
