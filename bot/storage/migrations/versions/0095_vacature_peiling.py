"""A vacature points to the poll in which the geleding voted.

Revision: 0095, after 0094
"""

import sqlalchemy as sa
from alembic import op

revision = "0095"
down_revision = "0094"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("vacature") as tabel:
        tabel.add_column(sa.Column("peiling", _ID, nullable=True))
        tabel.create_foreign_key("fk_vacature_peiling", "peiling", ["peiling"], ["id"])
