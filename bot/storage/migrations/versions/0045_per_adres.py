"""Polls in which each address has one ballot.

Revision: 0045, after 0044
"""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply. In every poll of before each person has one."""
    with op.batch_alter_table("peiling") as peiling:
        peiling.add_column(sa.Column("per_adres", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    kiezer = sa.CheckConstraint("(bewoner IS NULL) <> (account IS NULL)", name="ck_stemkoppeling_kiezer")
    vast = {"sqlite_with_rowid": False}
    with op.batch_alter_table("stemkoppeling", table_args=(kiezer,), table_kwargs=vast) as koppeling:
        koppeling.add_column(sa.Column("huishouden", _ID, nullable=True))
        koppeling.create_foreign_key("fk_stemkoppeling_huishouden", "huishouden", ["huishouden"], ["id"])
    op.create_index("ix_stemkoppeling_peiling_huishouden", "stemkoppeling", ["peiling", "huishouden"], unique=True)
