"""Visits at doors: per household and day what came of it.

Revision: 0013, after 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    uitkomsten = "uitkomst IN ('gesproken', 'geweigerd', 'niet_thuis', 'later')"
    op.create_table(
        "bezoek",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("huishouden", _ID, nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("uitkomst", sa.String(10), nullable=False),
        sa.CheckConstraint(uitkomsten, name=op.f("ck_bezoek_uitkomst")),
        sa.ForeignKeyConstraint(["huishouden"], ["huishouden.id"], name=op.f("fk_bezoek_huishouden")),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name=op.f("fk_bezoek_wijk")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bezoek")),
        sa.UniqueConstraint("publiek_id", name=op.f("uq_bezoek_publiek_id")),
        sa.UniqueConstraint("huishouden", "dag", name=op.f("uq_bezoek_huishouden_dag")),
    )
