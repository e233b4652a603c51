"""Roles say where they hold, where they come from and who gave them.

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Every role that is there came from the settings, which the defaults say."""
    with op.batch_alter_table("rol") as rol:
        rol.add_column(sa.Column("publiek_id", sa.String(22), nullable=True))
        rol.add_column(sa.Column("bereik", sa.String(100), nullable=False, server_default=""))
        rol.add_column(sa.Column("bron", sa.String(12), nullable=False, server_default="instelling"))
        rol.add_column(sa.Column("toegekend_door", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        rol.add_column(sa.Column("toegekend_op", bot.storage.tables.UtcMoment(timezone=True), nullable=True))
        rol.drop_constraint("uq_rol_wijk_kanaal_extern_id_rol", type_="unique")
        rol.create_unique_constraint("uq_rol_publiek_id", ["publiek_id"])
        rol.create_unique_constraint(
            "uq_rol_wijk_kanaal_extern_id_rol_bereik_bron",
            ["wijk", "kanaal", "extern_id", "rol", "bereik", "bron"],
        )
        rol.create_check_constraint("ck_rol_bron", "bron IN ('instelling', 'uitnodiging')")
        rol.create_foreign_key("fk_rol_toegekend_door", "account", ["toegekend_door"], ["id"])
    with op.batch_alter_table("rol") as rol:
        rol.alter_column("bereik", existing_type=sa.String(100), existing_nullable=False, server_default=None)
