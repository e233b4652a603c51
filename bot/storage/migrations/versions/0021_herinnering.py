"""A werkgroep has reminders of its own.

Revision: 0021, after 0020
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "herinnering",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("werkgroep", _ID, nullable=False),
        sa.Column("tekst", sa.String(300), nullable=False),
        sa.Column("herhaling", sa.JSON(), nullable=False),
        sa.Column("volgende", _MOMENT),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_herinnering_wijk"),
        sa.ForeignKeyConstraint(["werkgroep"], ["werkgroep.id"], name="fk_herinnering_werkgroep"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_herinnering_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_herinnering"),
        sa.UniqueConstraint("publiek_id", name="uq_herinnering_publiek_id"),
    )
    op.create_index("ix_herinnering_werkgroep", "herinnering", ["werkgroep"])
