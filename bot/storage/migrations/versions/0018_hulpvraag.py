"""Residents who ask to be visited or called.

Revision: 0018, after 0017
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_OVER = ("peiling", "bijeenkomst", "uitzending", "kennismaking", "vraag")
_STATEN = ("open", "genomen", "klaar", "ingetrokken", "verlopen")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "hulpvraag",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("bewoner", _ID),
        sa.Column("wijze", sa.String(5), nullable=False),
        sa.Column("over", sa.String(12), nullable=False),
        sa.Column("onderwerp", sa.String(22), nullable=False),
        sa.Column("nummer", sa.String(30)),
        sa.Column("gevraagd_op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.Column("staat", sa.String(12), nullable=False),
        sa.Column("genomen_door", _ID),
        sa.CheckConstraint("wijze IN ('langs', 'bel')", name="ck_hulpvraag_wijze"),
        sa.CheckConstraint(f"over IN {_OVER}", name="ck_hulpvraag_over"),
        sa.CheckConstraint(f"staat IN {_STATEN}", name="ck_hulpvraag_staat"),
        sa.CheckConstraint("(bewoner IS NOT NULL) = (staat IN ('open', 'genomen'))", name="ck_hulpvraag_bewoner"),
        sa.CheckConstraint("nummer IS NULL OR bewoner IS NOT NULL", name="ck_hulpvraag_nummer"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_hulpvraag_wijk"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_hulpvraag_bewoner"),
        sa.ForeignKeyConstraint(["genomen_door"], ["account.id"], name="fk_hulpvraag_genomen_door"),
        sa.PrimaryKeyConstraint("id", name="pk_hulpvraag"),
        sa.UniqueConstraint("publiek_id", name="uq_hulpvraag_publiek_id"),
    )
    een = sa.text("bewoner IS NOT NULL")
    op.create_index(
        "ix_hulpvraag_bewoner_over_onderwerp",
        "hulpvraag",
        ["bewoner", "over", "onderwerp"],
        unique=True,
        sqlite_where=een,
        postgresql_where=een,
    )
    op.create_index("ix_hulpvraag_wijk_staat", "hulpvraag", ["wijk", "staat"])
