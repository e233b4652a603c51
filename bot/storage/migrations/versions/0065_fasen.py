"""Checklists, balances, documents and questions of the stages; why a poll on the decision came before its stage.

Revision: 0065, after 0064
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0065"
down_revision = "0064"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.add_column("peiling", sa.Column("vooruit", sa.String(length=300)))
    op.create_table(
        "fasetaak",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("traject", _ID, nullable=False),
        sa.Column("sleutel", sa.String(length=40), nullable=False),
        sa.Column("spoor", sa.String(length=40), nullable=False),
        sa.Column("tekst", sa.String(length=150), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_fasetaak_wijk"),
        sa.ForeignKeyConstraint(["traject"], ["traject.id"], name="fk_fasetaak_traject"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_fasetaak_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_fasetaak"),
        sa.UniqueConstraint("publiek_id", name="uq_fasetaak_publiek_id"),
    )
    op.create_index("ix_fasetaak_traject_sleutel", "fasetaak", ["traject", "sleutel"])
    op.create_table(
        "afvinking",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("fase", _ID, nullable=False),
        sa.Column("taak", sa.String(length=60), nullable=False),
        sa.Column("gedaan", sa.Boolean(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("door", _ID, nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_afvinking_wijk"),
        sa.ForeignKeyConstraint(["fase"], ["fase.id"], name="fk_afvinking_fase"),
        sa.ForeignKeyConstraint(["door"], ["account.id"], name="fk_afvinking_door"),
        sa.PrimaryKeyConstraint("id", name="pk_afvinking"),
    )
    op.create_index("ix_afvinking_fase", "afvinking", ["fase"])
    op.create_table(
        "fasebalans",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("fase", _ID, nullable=False),
        sa.Column("uitkomst", sa.String(length=6), nullable=False),
        sa.Column("naar", sa.JSON(), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("eigen", sa.Text()),
        sa.Column("open_taken", sa.JSON(), nullable=False),
        sa.Column("beslist", sa.String(length=30), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("bevestigd_door", _ID, nullable=False),
        sa.CheckConstraint("uitkomst <> 'stop' OR eigen IS NOT NULL", name="ck_fasebalans_ck_fasebalans_eigen"),
        sa.CheckConstraint("uitkomst IN ('verder', 'terug', 'stop')", name="ck_fasebalans_ck_fasebalans_uitkomst"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_fasebalans_wijk"),
        sa.ForeignKeyConstraint(["fase"], ["fase.id"], name="fk_fasebalans_fase"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_fasebalans_gemaakt_door"),
        sa.ForeignKeyConstraint(["bevestigd_door"], ["account.id"], name="fk_fasebalans_bevestigd_door"),
        sa.PrimaryKeyConstraint("id", name="pk_fasebalans"),
        sa.UniqueConstraint("publiek_id", name="uq_fasebalans_publiek_id"),
        sa.UniqueConstraint("fase", name="uq_fasebalans_fase"),
    )
    op.create_table(
        "fasestuk",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("fase", _ID, nullable=False),
        sa.Column("stuk", _ID, nullable=False),
        sa.Column("titel", sa.String(length=100), nullable=False),
        sa.Column("openbaar", sa.Boolean(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("ingetrokken_op", _MOMENT),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_fasestuk_wijk"),
        sa.ForeignKeyConstraint(["fase"], ["fase.id"], name="fk_fasestuk_fase"),
        sa.ForeignKeyConstraint(["stuk"], ["stuk.id"], name="fk_fasestuk_stuk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_fasestuk_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_fasestuk"),
        sa.UniqueConstraint("publiek_id", name="uq_fasestuk_publiek_id"),
    )
    op.create_index("ix_fasestuk_fase", "fasestuk", ["fase"])
    op.create_index("ix_fasestuk_stuk", "fasestuk", ["stuk"])
    op.create_table(
        "meting",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("fase", _ID, nullable=False),
        sa.Column("soort", sa.String(length=12), nullable=False),
        sa.Column("sluit_op", _MOMENT, nullable=False),
        sa.CheckConstraint("soort IN ('samenwerking', 'vertrouwen')", name="ck_meting_ck_meting_soort"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_meting_wijk"),
        sa.ForeignKeyConstraint(["fase"], ["fase.id"], name="fk_meting_fase"),
        sa.PrimaryKeyConstraint("id", name="pk_meting"),
        sa.UniqueConstraint("fase", "soort", name="uq_meting_fase_soort"),
        sa.UniqueConstraint("publiek_id", name="uq_meting_publiek_id"),
    )
    op.create_table(
        "meetbiljet",
        sa.Column("sleutel", sa.LargeBinary(16), nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("meting", _ID, nullable=False),
        sa.Column("cijfers", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_meetbiljet_wijk"),
        sa.ForeignKeyConstraint(["meting"], ["meting.id"], name="fk_meetbiljet_meting"),
        sa.PrimaryKeyConstraint("sleutel", name="pk_meetbiljet"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_meetbiljet_meting", "meetbiljet", ["meting"])
    op.create_table(
        "meetdeelname",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("meting", _ID, nullable=False),
        sa.Column("bewoner", _ID),
        sa.Column("account", _ID),
        sa.CheckConstraint("(bewoner IS NULL) <> (account IS NULL)", name="ck_meetdeelname_ck_meetdeelname_wie"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_meetdeelname_wijk"),
        sa.ForeignKeyConstraint(["meting"], ["meting.id"], name="fk_meetdeelname_meting"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_meetdeelname_bewoner"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_meetdeelname_account"),
        sa.PrimaryKeyConstraint("id", name="pk_meetdeelname"),
        sa.UniqueConstraint("meting", "bewoner", name="uq_meetdeelname_meting_bewoner"),
        sa.UniqueConstraint("meting", "account", name="uq_meetdeelname_meting_account"),
    )
    op.create_index("ix_meetdeelname_account", "meetdeelname", ["account"])
    op.create_index("ix_meetdeelname_bewoner", "meetdeelname", ["bewoner"])
    op.create_table(
        "les",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("fase", _ID, nullable=False),
        sa.Column("tekst", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_les_wijk"),
        sa.ForeignKeyConstraint(["fase"], ["fase.id"], name="fk_les_fase"),
        sa.PrimaryKeyConstraint("id", name="pk_les"),
        sa.UniqueConstraint("publiek_id", name="uq_les_publiek_id"),
    )
    op.create_index("ix_les_fase", "les", ["fase"])
