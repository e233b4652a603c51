"""The codes of a sign-in sheet, each with the seat for which it was printed.

Revision: 0079, after 0078
"""

import sqlalchemy as sa
from alembic import op

revision = "0079"
down_revision = "0078"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_NAAR = {"wijk": False, "bijeenkomst": False, "huishouden": False, "voorstel": True}


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "tekencode",
        sa.Column("id", _ID, nullable=False),
        *(sa.Column(naam, _ID, nullable=leeg) for naam, leeg in _NAAR.items()),
        sa.Column("stoel", sa.SmallInteger(), nullable=False),
        sa.Column("hmac", sa.LargeBinary(32), nullable=False),
        sa.Column("code", sa.String(4)),
        sa.Column("invoerder", _ID),
        sa.CheckConstraint("(code IS NULL) = (invoerder IS NULL)", name="ck_tekencode_code"),
        *(sa.ForeignKeyConstraint([naam], [f"{naam}.id"], name=f"fk_tekencode_{naam}") for naam in _NAAR),
        sa.ForeignKeyConstraint(["invoerder"], ["account.id"], name="fk_tekencode_invoerder"),
        sa.PrimaryKeyConstraint("id", name="pk_tekencode"),
        sa.UniqueConstraint("wijk", "hmac", name="uq_tekencode_wijk_hmac"),
    )
    op.create_index("ix_tekencode_bijeenkomst", "tekencode", ["bijeenkomst"])
    op.create_index("ix_tekencode_huishouden_stoel", "tekencode", ["huishouden", "stoel"])
