"""The link by which members ask to come into the group of a werkgroep.

Revision: 0088, after 0087
"""

import sqlalchemy as sa
from alembic import op

revision = "0088"
down_revision = "0087"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("groepschat", sa.Column("link", sa.String(100)))
