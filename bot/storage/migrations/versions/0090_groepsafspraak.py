"""A message in the group of a werkgroep can be about a meeting too.

Revision: 0090, after 0089
"""

import sqlalchemy as sa
from alembic import op

revision = "0090"
down_revision = "0089"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("peilingkaart") as tabel:
        tabel.alter_column("peiling", existing_type=_ID, nullable=True)
        tabel.add_column(sa.Column("bijeenkomst", _ID, nullable=True))
        tabel.create_foreign_key("fk_peilingkaart_bijeenkomst", "bijeenkomst", ["bijeenkomst"], ["id"])
        tabel.create_unique_constraint("uq_peilingkaart_bijeenkomst_kanaal_chat", ["bijeenkomst", "kanaal", "chat"])
        tabel.create_check_constraint("ck_peilingkaart_over", "(peiling IS NULL) <> (bijeenkomst IS NULL)")
