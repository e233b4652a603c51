"""Who counts for a condition is read from indexes alone.

Revision: 0032, after 0031
"""

from alembic import op

revision = "0032"
down_revision = "0031"
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
