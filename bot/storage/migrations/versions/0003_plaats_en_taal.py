"""The place of an address, and the second language of its letter.

Revision: 0003, after 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("huishouden", sa.Column("plaats", sa.String(length=80), nullable=True))
    op.add_column("huishouden", sa.Column("taal", sa.String(length=10), nullable=True))
