"""Messages have a lane and an end of their sense; broadcasts; an alarm that was not done says why.

Revision: 0016, after 0015
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)
_STATEN = ("wacht", "gepland", "bezig", "klaar", "gestopt", "afgezegd")


def upgrade() -> None:
    """Apply. What waits already goes by the lane of reminders; a cancelled meeting by the urgent one."""
    op.create_table(
        "uitzending",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("doelgroep", sa.JSON(), nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.Column("gemaakt_op", _MOMENT, nullable=False),
        sa.Column("moment", _MOMENT, nullable=False),
        sa.Column("staat", sa.String(12), nullable=False),
        sa.Column("begonnen_op", _MOMENT),
        sa.Column("klaar_op", _MOMENT),
        sa.Column("voortgang", sa.BigInteger()),
        sa.CheckConstraint(f"staat IN {_STATEN}", name="ck_uitzending_staat"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_uitzending_wijk"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_uitzending_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_uitzending"),
        sa.UniqueConstraint("publiek_id", name="uq_uitzending_publiek_id"),
    )
    op.create_index("ix_uitzending_wijk_staat", "uitzending", ["wijk", "staat"])
    op.drop_index("ix_outbox_wachtend", "outbox")
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("uitzending", _ID))
        outbox.add_column(sa.Column("kanaal", sa.String(20)))
        outbox.add_column(sa.Column("baan", sa.SmallInteger()))
        outbox.add_column(sa.Column("niet_na", _MOMENT))
        outbox.add_column(sa.Column("ongevraagd_op", _MOMENT))
        outbox.create_foreign_key("fk_outbox_uitzending", "uitzending", ["uitzending"], ["id"])
    op.execute("UPDATE outbox SET kanaal = (SELECT kanaal FROM account WHERE account.id = outbox.account)")
    op.execute(
        "UPDATE outbox SET baan = CASE WHEN soort IN ('bijeenkomst.afgelast', 'bijeenkomst.gewijzigd') THEN 1 ELSE 2 END"
    )
    with op.batch_alter_table("outbox") as outbox:
        outbox.alter_column("kanaal", nullable=False)
        outbox.alter_column("baan", nullable=False)
    for naam, kolommen, zolang in (
        ("ix_outbox_wachtend", ["kanaal", "baan", "niet_voor", "id"], "staat = 'wachtend'"),
        ("ix_outbox_bezig", ["lease_tot"], "staat = 'bezig'"),
        ("ix_outbox_ongevraagd", ["account", "ongevraagd_op"], "ongevraagd_op IS NOT NULL"),
        ("ix_outbox_uitzending", ["uitzending", "staat"], "uitzending IS NOT NULL"),
    ):
        waar = sa.text(zolang)
        op.create_index(naam, "outbox", kolommen, sqlite_where=waar, postgresql_where=waar)
    with op.batch_alter_table("wekker") as wekker:
        wekker.add_column(sa.Column("afloop", sa.String(12)))
        wekker.add_column(sa.Column("verzet", sa.Boolean(), nullable=False, server_default=sa.text("false")))
        wekker.create_check_constraint("ck_wekker_afloop", "afloop IN ('te_laat', 'geannuleerd', 'hersteld')")
