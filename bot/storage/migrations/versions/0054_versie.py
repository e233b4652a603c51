"""Versions of a poll.

Revision: 0054, after 0053
"""

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply. Every poll of before is the first version of itself."""
    with op.batch_alter_table("peiling") as peiling:
        peiling.add_column(sa.Column("vervangt", _ID, nullable=True))
        peiling.add_column(sa.Column("versie", sa.Integer(), nullable=False, server_default="1"))
        peiling.add_column(sa.Column("wijziging", sa.String(300), nullable=True))
        peiling.create_foreign_key("fk_peiling_vervangt", "peiling", ["vervangt"], ["id"])
        peiling.create_unique_constraint("uq_peiling_vervangt", ["vervangt"])
