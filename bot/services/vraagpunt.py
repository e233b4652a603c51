"""The bewonersaanspreekpunt: what waits for an answer, answering it, passing it on, and what everyone may read of it.

Who asks is named nowhere here; the answer finds them through the bot.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.services import brengen, vraagdraad, vraagindex
from bot.services.bladzij import blader
from bot.services.formulier import begin as open_formulier
from bot.services.gesprek import eis_open, wacht_op
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_rol
from bot.services.lezers import alinea_tot, blijft_open
from bot.services.vraagbaak import PUBLICEERT, PUBLICEREN
from bot.services.vraagdraad import ROLLEN, als_data, bestaand, mag_beantwoorden, met_aanspreekpunt
from bot.storage import accounts, gesprekken, outbox, vraagbaak, vragen, werkgroepen
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.vragen import Vraag

SOORT = "vraagpunt"
"""The kind of open conversation in which someone types an answer."""
LANGST = 1000
LEES = alinea_tot(LANGST)
PER_BLADZIJ = 6
_OP_BLAD = 500
_ZOVER_TERUG = 300
"""In reply to a message about one of so many threads an answer is taken."""
_PAST = 300
"""A question of at most so many characters everyone can read as it was asked."""


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show who answers what waits, what waits longest first."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    gevonden, rond = blader(lambda hoeveel, na: _wachtend(tx, handeling, wie, hoeveel, na), bladzij, PER_BLADZIJ)
    return Boodschap("vraagpunt.lijst", {"vragen": gevonden, **rond}, melding=melding)


def alles(tx: Connection, handeling: Handeling) -> list[dict[str, Any]]:
    """Return all that waits, what waits longest first; for a page that has room for it."""
    return _wachtend(tx, handeling, eis_rol(tx, handeling, *ROLLEN), _OP_BLAD)


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one thread with what can be done."""
    wie, gevonden = eis(tx, handeling, publiek_id)
    return _een(tx, handeling, wie, gevonden)


