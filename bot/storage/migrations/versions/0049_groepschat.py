"""The group of a werkgroep on the chat network, and the message about a poll in it.

Revision: 0049, after 0048
"""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "groepschat",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("werkgroep", _ID, nullable=False),
        sa.Column("kanaal", sa.String(20), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("titel", sa.String(255), nullable=False),
        sa.Column("gekoppeld_door", _ID, nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_groepschat_wijk"),
        sa.ForeignKeyConstraint(["werkgroep"], ["werkgroep.id"], name="fk_groepschat_werkgroep"),
        sa.ForeignKeyConstraint(["gekoppeld_door"], ["account.id"], name="fk_groepschat_gekoppeld_door"),
        sa.PrimaryKeyConstraint("id", name="pk_groepschat"),
        sa.UniqueConstraint("werkgroep", name="uq_groepschat_werkgroep"),
        sa.UniqueConstraint("kanaal", "chat", name="uq_groepschat_kanaal_chat"),
    )
    op.create_table(
        "koppelcode",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("werkgroep", _ID, nullable=False),
        sa.Column("merk", sa.LargeBinary(32), nullable=False),
        sa.Column("verloopt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_koppelcode_wijk"),
        sa.ForeignKeyConstraint(["werkgroep"], ["werkgroep.id"], name="fk_koppelcode_werkgroep"),
        sa.PrimaryKeyConstraint("id", name="pk_koppelcode"),
        sa.UniqueConstraint("merk", name="uq_koppelcode_merk"),
    )
    op.create_index("ix_koppelcode_werkgroep", "koppelcode", ["werkgroep"])
    op.create_table(
        "peilingkaart",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("peiling", _ID, nullable=False),
        sa.Column("groepschat", _ID, nullable=True),
        sa.Column("voor", _ID, nullable=False),
        sa.Column("kanaal", sa.String(20), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("bericht_id", sa.BigInteger(), nullable=True),
        sa.Column("gestuurd", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("getoond", sa.String(64), nullable=True),
        sa.Column("opgegeven", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_peilingkaart_wijk"),
        sa.ForeignKeyConstraint(["peiling"], ["peiling.id"], name="fk_peilingkaart_peiling"),
        sa.ForeignKeyConstraint(["groepschat"], ["groepschat.id"], name="fk_peilingkaart_groepschat"),
        sa.ForeignKeyConstraint(["voor"], ["account.id"], name="fk_peilingkaart_voor"),
        sa.PrimaryKeyConstraint("id", name="pk_peilingkaart"),
        sa.UniqueConstraint("peiling", "kanaal", "chat", name="uq_peilingkaart_peiling_kanaal_chat"),
    )
    op.create_index("ix_peilingkaart_groepschat", "peilingkaart", ["groepschat"])
