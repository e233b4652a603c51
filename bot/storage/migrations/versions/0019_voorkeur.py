"""What residents want to hear, what waits for them, and who was asked once more to vote.

Revision: 0019, after 0018
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)
_ONDERWERPEN = ("bijeenkomsten", "peilingen", "raad", "werkgroepen", "buurt")


def upgrade() -> None:
    """Apply. Nobody chose yet: everyone hears all, at once. The reminders that went out count as asked once more."""
    ja, nee = sa.text("true"), sa.text("false")
    op.create_table(
        "voorkeur",
        sa.Column("account", _ID, nullable=False),
        *(sa.Column(over, sa.Boolean(), nullable=False, server_default=ja) for over in _ONDERWERPEN),
        sa.Column("wekelijks", sa.Boolean(), nullable=False, server_default=nee),
        sa.Column("gestopt", sa.Boolean(), nullable=False, server_default=nee),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_voorkeur_account"),
        sa.PrimaryKeyConstraint("account", name="pk_voorkeur"),
    )
    op.create_table(
        "bewaard",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("account", _ID, nullable=False),
        sa.Column("sleutel", sa.String(80), nullable=False),
        sa.Column("soort", sa.String(40), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("onderwerp", sa.String(22), nullable=False),
        sa.Column("uitzending", _ID),
        sa.Column("over", sa.String(20), nullable=False),
        sa.Column("niet_na", _MOMENT),
        sa.Column("uiterlijk", _MOMENT),
        sa.Column("bundel_op", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_bewaard_wijk"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_bewaard_account"),
        sa.ForeignKeyConstraint(["uitzending"], ["uitzending.id"], name="fk_bewaard_uitzending"),
        sa.PrimaryKeyConstraint("id", name="pk_bewaard"),
        sa.UniqueConstraint("account", "sleutel", name="uq_bewaard_account_sleutel"),
    )
    op.create_index("ix_bewaard_wijk_bundel_op", "bewaard", ["wijk", "bundel_op"])
    van_uitzending = sa.text("uitzending IS NOT NULL")
    op.create_index(
        "ix_bewaard_uitzending",
        "bewaard",
        ["uitzending"],
        sqlite_where=van_uitzending,
        postgresql_where=van_uitzending,
    )
    op.create_table(
        "aansporing",
        sa.Column("peiling", _ID, nullable=False),
        sa.Column("account", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.ForeignKeyConstraint(["peiling"], ["peiling.id"], name="fk_aansporing_peiling"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_aansporing_account"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_aansporing_wijk"),
        sa.PrimaryKeyConstraint("peiling", "account", name="pk_aansporing"),
    )
    op.execute(
        "INSERT INTO aansporing (peiling, account, wijk) "
        "SELECT DISTINCT peiling.id, outbox.account, peiling.wijk FROM outbox JOIN wekker "
        "ON outbox.sleutel LIKE 'wekker:' || wekker.id || ':%' AND wekker.soort = 'peiling_herinnering' "
        "JOIN peiling ON peiling.id = wekker.onderwerp AND peiling.gesloten_op IS NULL "
        "WHERE outbox.soort = 'peiling.herinnering'"
    )
