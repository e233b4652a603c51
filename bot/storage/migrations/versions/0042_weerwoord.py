"""What the team answers to what someone wrote on a ballot.

Revision: 0042, after 0041
"""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "weerwoord",
        sa.Column("stembiljet", sa.LargeBinary(16), nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("peiling", _ID, nullable=False),
        sa.Column("antwoord", sa.Text(), nullable=False),
        sa.Column("blijft", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_weerwoord_wijk"),
        sa.ForeignKeyConstraint(["peiling"], ["peiling.id"], name="fk_weerwoord_peiling"),
        sa.PrimaryKeyConstraint("stembiljet", name="pk_weerwoord"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_weerwoord_peiling", "weerwoord", ["peiling"])
