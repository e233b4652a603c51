"""Versions of the spelregels, and which one holds; the log is numbered per wijk, has heads, and says who counts.

Evidence of before the first version was fixed says version 0.

Revision: 0026, after 0025
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.add_column("wijk", sa.Column("spelregels_versie", sa.Integer(), server_default="0", nullable=False))
    op.add_column("bewoner", sa.Column("gewist", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.create_table(
        "spelregels",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("uit_instellingen", sa.Boolean(), nullable=False),
        sa.Column("vastgesteld_op", bot.storage.tables.UtcMoment(timezone=True)),
        sa.Column("na_bewijs", _ID),
        sa.Column("reden", sa.Text()),
        sa.Column("orgaan", sa.String(20)),
        sa.Column("besluitnummer", sa.String(60)),
        sa.Column("besluit_op", sa.Date()),
        sa.Column("besluitlink", sa.String(300)),
        sa.Column("volgt", sa.Boolean()),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_spelregels_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_spelregels"),
        sa.UniqueConstraint("wijk", "versie", name="uq_spelregels_wijk_versie"),
    )
    with op.batch_alter_table("bewijs") as bewijs:
        bewijs.drop_constraint("uq_bewijs_volgnummer", type_="unique")
        bewijs.add_column(sa.Column("openbaar", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.create_index("ix_bewijs_wijk_volgnummer", "bewijs", ["wijk", "volgnummer"], unique=True)
    _zolang("ix_bewijs_ongenummerd", "bewijs", ["wijk", "id"], "volgnummer IS NULL")
    op.create_table(
        "logstand",
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("grootte", sa.BigInteger(), nullable=False),
        sa.Column("toppen", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_logstand_wijk"),
        sa.PrimaryKeyConstraint("wijk", name="pk_logstand"),
    )
    op.create_table(
        "ijkpunt",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("grootte", sa.BigInteger(), nullable=False),
        sa.Column("wortel", sa.LargeBinary(32), nullable=False),
        sa.Column("dag", sa.Date(), nullable=False),
        sa.Column("notitie", sa.Text()),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_ijkpunt_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_ijkpunt"),
        sa.UniqueConstraint("wijk", "grootte", "dag", name="uq_ijkpunt_wijk_grootte_dag"),
    )
    op.create_table(
        "telt",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("drempel", sa.String(20), nullable=False),
        sa.Column("huishouden", _ID, nullable=False),
        sa.Column("bewoner", _ID),
        sa.Column("zelf", sa.Boolean(), nullable=False),
        sa.Column("bewijs", _ID, nullable=False),
        sa.Column("vervallen_door", _ID),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_telt_wijk"),
        sa.ForeignKeyConstraint(["huishouden"], ["huishouden.id"], name="fk_telt_huishouden"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_telt_bewoner"),
        sa.ForeignKeyConstraint(["bewijs"], ["bewijs.id"], name="fk_telt_bewijs"),
        sa.ForeignKeyConstraint(["vervallen_door"], ["bewijs.id"], name="fk_telt_vervallen_door"),
        sa.PrimaryKeyConstraint("id", name="pk_telt"),
    )
    op.create_index("ix_telt_wijk_versie_drempel", "telt", ["wijk", "versie", "drempel"])
    geldt = "vervallen_door IS NULL"
    _zolang("uq_telt_bewoner", "telt", ["versie", "drempel", "bewoner"], geldt, unique=True)
    huishouden = f"{geldt} AND bewoner IS NULL"
    _zolang("uq_telt_huishouden", "telt", ["versie", "drempel", "huishouden"], huishouden, unique=True)


def _zolang(naam: str, tabel: str, kolommen: list[str], zolang: str, *, unique: bool = False) -> None:
    waar = sa.text(zolang)
    op.create_index(naam, tabel, kolommen, unique=unique, sqlite_where=waar, postgresql_where=waar)
