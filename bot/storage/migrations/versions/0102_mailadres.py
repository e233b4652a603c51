"""E-mail to residents: the address that they gave, and mail that is theirs beside that of followers.

Revision: 0102, after 0101
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer, UtcMoment

revision = "0102"
down_revision = "0101"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. All mail that is there is of followers."""
    op.create_table(
        "mailadres",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("wijk", Nummer, nullable=False),
        sa.Column("bewoner", Nummer, nullable=False),
        sa.Column("adres", sa.String(254), nullable=True),
        sa.Column("bevestigd_op", UtcMoment(), nullable=True),
        sa.Column("nieuw", sa.String(254), nullable=True),
        sa.Column("merk", sa.LargeBinary(32), nullable=True),
        sa.Column("verloopt_op", UtcMoment(), nullable=True),
        sa.Column("missers", sa.SmallInteger(), nullable=False, server_default="0"),
        sa.Column("geheim", sa.String(22), nullable=False),
        sa.Column("dagmail", sa.Boolean(), nullable=False, server_default=sa.text("true")),
        sa.Column("gemaild", sa.BigInteger(), nullable=False, server_default="0"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_mailadres_wijk"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_mailadres_bewoner"),
        sa.PrimaryKeyConstraint("id", name="pk_mailadres"),
        sa.UniqueConstraint("bewoner", name="uq_mailadres_bewoner"),
        sa.UniqueConstraint("geheim", name="uq_mailadres_geheim"),
    )
    op.create_index("ix_mailadres_adres", "mailadres", ["adres"])
    op.create_table(
        "mailrem",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("wijk", Nummer, nullable=False),
        sa.Column("merk", sa.LargeBinary(32), nullable=False),
        sa.Column("op", UtcMoment(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_mailrem_wijk"),
        sa.PrimaryKeyConstraint("id", name="pk_mailrem"),
    )
    op.create_index("ix_mailrem_merk_op", "mailrem", ["merk", "op"])
    with op.batch_alter_table("postuit") as post:
        post.alter_column("volger", existing_type=Nummer, nullable=True)
        post.add_column(sa.Column("bewoner", Nummer, nullable=True))
        post.add_column(sa.Column("adres", sa.String(254), nullable=True))
        post.add_column(sa.Column("taal", sa.String(10), nullable=True))
        post.create_foreign_key("fk_postuit_bewoner", "bewoner", ["bewoner"], ["id"])
        post.create_check_constraint(op.f("ck_postuit_voor_wie"), "(volger IS NULL) <> (bewoner IS NULL)")
    op.create_index("ix_postuit_bewoner", "postuit", ["bewoner"])
