"""Cards of what a heat solution means for a type of home, and whether people understand them.

Revision: 0063, after 0062
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0063"
down_revision = "0062"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "warmtekaart",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("oplossing", sa.String(40), nullable=False),
        sa.Column("woningtype", sa.String(40), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("bevestigd_door", _ID, nullable=False),
        sa.Column("ingetrokken_op", _MOMENT),
        *(sa.Column(f"zegt_{wat}", sa.Integer(), nullable=False, server_default="0") for wat in _ANTWOORDEN),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_warmtekaart_wijk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_warmtekaart_gemaakt_door"),
        sa.ForeignKeyConstraint(["bevestigd_door"], ["account.id"], name="fk_warmtekaart_bevestigd_door"),
        sa.PrimaryKeyConstraint("id", name="pk_warmtekaart"),
        sa.UniqueConstraint("publiek_id", name="uq_warmtekaart_publiek_id"),
        sa.UniqueConstraint(
            "wijk", "oplossing", "woningtype", "versie", name="uq_warmtekaart_wijk_oplossing_woningtype_versie"
        ),
    )
    op.create_table(
        "warmtekaart_gezegd",
        sa.Column("kaart", _ID, nullable=False),
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.ForeignKeyConstraint(["kaart"], ["warmtekaart.id"], name="fk_warmtekaart_gezegd_kaart"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_warmtekaart_gezegd_bewoner"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_warmtekaart_gezegd_wijk"),
        sa.PrimaryKeyConstraint("kaart", "bewoner", name="pk_warmtekaart_gezegd"),
    )
    op.create_index("ix_warmtekaart_gezegd_bewoner", "warmtekaart_gezegd", ["bewoner"])
    op.create_table(
        "warmtekaart_stand",
        sa.Column("kaart", _ID, nullable=False),
        sa.Column("stemmen", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("delen", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["kaart"], ["warmtekaart.id"], name="fk_warmtekaart_stand_kaart"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_warmtekaart_stand_wijk"),
        sa.PrimaryKeyConstraint("kaart", "stemmen", name="pk_warmtekaart_stand"),
    )


_ANTWOORDEN = ("ja", "beetje", "vraag")
