"""What people wrote on ballots is put in groups; and a voter may keep a way to be answered after the closing.

Revision: 0051, after 0050
"""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.add_column("weerwoord", sa.Column("later", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.add_column("gesprek", sa.Column("geweigerd_op", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "inbrenggroep",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("peiling", _ID, nullable=False),
        sa.Column("naam", sa.String(24), nullable=False),
        sa.Column("toegevoegd", sa.String(100), nullable=True),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_inbrenggroep_wijk"),
        sa.ForeignKeyConstraint(["peiling"], ["peiling.id"], name="fk_inbrenggroep_peiling"),
        sa.PrimaryKeyConstraint("id", name="pk_inbrenggroep"),
        sa.UniqueConstraint("publiek_id", name="uq_inbrenggroep_publiek_id"),
        sa.UniqueConstraint("peiling", "naam", name="uq_inbrenggroep_peiling_naam"),
    )
    _aan_biljet("groepering", "groep", "inbrenggroep", index=False)
    _aan_biljet("terugweg", "account", "account", index=True)


def _aan_biljet(tabel: str, kolom: str, naar: str, *, index: bool) -> None:
    op.create_table(
        tabel,
        sa.Column("stembiljet", sa.LargeBinary(16), nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("peiling", _ID, nullable=False),
        sa.Column(kolom, _ID, nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name=f"fk_{tabel}_wijk"),
        sa.ForeignKeyConstraint(["peiling"], ["peiling.id"], name=f"fk_{tabel}_peiling"),
        sa.ForeignKeyConstraint([kolom], [f"{naar}.id"], name=f"fk_{tabel}_{kolom}"),
        sa.PrimaryKeyConstraint("stembiljet", name=f"pk_{tabel}"),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{tabel}_peiling", tabel, ["peiling"])
    if index:
        op.create_index(f"ix_{tabel}_{kolom}", tabel, [kolom])
