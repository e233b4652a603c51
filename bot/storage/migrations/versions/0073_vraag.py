"""Questions of residents to the bewonersaanspreekpunt.

Revision: 0073, after 0072
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0073"
down_revision = "0072"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "vraag",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("over_plan", sa.Boolean(), nullable=False),
        sa.Column("werkgroep", _ID),
        sa.Column("staat", sa.String(10), nullable=False, server_default="open"),
        sa.Column("ronde", sa.SmallInteger(), nullable=False, server_default="1"),
        sa.Column("open_sinds", _MOMENT, nullable=False),
        sa.Column("termijn", _MOMENT, nullable=False),
        sa.Column("hoger", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("geholpen", sa.Boolean()),
        sa.Column("gemeld_op", _MOMENT),
        sa.Column("vraagbaak", _ID),
        sa.Column("laatst_op", _MOMENT, nullable=False),
        sa.CheckConstraint("staat IN ('open', 'beantwoord', 'klaar')", name="ck_vraag_staat"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_vraag_wijk"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_vraag_bewoner"),
        sa.ForeignKeyConstraint(["werkgroep"], ["werkgroep.id"], name="fk_vraag_werkgroep"),
        sa.ForeignKeyConstraint(["vraagbaak"], ["vraagbaak.id"], name="fk_vraag_vraagbaak"),
        sa.PrimaryKeyConstraint("id", name="pk_vraag"),
        sa.UniqueConstraint("publiek_id", name="uq_vraag_publiek_id"),
    )
    op.create_index("ix_vraag_bewoner", "vraag", ["bewoner"])
    op.create_index("ix_vraag_wijk_staat_open_sinds", "vraag", ["wijk", "staat", "open_sinds"])
    op.create_table(
        "vraagbericht",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("vraag", _ID, nullable=False),
        sa.Column("van", sa.String(7), nullable=False),
        sa.Column("gemaakt_door", _ID),
        sa.Column("soort", sa.String(10), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("file_id", sa.String(200)),
        sa.Column("naam", sa.String(255)),
        sa.Column("taal", sa.String(5), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.CheckConstraint("van IN ('bewoner', 'team')", name="ck_vraagbericht_van"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_vraagbericht_wijk"),
        sa.ForeignKeyConstraint(["vraag"], ["vraag.id"], name="fk_vraagbericht_vraag"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_vraagbericht_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_vraagbericht"),
    )
    op.create_index("ix_vraagbericht_vraag", "vraagbericht", ["vraag"])
    op.create_table(
        "vraagconcept",
        sa.Column("account", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_vraagconcept_account"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_vraagconcept_wijk"),
        sa.PrimaryKeyConstraint("account", name="pk_vraagconcept"),
    )
