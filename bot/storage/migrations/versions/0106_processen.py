"""Several processes on one database: which live, who handles which update, and the turns to send that they share.

Revision: 0106, after 0105
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer, UtcMoment

revision = "0106"
down_revision = "0105"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. What waits in the inbox is nobody's: whoever is first takes it."""
    op.create_table(
        "proces",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("leeft_tot", UtcMoment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_proces"),
    )
    op.create_table(
        "alleenrecht",
        sa.Column("naam", sa.String(60), nullable=False),
        sa.Column("proces", Nummer, nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("naam", name="pk_alleenrecht"),
    )
    op.create_table(
        "tempo",
        sa.Column("bot", sa.String(40), nullable=False),
        sa.Column("volgende", sa.Float(53), nullable=False),
        sa.Column("alles_tot", sa.Float(53), nullable=False),
        sa.PrimaryKeyConstraint("bot", name="pk_tempo"),
    )
    op.create_table(
        "chattempo",
        sa.Column("bot", sa.String(40), nullable=False),
        sa.Column("chat", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("vol_op", sa.Float(53), nullable=False),
        sa.Column("pauze_tot", sa.Float(53), nullable=False),
        sa.Column("minuut", sa.JSON(), nullable=False),
        sa.Column("voorbij_op", sa.Float(53), nullable=False),
        sa.PrimaryKeyConstraint("bot", "chat", name="pk_chattempo"),
    )
    op.add_column("inbox", sa.Column("proces", Nummer, nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        open_ = sa.text("staat IN ('ontvangen', 'verwerkt')")
        op.create_index("ix_inbox_open", "inbox", ["id"], postgresql_where=open_)
        op.create_index("ix_inbox_open_rij", "inbox", ["rij"], postgresql_where=open_)
