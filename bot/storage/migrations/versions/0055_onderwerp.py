"""The topic of a group in which a werkgroep has its polls; a group that was joined before has none.

Revision: 0055, after 0054
"""

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    for tabel in ("groepschat", "peilingkaart"):
        with op.batch_alter_table(tabel) as groep:
            groep.add_column(sa.Column("onderwerp", sa.BigInteger(), nullable=True))
