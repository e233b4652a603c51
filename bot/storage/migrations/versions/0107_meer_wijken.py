"""Several wijken in one installation: the name of each by which its settings are found, and a form in each.

Revision: 0107, after 0106
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer

revision = "0107"
down_revision = "0106"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Until now there was one wijk: what is being filled in, is so there."""
    with op.batch_alter_table("wijk") as wijk:
        wijk.add_column(sa.Column("sleutel", sa.String(40), nullable=True))
        wijk.create_unique_constraint("uq_wijk_sleutel", ["sleutel"])
    with op.batch_alter_table("account") as account:
        account.add_column(sa.Column("gekozen_wijk", Nummer, nullable=True))
        account.create_foreign_key("fk_account_gekozen_wijk", "wijk", ["gekozen_wijk"], ["id"])
    with op.batch_alter_table("gesprek") as gesprek:
        gesprek.add_column(sa.Column("wijk", Nummer, nullable=True))
        gesprek.add_column(sa.Column("volgorde", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.execute("UPDATE gesprek SET wijk = (SELECT min(id) FROM wijk)")
    with op.batch_alter_table("gesprek") as gesprek:
        gesprek.alter_column("wijk", existing_type=Nummer, nullable=False)
        gesprek.create_foreign_key("fk_gesprek_wijk", "wijk", ["wijk"], ["id"])
        gesprek.drop_constraint("pk_gesprek", type_="primary")
        gesprek.create_primary_key("pk_gesprek", ["account", "wijk"])
