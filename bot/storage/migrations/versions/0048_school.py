"""A poll for a school or vereniging, beside the poll of the residents.

Revision: 0048, after 0047
"""

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply. Every poll of before was for residents."""
    with op.batch_alter_table("peiling") as peiling:
        peiling.add_column(sa.Column("naast", _ID, nullable=True))
        peiling.add_column(sa.Column("school", sa.String(60), nullable=True))
        peiling.create_foreign_key("fk_peiling_naast", "peiling", ["naast"], ["id"])
        peiling.create_index("ix_peiling_naast", ["naast"])
