"""What a werkgroep says of itself, whom it looks for, and by which name its trekker is shown.

Revision: 0083, after 0082
"""

import sqlalchemy as sa
from alembic import op

revision = "0083"
down_revision = "0082"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.add_column("werkgroep", sa.Column("omschrijving", sa.Text()))
    op.add_column("werkgroep", sa.Column("taal", sa.String(8)))
    op.add_column("werkgroep", sa.Column("gezocht", sa.String(60)))
    op.add_column("werkgroep", sa.Column("eenzijdig", sa.String(20)))
    op.add_column("werkgroep", sa.Column("gekeken_op", sa.Date()))
    op.create_table(
        "trekkernaam",
        sa.Column("werkgroep", _ID, nullable=False),
        sa.Column("account", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("naam", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["werkgroep"], ["werkgroep.id"], name="fk_trekkernaam_werkgroep"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_trekkernaam_account"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_trekkernaam_wijk"),
        sa.PrimaryKeyConstraint("werkgroep", "account", name="pk_trekkernaam"),
    )
