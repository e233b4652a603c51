"""The agenda of a meeting, what people ask there, and the answers that everyone may read.

Revision: 0067, after 0066
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcMoment

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _maak(tabel: str, *rest: Any, verwijst: dict[str, str], publiek: bool) -> None:
    """Make a table with what each has, and foreign keys by column."""
    sleutels = [
        sa.ForeignKeyConstraint([kolom], [f"{naar}.id"], name=f"fk_{tabel}_{kolom}")
        for kolom, naar in {"wijk": "wijk", **verwijst}.items()
    ]
    op.create_table(
        tabel,
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        *([sa.Column("publiek_id", sa.String(22), nullable=False)] if publiek else []),
        *rest,
        *sleutels,
        sa.PrimaryKeyConstraint("id", name=f"pk_{tabel}"),
        *([sa.UniqueConstraint("publiek_id", name=f"uq_{tabel}_publiek_id")] if publiek else []),
    )


def upgrade() -> None:
    """Apply."""
    _maak(
        "agendapunt",
        sa.Column("bijeenkomst", _ID, nullable=False),
        sa.Column("volgorde", sa.Integer(), nullable=False),
        sa.Column("om", sa.String(5), nullable=True),
        sa.Column("titel", sa.String(100), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=True),
        sa.Column("vragen", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("bijeenkomst", "volgorde", name="uq_agendapunt_bijeenkomst_volgorde"),
        verwijst={"bijeenkomst": "bijeenkomst"},
        publiek=False,
    )
    _maak(
        "vraagbaak",
        sa.Column("bijeenkomst", _ID, nullable=True),
        sa.Column("vraag", sa.String(300), nullable=True),
        sa.Column("gegeven", sa.Text(), nullable=True),
        sa.Column("antwoord", sa.Text(), nullable=False),
        sa.Column("hoe", sa.String(5), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("op", UtcMoment(), nullable=False),
        sa.Column("gepubliceerd_op", UtcMoment(), nullable=True),
        sa.Column("gepubliceerd_door", _ID, nullable=True),
        sa.CheckConstraint("hoe IN ('zaal', 'later')", name="ck_vraagbaak_hoe"),
        sa.CheckConstraint("gepubliceerd_op IS NULL OR vraag IS NOT NULL", name="ck_vraagbaak_vraag"),
        verwijst={"bijeenkomst": "bijeenkomst", "gemaakt_door": "account", "gepubliceerd_door": "account"},
        publiek=True,
    )
    op.create_index("ix_vraagbaak_bijeenkomst", "vraagbaak", ["bijeenkomst"])
    op.create_index("ix_vraagbaak_wijk_gepubliceerd_op", "vraagbaak", ["wijk", "gepubliceerd_op"])
    _maak(
        "bijeenkomstvraag",
        sa.Column("bijeenkomst", _ID, nullable=False),
        sa.Column("bewoner", _ID, nullable=True),
        sa.Column("tekst", sa.String(500), nullable=False),
        sa.Column("op", UtcMoment(), nullable=False),
        sa.Column("vastlegger", _ID, nullable=True),
        sa.Column("samen", sa.String(22), nullable=False),
        sa.Column("antwoord", _ID, nullable=True),
        sa.CheckConstraint("bewoner IS NOT NULL OR vastlegger IS NOT NULL", name="ck_bijeenkomstvraag_van"),
        verwijst={
            "bijeenkomst": "bijeenkomst",
            "bewoner": "bewoner",
            "vastlegger": "account",
            "antwoord": "vraagbaak",
        },
        publiek=True,
    )
    op.create_index("ix_bijeenkomstvraag_bewoner", "bijeenkomstvraag", ["bewoner"])
    op.create_index("ix_bijeenkomstvraag_antwoord", "bijeenkomstvraag", ["antwoord"])
    op.create_index("ix_bijeenkomstvraag_bijeenkomst_samen", "bijeenkomstvraag", ["bijeenkomst", "samen"])
