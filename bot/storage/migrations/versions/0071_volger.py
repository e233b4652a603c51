"""Followers by e-mail, the mail that goes to them, and what they were told already.

Revision: 0071, after 0070
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0071"
down_revision = "0070"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "volger",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("naam", sa.String(length=100), nullable=False),
        sa.Column("adres", sa.String(length=254), nullable=False),
        sa.Column("rol", sa.String(length=20), nullable=False),
        sa.Column("geheim", sa.String(length=22), nullable=False),
        sa.Column("bevestigd_op", _MOMENT),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_volger_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_volger"),
        sa.UniqueConstraint("publiek_id", name="uq_volger_publiek_id"),
        sa.UniqueConstraint("geheim", name="uq_volger_geheim"),
        sa.UniqueConstraint("wijk", "adres", name="uq_volger_wijk_adres"),
    )
    op.create_table(
        "postuit",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("volger", _ID, nullable=False),
        sa.Column("sleutel", sa.String(length=80), nullable=False),
        sa.Column("soort", sa.String(length=20), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("staat", sa.String(length=10), nullable=False),
        sa.Column("lease_nr", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("lease_tot", _MOMENT),
        sa.Column("pogingen", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("niet_voor", _MOMENT, nullable=False),
        sa.Column("reden", sa.String(length=200)),
        sa.CheckConstraint(
            "staat IN ('wachtend', 'bezig', 'verzonden', 'mislukt', 'onzeker')", name="ck_postuit_staat"
        ),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_postuit_wijk"),
        sa.ForeignKeyConstraint(["volger"], ["volger.id"], name="fk_postuit_volger"),
        sa.PrimaryKeyConstraint("id", name="pk_postuit"),
        sa.UniqueConstraint("sleutel", name="uq_postuit_sleutel"),
    )
    zolang = sa.text("staat IN ('wachtend', 'bezig')")
    op.create_index("ix_postuit_open", "postuit", ["niet_voor"], sqlite_where=zolang, postgresql_where=zolang)
    op.create_index("ix_postuit_volger_staat", "postuit", ["volger", "staat"])
    op.create_table(
        "volgnieuws",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("sleutel", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_volgnieuws_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_volgnieuws"),
        sa.UniqueConstraint("wijk", "sleutel", name="uq_volgnieuws_wijk_sleutel"),
    )
