"""What is looked for all the time is found without looking through what is over.

Revision: 0115, after 0114
"""

import sqlalchemy as sa
from alembic import op

revision = "0115"
down_revision = "0114"
branch_labels = None
depends_on = None

LOOPT = "(voortgang IS NOT NULL OR (klaar_op IS NULL AND staat IN ('bezig', 'gestopt')))"
NOG_TE_ZETTEN = "gezet < gewenst"


def upgrade() -> None:
    """Apply."""
    for naam, tabel, kolommen, zolang in (
        ("ix_uitzending_loopt", "uitzending", ["id"], LOOPT),
        ("ix_opdrachtmenu_open", "opdrachtmenu", ["niet_voor", "account"], NOG_TE_ZETTEN),
    ):
        zo = sa.text(zolang)
        op.create_index(naam, tabel, kolommen, sqlite_where=zo, postgresql_where=zo)
