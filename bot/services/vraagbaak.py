"""Answering what was asked at a meeting, and the vraagbaak: the answers that everyone may read.

Whoever asked gets the answer at once. For everyone it is only when staff put question and answer in their own words and
publish them: what people type may name somebody.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.kleine_cellen import KLEINSTE, cel
from bot.rules.pacing import Baan
from bot.services import brengen
from bot.services.bijeenkomst import MAKERS
from bot.services.bladzij import blader
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_binnen, eis_rol
from bot.services.lezers import alinea_tot, tekst_tot
from bot.services.vraagindex import werk_bij
from bot.services.zaalvragen import eis_vraag
from bot.services.zaalvragen import lijst as zaallijst
from bot.storage import accounts, bijeenkomstvragen, outbox, vraagbaak, vragen
from bot.storage.accounts import Wie
from bot.storage.bijeenkomstvragen import Vraag
from bot.storage.vraagbaak import Antwoord

PUBLICEERT = (BEGELEIDER, ORGANISATOR)
"""Who puts answers before everyone."""
PER_BLADZIJ = 3
ZO = "zo"
"""The button that leaves an answer as who asked got it."""
_ANTWOORD = alinea_tot(1000)


def begin_antwoord(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form to answer a question, with all that say the same."""
    eis_vraag(tx, handeling, publiek_id, open_=True)
    return open_formulier(tx, handeling, ANTWOORD, {"id": publiek_id})


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show residents and the team a page of what was asked and answered."""
    wie = eis_binnen(tx, handeling)
    gevonden, rond = blader(
        lambda hoeveel, na: vraagbaak.openbaar(tx, handeling.wijk, hoeveel, na), bladzij, PER_BLADZIJ
    )
    mag = bool(wie.rollen & set(PUBLICEERT))
    data = {"antwoorden": [als_data(een) for een in gevonden], "mag": mag, "bewoner": wie.bewoner is not None, **rond}
    return Boodschap(
        "vraagbaak.lijst",
        data | ({"wachten": vraagbaak.tel_nog_niet(tx, handeling.wijk)} if mag else {}),
        melding=melding,
    )


def wachtrij(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show staff what was answered and nobody published, one at a time."""
    eis_rol(tx, handeling, *PUBLICEERT)
    gevonden, rond = blader(lambda hoeveel, na: vraagbaak.nog_niet(tx, handeling.wijk, hoeveel, na), bladzij, 1)
    data = {"antwoorden": [{**als_data(een), "gevraagd": _gevraagd(tx, een)} for een in gevonden], **rond}
    return Boodschap("vraagbaak.wachtrij", data, melding=melding)


def begin_publiceren(tx: Connection, handeling: Handeling, publiek_id: str = "") -> Boodschap:
    """Open the form that puts an answer before everyone, or words it anew; without an id that of no one's question."""
    eis_rol(tx, handeling, *PUBLICEERT)
    if not publiek_id:
        return open_formulier(tx, handeling, PUBLICEREN, {})
    een = _bestaand(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, PUBLICEREN, {"id": publiek_id, "was": een.antwoord})


