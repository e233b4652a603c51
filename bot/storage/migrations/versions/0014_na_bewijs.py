"""Of a household that moved: up to where the evidence about its unnamed people is of those who left.

Revision: 0014, after 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Until now no household had moved."""
    op.add_column(
        "huishouden", sa.Column("na_bewijs", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
    )
