"""In which language polls, milestones and answers were written: that of who made them.

Revision: 0076, after 0075
"""

import sqlalchemy as sa
from alembic import op

revision = "0076"
down_revision = "0075"
branch_labels = None
depends_on = None

_TABELLEN = ("peiling", "mijlpaal", "vraagbaak")


def upgrade() -> None:
    """Apply; what stands there was written by who made it too."""
    for tabel in _TABELLEN:
        with op.batch_alter_table(tabel) as batch:
            batch.add_column(sa.Column("taal", sa.String(length=8), server_default="nl", nullable=False))
        op.execute(
            f"UPDATE {tabel} SET taal = coalesce("  # noqa: S608 (the names stand above)
            f"(SELECT account.taal FROM account WHERE account.id = {tabel}.gemaakt_door), 'nl')"
        )
