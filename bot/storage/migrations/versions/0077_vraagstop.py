"""Who may ask the bewonersaanspreekpunt nothing for a time.

Revision: 0077, after 0076
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0077"
down_revision = "0076"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "vraagstop",
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("tot", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("bezwaar", sa.Text()),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_vraagstop_bewoner"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_vraagstop_wijk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_vraagstop_gemaakt_door"),
        sa.PrimaryKeyConstraint("bewoner", name="pk_vraagstop"),
        sa.UniqueConstraint("publiek_id", name="uq_vraagstop_publiek_id"),
    )
