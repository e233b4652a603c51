"""Which version of the spelregels holds; evidence of before the first was fixed says 0.

Revision: 0024, after 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("wijk", sa.Column("spelregels_versie", sa.Integer(), server_default="0", nullable=False))
