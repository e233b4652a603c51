"""An online meeting has a link, which only who signed up gets.

Revision: 0059, after 0058
"""

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("bijeenkomst", sa.Column("link", sa.String(300), nullable=True))
