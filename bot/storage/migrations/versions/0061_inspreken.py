"""A mijlpaal says how one may speak there and what came out of it; residents ask to be reminded to register.

Revision: 0061, after 0060
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = bot.storage.tables.UtcMoment(timezone=True)
_BIJ = "bij IN ('gemeenteraad', 'commissie', 'college', 'wijkdorpsraad', 'wijk')"
_UITKOMST = "uitkomst IN ('aangenomen', 'aangepast', 'niet_aangenomen', 'uitgesteld', 'besproken')"


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("mijlpaal") as tabel:
        tabel.add_column(sa.Column("plaats", sa.String(200)))
        tabel.add_column(sa.Column("inspreken_op", _MOMENT))
        tabel.add_column(sa.Column("inspreken_tot", _MOMENT))
        tabel.add_column(sa.Column("inspreken_hoe", sa.String(300)))
        tabel.drop_constraint(op.f("ck_mijlpaal_ck_mijlpaal_bij"), type_="check")
        tabel.create_check_constraint(op.f("ck_mijlpaal_bij"), _BIJ)
    op.create_table(
        "mijlpaal_uitslag",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("mijlpaal", _ID, nullable=False),
        sa.Column("uitkomst", sa.String(20), nullable=False),
        sa.Column("mij", sa.String(300)),
        sa.Column("woning", sa.String(300)),
        sa.Column("buurt", sa.String(300)),
        sa.Column("wereld", sa.String(300)),
        sa.Column("vieren", sa.Boolean(), nullable=False),
        sa.Column("link", sa.String(300)),
        sa.Column("op", _MOMENT, nullable=False),
        sa.Column("gemaakt_door", _ID, nullable=False),
        sa.CheckConstraint(_UITKOMST, name=op.f("ck_mijlpaal_uitslag_uitkomst")),
        sa.CheckConstraint("coalesce(mij, woning, buurt, wereld) IS NOT NULL", name=op.f("ck_mijlpaal_uitslag_gezegd")),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_mijlpaal_uitslag_wijk"),
        sa.ForeignKeyConstraint(["mijlpaal"], ["mijlpaal.id"], name="fk_mijlpaal_uitslag_mijlpaal"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["account.id"], name="fk_mijlpaal_uitslag_gemaakt_door"),
        sa.PrimaryKeyConstraint("id", name="pk_mijlpaal_uitslag"),
    )
    op.create_index("ix_mijlpaal_uitslag_mijlpaal", "mijlpaal_uitslag", ["mijlpaal"])
    op.create_table(
        "inspreekwens",
        sa.Column("id", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("mijlpaal", _ID, nullable=False),
        sa.Column("account", _ID, nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_inspreekwens_wijk"),
        sa.ForeignKeyConstraint(["mijlpaal"], ["mijlpaal.id"], name="fk_inspreekwens_mijlpaal"),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name="fk_inspreekwens_account"),
        sa.PrimaryKeyConstraint("id", name="pk_inspreekwens"),
        sa.UniqueConstraint("account", "mijlpaal", name="uq_inspreekwens_account_mijlpaal"),
    )
    op.create_index("ix_inspreekwens_mijlpaal", "inspreekwens", ["mijlpaal"])
