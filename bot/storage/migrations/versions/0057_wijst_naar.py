"""What points to an account, or to a group of texts, is found without reading the table: it is looked for at each delete.

Revision: 0057, after 0056
"""

import sqlalchemy as sa
from alembic import op

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    for tabel, kolom in (("bewijs_prive", "vastlegger"), ("stemkoppeling", "account")):
        waar = sa.text(f"{kolom} IS NOT NULL")
        op.create_index(f"ix_{tabel}_{kolom}", tabel, [kolom], sqlite_where=waar, postgresql_where=waar)
    op.create_index("ix_groepering_groep", "groepering", ["groep"])
