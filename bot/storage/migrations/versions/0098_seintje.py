"""Being reached in the browser: where a browser is told of what is new, and what a page showed already.

Revision: 0098, after 0097
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer, UtcMoment

revision = "0098"
down_revision = "0097"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Of what stands in a chat already nobody is told: there is nothing new."""
    for naam in ("nieuw", "gezien"):
        op.add_column("webstand", sa.Column(naam, sa.BigInteger(), nullable=False, server_default=sa.text("0")))
    op.add_column("webstand", sa.Column("nieuw_op", UtcMoment()))
    op.create_table(
        "seintje",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("sessie", Nummer, nullable=False),
        sa.Column("account", Nummer, nullable=False),
        sa.Column("adres", sa.String(1000), nullable=False),
        sa.Column("punt", sa.LargeBinary(65), nullable=False),
        sa.Column("geheim", sa.LargeBinary(16), nullable=False),
        sa.Column("geseind", sa.BigInteger(), nullable=False),
        sa.Column("pogingen", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("niet_voor", UtcMoment()),
        sa.ForeignKeyConstraint(["sessie"], ["websessie.id"], name="fk_seintje_sessie"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_seintje_account"),
        sa.PrimaryKeyConstraint("id", name="pk_seintje"),
        sa.UniqueConstraint("sessie", name="uq_seintje_sessie"),
        sa.UniqueConstraint("adres", name="uq_seintje_adres"),
    )
    op.create_index("ix_seintje_account", "seintje", ["account"])
