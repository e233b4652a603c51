"""Which updates processes have in hand, instead of which are open in each queue.

Revision: 0116, after 0115
"""

import sqlalchemy as sa
from alembic import op

revision = "0116"
down_revision = "0115"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. On SQLite one process has them all."""
    if op.get_bind().dialect.name == "postgresql":
        in_hand = sa.text("staat IN ('ontvangen', 'verwerkt') AND proces IS NOT NULL")
        op.drop_index("ix_inbox_open_rij", "inbox")
        op.create_index("ix_inbox_in_hand", "inbox", ["proces"], postgresql_where=in_hand)
