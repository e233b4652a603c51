"""Who practises, and in which of several processes.

Revision: 0113, after 0112
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer

revision = "0113"
down_revision = "0112"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. With several processes nobody could practise yet."""
    op.create_table(
        "oefenaar",
        sa.Column("kanaal", sa.String(20), nullable=False),
        sa.Column("bot", sa.String(40), nullable=False),
        sa.Column("rij", sa.String(60), nullable=False),
        sa.Column("proces", Nummer, nullable=False),
        sa.PrimaryKeyConstraint("kanaal", "bot", "rij", name="pk_oefenaar"),
    )
