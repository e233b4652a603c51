"""The closing of the process. An outcome that was fixed for a report closed nothing.

Revision: 0036, after 0035
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "afsluiting",
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("bewijs", _ID, nullable=False),
        sa.Column("op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_afsluiting_wijk"),
        sa.ForeignKeyConstraint(["bewijs"], ["bewijs.id"], name="fk_afsluiting_bewijs"),
        sa.PrimaryKeyConstraint("wijk", name="pk_afsluiting"),
    )
