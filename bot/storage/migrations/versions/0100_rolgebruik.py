"""Who used which role for what.

Revision: 0100, after 0099
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer, UtcMoment

revision = "0100"
down_revision = "0099"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "rolgebruik",
        sa.Column("id", Nummer, nullable=False),
        sa.Column("wijk", Nummer, nullable=False),
        sa.Column("op", UtcMoment(), nullable=False),
        sa.Column("account", Nummer, nullable=False),
        sa.Column("kanaal", sa.String(20), nullable=False),
        sa.Column("rol", sa.String(20), nullable=False),
        sa.Column("wat", sa.String(60), nullable=False),
        sa.Column("onderwerp", sa.String(22)),
        sa.Column("wijzigt", sa.Boolean(), nullable=False),
        sa.Column("geweigerd", sa.String(60)),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_rolgebruik_wijk"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_rolgebruik_account"),
        sa.PrimaryKeyConstraint("id", name="pk_rolgebruik"),
    )
    op.create_index("ix_rolgebruik_account", "rolgebruik", ["account"])
    op.create_index("ix_rolgebruik_wijk_op", "rolgebruik", ["wijk", "op"])
    op.create_index("ix_rolgebruik_onderwerp", "rolgebruik", ["onderwerp"])
