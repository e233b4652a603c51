"""What an erased seat counts on for is a mark of its own, apart from who counts now.

Revision: 0038, after 0037
"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# What counts since somebody came to sit on an erased seat may be theirs: then their evidence says so.
_MERKEN = """
INSERT INTO teltdoor (wijk, bewoner, versie, drempel, zelf)
SELECT telt.wijk, telt.bewoner, telt.versie, telt.drempel, telt.zelf
FROM telt JOIN bewoner ON bewoner.id = telt.bewoner
WHERE telt.vervallen_door IS NULL AND bewoner.gewist AND NOT EXISTS (
    SELECT 1 FROM plekvraag JOIN bewijs_prive ON bewijs_prive.bewoner = plekvraag.bewoner
    WHERE plekvraag.bewoner = bewoner.id AND plekvraag.staat IN ('open', 'zelfde') AND plekvraag.na_bewijs < telt.bewijs
        AND NOT bewijs_prive.vervallen
)
UNION ALL
SELECT telt.wijk, plek.bewoner, telt.versie, telt.drempel, telt.zelf
FROM telt JOIN (
    SELECT huishouden, MIN(id) AS bewoner FROM bewoner WHERE gewist AND tot IS NULL GROUP BY huishouden
) AS plek ON plek.huishouden = telt.huishouden
WHERE telt.vervallen_door IS NULL AND telt.bewoner IS NULL
"""


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "teltdoor",
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("drempel", sa.String(20), nullable=False),
        sa.Column("zelf", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_teltdoor_wijk"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_teltdoor_bewoner"),
        sa.PrimaryKeyConstraint("bewoner", "versie", "drempel", name="pk_teltdoor"),
    )
    op.create_index("ix_teltdoor_wijk_versie_drempel", "teltdoor", ["wijk", "versie", "drempel"])
    op.execute(_MERKEN)
    op.drop_column("plekvraag", "na_bewijs")
