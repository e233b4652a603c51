"""Which messages of someone's own chat an update and its answer are.

Revision: 0093, after 0092
"""

import sqlalchemy as sa
from alembic import op

revision = "0093"
down_revision = "0092"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("inbox", sa.Column("berichten", sa.JSON()))
