"""What is kept of the counts of a large wijk; indexes for what would be looked for among the rows of everybody.

Revision: 0108, after 0107
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer, UtcMoment

revision = "0108"
down_revision = "0107"
branch_labels = None
depends_on = None

_NIEUW = (
    ("bewoner", "wijk", "tot", "huishouden"),
    ("huishouden", "wijk", "straat"),
    ("kennismaking", "wijk", "vraag"),
    ("outbox", "account"),
    ("telt", "bewoner"),
    ("correctieverzoek", "bewoner"),
    ("brengtaak", "bewoner"),
    ("adresverzoek", "bewoner"),
    ("stemvel", "huishouden"),
)


def upgrade() -> None:
    """Apply."""
    op.drop_index("ix_outbox_wachtend_account", "outbox")
    for tabel, *kolommen in _NIEUW:
        op.create_index("_".join(["ix", tabel, *kolommen]), tabel, kolommen)
    op.create_table(
        "standtelling",
        sa.Column("wijk", Nummer, nullable=False),
        sa.Column("op", UtcMoment(), nullable=False),
        sa.Column("duur", sa.Integer(), nullable=False),
        sa.Column("nieuwste", sa.BigInteger(), nullable=False),
        sa.Column("merk", sa.String(64), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_standtelling_wijk"),
        sa.PrimaryKeyConstraint("wijk", name="pk_standtelling"),
    )
