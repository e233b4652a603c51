"""An offer has its homes, costs, yield, terms and document; a yes has its day and how it came in.

Revision: 0050, after 0049
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)
_ZONE = ZoneInfo("Europe/Amsterdam")
_LEVEND = "bewoner IS NULL AND ingetrokken_op IS NULL"


def upgrade() -> None:
    """Apply; what was taken already was taken on the day on which it was written down."""
    with op.batch_alter_table("aanbod") as tabel:
        tabel.alter_column("kosten", existing_type=sa.String(length=300), nullable=True)
        tabel.add_column(sa.Column("wie", sa.String(length=10), nullable=False, server_default="eigenaren"))
        tabel.add_column(sa.Column("kosten_van", sa.Integer()))
        tabel.add_column(sa.Column("kosten_tot", sa.Integer()))
        tabel.add_column(sa.Column("opbrengst", sa.String(length=200)))
        tabel.add_column(sa.Column("opbrengst_van", sa.Integer()))
        tabel.add_column(sa.Column("opbrengst_tot", sa.Integer()))
        tabel.add_column(sa.Column("voorwaarden", sa.Text()))
        tabel.add_column(sa.Column("bindend", sa.Boolean()))
        tabel.add_column(sa.Column("bindend_uitleg", sa.String(length=200)))
        tabel.add_column(sa.Column("bedenktijd", sa.Integer()))
        tabel.add_column(sa.Column("minimum", sa.Integer()))
        tabel.add_column(sa.Column("stuk", _ID))
        tabel.create_foreign_key("fk_aanbod_stuk", "stuk", ["stuk"], ["id"])
        tabel.create_check_constraint("ck_aanbod_wie", "wie IN ('eigenaren', 'iedereen')")
        tabel.create_check_constraint("ck_aanbod_kosten", "kosten IS NOT NULL OR kosten_van IS NOT NULL")
    op.execute("UPDATE aanbod SET wie = 'iedereen' WHERE wat = 'interesse'")
    op.create_table(
        "aanbod_woningtype",
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("aanbod", _ID, nullable=False),
        sa.Column("woningtype", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["aanbod"], ["aanbod.id"], name="fk_aanbod_woningtype_aanbod"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_aanbod_woningtype_wijk"),
        sa.PrimaryKeyConstraint("aanbod", "woningtype", name="pk_aanbod_woningtype"),
    )
    with op.batch_alter_table("intekening") as tabel:
        tabel.add_column(sa.Column("hoe", sa.String(length=11), nullable=False, server_default="chat"))
        tabel.add_column(sa.Column("dag", sa.Date()))
        tabel.add_column(sa.Column("ingetrokken_op", _MOMENT))
    bestaand = sa.table(
        "intekening", *(sa.column(n) for n in ("id", "bewoner", "hoe")), sa.column("op", _MOMENT),
        sa.column("dag", sa.Date()),
    )  # fmt: skip
    tx = op.get_bind()
    tx.execute(sa.update(bestaand).where(bestaand.c.bewoner.is_(None)).values(hoe="papier"))
    for rij in tx.execute(sa.select(bestaand.c.id, bestaand.c.op)).all():
        moment: datetime = rij.op
        tx.execute(sa.update(bestaand).where(bestaand.c.id == rij.id).values(dag=moment.astimezone(_ZONE).date()))
    op.drop_index("uq_intekening_papier", table_name="intekening")
    with op.batch_alter_table("intekening") as tabel:
        tabel.alter_column("dag", existing_type=sa.Date(), nullable=False)
        tabel.create_check_constraint(
            "ck_intekening_hoe",
            "hoe IN ('chat', 'papier', 'eformulier') AND (hoe = 'chat') = (bewoner IS NOT NULL)",
        )
    op.create_index("ix_intekening_huishouden", "intekening", ["huishouden"])
    op.create_index(
        "uq_intekening_papier",
        "intekening",
        ["aanbod", "huishouden"],
        unique=True,
        sqlite_where=sa.text(_LEVEND),
        postgresql_where=sa.text(_LEVEND),
    )
