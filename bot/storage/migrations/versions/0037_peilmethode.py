"""What a poll method fixes beside its options, as JSON; and ballots that are not finished.

Revision: 0037, after 0036
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_VELDEN = {"opties": "keuze.opties", "keuzes": "keuze.max_keuzes"}


def upgrade() -> None:
    """Apply."""
    _verhuis_instellingen()
    op.create_table(
        "stemconcept",
        sa.Column("peiling", _ID, nullable=False),
        sa.Column("bewoner", _ID, nullable=False),
        sa.Column("wijk", _ID, nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["peiling"], ["peiling.id"], name="fk_stemconcept_peiling"),
        sa.ForeignKeyConstraint(["bewoner"], ["bewoner.id"], name="fk_stemconcept_bewoner"),
        sa.ForeignKeyConstraint(["wijk"], ["wijk.id"], name="fk_stemconcept_wijk"),
        sa.PrimaryKeyConstraint("peiling", "bewoner", name="pk_stemconcept"),
        sqlite_with_rowid=False,
    )
    _verhuis_formulieren()


def _verhuis_instellingen() -> None:
    with op.batch_alter_table("peiling") as peiling:
        peiling.add_column(sa.Column("instellingen", sa.JSON(), nullable=True))
    tabel = sa.table("peiling", sa.column("id"), sa.column("max_keuzes"), sa.column("instellingen", sa.JSON()))
    tx = op.get_bind()
    for grens in tx.scalars(sa.select(tabel.c.max_keuzes).distinct()).all():
        deze = tabel.c.max_keuzes.is_(None) if grens is None else tabel.c.max_keuzes == grens
        tx.execute(sa.update(tabel).where(deze).values(instellingen={"max_keuzes": grens}))
    with op.batch_alter_table("peiling") as peiling:
        peiling.alter_column("instellingen", existing_type=sa.JSON(), nullable=False)
        peiling.drop_column("max_keuzes")


def _verhuis_formulieren() -> None:
    """Let forms that are open, and what waits for a second person, name their answers as the form does now."""
    tx = op.get_bind()
    gesprek = sa.table(
        "gesprek", sa.column("account"), sa.column("soort"), sa.column("stap"), sa.column("data", sa.JSON())
    )
    for account, stap, data in tx.execute(
        sa.select(gesprek.c.account, gesprek.c.stap, gesprek.c.data).where(gesprek.c.soort == "peiling")
    ).all():
        nieuw = {"stap": _VELDEN.get(stap, stap), "data": _hernoemd(data)}
        tx.execute(sa.update(gesprek).where(gesprek.c.account == account).values(**nieuw))
    voorstel = sa.table(
        "voorstel", sa.column("id"), sa.column("soort"), sa.column("data", sa.JSON()), sa.column("velden", sa.JSON())
    )
    for id_, data, velden in tx.execute(
        sa.select(voorstel.c.id, voorstel.c.data, voorstel.c.velden).where(voorstel.c.soort == "peiling")
    ).all():
        if data:
            voorbeeld = velden.get("voorbeeld")
            if voorbeeld:
                velden = {**velden, "voorbeeld": {**voorbeeld, "data": _hernoemd(voorbeeld["data"])}}
            tx.execute(sa.update(voorstel).where(voorstel.c.id == id_).values(data=_hernoemd(data), velden=velden))


def _hernoemd(data: dict[str, Any]) -> dict[str, Any]:
    return {"methode": "keuze", **{_VELDEN.get(naam, naam): waarde for naam, waarde in data.items()}}
