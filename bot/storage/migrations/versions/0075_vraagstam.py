"""The index of the vraagbaak: stems of what is public. It fills itself at the next start.

Revision: 0075, after 0074
"""

import sqlalchemy as sa
from alembic import op

revision = "0075"
down_revision = "0074"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "vraagstam",
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("stam", sa.String(40), nullable=False),
        sa.Column("antwoord", _ID, nullable=False),
        sa.Column("gewicht", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_vraagstam_wijk"),
        sa.ForeignKeyConstraint(["antwoord"], ["vraagbaak.id"], name="fk_vraagstam_antwoord"),
        sa.PrimaryKeyConstraint("wijk", "stam", "antwoord", name="pk_vraagstam"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_vraagstam_antwoord", "vraagstam", ["antwoord"])
