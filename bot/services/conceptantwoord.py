"""What the team does with reactions to a draft: adopted, partly or not, with a reason; and the reactienota.

The nota is complete when the term is over and nothing waits any more. In it stand the words that staff chose for it,
or those of who reacted; the latter go when that person is erased.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.kleine_cellen import cel
from bot.rules.pacing import Baan
from bot.services import brengen
from bot.services.bladzij import blader, blader_in
from bot.services.concept import als_data, eis_deel, eis_leesbaar
from bot.services.conceptreactie import LANGST
from bot.services.formulier import MEESTE_KNOPPEN, VAST, Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_rol
from bot.services.lezers import alinea_tot
from bot.storage import accounts, concepten, conceptreacties, outbox
from bot.storage.accounts import Wie
from bot.storage.concepten import Concept

SOORT = "conceptantwoord"
ROLLEN = (BEGELEIDER, ORGANISATOR)
OORDELEN = ("overgenomen", "deels", "niet")
ZO = "zo"
"""In the nota stands what people wrote themselves."""
PER_BLADZIJ = 3


def lijst(
    tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0, melding: str | None = None
) -> Boodschap:
    """Show a page of what waits for an answer at a section, in full, and of whom it is not."""
    eis_rol(tx, handeling, *ROLLEN)
    _, een, dit = eis_deel(tx, handeling, publiek_id)
    gevonden, rond = blader(lambda hoeveel, na: conceptreacties.open_(tx, dit.id, hoeveel, na), bladzij, PER_BLADZIJ)
    data = {
        "id": publiek_id,
        "concept": een.publiek_id,
        "titel": dit.titel,
        "teksten": [r.tekst for r in gevonden],
        "eerste": bladzij * PER_BLADZIJ + 1,
        **rond,
    }
    return Boodschap("conceptantwoord.lijst", data, melding=melding)


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form; which reactions it is about is only asked where more wait."""
    eis_rol(tx, handeling, *ROLLEN)
    _, _, dit = eis_deel(tx, handeling, publiek_id)
    wachtend = conceptreacties.open_(tx, dit.id, 2)
    if not wachtend:
        return lijst(tx, handeling, publiek_id)
    data: dict[str, Any] = {"deel": publiek_id}
    if len(wachtend) == 1:
        data |= {"welke": [wachtend[0].publiek_id], VAST: ["welke"]}
    return open_formulier(tx, handeling, FORMULIER, data)


def nota(tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0) -> Boodschap:
    """Show everyone the reactienota of a draft, one line at a time, once it is complete."""
    _, een = eis_leesbaar(tx, handeling, publiek_id)
    wacht = sum(conceptreacties.tel_open(tx, een.id).values())
    klaar = is_compleet(tx, een, handeling.now)
    regels, rond = blader_in(conceptreacties.nota(tx, een.id) if klaar else [], bladzij, 1)
    getoond = [regel._asdict() | {"aantal": cel(regel.aantal)} for regel in regels]
    data = {**als_data(een, handeling), "compleet": klaar, "wacht": wacht > 0, "regels": getoond, **rond}
    return Boodschap("conceptantwoord.nota", data)


def is_compleet(tx: Connection, een: Concept, now: datetime) -> bool:
    """Say whether the term is over and everything was answered."""
    return een.gepubliceerd_op is not None and now >= een.tot and not conceptreacties.tel_open(tx, een.id)


def _open(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Offer what waits; the same words, however written, stand under each other and say so."""
    dit = concepten.deel(tx, handeling.wijk, publiek_id=data["deel"])
    wachtend = conceptreacties.open_(tx, dit.id, MEESTE_KNOPPEN) if dit else []
    kaal = [" ".join(een.tekst.casefold().split()) for een in wachtend]
    eerder = {tekst: kaal.index(tekst) for tekst in kaal}
    volgorde = sorted(range(len(wachtend)), key=lambda n: (eerder[kaal[n]], n))
    return [(wachtend[n].publiek_id, f"{n + 1}. {' '.join(wachtend[n].tekst.split())}") for n in volgorde]


def _wissel(gekozen: Any, keuze: str) -> list[str]:
    return [een for een in gekozen if een != keuze] if keuze in gekozen else [*gekozen, keuze]


def _antwoord(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    _, een, dit = eis_deel(tx, handeling, data["deel"])
    reden = data.get("reden") or data.get("toelichting")
    weergave = None if data["weergave"] == ZO else data["weergave"]
    nieuw, bewoners, naamloos = conceptreacties.beantwoord(
        tx,
        handeling.wijk,
        dit.id,
        data["welke"],
        publiek_id=handeling.id(SOORT),
        oordeel=data["oordeel"],
        reden=reden,
        weergave=weergave,
        op=handeling.now,
        gemaakt_door=wie.account,
    )
    if not bewoners and not naamloos:
        raise Geweigerd("spelregelantwoord.niets_gekozen")
    per_bewoner = [accounts.waar_gevraagd(tx, bewoner, vanaf) for bewoner, vanaf in bewoners.items()]
    naar = sorted({account for van_een in per_bewoner for account in van_een})
    tekst = {"plan": een.titel, "titel": dit.titel, "oordeel": data["oordeel"], "reden": reden}
    bericht = Boodschap("conceptreactie.antwoord", tekst)
    outbox.schrijf(tx, handeling.wijk, f"{SOORT}:{nieuw}", naar, bericht, baan=Baan.HERINNERING)
    brengen.zet_klaar(tx, handeling, "reactie", handeling.id(SOORT), list(bewoners))
    zonder = naamloos + sum(not van_een for van_een in per_bewoner)
    melding = "conceptantwoord.zonder_telefoon" if zonder else "spelregelantwoord.verstuurd"
    return lijst(tx, handeling, data["deel"], melding=melding)


FORMULIER = Formulier(
    SOORT,
    (
        Veld("welke", haal=_open, meer=_wissel),
        Veld("weergave", alinea_tot(LANGST), keuzes=(ZO,)),
        Veld("oordeel", keuzes=OORDELEN),
        Veld("reden", alinea_tot(LANGST), als=lambda data: data.get("oordeel") in {"deels", "niet"}),
        Veld("toelichting", alinea_tot(LANGST), mag_over=True, als=lambda data: data.get("oordeel") == "overgenomen"),
    ),
    ROLLEN,
    _antwoord,
)
