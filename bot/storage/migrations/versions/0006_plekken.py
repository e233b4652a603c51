"""Meetings have places, an end, a change and a cancellation; a yes has a place, guests or a number on the waiting list.

Revision: 0006, after 0005
"""

import sqlalchemy as sa
from alembic import op

import bot.storage.tables

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_MOMENT = bot.storage.tables.UtcMoment(timezone=True)


def upgrade() -> None:
    """Apply. Meetings that are there have no limit, so whoever said yes is in."""
    with op.batch_alter_table("bijeenkomst") as bijeenkomst:
        bijeenkomst.add_column(sa.Column("eind", _MOMENT))
        bijeenkomst.add_column(sa.Column("capaciteit", sa.Integer()))
        bijeenkomst.add_column(sa.Column("gasten_max", sa.Integer(), nullable=False, server_default="0"))
        bijeenkomst.add_column(sa.Column("zonder_telefoon", sa.Integer(), nullable=False, server_default="0"))
        bijeenkomst.add_column(sa.Column("breedtegraad", sa.Integer()))
        bijeenkomst.add_column(sa.Column("lengtegraad", sa.Integer()))
        bijeenkomst.add_column(sa.Column("foto", sa.String(200)))
        bijeenkomst.add_column(sa.Column("reeks", sa.String(22)))
        bijeenkomst.add_column(sa.Column("versie", sa.Integer(), nullable=False, server_default="0"))
        bijeenkomst.add_column(sa.Column("afgelast_op", _MOMENT))
        bijeenkomst.add_column(sa.Column("afgelast_reden", sa.String(200)))
        bijeenkomst.create_check_constraint("ck_bijeenkomst_capaciteit", "capaciteit >= 1")
        bijeenkomst.create_check_constraint("ck_bijeenkomst_gasten_max", "gasten_max BETWEEN 0 AND 3")
        bijeenkomst.create_check_constraint("ck_bijeenkomst_zonder_telefoon", "zonder_telefoon >= 0")
        bijeenkomst.create_index("ix_bijeenkomst_reeks", ["reeks"])
    with op.batch_alter_table("aanmelding") as aanmelding:
        aanmelding.add_column(sa.Column("gasten", sa.Integer(), nullable=False, server_default="0"))
        aanmelding.add_column(sa.Column("plek", sa.String(10)))
        aanmelding.add_column(sa.Column("volgnummer", sa.Integer()))
        aanmelding.add_column(sa.Column("aangeboden_tot", _MOMENT))
        aanmelding.create_check_constraint("ck_aanmelding_plek", "plek IN ('in', 'wacht', 'aangeboden', 'verlopen')")
        aanmelding.create_check_constraint("ck_aanmelding_gasten", "gasten BETWEEN 0 AND 3")
    op.execute("UPDATE aanmelding SET plek = 'in' WHERE antwoord = 'ja'")
