"""Geledingen: what someone represents there, and polls in which they weigh equally.

Revision: 0056, after 0055
"""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. In every poll of before each voter weighs the same, and no ballot is of a geleding."""
    for naam in ("rol", "roluitnodiging"):
        with op.batch_alter_table(naam) as tabel:
            tabel.add_column(sa.Column("namens", sa.String(100), nullable=True))
    with op.batch_alter_table("peiling") as peiling:
        peiling.add_column(sa.Column("weging", sa.String(10), nullable=False, server_default="ieder"))
        peiling.add_column(sa.Column("bezet", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("stembiljet", sa.Column("geleding", sa.String(20), nullable=True))
