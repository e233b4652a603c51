"""A door has a secret from which its codes are made, instead of one code; it can be closed, projected and shown.

Revision: 0011, after 0010
"""

import secrets

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcMoment

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Each meeting gets a secret of its own; the code that it had works no more."""
    nummer = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    with op.batch_alter_table("bijeenkomst") as tabel:
        tabel.add_column(sa.Column("deurgeheim", sa.LargeBinary(32)))
        tabel.add_column(sa.Column("deur_dicht_op", UtcMoment(timezone=True)))
        tabel.add_column(sa.Column("deurpagina", sa.String(22)))
        tabel.drop_column("deurcode")
        tabel.create_unique_constraint("uq_bijeenkomst_deurpagina", ["deurpagina"])
    bijeenkomst = sa.table("bijeenkomst", sa.column("id", nummer), sa.column("deurgeheim", sa.LargeBinary()))
    tx = op.get_bind()
    for wie in tx.scalars(sa.select(bijeenkomst.c.id)).all():
        tx.execute(bijeenkomst.update().where(bijeenkomst.c.id == wie).values(deurgeheim=secrets.token_bytes(32)))
    with op.batch_alter_table("bijeenkomst") as tabel:
        tabel.alter_column("deurgeheim", existing_type=sa.LargeBinary(32), nullable=False)

    op.create_table(
        "deurscherm",
        sa.Column("id", nummer, nullable=False),
        sa.Column("wijk", nummer, nullable=False),
        sa.Column("account", nummer, nullable=False),
        sa.Column("bijeenkomst", nummer, nullable=False),
        sa.Column("bericht_id", sa.BigInteger(), nullable=False),
        sa.Column("getoond_tot", UtcMoment(timezone=True), nullable=False),
        sa.Column("tot", UtcMoment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name=op.f("fk_deurscherm_account")),
        sa.ForeignKeyConstraint(["bijeenkomst"], ["bijeenkomst.id"], name=op.f("fk_deurscherm_bijeenkomst")),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name=op.f("fk_deurscherm_wijk")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deurscherm")),
        sa.UniqueConstraint("account", "bericht_id", name=op.f("uq_deurscherm_account_bericht_id")),
    )
