"""Rounds past the doors: who stands where, in which order, and where one rather has no visit.

Revision: 0080, after 0079
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0080"
down_revision = "0079"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.add_column("huishouden", sa.Column("geen_bezoek_tot", sa.Date()))
    op.create_table(
        "ronde",
        sa.Column("account", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("huishouden", _ID, nullable=False),
        sa.Column("deel", sa.String(6), nullable=False),
        sa.Column("tot", _MOMENT, nullable=False),
        sa.CheckConstraint("deel IN ('alles', 'oneven', 'even')", name="ck_ronde_deel"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_ronde_account"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_ronde_wijk"),
        sa.ForeignKeyConstraint(["huishouden"], ["huishouden.id"], name="fk_ronde_huishouden"),
        sa.PrimaryKeyConstraint("account", name="pk_ronde"),
        sa.UniqueConstraint("huishouden", name="uq_ronde_huishouden"),
    )
    op.create_table(
        "looproute",
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("straat", sa.String(100), nullable=False),
        sa.Column("wijze", sa.String(10), nullable=False),
        sa.CheckConstraint("wijze IN ('heen_terug', 'om_en_om')", name="ck_looproute_wijze"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_looproute_wijk"),
        sa.PrimaryKeyConstraint("wijk", "straat", name="pk_looproute"),
    )