def haal_weg(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Let an answer be read by nobody any more; it can be published again."""
    eis_rol(tx, handeling, *PUBLICEERT)
    een = _bestaand(tx, handeling, publiek_id)
    vraagbaak.zet(tx, een.id, gepubliceerd_op=None, gepubliceerd_door=None)
    werk_bij(tx, handeling.wijk, een.id)
    return lijst(tx, handeling, melding="vraagbaak.weggehaald")


def als_data(een: Antwoord) -> dict[str, Any]:
    """Return an answer as a message carries it. Who asked is not in it."""
    return {
        "id": een.publiek_id,
        "titel": een.titel,
        "begin": een.begin.isoformat() if een.begin else None,
        "vraag": een.vraag,
        "antwoord": een.antwoord,
        "taal": een.taal,
        "hoe": een.hoe,
        "ongeveer": cel(een.aantal) if een.aantal >= KLEINSTE else None,
    }


def _gevraagd(tx: Connection, een: Antwoord) -> list[str]:
    return bijeenkomstvragen.met_antwoord(tx, een.id)[:5]


def _bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Antwoord:
    een = vraagbaak.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None:
        raise Geweigerd("vraagbaak.onbekend")
    return een


def _beantwoord(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    _, bij, deze = eis_vraag(tx, handeling, data["id"], open_=True)
    samen = bijeenkomstvragen.groep_van(tx, deze)
    per_persoon = {een.bewoner: een for een in reversed(samen) if een.bewoner is not None}
    naamloos = sum(een.bewoner is None for een in samen)
    nieuw = vraagbaak.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=handeling.id("antwoord"),
        bijeenkomst=bij.id,
        gegeven=data["antwoord"],
        antwoord=data["antwoord"],
        hoe=data["hoe"],
        aantal=len(per_persoon) + naamloos,
        gemaakt_door=wie.account,
        op=handeling.now,
    )
    bijeenkomstvragen.beantwoord(tx, deze, nieuw)
    brengen.zet_klaar(tx, handeling, "zaal", handeling.id("antwoord"), [een for een in per_persoon if een is not None])
    zonder = naamloos + sum(not _vertel(tx, handeling, bij.titel, een, data) for een in per_persoon.values())
    melding = "vraagbaak.beantwoord_langs" if zonder else "vraagbaak.beantwoord"
    return zaallijst(tx, handeling, bij.publiek_id, melding=melding)


def _vertel(tx: Connection, handeling: Handeling, titel: str, een: Vraag, data: dict[str, Any]) -> bool:
    """Bring who asked the answer; say whether there is a chat to bring it to."""
    naar = accounts.waar_gevraagd(tx, een.bewoner or 0, een.vanaf)
    zegt = {"titel": titel, "vraag": een.tekst, "antwoord": data["antwoord"], "hoe": data["hoe"]}
    bericht = Boodschap("bijeenkomstvraag.antwoord", zegt)
    outbox.schrijf(tx, handeling.wijk, f"bijeenkomstvraag:{een.id}", naar, bericht, baan=Baan.HERINNERING)
    return bool(naar)


def _publiceer(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    eis_rol(tx, handeling, *PUBLICEERT)
    zegt = {"vraag": data["vraag"], "antwoord": _tekst(data)}
    openbaar = {"gepubliceerd_op": handeling.now, "gepubliceerd_door": wie.account}
    if "id" in data:
        van = _bestaand(tx, handeling, data["id"]).id
        vraagbaak.zet(tx, van, **zegt, **openbaar)
    else:
        draad = vragen.zoek(tx, handeling.wijk, publiek_id=data["draad"]) if "draad" in data else None
        if draad is not None and draad.vraagbaak is not None:  # a colleague was first
            raise Geweigerd("vraag.al_openbaar")
        nieuw = {"publiek_id": handeling.id("antwoord"), "hoe": "later", "aantal": int(draad is not None)}
        nieuw |= {"gemaakt_door": wie.account, "op": handeling.now}
        van = vraagbaak.voeg_toe(tx, handeling.wijk, **nieuw, **zegt, **openbaar)
        if draad is not None:
            vragen.zet(tx, draad.id, vraagbaak=van)
    werk_bij(tx, handeling.wijk, van)
    return lijst(tx, handeling, melding="vraagbaak.gepubliceerd")


def _tekst(data: dict[str, Any]) -> str:
    return str(data["was"] if data["antwoord"] == ZO else data["antwoord"])


def _zo_laten(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    return [(ZO, data["was"])] if "was" in data else []


def _over_vraag(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Return what was asked. It is not kept with the form: who asked may be erased while that is open."""
    deze = bijeenkomstvragen.zoek(tx, handeling.wijk, data["id"])
    return {"over": deze.tekst if deze else None}


def _over_antwoord(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    if "draad" in data:
        draad = vragen.zoek(tx, handeling.wijk, publiek_id=data["draad"])
        gezegd = vragen.berichten(tx, draad.id) if draad else []
        return {"over": "\n".join(een.tekst for een in gezegd if een.van == "bewoner") or None}
    een = vraagbaak.zoek(tx, handeling.wijk, publiek_id=data["id"]) if "id" in data else None
    return {"over": ("\n".join(_gevraagd(tx, een)) or een.vraag) if een else None}


ANTWOORD = Formulier(
    "vraagantwoord",
    (Veld("hoe", keuzes=("zaal", "later"), bekijk=_over_vraag), Veld("antwoord", _ANTWOORD)),
    MAKERS,
    _beantwoord,
    bekijk=_over_vraag,
)
PUBLICEREN = Formulier(
    "vraagbaak",
    (Veld("vraag", tekst_tot(300), bekijk=_over_antwoord), Veld("antwoord", _ANTWOORD, haal=_zo_laten)),
    PUBLICEERT,
    _publiceer,
    bekijk=lambda tx, handeling, data: {"antwoord": _tekst(data)},
)
