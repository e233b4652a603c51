"""What residents say of themselves.

Revision: 0012, after 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply. Nobody who is in already is asked: their yes was to a text that did not speak of it."""
    op.create_table(
        "kennismaking",
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("vraag", sa.String(20), nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("antwoord", sa.String(100), nullable=True),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name=op.f("fk_kennismaking_bewoner")),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name=op.f("fk_kennismaking_wijk")),
        sa.PrimaryKeyConstraint("bewoner", "vraag", name=op.f("pk_kennismaking")),
    )
