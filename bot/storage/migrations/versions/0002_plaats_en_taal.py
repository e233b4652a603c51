"""The place of an address, and the second language of its letter.

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("huishouden", sa.Column("plaats", sa.String(length=80), nullable=True))
    op.add_column("huishouden", sa.Column("taal", sa.String(length=10), nullable=True))
