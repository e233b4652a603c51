"""A resident asks something, with `/vraag` or by just writing it. What they write waits here until they say: send it.

    written ──answers that fit──▶ read one ──"this helps"──▶ gone
       └──none──▶ "is this for the aanspreekpunt?" ──yes──▶ a thread (`vraagdraad`)

A question about the plan, by the word of who asks, is evidence as one at a meeting is; it counts when the spelregels
name it (`telt_ook`). Nothing goes to the team before its writer says so.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.inhoud import Inhoud, leesbaar
from bot.services import bewijs, bewoner, vraagbaak, vraagdraad, vraagindex
from bot.services.bladzij import blader_in
from bot.services.gesprek import eis_open, wacht_op
from bot.services.handeling import STAF, Handeling, eis_bewoner, wie_handelt
from bot.services.lezers import alinea_tot, blijft_open
from bot.storage import afsluitingen, gesprekken, vraagstoppen, vragen
from bot.storage import vraagbaak as vraagbaken
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.vragen import Vraag

SOORT = "vraag"
"""The kind of open conversation in which someone types a question."""
LANGST = 1000
LEES = alinea_tot(LANGST)
MEEST = 5
"""So many questions of one resident may wait for an answer."""
PLAN, ANDERS = "plan", "anders"
_BESTAND = frozenset({"foto", "video", "spraak", "document"})
_WOORDEN = 3
"""Fewer words without a question mark are a greeting, or a slip."""


def begin(tx: Connection, handeling: Handeling, tekst: str = "") -> Boodschap:
    """Wait for a question, or take the one that stands behind the command."""
    wie = _eis(tx, handeling)
    if tekst.strip():
        return _neem(tx, handeling, wie, tekst, None)
    _wacht(tx, wie, {})
    return Boodschap("vraag.vraag", {"maximum": LANGST}, wijze="nieuw")


def los(tx: Connection, handeling: Handeling, tekst: str, inhoud: Inhoud | None = None) -> Boodschap:
    """Take what someone wrote or sent while nobody waited for it; what cannot be a question leads to the menu."""
    wie = wie_handelt(tx, handeling)
    bestand = inhoud is not None and inhoud["soort"] in _BESTAND
    zegt_iets = "?" in tekst or len(tekst.split()) >= _WOORDEN
    if wie.bewoner is None or wie.rollen & set(STAF) or not (bestand or zegt_iets):
        return bewoner.menu(tx, handeling, "onbegrepen")
    _eis(tx, handeling)
    return _neem(tx, handeling, wie, tekst, inhoud)


def typ(tx: Connection, handeling: Handeling, tekst: str, inhoud: Inhoud | None, werkdagen: int) -> Boodschap:
    """Take what was typed or sent after the button: a first question, or one more in a thread."""
    wie = eis_bewoner(tx, handeling)
    bij = eis_open(tx, wie, SOORT).data.get("bij")
    if bij is None:
        _eis(tx, handeling)
        with blijft_open("vraag.vraag", {"maximum": LANGST}):
            concept = _lees(handeling, wie, tekst, inhoud)
        gesprekken.sluit(tx, wie.wijk, wie.account)
        return _bied_aan(tx, handeling, wie, concept)
    _eis(tx, handeling, nieuw=False)
    gevonden = _eigen(tx, handeling, wie, bij)
    _eis_ruimte(tx, gevonden)
    with blijft_open("vraag.verder", {"id": bij, "maximum": LANGST}):
        gezegd = _lees(handeling, wie, tekst, inhoud)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    vragen.zet(tx, gevonden.id, vanaf=wie.account)
    return _vraag_verder(tx, handeling, gevonden, gezegd, werkdagen)


def toon_antwoord(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show an answer that was offered, and ask whether it helps."""
    eis_bewoner(tx, handeling)
    een = vraagbaken.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None or een.gepubliceerd_op is None:
        raise Geweigerd("vraagbaak.onbekend")
    return Boodschap("vraag.gevonden", vraagbaak.als_data(een))


def bied_weer_aan(tx: Connection, handeling: Handeling) -> Boodschap:
    """Offer once more what is near to what was written."""
    return _voorstel(tx, handeling, _concept(tx, _eis(tx, handeling)))


def geen_van_deze(tx: Connection, handeling: Handeling) -> Boodschap:
    """Ask whether it is a question for the team, for none of what was offered answers it."""
    return _bevestig(_concept(tx, _eis(tx, handeling)))


def gevonden(tx: Connection, handeling: Handeling) -> Boodschap:
    """Send nothing, for what was offered answers it."""
    vragen.neem_concept(tx, wie_handelt(tx, handeling).account)
    return Boodschap("vraag.fijn")


