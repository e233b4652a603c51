"""What wrote a message or set an alarm, as the log names it.

Revision: 0111, after 0110
"""

import sqlalchemy as sa
from alembic import op

revision = "0111"
down_revision = "0110"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Of what waits already nothing says where it came from."""
    for tabel in ("outbox", "wekker"):
        op.add_column(tabel, sa.Column("spoor", sa.String(24), nullable=True))
