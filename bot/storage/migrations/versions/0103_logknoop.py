"""The roots of whole subtrees of a log are kept, so that a proof is made without reading all of its leaves.

Revision: 0103, after 0102
"""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

from bot.storage.tables.kolommen import Nummer

revision = "0103"
down_revision = "0102"
branch_labels = None
depends_on = None

_STAP, _PER_KEER = 8, 5_000


def upgrade() -> None:
    """Apply; the roots of the logs that there are follow from their leaves."""
    knoop = op.create_table(
        "logknoop",
        sa.Column("wijk", Nummer, nullable=False),
        sa.Column("hoogte", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("plek", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_logknoop_wijk"),
        sa.PrimaryKeyConstraint("wijk", "hoogte", "plek", name="pk_logknoop"),
    )
    tx = op.get_bind()
    for wijk, grootte in tx.execute(sa.text("SELECT wijk, grootte FROM logstand ORDER BY wijk")).all():
        toppen: list[bytes] = []
        for vanaf in range(0, grootte, _PER_KEER):
            welke = {"w": wijk, "van": vanaf, "tot": min(vanaf + _PER_KEER, grootte)}
            vraag = "SELECT blad FROM bewijs WHERE wijk = :w AND volgnummer >= :van AND volgnummer < :tot"
            rijen = []
            for nummer, blad in enumerate(tx.scalars(sa.text(f"{vraag} ORDER BY volgnummer"), welke).all(), vanaf):
                hash_, plek, hoogte = sha256(b"\x00" + blad.encode()).digest(), nummer, 0
                while plek & 1:
                    hash_, plek, hoogte = sha256(b"\x01" + toppen.pop() + hash_).digest(), plek >> 1, hoogte + 1
                    if hoogte % _STAP == 0:
                        rijen.append({"wijk": wijk, "hoogte": hoogte, "plek": plek, "hash": hash_})
                toppen.append(hash_)
            if rijen:
                op.bulk_insert(knoop, rijen)
