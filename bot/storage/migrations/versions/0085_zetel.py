"""Seats of the geledingen, presidium and campagneteam; their vacatures and candidates.

Revision: 0085, after 0084
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0085"
down_revision = "0084"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)
_LOOPT = sa.text("staat IN ('open', 'loting')")


def _naar(tabel: str, **naar: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([kolom], [f"{daar}.id"], name=f"fk_{tabel}_{kolom}") for kolom, daar in naar.items()
    ]


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "zetel",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("orgaan", sa.String(15), nullable=False),
        sa.Column("van", sa.String(15), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("account", _ID),
        sa.Column("naam", sa.String(60)),
        sa.Column("sinds", _MOMENT),
        sa.CheckConstraint("orgaan IN ('geleding', 'presidium', 'campagneteam')", name="ck_zetel_orgaan"),
        sa.CheckConstraint("account IS NOT NULL OR (naam IS NULL AND sinds IS NULL)", name="ck_zetel_vacant"),
        *_naar("zetel", wijk="wijk", account="account"),
        sa.PrimaryKeyConstraint("id", name="pk_zetel"),
        sa.UniqueConstraint("publiek_id", name="uq_zetel_publiek_id"),
        sa.UniqueConstraint("wijk", "orgaan", "van", "nummer", name="uq_zetel_wijk_orgaan_van_nummer"),
    )
    op.create_index("ix_zetel_account", "zetel", ["account"])
    op.create_table(
        "vacature",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("zetel", _ID, nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("taal", sa.String(8), nullable=False),
        sa.Column("profiel", sa.JSON(), nullable=False),
        sa.Column("wijze", sa.String(10), nullable=False),
        sa.Column("staat", sa.String(12), server_default="open", nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.CheckConstraint("wijze IN ('loting', 'stemming', 'raad')", name="ck_vacature_wijze"),
        sa.CheckConstraint("staat IN ('open', 'loting', 'vervuld', 'leeg', 'ingetrokken')", name="ck_vacature_staat"),
        *_naar("vacature", wijk="wijk", zetel="zetel", gemaakt_door="account"),
        sa.PrimaryKeyConstraint("id", name="pk_vacature"),
        sa.UniqueConstraint("publiek_id", name="uq_vacature_publiek_id"),
    )
    op.create_index(
        "ix_vacature_zetel", "vacature", ["zetel"], unique=True, sqlite_where=_LOOPT, postgresql_where=_LOOPT
    )
    op.create_table(
        "kandidaat",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("vacature", _ID, nullable=False),
        sa.Column("account", _ID, nullable=False),
        sa.Column("namens", sa.String(60)),
        sa.Column("naam", sa.String(60)),
        sa.Column("op", _MOMENT, nullable=False),
        *_naar("kandidaat", wijk="wijk", vacature="vacature", account="account"),
        sa.PrimaryKeyConstraint("id", name="pk_kandidaat"),
        sa.UniqueConstraint("publiek_id", name="uq_kandidaat_publiek_id"),
        sa.UniqueConstraint("vacature", "account", name="uq_kandidaat_vacature_account"),
    )
    op.create_index("ix_kandidaat_account", "kandidaat", ["account"])
