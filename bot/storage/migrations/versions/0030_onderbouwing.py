"""What the other conditions are weighed by: declarations, kaders, positions of partners, documents, offers.

Revision: 0030, after 0029
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "aanbod",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("wat", sa.String(length=20), nullable=False),
        sa.Column("titel", sa.String(length=100), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("kosten", sa.String(length=300), nullable=False),
        sa.Column("gas", sa.String(length=200), nullable=False),
        sa.Column("sluit_op", _MOMENT, nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("ingetrokken_op", _MOMENT),
        sa.CheckConstraint("wat IN ('interesse', 'deelnameverklaring', 'inschrijving')", name="ck_aanbod_wat"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_aanbod_gemaakt_door"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_aanbod_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_aanbod"),
        sa.UniqueConstraint("publiek_id", name="uq_aanbod_publiek_id"),
    )
    op.create_index("ix_aanbod_wijk_id", "aanbod", ["wijk", "id"])
    op.create_table(
        "stuk",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file_id", sa.String(length=200), nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("gemaakt_op", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_stuk_gemaakt_door"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_stuk_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_stuk"),
        sa.UniqueConstraint("publiek_id", name="uq_stuk_publiek_id"),
    )
    op.create_table(
        "intekening",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("aanbod", _ID, nullable=False),
        sa.Column("huishouden", _ID, nullable=False),
        sa.Column("bewoner", _ID),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("vastlegger", _ID),
        sa.CheckConstraint("(bewoner IS NULL) = (vastlegger IS NOT NULL)", name="ck_intekening_wie"),
        sa.ForeignKeyConstraint(["aanbod"], ["aanbod.id"], name="fk_intekening_aanbod"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_intekening_bewoner"),
        sa.ForeignKeyConstraint(["huishouden"], ["huishouden.id"], name="fk_intekening_huishouden"),
        sa.ForeignKeyConstraint(["vastlegger"], ["account.id"], name="fk_intekening_vastlegger"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_intekening_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_intekening"),
    )
    op.create_index(
        "ix_intekening_aanbod_bewoner",
        "intekening",
        ["aanbod", "bewoner"],
        unique=True,
        sqlite_where=sa.text("bewoner IS NOT NULL"),
        postgresql_where=sa.text("bewoner IS NOT NULL"),
    )
    op.create_index("ix_intekening_bewoner", "intekening", ["bewoner"])
    op.create_index(
        "uq_intekening_papier",
        "intekening",
        ["aanbod", "huishouden"],
        unique=True,
        sqlite_where=sa.text("bewoner IS NULL"),
        postgresql_where=sa.text("bewoner IS NULL"),
    )
    op.create_table(
        "kader_oordeel",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("kader", sa.String(length=300), nullable=False),
        sa.Column("oordeel", sa.String(length=12), nullable=False),
        sa.Column("toelichting", sa.Text(), nullable=False),
        sa.Column("link", sa.String(length=300)),
        sa.Column("stuk", _ID),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("bevestigd_door", _ID),
        sa.CheckConstraint("oordeel IN ('voldaan', 'niet_voldaan', 'open')", name="ck_kader_oordeel_oordeel"),
        sa.ForeignKeyConstraint(["bevestigd_door"], ["account.id"], name="fk_kader_oordeel_bevestigd_door"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_kader_oordeel_gemaakt_door"),
        sa.ForeignKeyConstraint(["stuk"], ["stuk.id"], name="fk_kader_oordeel_stuk"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_kader_oordeel_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_kader_oordeel"),
        sa.UniqueConstraint("publiek_id", name="uq_kader_oordeel_publiek_id"),
    )
    op.create_index("ix_kader_oordeel_wijk_id", "kader_oordeel", ["wijk", "id"])
    op.create_table(
        "standpunt",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("partner", sa.String(length=100), nullable=False),
        sa.Column("standpunt", sa.Text(), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("link", sa.String(length=300)),
        sa.Column("stuk", _ID),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("vervangt", _ID),
        sa.Column("ingetrokken_op", _MOMENT),
        sa.Column("reden", sa.String(length=300)),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_standpunt_gemaakt_door"),
        sa.ForeignKeyConstraint(["stuk"], ["stuk.id"], name="fk_standpunt_stuk"),
        sa.ForeignKeyConstraint(["vervangt"], ["standpunt.id"], name="fk_standpunt_vervangt"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_standpunt_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_standpunt"),
        sa.UniqueConstraint("publiek_id", name="uq_standpunt_publiek_id"),
        sa.UniqueConstraint("vervangt", name="uq_standpunt_vervangt"),
    )
    op.create_index("ix_standpunt_wijk_id", "standpunt", ["wijk", "id"])
    op.create_table(
        "verklaring",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("functie", sa.String(length=200), nullable=False),
        sa.Column("opdrachtgever", sa.String(length=200), nullable=False),
        sa.Column("uitspraak", sa.String(length=12), nullable=False),
        sa.Column("redenen", sa.Text(), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("stuk", _ID),
        sa.Column("account", _ID),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("bevestigd_door", _ID),
        sa.CheckConstraint("(stuk IS NULL) = (uitspraak = 'ingetrokken')", name="ck_verklaring_stuk"),
        sa.CheckConstraint("uitspraak IN ('gehoord', 'niet_gehoord', 'ingetrokken')", name="ck_verklaring_uitspraak"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_verklaring_account"),
        sa.ForeignKeyConstraint(["bevestigd_door"], ["account.id"], name="fk_verklaring_bevestigd_door"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_verklaring_gemaakt_door"),
        sa.ForeignKeyConstraint(["stuk"], ["stuk.id"], name="fk_verklaring_stuk"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_verklaring_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_verklaring"),
        sa.UniqueConstraint("publiek_id", name="uq_verklaring_publiek_id"),
    )
    op.create_index("ix_verklaring_wijk_id", "verklaring", ["wijk", "id"])
