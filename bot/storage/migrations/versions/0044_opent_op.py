"""Polls that open later than they are made.

Revision: 0044, after 0043
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcMoment

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Every poll of before was open as soon as it was made."""
    with op.batch_alter_table("peiling") as peiling:
        peiling.add_column(sa.Column("opent_op", UtcMoment(), nullable=True))
