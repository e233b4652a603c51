"""What waits for a second person.

Revision: 0009, after 0008
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _moment(naam: str, *, mag_leeg: bool = False) -> sa.Column[object]:
    return sa.Column(naam, bot.storage.tables.UtcMoment(timezone=True), nullable=mag_leeg)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "voorstel",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("soort", sa.String(30), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("velden", sa.JSON(), nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        _moment("gemaakt_op"),
        _moment("verloopt_op"),
        sa.Column("staat", sa.String(12), nullable=False),
        sa.Column("besloten_door", _ID, nullable=True),
        _moment("besloten_op", mag_leeg=True),
        sa.CheckConstraint(
            "staat IN ('open', 'bevestigd', 'afgewezen', 'ingetrokken', 'verlopen')", name="ck_voorstel_staat"
        ),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_voorstel_wijk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_voorstel_gemaakt_door"),
        sa.ForeignKeyConstraint(["besloten_door"], ["account.id"], name="fk_voorstel_besloten_door"),
        sa.PrimaryKeyConstraint("id", name="pk_voorstel"),
        sa.UniqueConstraint("publiek_id", name="uq_voorstel_publiek_id"),
    )
    op.create_index("ix_voorstel_wijk_staat", "voorstel", ["wijk", "staat"])
