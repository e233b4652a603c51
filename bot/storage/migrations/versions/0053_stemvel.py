"""A ballot on paper: its code and the seat for which it was printed; and of a poll how many there were.

Revision: 0053, after 0052
"""

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_NAAR = {"wijk": False, "peiling": False, "huishouden": False, "voorstel": True, "bewoner": True}


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "stemvel",
        sa.Column("id", _ID, nullable=False),
        *(sa.Column(naam, _ID, nullable=leeg) for naam, leeg in _NAAR.items()),
        sa.Column("publiek_id", sa.String(22), nullable=False),
        sa.Column("stoel", sa.SmallInteger(), nullable=False),
        sa.Column("hmac", sa.LargeBinary(32), nullable=False),
        sa.Column("staat", sa.String(8), server_default="gemaakt", nullable=False),
        sa.Column("code", sa.String(12)),
        sa.Column("inhoud", sa.Text()),
        sa.Column("invoerder", _ID),
        sa.CheckConstraint("staat IN ('gemaakt', 'bezig', 'wacht', 'telt')", name="ck_stemvel_staat"),
        sa.CheckConstraint("(code IS NULL) = (staat = 'gemaakt')", name="ck_stemvel_code"),
        sa.CheckConstraint("(bewoner IS NOT NULL) = (staat = 'telt')", name="ck_stemvel_bewoner"),
        *(sa.ForeignKeyConstraint([naam], [f"{naam}.id"], name=f"fk_stemvel_{naam}") for naam in _NAAR),
        sa.ForeignKeyConstraint(["invoerder"], ["account.id"], name="fk_stemvel_invoerder"),
        sa.PrimaryKeyConstraint("id", name="pk_stemvel"),
        sa.UniqueConstraint("publiek_id", name="uq_stemvel_publiek_id"),
        sa.UniqueConstraint("hmac", name="uq_stemvel_hmac"),
        sa.UniqueConstraint("peiling", "bewoner", name="uq_stemvel_peiling_bewoner"),
    )
    op.add_column("peiling", sa.Column("op_papier", sa.Integer()))
    op.create_index("ix_stemvel_peiling_huishouden_stoel", "stemvel", ["peiling", "huishouden", "stoel"])
