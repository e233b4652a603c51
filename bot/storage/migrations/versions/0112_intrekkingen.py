"""By what a restored backup knows who took their yes back after it was made.

Revision: 0112, after 0111
"""

import sqlalchemy as sa
from alembic import op

revision = "0112"
down_revision = "0111"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Who took it back before this is counted from none: a backup of before that is older than this version."""
    op.add_column("account", sa.Column("intrekkingen", sa.Integer(), nullable=False, server_default=sa.text("0")))
