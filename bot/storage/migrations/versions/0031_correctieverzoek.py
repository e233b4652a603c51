"""What residents say is not right.

Revision: 0031, after 0030
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    loopt = sa.text("bewoner IS NOT NULL")
    naam = "correctieverzoek"
    op.create_table(
        naam,
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("bewijs", _ID, nullable=False),
        sa.Column("bewoner", _ID),
        sa.Column("wat", sa.String(12), nullable=False),
        sa.Column("tekst", sa.String(400)),
        sa.Column("antwoord", sa.String(400)),
        sa.Column("bron", sa.String(10), nullable=False),
        sa.Column("gevraagd_op", bot.storage.tables.UtcMoment(timezone=True), nullable=False),
        sa.Column("staat", sa.String(12), nullable=False),
        sa.Column("behandeld_door", _ID),
        sa.Column("behandeld_op", bot.storage.tables.UtcMoment(timezone=True)),
        sa.CheckConstraint("wat IN ('niet', 'ander', 'anders', 'steekproef')", name=f"ck_{naam}_wat"),
        sa.CheckConstraint("bron IN ('bewoner', 'steekproef')", name=f"ck_{naam}_bron"),
        sa.CheckConstraint("staat IN ('open', 'beantwoord', 'rechtgezet', 'vervallen')", name=f"ck_{naam}_staat"),
        sa.CheckConstraint(
            "(bewoner IS NOT NULL) = (staat IN ('open', 'beantwoord'))",
            name=f"ck_{naam}_bewoner",
        ),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name=f"fk_{naam}_wijk"),
        sa.ForeignKeyConstraint(["bewijs"], ["bewijs.id"], name=f"fk_{naam}_bewijs"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name=f"fk_{naam}_bewoner"),
        sa.ForeignKeyConstraint(["behandeld_door"], ["account.id"], name=f"fk_{naam}_behandeld_door"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{naam}"),
        sa.UniqueConstraint("publiek_id", name=f"uq_{naam}_publiek_id"),
    )
    op.create_index(f"ix_{naam}_bewijs", naam, ["bewijs"], unique=True, sqlite_where=loopt, postgresql_where=loopt)
    op.create_index(f"ix_{naam}_wijk_staat", naam, ["wijk", "staat"])
