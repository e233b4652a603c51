"""Files in the chat in the browser: what people send, and what ours are made of apart from the messages.

Revision: 0097, after 0096
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer, UtcMoment

revision = "0097"
down_revision = "0096"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "webbestand",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("account", Nummer, nullable=False),
        sa.Column("naam", sa.String(200), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("op", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_webbestand_account"),
        sa.PrimaryKeyConstraint("id", name="pk_webbestand"),
        sa.UniqueConstraint("publiek_id", name="uq_webbestand_publiek_id"),
    )
    op.create_index("ix_webbestand_account", "webbestand", ["account"])
    with op.batch_alter_table(
        "webbericht"
    ) as tabel:  # those that stand there keep theirs in `inhoud`: a file less to get
        tabel.add_column(sa.Column("gegevens", sa.JSON()))
