"""Erased seats are found, and who came to sit on one is asked about.

Revision: 0027, after 0026
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    gewist, open_ = sa.text("gewist"), sa.text("staat = 'open'")
    op.create_index("ix_bewoner_gewist", "bewoner", ["wijk"], sqlite_where=gewist, postgresql_where=gewist)
    op.create_table(
        "plekvraag",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("na_bewijs", _ID, nullable=False),
        sa.Column("gevraagd_op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.Column("staat", sa.String(10), nullable=False),
        sa.Column("beantwoord_door", _ID),
        sa.Column("beantwoord_op", bot.storage.tables.UtcMoment(timezone=True)),
        sa.CheckConstraint("staat IN ('open', 'zelfde', 'ander', 'gewist')", name="ck_plekvraag_staat"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_plekvraag_wijk"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_plekvraag_bewoner"),
        sa.ForeignKeyConstraint(["beantwoord_door"], ["account.id"], name="fk_plekvraag_beantwoord_door"),
        sa.PrimaryKeyConstraint("id", name="pk_plekvraag"),
        sa.UniqueConstraint("publiek_id", name="uq_plekvraag_publiek_id"),
    )
    op.create_index(
        "ix_plekvraag_bewoner", "plekvraag", ["bewoner"], unique=True, sqlite_where=open_, postgresql_where=open_
    )
    op.create_index("ix_plekvraag_wijk_staat", "plekvraag", ["wijk", "staat"])