def stuur(tx: Connection, handeling: Handeling, over: str, groep: str, werkdagen: int) -> Boodschap:
    """Send what was written to the aanspreekpunt, at its writer's word; where there are more, ask for which first.

    Args:
        over: `plan` or `anders`.
        groep: publiek_id of the werkgroep that it is about, `-` for none of them; any other: not asked yet.
    """
    wie = _eis(tx, handeling)
    concept = _concept(tx, wie)
    groepen = vraagdraad.met_aanspreekpunt(tx, handeling.wijk)
    if groepen and groep not in {"-", *dict(groepen)}:
        return Boodschap("vraag.groep", {"over": over, "groepen": groepen})
    vragen.neem_concept(tx, wie.account)
    gevonden = vraagdraad.plaats(
        tx, handeling, wie.bewoner or 0, concept, over == PLAN, groep, werkdagen, vanaf=wie.account
    )
    return Boodschap("vraag.gestuurd", {"id": gevonden.publiek_id, "termijn": gevonden.termijn.isoformat()})


def eis_kan_vragen(tx: Connection, bewoner_id: int) -> None:
    """Refuse one more question of a resident of whom enough waits."""
    if vragen.open_van(tx, bewoner_id) >= MEEST:
        raise Geweigerd("vraag.te_veel", maximum=MEEST)


def laat(tx: Connection, handeling: Handeling) -> Boodschap:
    """Send nothing: what was written is gone."""
    vragen.neem_concept(tx, wie_handelt(tx, handeling).account)
    return bewoner.menu(tx, handeling)


