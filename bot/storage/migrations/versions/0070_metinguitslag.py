"""Of the questions after a step only the averages stay when they close.

Revision: 0070, after 0069
"""

import sqlalchemy as sa
from alembic import op

revision = "0070"
down_revision = "0069"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("meting", sa.Column("uitslag", sa.JSON(none_as_null=True)))
