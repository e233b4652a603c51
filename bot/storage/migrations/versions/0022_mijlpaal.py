"""Moments at the gemeenteraad, the college or a commissie.

Revision: 0022, after 0021
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "mijlpaal",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("bij", sa.String(20), nullable=False),
        sa.Column("titel", sa.String(100), nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.Column("uitleg", sa.String(400), nullable=False),
        sa.Column("link", sa.String(300)),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.CheckConstraint("bij IN ('gemeenteraad', 'college', 'commissie')", name="ck_mijlpaal_bij"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_mijlpaal_wijk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_mijlpaal_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_mijlpaal"),
        sa.UniqueConstraint("publiek_id", name="uq_mijlpaal_publiek_id"),
    )
    op.create_index("ix_mijlpaal_wijk_moment", "mijlpaal", ["wijk", "moment"])
