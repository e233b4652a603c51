"""People without a phone: a seat can end, evidence may be about unnamed people, names who recorded it, and can lapse."""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcMoment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def _een_tegelijk(tabel: str, kolommen: list[str], zolang: str) -> None:
    naam = f"ix_{tabel}_{'_'.join(kolommen)}"
    voorwaarde = sa.text(zolang)
    op.create_index(naam, tabel, kolommen, unique=True, sqlite_where=voorwaarde, postgresql_where=voorwaarde)


def upgrade() -> None:
    with op.batch_alter_table("bewoner") as tabel:
        tabel.drop_constraint("uq_bewoner_huishouden_stoel", type_="unique")
        tabel.add_column(sa.Column("tot", UtcMoment()))
    _een_tegelijk("bewoner", ["huishouden", "stoel"], "tot IS NULL")

    with op.batch_alter_table("bewijs_prive") as tabel:
        tabel.drop_constraint("uq_bewijs_prive_bewoner_soort_onderwerp", type_="unique")
        tabel.alter_column("bewoner", nullable=True)
        tabel.add_column(sa.Column("huishouden", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
        tabel.add_column(sa.Column("aantal", sa.Integer()))
        tabel.add_column(sa.Column("methode", sa.String(20)))
        tabel.add_column(sa.Column("vastlegger", sa.BigInteger().with_variant(sa.Integer(), "sqlite")))
        tabel.add_column(sa.Column("vervallen", sa.Boolean(), nullable=False, server_default=sa.text("false")))
        tabel.create_foreign_key(op.f("fk_bewijs_prive_huishouden"), "huishouden", ["huishouden"], ["id"])
        tabel.create_foreign_key(op.f("fk_bewijs_prive_vastlegger"), "account", ["vastlegger"], ["id"])
    # until now there was one way to vote and one to check in
    op.execute("UPDATE bewijs_prive SET methode = CASE WHEN soort LIKE 'stem%' THEN 'knop' ELSE 'deurcode' END")
    with op.batch_alter_table("bewijs_prive") as tabel:
        tabel.alter_column("methode", nullable=False)
        tabel.create_check_constraint(op.f("ck_bewijs_prive_over"), "(bewoner IS NULL) = (aantal IS NOT NULL)")
        tabel.create_check_constraint(op.f("ck_bewijs_prive_aantal"), "aantal >= 0")
    _een_tegelijk("bewijs_prive", ["bewoner", "soort", "onderwerp"], "NOT vervallen")
    op.create_index("ix_bewijs_prive_wijk_onderwerp", "bewijs_prive", ["wijk", "onderwerp"])
