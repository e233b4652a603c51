"""A repeat knows which message it repeats.

Revision: 0025, after 0024
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("herhaalt", _ID))
        outbox.create_foreign_key("fk_outbox_herhaalt", "outbox", ["herhaalt"], ["id"])
    _lees_sleutels(op.get_bind())
    herhaling, van_uitzending = sa.text("herhaalt IS NOT NULL"), sa.text("uitzending IS NOT NULL")
    mis = sa.text("staat IN ('mislukt', 'onzeker')")
    op.create_index(
        "ix_outbox_herhaalt",
        "outbox",
        ["herhaalt"],
        unique=True,
        sqlite_where=herhaling,
        postgresql_where=herhaling,
    )
    for naam, kolommen, waar in (
        ("ix_outbox_uitzending", ["uitzending", "staat", "herhaalt"], van_uitzending),
        ("ix_outbox_mis", ["wijk", "wekker", "soort", "staat", "reden", "herhaalt"], mis),
    ):
        op.drop_index(naam, "outbox")
        op.create_index(naam, "outbox", kolommen, sqlite_where=waar, postgresql_where=waar)


def _lees_sleutels(tx: sa.Connection) -> None:
    """A repeat was known by its key, `nog eens:<id>:<account>`; one that went by itself had no alarm."""
    rijen = tx.execute(sa.text("SELECT id, sleutel FROM outbox WHERE sleutel LIKE 'nog eens:%'")).all()
    eerste = sa.text(
        "UPDATE outbox SET herhaalt = :eerste, wekker = (SELECT wekker FROM outbox AS e WHERE e.id = :eerste)"
        " WHERE id = :id"
    )
    for rij in rijen:
        tx.execute(eerste, {"id": rij.id, "eerste": int(rij.sleutel.split(":")[1])})
