"""The address list may say in which part of the wijk an address is.

Revision: 0029, after 0028
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("huishouden", sa.Column("buurtdeel", sa.String(40)))
