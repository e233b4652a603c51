"""What someone brings in to a poll, how much they brought in, and which options were added later.

Revision: 0046, after 0045
"""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STATEN = "staat IN ('wacht', 'erbij', 'samengevoegd', 'niet', 'te_laat')"


def upgrade() -> None:
    """Apply."""
    nee = sa.text("false")
    op.add_column("peiling_optie", sa.Column("later", sa.Boolean(), nullable=False, server_default=nee))
    naar = ("wijk", "peiling", "bewoner", "account")
    op.create_table(
        "aandraging",
        sa.Column("id", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        *(sa.Column(kolom, _ID, nullable=kolom in ("bewoner", "account")) for kolom in naar),
        sa.Column("tekst", sa.String(100), nullable=True),
        sa.Column("staat", sa.String(12), nullable=False, server_default="wacht"),
        *(sa.ForeignKeyConstraint([kolom], [f"{kolom}.id"], name=f"fk_aandraging_{kolom}") for kolom in naar),
        sa.PrimaryKeyConstraint("id", name="pk_aandraging"),
        sa.UniqueConstraint("publiek_id", name="uq_aandraging_publiek_id"),
        sa.CheckConstraint(_STATEN, name="ck_aandraging_staat"),
        sa.CheckConstraint("(staat = 'wacht') = (tekst IS NOT NULL)", name="ck_aandraging_tekst"),
        sa.CheckConstraint(
            "(staat = 'wacht') = (bewoner IS NOT NULL OR account IS NOT NULL)", name="ck_aandraging_van"
        ),
        sa.CheckConstraint("bewoner IS NULL OR account IS NULL", name="ck_aandraging_kiezer"),
    )
    for kolom in ("peiling", "bewoner", "account"):
        op.create_index(f"ix_aandraging_{kolom}", "aandraging", [kolom])
    op.create_table(
        "aandraagteller",
        sa.Column("id", _ID, nullable=False),
        *(sa.Column(kolom, _ID, nullable=kolom in ("bewoner", "account")) for kolom in naar),
        sa.Column("aantal", sa.Integer(), nullable=False),
        *(sa.ForeignKeyConstraint([kolom], [f"{kolom}.id"], name=f"fk_aandraagteller_{kolom}") for kolom in naar),
        sa.PrimaryKeyConstraint("id", name="pk_aandraagteller"),
        sa.UniqueConstraint("peiling", "bewoner", name="uq_aandraagteller_peiling_bewoner"),
        sa.UniqueConstraint("peiling", "account", name="uq_aandraagteller_peiling_account"),
        sa.CheckConstraint("(bewoner IS NULL) <> (account IS NULL)", name="ck_aandraagteller_kiezer"),
    )
