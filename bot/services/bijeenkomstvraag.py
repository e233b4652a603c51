"""A resident asks something at a meeting: before it, and once checked in also during it. Answering: `zaalvragen`."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import bewijs
from bot.services.bijeenkomst import eis_kan_vragen, eis_zichtbaar
from bot.services.bladzij import blader_in
from bot.services.gesprek import eis_open, wacht_op
from bot.services.handeling import Handeling, eis_bewoner
from bot.services.lezers import alinea_tot, blijft_open
from bot.storage import afsluitingen, bijeenkomstvragen, gesprekken
from bot.storage.accounts import Wie
from bot.storage.bijeenkomsten import Bijeenkomst
from bot.storage.gesprekken import Gesprek

SOORT = "bijeenkomstvraag"
"""The kind of open conversation in which someone types a question."""
LANGST = 500
LEES = alinea_tot(LANGST)
MEEST = 5
"""So many of one resident may wait for an answer at one meeting."""


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Wait for a question. What is open already is not thrown away for it.

    Raises:
        Geweigerd: one cannot ask there, not any more, or not before one is checked in.
    """
    wie, bij = _eis(tx, handeling, publiek_id)
    wacht_op(tx, wie, Gesprek(SOORT, "tekst", {"bijeenkomst": publiek_id}), naast={"deurlijst"})
    return Boodschap(f"{SOORT}.vraag", _vraag(bij), wijze="nieuw")


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Keep the question that was typed."""
    wie = eis_bewoner(tx, handeling)
    open_ = eis_open(tx, wie, SOORT)
    wie, bij = _eis(tx, handeling, open_.data["bijeenkomst"])
    with blijft_open(f"{SOORT}.vraag", _vraag(bij)):
        schoon = LEES(tekst, handeling)
    publiek_id = handeling.id(SOORT)
    bijeenkomstvragen.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id,
        bijeenkomst=bij.id,
        bewoner=wie.bewoner,
        vanaf=wie.account,
        tekst=schoon,
        op=handeling.now,
    )
    bewijs.leg_vast(tx, handeling, wie.bewoner or 0, bewijs.Feit("vraag", publiek_id, "knop"))
    gesprekken.sluit(tx, wie.wijk, wie.account)
    data = {"id": bij.publiek_id, "titel": bij.titel, "tekst": schoon, "begonnen": handeling.now >= bij.begin}
    return Boodschap(f"{SOORT}.bewaard", data)


def eigen(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show a resident what they asked, with the answers; what waits can be taken back."""
    wie = eis_bewoner(tx, handeling)
    gevonden, rond = blader_in(bijeenkomstvragen.van_bewoner(tx, wie.bewoner or 0), bladzij, 1)
    vragen = [{**een._asdict(), "id": een.publiek_id, "op": een.op.isoformat()} for een in gevonden]
    return Boodschap(f"{SOORT}.eigen", {"vragen": vragen, **rond}, melding=melding)


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Take one's own question back before it was answered: it is gone, and what it was evidence of is corrected."""
    wie = eis_bewoner(tx, handeling)
    if not bijeenkomstvragen.trek_in(tx, wie.bewoner or 0, publiek_id):
        raise Geweigerd("bijeenkomstvraag.onbekend")
    if not afsluitingen.is_afgesloten(tx, handeling.wijk):
        bewijs.trek_in(tx, handeling, wie.bewoner or 0, bewijs.Feit("vraag", publiek_id, "correctie"))
    return eigen(tx, handeling, melding="bijeenkomstvraag.weg")


def _eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Bijeenkomst]:
    wie = eis_bewoner(tx, handeling)
    bij = eis_zichtbaar(tx, handeling, wie, publiek_id)
    eis_kan_vragen(tx, handeling.now, wie, bij)
    if bijeenkomstvragen.open_van(tx, bij.id, wie.bewoner or 0) >= MEEST:
        raise Geweigerd("bijeenkomstvraag.te_veel", maximum=MEEST)
    return wie, bij


def _vraag(bij: Bijeenkomst) -> dict[str, Any]:
    return {"id": bij.publiek_id, "titel": bij.titel, "maximum": LANGST}
