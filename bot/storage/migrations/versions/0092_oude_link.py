"""The link to a group that was not revoked yet is kept until it is.

Revision: 0092, after 0091
"""

import sqlalchemy as sa
from alembic import op

revision = "0092"
down_revision = "0091"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("groepschat") as tabel:
        tabel.add_column(sa.Column("oude_link", sa.String(100), nullable=True))
