"""A poll that asks the same as one before it.

Revision: 0039, after 0038
"""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("peiling") as peiling:
        peiling.add_column(sa.Column("vervolg_op", _ID, nullable=True))
        peiling.create_foreign_key("fk_peiling_vervolg_op", "peiling", ["vervolg_op"], ["id"])
