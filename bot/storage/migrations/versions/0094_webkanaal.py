"""The chat in the browser.

Revision: 0094, after 0093
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer, UtcMoment

revision = "0094"
down_revision = "0093"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "websessie",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("account", Nummer, nullable=False),
        sa.Column("merk", sa.LargeBinary(32), nullable=False),
        sa.Column("toestel", sa.String(60), nullable=False),
        sa.Column("gemaakt_op", UtcMoment(), nullable=False),
        sa.Column("gezien_op", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_websessie_account"),
        sa.PrimaryKeyConstraint("id", name="pk_websessie"),
        sa.UniqueConstraint("publiek_id", name="uq_websessie_publiek_id"),
        sa.UniqueConstraint("merk", name="uq_websessie_merk"),
    )
    op.create_index("ix_websessie_account", "websessie", ["account"])
    op.create_table(
        "webstand",
        sa.Column("account", Nummer, nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.Column("opmerking", sa.JSON()),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_webstand_account"),
        sa.PrimaryKeyConstraint("account", name="pk_webstand"),
    )
    op.create_table(
        "webbericht",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("account", Nummer, nullable=False),
        sa.Column("versie", sa.BigInteger(), nullable=False),
        sa.Column("van_bot", sa.Boolean(), nullable=False),
        sa.Column("inhoud", sa.JSON()),
        sa.Column("sleutel", sa.String(80)),
        sa.Column("op", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_webbericht_account"),
        sa.PrimaryKeyConstraint("id", name="pk_webbericht"),
        sa.UniqueConstraint("account", "sleutel", name="uq_webbericht_account_sleutel"),
    )
    op.create_index("ix_webbericht_account_versie", "webbericht", ["account", "versie"])