def begin_antwoord(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Wait for a typed answer.

    Raises:
        Geweigerd: it has one, or something else is being filled in.
    """
    wie, gevonden = eis(tx, handeling, publiek_id, open_=True)
    wacht_op(tx, wie, Gesprek(SOORT, "antwoord", {"id": publiek_id}))
    return _typ(tx, gevonden)


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Take the typed answer."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    publiek_id = eis_open(tx, wie, SOORT).data["id"]
    wie, gevonden = eis(tx, handeling, publiek_id)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    if gevonden.staat != "open":
        return _een(tx, handeling, wie, gevonden)
    vraag = _typ(tx, gevonden)
    with blijft_open(vraag.soort, vraag.data):
        return _beantwoord(tx, handeling, wie, gevonden, LEES(tekst, handeling))


def antwoord_op(tx: Connection, handeling: Handeling, publiek_id: str, tekst: str) -> Boodschap:
    """Take an answer that was typed in reply to the message with the question; what else is open stays as it is."""
    wie, gevonden = eis(tx, handeling, publiek_id, open_=True)
    return _beantwoord(tx, handeling, wie, gevonden, LEES(tekst, handeling))


def zoek_beantwoord(tx: Connection, wijk: int, kanaal: str, extern_id: str, bericht_id: int) -> str | None:
    """Return the thread that a message in the chat of someone of the team brought; None when it is another message."""
    wie = accounts.wie(tx, wijk, kanaal, extern_id)
    if wie is None or not wie.rollen & set(ROLLEN):
        return None
    keys = {
        f"{vraagdraad.sleutel(publiek_id, wat, nr)}:{wie.account}": publiek_id
        for publiek_id, ronde in vragen.recent(tx, wijk, _ZOVER_TERUG)
        for nr in range(1, ronde + 1)
        for wat in vraagdraad.TEAM
    }
    gevonden = vragen.in_antwoord_op(tx, wijk, wie.account, bericht_id, list(keys))
    return None if gevonden is None else keys[gevonden]


def kies_ander(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Offer to whom a question can be passed on."""
    _, gevonden = eis(tx, handeling, publiek_id, open_=True)
    groepen = [een for een in met_aanspreekpunt(tx, handeling.wijk) if een[0] != gevonden.groep]
    data = {"id": publiek_id, "groepen": groepen, "wijk": gevonden.groep is not None, "hoger": gevonden.hoger}
    return Boodschap("vraagpunt.ander", data)


def geef_door(tx: Connection, handeling: Handeling, publiek_id: str, groep: str) -> Boodschap:
    """Pass a question on to the aanspreekpunt of a werkgroep, or with `-` of the wijk; the promise stays as it was."""
    _, gevonden = eis(tx, handeling, publiek_id, open_=True)
    nummers: dict[str, int | None] = {w.publiek_id: w.id for w in werkgroepen.lijst(tx, handeling.wijk, 0)}
    if groep != "-" and groep not in dict(met_aanspreekpunt(tx, handeling.wijk)):
        raise Geweigerd("vraag.onbekend")
    if groep == (gevonden.groep or "-") and not gevonden.hoger:  # a second tap
        return lijst(tx, handeling, melding="vraagpunt.doorgegeven")
    vraagdraad.haal_weg(tx, handeling.wijk, gevonden, handeling.now)
    zo = {"werkgroep": nummers.get(groep), "hoger": False, "ronde": gevonden.ronde + 1}
    vragen.zet(tx, gevonden.id, **zo)
    weer = bestaand(tx, handeling.wijk, gevonden.id)
    vraagdraad.vraag_rond(tx, handeling.wijk, weer, handeling.now, handeling.zone)
    return lijst(tx, handeling, melding="vraagpunt.doorgegeven")


def naar_organisator(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Lay a question with the organisatoren."""
    _, gevonden = eis(tx, handeling, publiek_id, open_=True)
    if not gevonden.hoger:
        vraagdraad.naar_boven(tx, handeling.wijk, gevonden, handeling.now, handeling.zone)
    return lijst(tx, handeling, melding="vraagpunt.doorgegeven")


def publiceer(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Let everyone read the last question and its answer as they stand; who taps has just read both.

    Raises:
        Geweigerd: there is no answer, it is public already, or what was asked is too long or no text.
    """
    wie, gevonden = _eis_te_publiceren(tx, handeling, publiek_id)
    gezegd = _laatste(tx, gevonden)
    if gezegd["vraag"] is None:
        return publiceer_anders(tx, handeling, publiek_id)
    nieuw = vraagbaak.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=handeling.id("antwoord"),
        vraag=gezegd["vraag"],
        antwoord=gezegd["antwoord"],
        taal=gezegd["taal"],
        hoe="later",
        aantal=1,
        gemaakt_door=wie.account,
        op=handeling.now,
        gepubliceerd_op=handeling.now,
        gepubliceerd_door=wie.account,
    )
    vragen.zet(tx, gevonden.id, vraagbaak=nieuw)
    vraagindex.werk_bij(tx, handeling.wijk, nieuw)
    return _een(tx, handeling, wie, bestaand(tx, handeling.wijk, gevonden.id), melding="vraagbaak.gepubliceerd")


def publiceer_anders(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form in which staff word question and answer themselves."""
    _, gevonden = _eis_te_publiceren(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, PUBLICEREN, {"draad": publiek_id, "was": _laatste(tx, gevonden)["antwoord"]})


def _wachtend(tx: Connection, handeling: Handeling, wie: Wie, hoeveel: int, na: int = 0) -> list[dict[str, Any]]:
    """Return what waits for an answer of someone, what waits longest first."""
    groepen = None if wie.rollen & {BEGELEIDER, ORGANISATOR} or "" in wie.aanspreekt else wie.aanspreekt
    gevonden = vragen.wachtend(tx, handeling.wijk, groepen, wie.bewoner, hoeveel, na)
    return [als_data(tx, een) | {"te_laat": een.termijn < handeling.now} for een in gevonden]


def _beantwoord(tx: Connection, handeling: Handeling, wie: Wie, gevonden: Vraag, tekst: str) -> Boodschap:
    vraagdraad.haal_weg(tx, handeling.wijk, gevonden, handeling.now)
    van_team = {"van": "team", "gemaakt_door": wie.account, "soort": "tekst", "taal": wie.taal or "nl"}
    vragen.zeg(tx, handeling.wijk, gevonden.id, tekst=tekst, op=handeling.now, **van_team)
    vragen.zet(tx, gevonden.id, staat="beantwoord", geholpen=None)
    beantwoord = bestaand(tx, handeling.wijk, gevonden.id)
    naar = accounts.waar_gevraagd(tx, gevonden.bewoner, gevonden.vanaf)
    boodschap = Boodschap("vraag.antwoord", {**als_data(tx, beantwoord), "leest": wie.taal or "nl"})
    sleutel = vraagdraad.sleutel(gevonden.publiek_id, "antwoord", gevonden.ronde)
    outbox.schrijf(tx, handeling.wijk, sleutel, naar, boodschap, baan=Baan.HERINNERING)
    brengen.zet_klaar(tx, handeling, "antwoord", gevonden.publiek_id, [gevonden.bewoner])
    return _een(tx, handeling, wie, beantwoord, wijze="nieuw", net=True)


def _een(
    tx: Connection,
    handeling: Handeling,
    wie: Wie,
    gevonden: Vraag,
    *,
    wijze: Any = "bewerk",
    melding: str | None = None,
    net: bool = False,
) -> Boodschap:
    te_lezen = gevonden.staat != "open" and gevonden.vraagbaak is None and heeft_antwoord(tx, gevonden)
    kan = bool(wie.rollen & set(PUBLICEERT)) and te_lezen
    staf = bool(wie.rollen & set(PUBLICEERT))
    data = {**als_data(tx, gevonden), "kan_openbaar": kan, "net": net, "staf": staf}
    return Boodschap("vraagpunt.een", data, wijze=wijze, melding=melding)


def _typ(tx: Connection, gevonden: Vraag) -> Boodschap:
    return Boodschap("vraagpunt.typ", {"id": gevonden.publiek_id, "maximum": LANGST})


def _laatste(tx: Connection, gevonden: Vraag) -> dict[str, str | None]:
    """Return the last answer and the question before it; None for one that everyone cannot read as it was asked."""
    gezegd = vragen.berichten(tx, gevonden.id)
    plek = max(nr for nr, een in enumerate(gezegd) if een.van == "team")
    gevraagd = next((een.tekst for een in reversed(gezegd[:plek]) if een.van == "bewoner"), "")
    past = 0 < len(gevraagd) <= _PAST
    return {"vraag": gevraagd if past else None, "antwoord": gezegd[plek].tekst, "taal": gezegd[plek].taal}


def heeft_antwoord(tx: Connection, gevonden: Vraag) -> bool:
    """Say whether a thread has an answer: one that ended because its writer was stopped may have none."""
    return any(een.van == "team" for een in vragen.berichten(tx, gevonden.id))


def _eis_te_publiceren(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Vraag]:
    eis_rol(tx, handeling, *PUBLICEERT)
    wie, gevonden = eis(tx, handeling, publiek_id)
    if gevonden.staat == "open":
        raise Geweigerd("vraag.wacht_nog")
    if gevonden.vraagbaak is not None:
        raise Geweigerd("vraag.al_openbaar")
    if not heeft_antwoord(tx, gevonden):
        raise Geweigerd("vraag.onbekend")
    return wie, gevonden


def eis(tx: Connection, handeling: Handeling, publiek_id: str, *, open_: bool = False) -> tuple[Wie, Vraag]:
    """Return who acts and a thread that they may answer.

    Raises:
        Geweigerd: no such role, it is their own or for another aanspreekpunt, or it does not wait any more.
    """
    wie = eis_rol(tx, handeling, *ROLLEN)
    gevonden = vragen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None:
        raise Geweigerd("vraag.onbekend")
    if not mag_beantwoorden(wie, gevonden):
        raise Geweigerd("buiten_bereik")
    if open_ and gevonden.staat != "open":
        raise Geweigerd("vraag.al_beantwoord")
    return wie, gevonden
