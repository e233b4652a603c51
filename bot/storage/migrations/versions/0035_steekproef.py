"""Samples of what staff recorded, for an outsider to check.

Revision: 0035, after 0034
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    moment = bot.storage.tables.UtcMoment(timezone=True)
    open_ = sa.text("staat = 'open'")
    op.create_table(
        "steekproef",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("omvang", sa.Integer(), nullable=False),
        sa.Column("grootte", sa.BigInteger(), nullable=False),
        sa.Column("wortel", sa.LargeBinary(32), nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("gemaakt_op", moment, nullable=False),
        sa.Column("staat", sa.String(10), nullable=False),
        sa.Column("geeindigd_op", moment),
        sa.Column("getoond", sa.JSON(), nullable=False),
        sa.CheckConstraint("staat IN ('open', 'klaar', 'gestopt')", name="ck_steekproef_staat"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_steekproef_wijk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_steekproef_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_steekproef"),
        sa.UniqueConstraint("publiek_id", name="uq_steekproef_publiek_id"),
    )
    op.create_index(
        "ix_steekproef_wijk", "steekproef", ["wijk"], unique=True, sqlite_where=open_, postgresql_where=open_
    )
    op.create_table(
        "steekproefpost",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("steekproef", _ID, nullable=False),
        sa.Column("bewijs", _ID, nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("uitkomst", sa.String(12)),
        sa.Column("op", moment),
        sa.CheckConstraint("uitkomst IN ('klopt', 'klopt_niet', 'niet_bereikt')", name="ck_steekproefpost_uitkomst"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_steekproefpost_wijk"),
        sa.ForeignKeyConstraint(["steekproef"], ["steekproef.id"], name="fk_steekproefpost_steekproef"),
        sa.ForeignKeyConstraint(["bewijs"], ["bewijs.id"], name="fk_steekproefpost_bewijs"),
        sa.PrimaryKeyConstraint("id", name="pk_steekproefpost"),
        sa.UniqueConstraint("publiek_id", name="uq_steekproefpost_publiek_id"),
        sa.UniqueConstraint("steekproef", "bewijs", name="uq_steekproefpost_steekproef_bewijs"),
    )
