"""Meetings and polls say for whom they are; those that there are were for the whole wijk."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    for naam in ("bijeenkomst", "peiling"):
        with op.batch_alter_table(naam) as tabel:
            tabel.add_column(sa.Column("doelgroep", sa.String(10), nullable=False, server_default="wijk"))
            tabel.add_column(sa.Column("doelgroep_bereik", sa.String(100), nullable=False, server_default=""))
        with op.batch_alter_table(naam) as tabel:
            tabel.alter_column("doelgroep", server_default=None)
            tabel.alter_column("doelgroep_bereik", server_default=None)
