"""The traject: the road that a wijk chose, each time that a stage of it is gone through, and the days that do not count.

Revision: 0060, after 0059
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcMoment

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "traject",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("sjabloon", sa.String(40), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("besluitdatum", sa.Date(), nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=True),
        sa.Column("begonnen_op", UtcMoment(timezone=True), nullable=False),
        sa.Column("gestopt_op", UtcMoment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_traject_wijk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_traject_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_traject"),
        sa.UniqueConstraint("publiek_id", name="uq_traject_publiek_id"),
    )
    waar = sa.text("gestopt_op IS NULL")
    op.create_index("ix_traject_wijk", "traject", ["wijk"], unique=True, sqlite_where=waar, postgresql_where=waar)
    op.create_table(
        "fase",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("traject", _ID, nullable=False),
        sa.Column("sleutel", sa.String(40), nullable=False),
        sa.Column("ronde", sa.SmallInteger(), nullable=False, server_default="1"),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("verwacht_tot", sa.Date(), nullable=True),
        sa.Column("begonnen_op", UtcMoment(timezone=True), nullable=True),
        sa.Column("geeindigd_op", UtcMoment(timezone=True), nullable=True),
        sa.Column("uitkomst", sa.String(20), nullable=True),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_fase_wijk"),
        sa.ForeignKeyConstraint(["traject"], ["traject.id"], name="fk_fase_traject"),
        sa.PrimaryKeyConstraint("id", name="pk_fase"),
        sa.UniqueConstraint("publiek_id", name="uq_fase_publiek_id"),
        sa.UniqueConstraint("traject", "sleutel", "ronde", name="uq_fase_traject_sleutel_ronde"),
    )
    op.create_table(
        "vrije_periode",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("naam", sa.String(60), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_vrije_periode_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_vrije_periode"),
    )
    op.create_index("ix_vrije_periode_wijk", "vrije_periode", ["wijk"])
