"""The public key of the log, and what opens the leaf of an outcome.

Revision: 0028, after 0027
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.add_column("wijk", sa.Column("logsleutel", sa.LargeBinary(32)))
    op.create_table(
        "uitslag",
        sa.Column("bewijs", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("sleutel", sa.LargeBinary(32), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["bewijs"], ["bewijs.id"], name="fk_uitslag_bewijs"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_uitslag_wijk"),
        sa.PrimaryKeyConstraint("bewijs", name="pk_uitslag"),
    )
    waar = sa.text("vervallen_door IS NULL")
    op.create_index("ix_telt_huishouden", "telt", ["huishouden"], sqlite_where=waar, postgresql_where=waar)
