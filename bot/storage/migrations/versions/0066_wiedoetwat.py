"""Who does what and what the decision is about; partners and what they tell.

Revision: 0066, after 0065
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0066"
down_revision = "0065"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)
_SOORT = "soort IN ('woningcorporatie', 'verhuurder', 'netbeheerder', 'gemeente', 'bedrijf', 'netwerk', 'anders')"


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "wiedoetwat",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("onderdeel", sa.String(30), nullable=False),
        sa.Column("tekst", sa.String(700)),
        sa.Column("trede", sa.String(20)),
        sa.Column("naam", sa.String(100)),
        sa.Column("telefoon", sa.String(30)),
        sa.Column("email", sa.String(254)),
        sa.Column("link", sa.String(300)),
        sa.Column("stuk", _ID),
        sa.Column("openbaar", sa.Boolean(), nullable=False),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_wiedoetwat_wijk"),
        sa.ForeignKeyConstraint(["stuk"], ["stuk.id"], name="fk_wiedoetwat_stuk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_wiedoetwat_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_wiedoetwat"),
    )
    op.create_index("ix_wiedoetwat_wijk_onderdeel", "wiedoetwat", ["wijk", "onderdeel"])
    op.create_table(
        "partner",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("soort", sa.String(20), nullable=False),
        sa.Column("naam", sa.String(100), nullable=False),
        sa.Column("wat", sa.String(300), nullable=False),
        sa.Column("contact", sa.String(200)),
        sa.Column("link", sa.String(300)),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("gestopt_op", _MOMENT),
        sa.CheckConstraint(_SOORT, name=op.f("ck_partner_soort")),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_partner_wijk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_partner_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_partner"),
        sa.UniqueConstraint("publiek_id", name="uq_partner_publiek_id"),
    )
    op.create_index("ix_partner_wijk_id", "partner", ["wijk", "id"])
    op.create_table(
        "partnernieuws",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("partner", _ID, nullable=False),
        sa.Column("tekst", sa.String(700), nullable=False),
        sa.Column("link", sa.String(300)),
        sa.Column("stuk", _ID),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("ingetrokken_op", _MOMENT),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_partnernieuws_wijk"),
        sa.ForeignKeyConstraint(["partner"], ["partner.id"], name="fk_partnernieuws_partner"),
        sa.ForeignKeyConstraint(["stuk"], ["stuk.id"], name="fk_partnernieuws_stuk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_partnernieuws_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_partnernieuws"),
        sa.UniqueConstraint("publiek_id", name="uq_partnernieuws_publiek_id"),
    )
    op.create_index("ix_partnernieuws_partner", "partnernieuws", ["partner"])
