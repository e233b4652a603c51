"""Since when an account takes part in nothing; and how a broadcast ended, once its messages are gone.

Revision: 0087, after 0086
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0087"
down_revision = "0086"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("account", sa.Column("los_sinds", bot.storage.tables.UtcMoment(timezone=True)))
    op.add_column("uitzending", sa.Column("tellingen", sa.JSON()))
