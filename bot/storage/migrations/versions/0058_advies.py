"""Advice of residents with the answers to it, and whom staff go to when something gets stuck.

Revision: 0058, after 0057
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "advies",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("titel", sa.String(length=100), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("van", sa.String(length=14), nullable=False),
        sa.Column("werkgroep", sa.String(length=60), nullable=False),
        sa.Column("aan", sa.String(length=14), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("ingetrokken_op", _MOMENT),
        sa.Column("reden", sa.String(length=300)),
        sa.CheckConstraint("aan IN ('college', 'gemeenteraad', 'team')", name="ck_advies_aan"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_advies_gemaakt_door"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_advies_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_advies"),
        sa.UniqueConstraint("publiek_id", name="uq_advies_publiek_id"),
    )
    op.create_index("ix_advies_wijk_id", "advies", ["wijk", "id"])
    op.create_table(
        "adviesantwoord",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("advies", _ID, nullable=False),
        sa.Column("oordeel", sa.String(length=6), nullable=False),
        sa.Column("reden", sa.Text()),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.CheckConstraint("oordeel IN ('ja', 'deels', 'nee')", name="ck_adviesantwoord_oordeel"),
        sa.CheckConstraint("oordeel = 'ja' OR reden IS NOT NULL", name="ck_adviesantwoord_reden"),
        sa.ForeignKeyConstraint(["advies"], ["advies.id"], name="fk_adviesantwoord_advies"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_adviesantwoord_gemaakt_door"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_adviesantwoord_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_adviesantwoord"),
    )
    op.create_index("ix_adviesantwoord_advies", "adviesantwoord", ["advies"])
    op.create_table(
        "escalatiestap",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("wie", sa.String(length=100), nullable=False),
        sa.Column("bereik", sa.String(length=120)),
        sa.Column("na_dagen", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_escalatiestap_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_escalatiestap"),
        sa.UniqueConstraint("publiek_id", name="uq_escalatiestap_publiek_id"),
    )
    op.create_index("ix_escalatiestap_wijk_na_dagen", "escalatiestap", ["wijk", "na_dagen"])
