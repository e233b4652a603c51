"""A mijlpaal can be changed and withdrawn.

Revision: 0024, after 0023
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.add_column("mijlpaal", sa.Column("ingetrokken_op", _MOMENT))
    op.create_table(
        "mijlpaal_wijziging",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("mijlpaal", _ID, nullable=False),
        sa.Column("velden", sa.JSON(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_mijlpaal_wijziging_wijk"),
        sa.ForeignKeyConstraint(["mijlpaal"], ["mijlpaal.id"], name="fk_mijlpaal_wijziging_mijlpaal"),
        sa.PrimaryKeyConstraint("id", name="pk_mijlpaal_wijziging"),
    )
    op.create_index("ix_mijlpaal_wijziging_mijlpaal", "mijlpaal_wijziging", ["mijlpaal"])
