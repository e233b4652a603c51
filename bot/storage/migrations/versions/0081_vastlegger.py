"""Who records evidence stands in its sealed record by a pseudonym.

Revision: 0081, after 0080
"""

import sqlalchemy as sa
from alembic import op

revision = "0081"
down_revision = "0080"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply. What stands already keeps its record: it is sealed."""
    op.create_table(
        "vastlegger",
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("account", _ID, nullable=False),
        sa.Column("pseudoniem", sa.String(22), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_vastlegger_wijk"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_vastlegger_account"),
        sa.PrimaryKeyConstraint("wijk", "account", name="pk_vastlegger"),
    )
