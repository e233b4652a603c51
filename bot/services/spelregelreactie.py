"""What residents ask or remark about a concept of the spelregels, before it is fixed; and the answers, for everyone.

The organisator answers several at once: `spelregelantwoord`.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services.bladzij import blader, blader_in
from bot.services.gesprek import wacht_op
from bot.services.handeling import Handeling, eis_bewoner, eis_binnen
from bot.services.lezers import alinea_tot, blijft_open
from bot.storage import gesprekken, spelregelreacties, spelregels
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.spelregelreacties import Antwoord, Reactie

SOORT = "spelregelreactie"
LANGST = 1000
_LEES = alinea_tot(LANGST)
_VRAAG = Boodschap("spelregelreactie.vraag", {"maximum": LANGST})
MEEST = 5
"""So many of one resident may wait for an answer."""
PER_BLADZIJ = 2


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Wait for what a resident types about the concept. What is open already is not thrown away for it.

    Raises:
        Geweigerd: there is no concept, or enough of theirs waits already.
    """
    wie = eis_bewoner(tx, handeling)
    _eis_ruimte(tx, handeling, wie)
    wacht_op(tx, wie, Gesprek(SOORT, "tekst", {}))
    return _VRAAG


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Keep what was typed.

    Raises:
        Geweigerd: too long, by how much, or without a word; the question stays open.
    """
    wie = eis_bewoner(tx, handeling)
    versie = _eis_ruimte(tx, handeling, wie)
    with blijft_open(_VRAAG.soort, _VRAAG.data):
        schoon = _LEES(tekst, handeling)
    spelregelreacties.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=handeling.id(SOORT),
        versie=versie,
        bewoner=wie.bewoner,
        vanaf=wie.account,
        tekst=schoon,
        op=handeling.now,
    )
    gesprekken.sluit(tx, wie.wijk, wie.account)
    return Boodschap("spelregelreactie.bewaard", {"tekst": schoon})


def eigen(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show a resident what they wrote, with the answers, each to be withdrawn."""
    wie = eis_bewoner(tx, handeling)
    alle = spelregelreacties.van_bewoner(tx, _bewoner(wie))
    gevonden, rond = blader_in(alle, bladzij, 1)
    return Boodschap("spelregelreactie.eigen", {"reacties": [als_data(r) for r in gevonden], **rond}, melding=melding)


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Withdraw one's own: the text is gone. An answer that was given to it stays."""
    wie = eis_bewoner(tx, handeling)
    if not spelregelreacties.trek_in(tx, _bewoner(wie), publiek_id):
        raise Geweigerd("spelregelreactie.onbekend")
    return eigen(tx, handeling, melding="spelregelreactie.weg")


def vragen(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show everyone what was asked and answered, a page at a time."""
    eis_binnen(tx, handeling)
    gevonden, rond = blader(
        lambda hoeveel, na: spelregelreacties.antwoorden(tx, handeling.wijk, hoeveel, na), bladzij, PER_BLADZIJ
    )
    return Boodschap("spelregelreactie.vragen", {"antwoorden": [antwoord_als_data(een) for een in gevonden], **rond})


def als_data(reactie: Reactie) -> dict[str, Any]:
    """Return what its writer sees of one, and who answers; the latter not whose it is."""
    return {
        "id": reactie.publiek_id,
        "versie": reactie.versie,
        "tekst": reactie.tekst,
        "op": reactie.op.isoformat(),
        "antwoord": reactie.antwoord,
    }


def antwoord_als_data(een: Antwoord) -> dict[str, Any]:
    """Return what everyone sees of an answer."""
    return {"versie": een.versie, "vraag": een.vraag, "antwoord": een.antwoord, "aantal": een.aantal}


def _eis_ruimte(tx: Connection, handeling: Handeling, wie: Wie) -> int:
    """Return the version that the concept is of, when a resident may write about it."""
    concept = spelregels.concept(tx, handeling.wijk)
    if concept is None:
        raise Geweigerd("spelregels.geen_concept")
    wachtend = [een for een in spelregelreacties.van_bewoner(tx, _bewoner(wie)) if een.antwoord is None]
    if len(wachtend) >= MEEST:
        raise Geweigerd("spelregelreactie.te_veel", maximum=MEEST)
    return concept.versie


def _bewoner(wie: Wie) -> int:
    assert wie.bewoner is not None  # noqa: S101 (eis_bewoner saw to it)
    return wie.bewoner
