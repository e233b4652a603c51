"""What waits for one account is found without a look at all that waits.

Revision: 0020, after 0019
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    waar = sa.text("staat = 'wachtend'")
    op.create_index("ix_outbox_wachtend_account", "outbox", ["account"], sqlite_where=waar, postgresql_where=waar)
