"""A ballot carries its content, a poll its method, how many may be chosen and whether it shows how it goes.

Revision: 0008, after 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Polls that are there had one choice; their ballots become the number of the option that was chosen."""
    with op.batch_alter_table("peiling") as peiling:
        peiling.add_column(sa.Column("methode", sa.String(20), nullable=False, server_default="keuze"))
        peiling.add_column(sa.Column("max_keuzes", sa.Integer(), nullable=True))
        peiling.add_column(sa.Column("live", sa.Boolean(), nullable=False, server_default=sa.text("false")))
        peiling.add_column(sa.Column("ingetrokken", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    op.execute("UPDATE peiling SET max_keuzes = 1")

    zonder_rowid = {"sqlite_with_rowid": False}
    with op.batch_alter_table("stembiljet", table_kwargs=zonder_rowid) as biljet:
        biljet.add_column(sa.Column("inhoud", sa.Text(), nullable=True))
    op.execute(
        "UPDATE stembiljet SET inhoud = (SELECT '[' || volgorde || ']' FROM peiling_optie"
        " WHERE peiling_optie.id = stembiljet.peiling_optie)"
    )
    with op.batch_alter_table("stembiljet", table_kwargs=zonder_rowid) as biljet:
        biljet.alter_column("inhoud", existing_type=sa.Text(), nullable=False)
        biljet.drop_column("peiling_optie")

    op.create_table(
        "tussenstand",
        sa.Column("peiling", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("wijk", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stemmen", sa.Integer(), nullable=False),
        sa.Column("delen", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["peiling"], ["peiling.id"], name=op.f("fk_tussenstand_peiling")),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name=op.f("fk_tussenstand_wijk")),
        sa.PrimaryKeyConstraint("peiling", name=op.f("pk_tussenstand")),
    )
    # A form that was past the new questions is asked them too.
    op.execute("UPDATE gesprek SET stap = 'keuzes' WHERE soort = 'peiling' AND stap NOT IN ('vraag', 'opties')")
