"""Whose a browser was when its secret was made, and the secret that takes the place of that.

Revision: 0109, after 0108
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer

revision = "0109"
down_revision = "0108"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply. Who is signed in stays so, with the secret that they have."""
    with op.batch_alter_table("websessie") as bij:
        bij.add_column(sa.Column("voor", Nummer, nullable=True))
        bij.add_column(sa.Column("straks", sa.LargeBinary(32), nullable=True))
        bij.create_foreign_key("fk_websessie_voor", "bewoner", ["voor"], ["id"])
        bij.create_unique_constraint("uq_websessie_straks", ["straks"])
    op.execute("UPDATE websessie SET voor = (SELECT bewoner FROM account WHERE account.id = websessie.account)")
