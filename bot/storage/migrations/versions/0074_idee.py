"""Ideas of residents, and who supports one.

Revision: 0074, after 0073
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0074"
down_revision = "0073"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "idee",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(length=22), nullable=False),
        sa.Column("bewoner", _ID),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("taal", sa.String(length=8), nullable=False),
        sa.Column("plek", sa.String(length=100)),
        sa.Column("punt", sa.String(length=24)),
        sa.Column("foto", sa.Text()),
        sa.Column("staat", sa.String(length=8), server_default="wacht", nullable=False),
        sa.Column("reden", sa.Text()),
        sa.Column("werkgroep", _ID),
        sa.Column("steun", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.CheckConstraint("staat IN ('wacht', 'nieuw', 'opgepakt', 'gelukt', 'kan_niet')", name=op.f("ck_idee_staat")),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name=op.f("fk_idee_wijk")),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name=op.f("fk_idee_bewoner")),
        sa.ForeignKeyConstraint(["werkgroep"], ["werkgroep.id"], name=op.f("fk_idee_werkgroep")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idee")),
        sa.UniqueConstraint("publiek_id", name=op.f("uq_idee_publiek_id")),
    )
    op.create_index(op.f("ix_idee_bewoner"), "idee", ["bewoner"])
    op.create_index(op.f("ix_idee_wijk_staat"), "idee", ["wijk", "staat"])
    op.create_table(
        "idee_steun",
        sa.Column("idee", _ID, nullable=False),
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.ForeignKeyConstraint(["idee"], ["idee.id"], name=op.f("fk_idee_steun_idee")),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name=op.f("fk_idee_steun_bewoner")),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name=op.f("fk_idee_steun_wijk")),
        sa.PrimaryKeyConstraint("idee", "bewoner", name=op.f("pk_idee_steun")),
    )
    op.create_index(op.f("ix_idee_steun_bewoner"), "idee_steun", ["bewoner"])
