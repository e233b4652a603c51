"""What residents ask about a concept of the spelregels, and the answers.

Revision: 0032, after 0031
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "spelregelantwoord",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("vraag", sa.String(200), nullable=False),
        sa.Column("antwoord", sa.String(1000), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_spelregelantwoord_wijk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_spelregelantwoord_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_spelregelantwoord"),
        sa.UniqueConstraint("publiek_id", name="uq_spelregelantwoord_publiek_id"),
    )
    op.create_index("ix_spelregelantwoord_wijk_id", "spelregelantwoord", ["wijk", "id"])
    op.create_table(
        "spelregelreactie",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("tekst", sa.String(1000), nullable=False),
        sa.Column("op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.Column("antwoord", _ID),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_spelregelreactie_wijk"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_spelregelreactie_bewoner"),
        sa.ForeignKeyConstraint(["antwoord"], ["spelregelantwoord.id"], name="fk_spelregelreactie_antwoord"),
        sa.PrimaryKeyConstraint("id", name="pk_spelregelreactie"),
        sa.UniqueConstraint("publiek_id", name="uq_spelregelreactie_publiek_id"),
    )
    op.create_index("ix_spelregelreactie_bewoner", "spelregelreactie", ["bewoner"])
    op.create_index("ix_spelregelreactie_wijk_antwoord", "spelregelreactie", ["wijk", "antwoord"])
