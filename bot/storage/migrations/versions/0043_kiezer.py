"""Who votes is a resident, or an account without a home here.

Revision: 0043, after 0042
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    biljet = sa.Column("stembiljet", sa.LargeBinary(16), nullable=False)
    verwijst = sa.ForeignKeyConstraint(["stembiljet"], ["stembiljet.sleutel"], name="fk_stemkoppeling_stembiljet")
    _maak_anders("stemkoppeling", "stembiljet", biljet, verwijst, sqlite_with_rowid=False)
    nummer = sa.Column("id", _ID, nullable=False)
    _maak_anders("stemconcept", "id", nummer, sa.Column("inhoud", sa.Text(), nullable=False))


def _maak_anders(naam: str, sleutel: str, *eigen: Any, **soort: Any) -> None:
    """Make the table anew: its key was the poll and the resident, and SQLite keeps a table in the order of its key."""
    oud = sa.Table(naam, sa.MetaData(), autoload_with=op.get_bind())
    rijen = [dict(rij) for rij in op.get_bind().execute(sa.select(oud)).mappings()]
    op.drop_table(naam)
    naar = ("wijk", "peiling", "bewoner", "account")
    nieuw = op.create_table(
        naam,
        *eigen,
        *(sa.Column(kolom, _ID, nullable=kolom in ("bewoner", "account")) for kolom in naar),
        *(sa.ForeignKeyConstraint([kolom], [f"{kolom}.id"], name=f"fk_{naam}_{kolom}") for kolom in naar),
        sa.PrimaryKeyConstraint(sleutel, name=f"pk_{naam}"),
        sa.UniqueConstraint("peiling", "bewoner", name=f"uq_{naam}_peiling_bewoner"),
        sa.UniqueConstraint("peiling", "account", name=f"uq_{naam}_peiling_account"),
        sa.CheckConstraint("(bewoner IS NULL) <> (account IS NULL)", name=f"ck_{naam}_kiezer"),
        **soort,
    )
    if rijen:
        op.bulk_insert(nieuw, rijen)
