"""Reports as files, for the public page.

Revision: 0072, after 0071
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0072"
down_revision = "0071"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "rapport",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("eind", sa.Boolean(), nullable=False),
        sa.Column("gemaakt_op", _MOMENT, nullable=False),
        sa.Column("openbaar_op", _MOMENT),
        sa.Column("openbaar_door", _ID),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_rapport_wijk"),
        sa.ForeignKeyConstraint(["openbaar_door"], ["account.id"], name="fk_rapport_openbaar_door"),
        sa.PrimaryKeyConstraint("id", name="pk_rapport"),
        sa.UniqueConstraint("publiek_id", name="uq_rapport_publiek_id"),
    )
