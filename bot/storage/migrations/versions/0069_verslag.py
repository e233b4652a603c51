"""What people thought of a meeting, without a name; its report, and photos that all on them agreed to.

Revision: 0069, after 0068
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcMoment

revision = "0069"
down_revision = "0068"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "tevredenheid",
        sa.Column("sleutel", sa.LargeBinary(16), nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("bijeenkomst", _ID, nullable=False),
        sa.Column("duidelijk", sa.SmallInteger(), nullable=True),
        sa.Column("gehoord", sa.String(5), nullable=True),
        sa.Column("tekst", sa.String(500), nullable=True),
        sa.CheckConstraint("(duidelijk IS NULL) = (tekst IS NOT NULL)", name="ck_tevredenheid_tekst"),
        sa.CheckConstraint("duidelijk BETWEEN 1 AND 5", name="ck_tevredenheid_duidelijk"),
        sa.CheckConstraint("gehoord IN ('ja', 'deels', 'nee', 'geen')", name="ck_tevredenheid_gehoord"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_tevredenheid_wijk"),
        sa.ForeignKeyConstraint(["bijeenkomst"], ["bijeenkomst.id"], name="fk_tevredenheid_bijeenkomst"),
        sa.PrimaryKeyConstraint("sleutel", name="pk_tevredenheid"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tevredenheid_bijeenkomst", "tevredenheid", ["bijeenkomst"])
    op.create_table(
        "tevredenheid_gedaan",
        sa.Column("bijeenkomst", _ID, nullable=False),
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("tekst", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["bijeenkomst"], ["bijeenkomst.id"], name="fk_tevredenheid_gedaan_bijeenkomst"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_tevredenheid_gedaan_bewoner"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_tevredenheid_gedaan_wijk"),
        sa.PrimaryKeyConstraint("bijeenkomst", "bewoner", name="pk_tevredenheid_gedaan"),
    )
    op.create_table(
        "verslag",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("bijeenkomst", _ID, nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("stuk", _ID, nullable=True),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("op", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_verslag_wijk"),
        sa.ForeignKeyConstraint(["bijeenkomst"], ["bijeenkomst.id"], name="fk_verslag_bijeenkomst"),
        sa.ForeignKeyConstraint(["stuk"], ["stuk.id"], name="fk_verslag_stuk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_verslag_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_verslag"),
        sa.UniqueConstraint("bijeenkomst", name="uq_verslag_bijeenkomst"),
    )
    op.create_table(
        "verslagfoto",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("bijeenkomst", _ID, nullable=False),
        sa.Column("file_id", sa.String(200), nullable=False),
        sa.Column("toestemming_door", _ID, nullable=False),
        sa.Column("toestemming_op", UtcMoment(), nullable=False),
        sa.Column("ingetrokken_op", UtcMoment(), nullable=True),
        sa.Column("ingetrokken_door", _ID, nullable=True),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_verslagfoto_wijk"),
        sa.ForeignKeyConstraint(["bijeenkomst"], ["bijeenkomst.id"], name="fk_verslagfoto_bijeenkomst"),
        sa.ForeignKeyConstraint(["toestemming_door"], ["account.id"], name="fk_verslagfoto_toestemming_door"),
        sa.ForeignKeyConstraint(["ingetrokken_door"], ["account.id"], name="fk_verslagfoto_ingetrokken_door"),
        sa.PrimaryKeyConstraint("id", name="pk_verslagfoto"),
        sa.UniqueConstraint("publiek_id", name="uq_verslagfoto_publiek_id"),
    )
    op.create_index("ix_verslagfoto_bijeenkomst", "verslagfoto", ["bijeenkomst"])
