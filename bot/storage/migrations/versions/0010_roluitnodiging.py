"""Invitations to a role.

Revision: 0010, after 0009
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _moment(naam: str, *, mag_leeg: bool = False) -> sa.Column[object]:
    return sa.Column(naam, bot.storage.tables.UtcMoment(timezone=True), nullable=mag_leeg)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "roluitnodiging",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("merk", sa.LargeBinary(32), nullable=False),
        sa.Column("rol", sa.String(20), nullable=False),
        sa.Column("bereik", sa.String(100), nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        _moment("gemaakt_op"),
        _moment("verloopt_op"),
        sa.Column("staat", sa.String(12), nullable=False),
        sa.Column("geeindigd_door", _ID, nullable=True),
        _moment("geeindigd_op", mag_leeg=True),
        sa.CheckConstraint("staat IN ('open', 'aangenomen', 'ingetrokken')", name="ck_roluitnodiging_staat"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_roluitnodiging_wijk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_roluitnodiging_gemaakt_door"),
        sa.ForeignKeyConstraint(["geeindigd_door"], ["account.id"], name="fk_roluitnodiging_geeindigd_door"),
        sa.PrimaryKeyConstraint("id", name="pk_roluitnodiging"),
        sa.UniqueConstraint("publiek_id", name="uq_roluitnodiging_publiek_id"),
        sa.UniqueConstraint("merk", name="uq_roluitnodiging_merk"),
    )
    op.create_index("ix_roluitnodiging_wijk_staat", "roluitnodiging", ["wijk", "staat"])
