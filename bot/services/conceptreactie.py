"""What residents react to a section of a draft: kept, seen by its writer, withdrawn until the term ends.

Who has no phone says it to a begeleider, who types it in (`conceptpapier`). A reaction leaves evidence that this person
spoke about the plan, once per draft; it counts when the spelregels name it (`telt_ook`).
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import bewijs
from bot.services.bewijs import Feit
from bot.services.bladzij import blader_in
from bot.services.concept import deel as toon_deel
from bot.services.concept import eis_deel, is_open
from bot.services.gesprek import wacht_op
from bot.services.handeling import Handeling, eis_bewoner, wie_handelt
from bot.services.lezers import alinea_tot, blijft_open
from bot.storage import concepten, conceptreacties, gesprekken
from bot.storage.accounts import Wie
from bot.storage.concepten import Concept, Deel
from bot.storage.conceptreacties import Reactie
from bot.storage.gesprekken import Gesprek

SOORT = "conceptreactie"
LANGST = 1000
MEEST = 5
"""So many of one resident about one section may wait for an answer."""
LEES = alinea_tot(LANGST)


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Wait for what a resident types about a section. What is open already is not thrown away for it.

    Raises:
        Geweigerd: the term is over, enough of theirs waits already, or they are in the middle of something else.
    """
    wie, dit, _ = _eis(tx, handeling, publiek_id)
    wacht_op(tx, wie, Gesprek(SOORT, "tekst", {"deel": publiek_id}))
    return _vraag(dit)


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Keep what was typed, and record that this resident spoke about the plan.

    Raises:
        Geweigerd: too long, by how much, or without a word; the question stays open.
    """
    open_ = gesprekken.open_gesprek(tx, handeling.wijk, wie_handelt(tx, handeling).account)
    publiek_id = open_.data["deel"] if open_ is not None and open_.soort == SOORT else ""
    wie, dit, een = _eis(tx, handeling, publiek_id)
    vraag = _vraag(dit)
    with blijft_open(vraag.soort, vraag.data):
        schoon = LEES(tekst, handeling)
    bewaar(tx, handeling, een, dit, bewoner=wie.bewoner, tekst=schoon, vanaf=wie.account)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    rest = conceptreacties.van_bewoner(tx, wie.bewoner or 0, een.id)[0]
    data = {"id": rest.publiek_id, "deel": publiek_id, "titel": dit.titel, "tekst": schoon, "tot": een.tot.isoformat()}
    return Boodschap("conceptreactie.bewaard", data)


def bewaar(
    tx: Connection,
    handeling: Handeling,
    een: Concept,
    dit: Deel,
    *,
    bewoner: int | None,
    tekst: str,
    vastlegger: Wie | None = None,
    vanaf: int | None = None,
) -> None:
    """Keep a reaction, with evidence when it is known whose it is; `vanaf`: the account on which they wrote it."""
    conceptreacties.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=handeling.id(SOORT),
        conceptdeel=dit.id,
        bewoner=bewoner,
        vastlegger=vastlegger and vastlegger.account,
        vanaf=vanaf,
        tekst=tekst,
        op=handeling.now,
    )
    if bewoner is not None:
        methode = "knop" if vastlegger is None else "deurgesprek"
        bewijs.leg_vast(tx, handeling, bewoner, Feit("reactie", een.publiek_id, methode, vastlegger))


def stop(tx: Connection, handeling: Handeling) -> Boodschap:
    """Wait for nothing any more, and show the section again."""
    wie = wie_handelt(tx, handeling)
    open_ = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    if open_ is not None and open_.soort == SOORT:
        return toon_deel(tx, handeling, open_.data["deel"])
    return Boodschap("formulier.gestopt")


def eigen(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show a resident one by one what they reacted, with the answers; it can be withdrawn until the term ends."""
    wie = eis_bewoner(tx, handeling)
    gevonden, rond = blader_in(conceptreacties.van_bewoner(tx, wie.bewoner or 0), bladzij, 1)
    regels = [als_data(r) | {"weg": _is_open(tx, handeling, r)} for r in gevonden]
    return Boodschap("conceptreactie.eigen", {"reacties": regels, **rond}, melding=melding)


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Withdraw one's own: the text is gone. With the last one about a draft its evidence is corrected.

    Raises:
        Geweigerd: not theirs, or the term is over.
    """
    wie = eis_bewoner(tx, handeling)
    van = conceptreacties.concept_van(tx, wie.bewoner or 0, publiek_id)
    een = concepten.zoek(tx, handeling.wijk, id=van) if van is not None else None
    if een is None:
        raise Geweigerd("spelregelreactie.onbekend")
    if not is_open(een, handeling):
        raise Geweigerd("concept.gesloten")
    conceptreacties.trek_in(tx, wie.bewoner or 0, publiek_id)
    if not conceptreacties.van_bewoner(tx, wie.bewoner or 0, een.id):
        bewijs.trek_in(tx, handeling, wie.bewoner or 0, Feit("reactie", een.publiek_id, "knop"))
    return eigen(tx, handeling, melding="spelregelreactie.weg")


def als_data(reactie: Reactie) -> dict[str, Any]:
    """Return what its writer sees of one."""
    return {
        "id": reactie.publiek_id,
        "deel": reactie.deel,
        "titel": reactie.deeltitel,
        "tekst": reactie.tekst,
        "op": reactie.op.isoformat(),
        "oordeel": reactie.oordeel,
        "reden": reactie.reden,
    }


def _vraag(dit: Deel) -> Boodschap:
    return Boodschap("conceptreactie.vraag", {"deel": dit.publiek_id, "titel": dit.titel, "maximum": LANGST})


def _is_open(tx: Connection, handeling: Handeling, reactie: Reactie) -> bool:
    dit = concepten.deel(tx, handeling.wijk, publiek_id=reactie.deel)
    een = concepten.zoek(tx, handeling.wijk, id=dit.concept) if dit else None
    return een is not None and is_open(een, handeling)


def _eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Deel, Concept]:
    """Return the resident who acts and a section about which they may write now."""
    wie = eis_bewoner(tx, handeling)
    _, een, dit = eis_deel(tx, handeling, publiek_id)
    if not is_open(een, handeling):
        raise Geweigerd("concept.gesloten")
    mijn = conceptreacties.van_bewoner(tx, wie.bewoner or 0, een.id)
    if sum(r.deel == publiek_id and r.oordeel is None for r in mijn) >= MEEST:
        raise Geweigerd("concept.te_veel", maximum=MEEST)
    return wie, dit, een
