"""Polls with names inside a werkgroep, and the fewest votes with which a result holds.

Revision: 0040, after 0039
"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. No poll of before has names."""
    with op.batch_alter_table("peiling") as peiling:
        peiling.add_column(sa.Column("met_naam", sa.Boolean(), nullable=False, server_default=sa.text("false")))
        peiling.add_column(sa.Column("minste_stemmen", sa.Integer(), nullable=True))
