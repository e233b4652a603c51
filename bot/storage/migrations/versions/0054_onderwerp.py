"""The topic of a group in which a werkgroep has its polls; a group that was joined before has none.

Revision: 0054, after 0053
"""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    for tabel in ("groepschat", "peilingkaart"):
        with op.batch_alter_table(tabel) as groep:
            groep.add_column(sa.Column("onderwerp", sa.BigInteger(), nullable=True))
