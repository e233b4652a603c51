"""Who counts for a condition is read from indexes alone.

Revision: 0033, after 0032
"""

from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_TABEL = "bewijs_prive"


def upgrade() -> None:
    """Apply."""
    op.drop_index("ix_bewijs_prive_wijk_soort", _TABEL)
    op.drop_index("ix_bewijs_prive_wijk_onderwerp", _TABEL)
    rest = ["bewoner", "vervallen", "vastlegger"]
    op.create_index("ix_bewijs_prive_telling", _TABEL, ["wijk", "soort", *rest])
    op.create_index("ix_bewijs_prive_onderwerp", _TABEL, ["wijk", "onderwerp", "soort", *rest])
    op.create_index("ix_bewoner_huishouden", "bewoner", ["huishouden"])
