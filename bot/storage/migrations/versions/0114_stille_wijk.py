"""A wijk without settings: since when, and the terms that were promised in it.

Revision: 0114, after 0113
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import UtcMoment

revision = "0114"
down_revision = "0113"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. The next start fills both in."""
    op.add_column("wijk", sa.Column("stil_sinds", UtcMoment, nullable=True))
    op.add_column("wijk", sa.Column("bewaren", sa.JSON(), nullable=True))
