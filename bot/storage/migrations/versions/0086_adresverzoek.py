"""What a resident says is not right on the address list, for the organisator.

Revision: 0086, after 0085
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0086"
down_revision = "0085"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "adresverzoek",
        sa.Column("id", _ID, primary_key=True, autoincrement=True),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("bewoner", _ID),
        sa.Column("wat", sa.String(12), nullable=False),
        sa.Column("tekst", sa.String(400)),
        sa.Column("taal", sa.String(10)),
        sa.Column("gevraagd_op", _MOMENT, nullable=False),
        sa.Column("termijn", _MOMENT, nullable=False),
        sa.Column("staat", sa.String(12), nullable=False),
        sa.Column("behandeld_door", _ID),
        sa.Column("behandeld_op", _MOMENT),
        sa.CheckConstraint("wat IN ('adres', 'woning', 'volwassenen')", name="ck_adresverzoek_wat"),
        sa.CheckConstraint("staat IN ('open', 'ja', 'nee', 'ingetrokken')", name="ck_adresverzoek_staat"),
        sa.CheckConstraint("(bewoner IS NOT NULL) = (staat = 'open')", name="ck_adresverzoek_bewoner"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_adresverzoek_wijk"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_adresverzoek_bewoner"),
        sa.ForeignKeyConstraint(["behandeld_door"], ["account.id"], name="fk_adresverzoek_behandeld_door"),
        sa.UniqueConstraint("publiek_id", name="uq_adresverzoek_publiek_id"),
    )
    op.create_index(
        "ix_adresverzoek_bewoner_wat",
        "adresverzoek",
        ["bewoner", "wat"],
        unique=True,
        sqlite_where=sa.text("staat = 'open'"),
        postgresql_where=sa.text("staat = 'open'"),
    )
    op.create_index("ix_adresverzoek_wijk_staat", "adresverzoek", ["wijk", "staat"])
