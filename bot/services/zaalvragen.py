"""What was asked at a meeting, for who runs it: the list, putting together what says the same, asking for the room.

Answering and publishing stand in `vraagbaak`.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import bewijs
from bot.services.bijeenkomst import MAKERS, eis_leidt
from bot.services.bijeenkomstvraag import LEES
from bot.services.bladzij import blader
from bot.services.deur import ROLLEN
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling, met_rol, wie_handelt
from bot.storage import bijeenkomsten, bijeenkomstvragen
from bot.storage.accounts import Wie
from bot.storage.bijeenkomsten import Bijeenkomst
from bot.storage.bijeenkomstvragen import Vraag

PER_BLADZIJ = 6
NIEMAND = "niemand"


def lijst(
    tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0, melding: str | None = None
) -> Boodschap:
    """Show a page of what waits for an answer, what was asked first first."""
    _, bij = eis_leidt(tx, handeling, publiek_id)
    return _lijst(tx, bij, bladzij, melding)


def toon(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show one question with those that say the same."""
    wie, bij, deze = eis_vraag(tx, handeling, publiek_id)
    samen = bijeenkomstvragen.groep_van(tx, deze)
    langs = [bijeenkomstvragen.adres_van(tx, v.bewoner) for v in samen if v.bewoner and v.vastlegger]
    data = {
        "id": deze.publiek_id,
        "bijeenkomst": bij.publiek_id,
        "titel": bij.titel,
        "vragen": [{"tekst": v.tekst, "op": v.op.isoformat(), "vooraf": v.op < bij.begin} for v in samen],
        "langs": sorted(set(langs)) if langs and met_rol(handeling, wie, *ROLLEN) else [],
        "open": deze.antwoord is None,
        "meer": len(bijeenkomstvragen.groepen(tx, bij.id, 2)) > 1,
    }
    return Boodschap("zaalvragen.een", data, melding=melding)


def kies_zelfde(tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0) -> Boodschap:
    """Offer the questions with which one can be put together."""
    _, bij, deze = eis_vraag(tx, handeling, publiek_id, open_=True)
    eigen = {v.publiek_id for v in bijeenkomstvragen.groep_van(tx, deze)}
    gevonden, rond = blader(
        lambda hoeveel, na: bijeenkomstvragen.groepen(tx, bij.id, hoeveel, na), bladzij, PER_BLADZIJ
    )
    anderen = [[een.publiek_id, een.tekst] for een in gevonden if een.publiek_id not in eigen]
    return Boodschap("zaalvragen.zelfde", {"id": publiek_id, "tekst": deze.tekst, "anderen": anderen, **rond})


def voeg_samen(tx: Connection, handeling: Handeling, publiek_id: str, bij_id: str) -> Boodschap:
    """Put a question with one that says the same: they get one answer.

    Raises:
        Geweigerd: the other is of another meeting, or either has an answer.
    """
    _, _, deze = eis_vraag(tx, handeling, publiek_id, open_=True)
    _, _, ander = eis_vraag(tx, handeling, bij_id, open_=True)
    if deze.bijeenkomst != ander.bijeenkomst:
        raise Geweigerd("bijeenkomstvraag.onbekend")
    bijeenkomstvragen.voeg_samen(tx, deze, ander)
    return toon(tx, handeling, bij_id, melding="zaalvragen.samengevoegd")


def haal_uiteen(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Let the questions that were put together stand alone again."""
    _, _, deze = eis_vraag(tx, handeling, publiek_id, open_=True)
    bijeenkomstvragen.haal_uiteen(tx, deze)
    return toon(tx, handeling, publiek_id, melding="zaalvragen.uiteen")


def begin_namens(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for a question that is asked aloud: also whose it is, when somebody without a phone is there."""
    _, bij = eis_leidt(tx, handeling, publiek_id)
    if not bij.ruimte_voor_vragen:
        raise Geweigerd("bijeenkomstvraag.zonder_vragen")
    data = {"id": publiek_id}
    return open_formulier(tx, handeling, NAMENS, data | {"kan_van": bool(_van_wie(tx, handeling, data))})


def eis_vraag(
    tx: Connection, handeling: Handeling, publiek_id: str, *, open_: bool = False
) -> tuple[Wie, Bijeenkomst, Vraag]:
    """Return who acts, the meeting and the question, when they run that meeting.

    Args:
        open_: it must wait for an answer.

    Raises:
        Geweigerd: they do not, there is no such question, or it has an answer.
    """
    deze = bijeenkomstvragen.zoek(tx, handeling.wijk, publiek_id)
    bij = deze and bijeenkomsten.zoek(tx, handeling.wijk, id=deze.bijeenkomst)
    if deze is None or bij is None:
        wie_handelt(tx, handeling)
        raise Geweigerd("bijeenkomstvraag.onbekend")
    wie, bij = eis_leidt(tx, handeling, bij.publiek_id)
    if open_ and deze.antwoord is not None:
        raise Geweigerd("bijeenkomstvraag.al_beantwoord")
    return wie, bij, deze


def _lijst(tx: Connection, bij: Bijeenkomst, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    gevonden, rond = blader(
        lambda hoeveel, na: bijeenkomstvragen.groepen(tx, bij.id, hoeveel, na), bladzij, PER_BLADZIJ
    )
    wachten, alle = bijeenkomstvragen.tel(tx, bij.id)
    data = {
        "id": bij.publiek_id,
        "titel": bij.titel,
        "vragen": [{"id": een.publiek_id, "tekst": een.tekst, "aantal": een.aantal} for een in gevonden],
        "eerste": bladzij * PER_BLADZIJ + 1,
        "wachten": wachten,
        "alle": alle,
        "namens": bij.ruimte_voor_vragen and bij.afgelast_op is None,
        **rond,
    }
    return Boodschap("zaalvragen.lijst", data, melding=melding)


def _van_wie(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Return who stands on the door list by the hand of staff and has no phone here, for who may see that list."""
    if not met_rol(handeling, wie_handelt(tx, handeling), *ROLLEN):
        return []
    op_lijst = bijeenkomstvragen.zonder_telefoon(tx, handeling.wijk, data["id"])
    return [(een.sleutel, f"{een.adres}, {een.stoel}") for een in op_lijst]


def _bewoner_van(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> int | None:
    if data.get("van", NIEMAND) == NIEMAND:
        return None
    op_lijst = bijeenkomstvragen.zonder_telefoon(tx, handeling.wijk, data["id"])
    bewoner = next((een.bewoner for een in op_lijst if een.sleutel == data["van"]), None)
    if bewoner is None:
        raise Geweigerd("bijeenkomstvraag.niet_op_lijst")
    return bewoner


def _noteer(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    """Keep it, with evidence when it is known whose it is: who has no phone asks as much as who has one."""
    _, bij = eis_leidt(tx, handeling, data["id"])
    bewoner, publiek_id = _bewoner_van(tx, handeling, data), handeling.id("zaalvraag")
    bijeenkomstvragen.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id,
        bijeenkomst=bij.id,
        bewoner=bewoner,
        tekst=data["tekst"],
        op=handeling.now,
        vastlegger=wie.account,
    )
    if bewoner is not None:
        bewijs.leg_vast(tx, handeling, bewoner, bewijs.Feit("vraag", publiek_id, "deurlijst", wie))
    return _lijst(tx, bij, melding="zaalvragen.genoteerd")


NAMENS = Formulier(
    "zaalvraag",
    (Veld("tekst", LEES), Veld("van", keuzes=(NIEMAND,), haal=_van_wie, als=lambda data: data["kan_van"])),
    MAKERS,
    _noteer,
    voorbeeld=False,
)
