"""Who did something only after the closing counts on by a mark that says so.

Revision: 0041, after 0040
"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply; of who was erased before, nobody knows any more when they did something."""
    op.add_column("teltdoor", sa.Column("laat", sa.Boolean(), nullable=False, server_default=sa.text("false")))