def eigen(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show a resident what they asked the aanspreekpunt, one thread at a time."""
    wie = eis_bewoner(tx, handeling)
    gevonden, rond = blader_in(vragen.van_bewoner(tx, wie.bewoner or 0), bladzij, 1)
    mag = vraagstoppen.van(tx, wie.bewoner or 0, handeling.now) is None
    data = {"vragen": [vraagdraad.als_data(tx, een) for een in gevonden], "mag_vragen": mag, **rond}
    return Boodschap("vraag.eigen", data, melding=melding)


def begin_verder(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Wait for what a resident asks on, in the same thread."""
    wie = _eis(tx, handeling, nieuw=False)
    _eis_ruimte(tx, _eigen(tx, handeling, wie, publiek_id))
    _wacht(tx, wie, {"bij": publiek_id})
    return Boodschap("vraag.verder", {"id": publiek_id, "maximum": LANGST}, wijze="nieuw")


def geholpen(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Say that the answer helped."""
    gevonden = _eigen(tx, handeling, eis_bewoner(tx, handeling), publiek_id)
    if gevonden.staat == "open":
        raise Geweigerd("vraag.wacht_nog")
    vragen.zet(tx, gevonden.id, staat="klaar", geholpen=True)
    return Boodschap("vraag.fijn")


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Take one's own question back while it waits: the thread is gone, and what it was evidence of is corrected.

    Of what had an answer already only what was asked on since.
    """
    wie = eis_bewoner(tx, handeling)
    gevonden = _eigen(tx, handeling, wie, publiek_id)
    if gevonden.staat != "open":
        raise Geweigerd("vraag.al_beantwoord")
    vraagdraad.haal_weg(tx, handeling.wijk, gevonden, handeling.now)
    if vragen.trek_laatste_in(tx, gevonden.id):
        vragen.zet(tx, gevonden.id, staat="beantwoord")
        return eigen(tx, handeling, melding="bijeenkomstvraag.weg")
    vragen.verwijder(tx, [gevonden.id])
    if gevonden.over_plan and not afsluitingen.is_afgesloten(tx, handeling.wijk):
        bewijs.trek_in(tx, handeling, wie.bewoner or 0, bewijs.Feit("vraag", publiek_id, "correctie"))
    return eigen(tx, handeling, melding="bijeenkomstvraag.weg")


def _vraag_verder(
    tx: Connection, handeling: Handeling, gevonden: Vraag, gezegd: dict[str, Any], werkdagen: int
) -> Boodschap:
    """Add to a thread, and let who answers hear it as new; what waits already keeps its place and its promise."""
    if gevonden.staat == "open":
        vraagdraad.haal_weg(tx, handeling.wijk, gevonden, handeling.now)
        opnieuw: dict[str, Any] = {}
    else:
        tot = vraagdraad.termijn(handeling.now, handeling.zone, werkdagen)
        opnieuw = {"staat": "open", "open_sinds": handeling.now, "termijn": tot, "hoger": False}
    vragen.zeg(tx, handeling.wijk, gevonden.id, van="bewoner", op=handeling.now, **gezegd)
    vragen.zet(tx, gevonden.id, ronde=gevonden.ronde + 1, **opnieuw)
    weer = vraagdraad.bestaand(tx, handeling.wijk, gevonden.id)
    vraagdraad.vraag_rond(tx, handeling.wijk, weer, handeling.now, handeling.zone)
    return Boodschap("vraag.gestuurd", {"id": weer.publiek_id, "termijn": weer.termijn.isoformat()})


def _eis_ruimte(tx: Connection, gevonden: Vraag) -> None:
    """Refuse one more in a thread in which enough waits for an answer."""
    van = [een.van for een in vragen.berichten(tx, gevonden.id)]
    if van[-MEEST:] == ["bewoner"] * MEEST:
        raise Geweigerd("vraag.te_veel", maximum=MEEST)


def _neem(tx: Connection, handeling: Handeling, wie: Wie, tekst: str, inhoud: Inhoud | None) -> Boodschap:
    return _bied_aan(tx, handeling, wie, _lees(handeling, wie, tekst, inhoud))


def _bied_aan(tx: Connection, handeling: Handeling, wie: Wie, concept: dict[str, Any]) -> Boodschap:
    if (
        concept["soort"] == "tekst"
        and (al := vraagdraad.al_gesteld(tx, wie.bewoner or 0, concept["tekst"])) is not None
    ):
        return replace(eigen(tx, handeling, al), soort="vraag.al_gesteld")
    vragen.bewaar_concept(tx, handeling.wijk, wie.account, concept, handeling.now)
    return _voorstel(tx, handeling, concept)


def _voorstel(tx: Connection, handeling: Handeling, concept: dict[str, Any]) -> Boodschap:
    """Offer the answered questions that are nearest; where none is near, ask whether it is one for the team."""
    gevonden = vraagindex.zoek(tx, handeling.wijk, concept["tekst"])
    if not gevonden:
        return _bevestig(concept)
    data = {"tekst": concept["tekst"], "soort": concept["soort"]}
    return Boodschap("vraag.voorstel", data | {"vragen": [[een.publiek_id, een.vraag] for een in gevonden]})


def _concept(tx: Connection, wie: Wie) -> dict[str, Any]:
    concept = vragen.concept(tx, wie.account)
    if concept is None:
        raise Geweigerd("vraag.geen_concept")
    return concept


def _bevestig(concept: dict[str, Any]) -> Boodschap:
    return Boodschap("vraag.bevestig", {"tekst": concept["tekst"], "soort": concept["soort"]})


def _lees(handeling: Handeling, wie: Wie, tekst: str, inhoud: Inhoud | None) -> dict[str, Any]:
    """Return what is kept of what was written or sent.

    Raises:
        Geweigerd: too long, without a word, or of a kind that nobody can pass on.
    """
    taal = wie.taal or "nl"
    if inhoud is None or inhoud["soort"] == "tekst":
        return {"soort": "tekst", "tekst": LEES(tekst, handeling), "file_id": None, "naam": None, "taal": taal}
    if inhoud["soort"] not in _BESTAND:
        raise Geweigerd("inhoud.niet")
    erbij = leesbaar(inhoud["html"])
    onder = LEES(erbij, handeling) if erbij.strip() else ""
    bestand = {"soort": inhoud["soort"], "file_id": inhoud["file_id"], "naam": inhoud["naam"]}
    return {**bestand, "tekst": onder, "taal": taal}


def _wacht(tx: Connection, wie: Wie, data: dict[str, Any]) -> None:
    wacht_op(tx, wie, Gesprek(SOORT, "tekst", data))


def _eigen(tx: Connection, handeling: Handeling, wie: Wie, publiek_id: str) -> Vraag:
    gevonden = vragen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None or gevonden.bewoner != wie.bewoner:
        raise Geweigerd("vraag.onbekend")
    return gevonden


def _eis(tx: Connection, handeling: Handeling, *, nieuw: bool = True) -> Wie:
    """Return the resident who acts, when they may ask something.

    Args:
        nieuw: a question of its own, not one more in a thread.
    """
    wie = eis_bewoner(tx, handeling)
    if (gestopt := vraagstoppen.van(tx, wie.bewoner or 0, handeling.now)) is not None:
        nee = Geweigerd("vraag.gestopt")
        nee.onder = "vraag.gestopt", {"tot": gestopt.tot.isoformat(), "bezwaar": gestopt.bezwaar is not None}
        raise nee
    if nieuw:
        eis_kan_vragen(tx, wie.bewoner or 0)
    return wie
