"""Who gets the result of a poll.

Revision: 0047, after 0046
"""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Of every poll of before it went to whom it was for."""
    with op.batch_alter_table("peiling") as peiling:
        peiling.add_column(sa.Column("uitslag_naar", sa.String(10), nullable=False, server_default="doelgroep"))
