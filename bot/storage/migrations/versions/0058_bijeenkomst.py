"""An online meeting has a link, which only who signed up gets.

Revision: 0058, after 0057
"""

import sqlalchemy as sa
from alembic import op

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("bijeenkomst", sa.Column("link", sa.String(300), nullable=True))
