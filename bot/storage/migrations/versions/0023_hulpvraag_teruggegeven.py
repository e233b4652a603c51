"""How often a question for help was given back by who had taken it.

Revision: 0023, after 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("hulpvraag", sa.Column("teruggegeven", sa.SmallInteger(), server_default="0", nullable=False))
