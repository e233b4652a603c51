"""When all that is personal goes after the closing, and that it went.

Revision: 0078, after 0077
"""

import sqlalchemy as sa
from alembic import op

revision = "0078"
down_revision = "0077"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("afsluiting", sa.Column("opruimen_op", sa.DateTime(timezone=True)))
    op.add_column("afsluiting", sa.Column("opgeruimd_op", sa.DateTime(timezone=True)))
