"""Where somebody asked: the account to which the answer goes.

Revision: 0105, after 0104
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer

revision = "0105"
down_revision = "0104"
branch_labels = None
depends_on = None

_GEVRAAGD = (
    "vraag",
    "bijeenkomstvraag",
    "hulpvraag",
    "adresverzoek",
    "conceptreactie",
    "idee",
    "correctieverzoek",
    "spelregelreactie",
)


def upgrade() -> None:
    """Apply. Of what was asked before nobody knows where: its answer goes where its writer hears."""
    for tabel in _GEVRAAGD:
        with op.batch_alter_table(tabel) as bij:
            bij.add_column(sa.Column("vanaf", Nummer, nullable=True))
            bij.create_foreign_key(f"fk_{tabel}_vanaf", "account", ["vanaf"], ["id"])
