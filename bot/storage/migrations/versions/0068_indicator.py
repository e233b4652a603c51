"""Series of figures of the wijk, and their points.

Revision: 0068, after 0067
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0068"
down_revision = "0067"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "indicator",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("naam", sa.String(60), nullable=False),
        sa.Column("eenheid", sa.String(30), nullable=False),
        sa.Column("uitleg", sa.String(200), nullable=False),
        sa.Column("soort", sa.String(8), nullable=False),
        sa.Column("openbaar", sa.Boolean(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("gestopt_op", _MOMENT),
        sa.CheckConstraint("soort IN ('dag', 'maand', 'kwartaal', 'jaar')", name="ck_indicator_soort"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_indicator_wijk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_indicator_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_indicator"),
        sa.UniqueConstraint("publiek_id", name="uq_indicator_publiek_id"),
    )
    op.create_index("ix_indicator_wijk_id", "indicator", ["wijk", "id"])
    op.create_table(
        "indicatorpunt",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("indicator", _ID, nullable=False),
        sa.Column("begin", sa.Date(), nullable=False),
        sa.Column("waarde", sa.String(24)),
        sa.Column("bron", sa.String(120), nullable=False),
        sa.Column("reden", sa.String(200)),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_indicatorpunt_wijk"),
        sa.ForeignKeyConstraint(["indicator"], ["indicator.id"], name="fk_indicatorpunt_indicator"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_indicatorpunt_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_indicatorpunt"),
    )
    op.create_index("ix_indicatorpunt_indicator_id", "indicatorpunt", ["indicator", "id"])
