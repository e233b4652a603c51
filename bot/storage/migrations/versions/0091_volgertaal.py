"""The language in which a follower gets their mail.

Revision: 0091, after 0090
"""

import sqlalchemy as sa
from alembic import op

revision = "0091"
down_revision = "0090"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("volger", sa.Column("taal", sa.String(10), nullable=False, server_default="nl"))
