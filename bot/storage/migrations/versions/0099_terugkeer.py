"""A way back for who lost every device: a code that somebody else gave, and that it was given.

Revision: 0099, after 0098
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer, UtcMoment

revision = "0099"
down_revision = "0098"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("toestelcode") as bij:
        bij.add_column(sa.Column("wijze", sa.String(4), nullable=False, server_default="zelf"))
        bij.add_column(sa.Column("gegeven_door", Nummer, nullable=True))
        bij.add_column(sa.Column("missers", sa.SmallInteger(), nullable=False, server_default="0"))
        bij.create_foreign_key("fk_toestelcode_gegeven_door", "account", ["gegeven_door"], ["id"])
        bij.create_check_constraint(op.f("ck_toestelcode_wijze"), "wijze IN ('zelf', 'deur', 'mail')")
    op.create_table(
        "terugkeer",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("wijk", Nummer, nullable=False),
        sa.Column("bewoner", Nummer, nullable=False),
        sa.Column("wijze", sa.String(4), nullable=False),
        sa.Column("gegeven_door", Nummer, nullable=True),
        sa.Column("gegeven_op", UtcMoment(), nullable=False),
        sa.Column("gebruikt_op", UtcMoment(), nullable=True),
        sa.Column("geweigerd_op", UtcMoment(), nullable=True),
        sa.CheckConstraint("wijze IN ('deur', 'mail')", name=op.f("ck_terugkeer_wijze")),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_terugkeer_wijk"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_terugkeer_bewoner"),
        sa.ForeignKeyConstraint(["gegeven_door"], ["account.id"], name="fk_terugkeer_gegeven_door"),
        sa.PrimaryKeyConstraint("id", name="pk_terugkeer"),
    )
    op.create_index("ix_terugkeer_bewoner", "terugkeer", ["bewoner"])
    op.create_index("ix_terugkeer_gegeven_door", "terugkeer", ["gegeven_door"])
