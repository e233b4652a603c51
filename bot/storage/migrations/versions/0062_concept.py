"""Drafts of plans with reactions per section, "ik doe niet mee", natural moments and works to go along with.

Revision: 0062, after 0061
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0062"
down_revision = "0061"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "natuurlijkmoment",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("wat", sa.String(20), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_natuurlijkmoment_bewoner"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_natuurlijkmoment_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_natuurlijkmoment"),
        sa.UniqueConstraint("bewoner", "wat", name="uq_natuurlijkmoment_bewoner_wat"),
        sa.UniqueConstraint("publiek_id", name="uq_natuurlijkmoment_publiek_id"),
    )
    op.create_table(
        "koppelkans",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("soort", sa.String(20), nullable=False),
        sa.Column("titel", sa.String(100), nullable=False),
        sa.Column("uitleg", sa.String(600), nullable=False),
        sa.Column("straten", sa.JSON(), nullable=False),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.Column("door", sa.String(100), nullable=False),
        sa.Column("link", sa.String(300)),
        sa.Column("op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("ingetrokken_op", bot.storage.tables.UtcMoment(timezone=True)),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_koppelkans_gemaakt_door"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_koppelkans_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_koppelkans"),
        sa.UniqueConstraint("publiek_id", name="uq_koppelkans_publiek_id"),
    )
    op.create_index("ix_koppelkans_wijk_van", "koppelkans", ["wijk", "van"])
    op.create_table(
        "nietmee",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("vastlegger", _ID),
        sa.Column("op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_nietmee_bewoner"),
        sa.ForeignKeyConstraint(["vastlegger"], ["account.id"], name="fk_nietmee_vastlegger"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_nietmee_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_nietmee"),
        sa.UniqueConstraint("bewoner", name="uq_nietmee_bewoner"),
        sa.UniqueConstraint("publiek_id", name="uq_nietmee_publiek_id"),
    )
    op.create_table(
        "nietmeetekst",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_nietmeetekst_gemaakt_door"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_nietmeetekst_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_nietmeetekst"),
        sa.UniqueConstraint("wijk", name="uq_nietmeetekst_wijk"),
    )
    op.create_table(
        "concept",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("soort", sa.String(20), nullable=False),
        sa.Column("titel", sa.String(100), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("vorige", _ID),
        sa.Column("tot", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.Column("stuk", _ID),
        sa.Column("gemaakt_door", _ID),
        sa.Column("gepubliceerd_op", bot.storage.tables.UtcMoment(timezone=True)),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_concept_gemaakt_door"),
        sa.ForeignKeyConstraint(["stuk"], ["stuk.id"], name="fk_concept_stuk"),
        sa.ForeignKeyConstraint(["vorige"], ["concept.id"], name="fk_concept_vorige"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_concept_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_concept"),
        sa.UniqueConstraint("publiek_id", name="uq_concept_publiek_id"),
        sa.UniqueConstraint("vorige", name="uq_concept_vorige"),
    )
    op.create_index("ix_concept_wijk_id", "concept", ["wijk", "id"])
    op.create_table(
        "conceptdeel",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("concept", _ID, nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("titel", sa.String(100), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("was", _ID),
        sa.ForeignKeyConstraint(["concept"], ["concept.id"], name="fk_conceptdeel_concept"),
        sa.ForeignKeyConstraint(["was"], ["conceptdeel.id"], name="fk_conceptdeel_was"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_conceptdeel_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_conceptdeel"),
        sa.UniqueConstraint("concept", "nummer", name="uq_conceptdeel_concept_nummer"),
        sa.UniqueConstraint("publiek_id", name="uq_conceptdeel_publiek_id"),
    )
    op.create_table(
        "conceptantwoord",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("conceptdeel", _ID, nullable=False),
        sa.Column("oordeel", sa.String(20), nullable=False),
        sa.Column("reden", sa.Text()),
        sa.Column("weergave", sa.Text()),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.ForeignKeyConstraint(["conceptdeel"], ["conceptdeel.id"], name="fk_conceptantwoord_conceptdeel"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_conceptantwoord_gemaakt_door"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_conceptantwoord_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_conceptantwoord"),
        sa.UniqueConstraint("publiek_id", name="uq_conceptantwoord_publiek_id"),
    )
    op.create_index("ix_conceptantwoord_conceptdeel", "conceptantwoord", ["conceptdeel"])
    op.create_table(
        "conceptreactie",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("conceptdeel", _ID, nullable=False),
        sa.Column("bewoner", _ID),
        sa.Column("vastlegger", _ID),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.Column("antwoord", _ID),
        sa.ForeignKeyConstraint(["antwoord"], ["conceptantwoord.id"], name="fk_conceptreactie_antwoord"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_conceptreactie_bewoner"),
        sa.ForeignKeyConstraint(["conceptdeel"], ["conceptdeel.id"], name="fk_conceptreactie_conceptdeel"),
        sa.ForeignKeyConstraint(["vastlegger"], ["account.id"], name="fk_conceptreactie_vastlegger"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_conceptreactie_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_conceptreactie"),
        sa.UniqueConstraint("publiek_id", name="uq_conceptreactie_publiek_id"),
    )
    op.create_index("ix_conceptreactie_antwoord", "conceptreactie", ["antwoord"])
    op.create_index("ix_conceptreactie_bewoner", "conceptreactie", ["bewoner"])
    op.create_index("ix_conceptreactie_conceptdeel", "conceptreactie", ["conceptdeel"])
    op.create_index("ix_conceptreactie_wijk_antwoord", "conceptreactie", ["wijk", "antwoord"])
