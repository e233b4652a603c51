"""By what a restored backup knows who was erased after it was made.

Revision: 0104, after 0103
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer

revision = "0104"
down_revision = "0103"
branch_labels = None
depends_on = None

_TOEVAL = {
    "sqlite": "lower(hex(randomblob(11)))",
    "postgresql": "substr(replace(gen_random_uuid()::text, '-', ''), 1, 22)",
}


def upgrade() -> None:
    """Apply. Who was erased before this has no mark: a backup of then is older than this version."""
    op.create_table(
        "wissing",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("merk", sa.String(22), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_wissing"),
    )
    op.add_column("account", sa.Column("wismerk", sa.String(22), nullable=True))
    toeval: sa.ColumnClause[str] = sa.literal_column(_TOEVAL[op.get_bind().dialect.name])
    account = sa.table("account", sa.column("kanaal"), sa.column("wismerk"))
    op.execute(sa.update(account).where(account.c.kanaal != "gewist").values(wismerk=toeval))
