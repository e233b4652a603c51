"""What someone without a phone must be told at their door.

Revision: 0084, after 0083
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0084"
down_revision = "0083"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)
_SOORTEN = ("antwoord", "zaal", "reactie", "gewijzigd", "afgelast")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "brengtaak",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("soort", sa.String(10), nullable=False),
        sa.Column("onderwerp", sa.String(22), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gebracht_op", _MOMENT),
        sa.Column("gebracht_door", _ID),
        sa.CheckConstraint(f"soort IN {_SOORTEN}", name="ck_brengtaak_soort"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_brengtaak_wijk"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_brengtaak_bewoner"),
        sa.ForeignKeyConstraint(["gebracht_door"], ["account.id"], name="fk_brengtaak_gebracht_door"),
        sa.PrimaryKeyConstraint("id", name="pk_brengtaak"),
        sa.UniqueConstraint("publiek_id", name="uq_brengtaak_publiek_id"),
    )
    nog = sa.text("gebracht_op IS NULL")
    op.create_index(
        "ix_brengtaak_bewoner_onderwerp",
        "brengtaak",
        ["bewoner", "onderwerp"],
        unique=True,
        sqlite_where=nog,
        postgresql_where=nog,
    )
    op.create_index("ix_brengtaak_wijk_gebracht_op", "brengtaak", ["wijk", "gebracht_op"])
