"""Quick polls: asking, voting until it closes, and the result after closing."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.peilingen import keuze
from bot.services import bewijs
from bot.services.formulier import Formulier, Veld, moment, tekst_tot
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_bewoner, eis_binnen
from bot.storage import peilingen, wekkers
from bot.storage.accounts import Wie
from bot.storage.peilingen import Optie, Peiling

OPTIE_LENGTE = 100
IN_LIJST = 25


def _lees_opties(tekst: str, handeling: Handeling) -> list[str]:
    opties = [schoon for regel in tekst.splitlines() if (schoon := " ".join(regel.split()))]
    if not keuze.MIN_OPTIES <= len(opties) <= keuze.MAX_OPTIES:
        raise Geweigerd("peiling.opties_aantal", minimum=keuze.MIN_OPTIES, maximum=keuze.MAX_OPTIES)
    if any(len(optie) > OPTIE_LENGTE for optie in opties):
        raise Geweigerd("peiling.optie_te_lang", maximum=OPTIE_LENGTE)
    if len({optie.casefold() for optie in opties}) < len(opties):
        raise Geweigerd("peiling.opties_dubbel")
    return opties


def _open(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    sluit_op = datetime.fromisoformat(data["sluit_op"])
    if sluit_op <= handeling.now:
        raise Geweigerd("moment.voorbij")
    nieuw = peilingen.voeg_toe(
        tx,
        handeling.wijk,
        [(handeling.id(f"optie {plaats}"), tekst) for plaats, tekst in enumerate(data["opties"])],
        publiek_id=handeling.id("peiling"),
        vraag=data["vraag"],
        over_besluit=data["besluit"] == "ja",
        sluit_op=sluit_op,
        gemaakt_door=wie.account,
    )
    wekkers.zet(tx, handeling.wijk, "peiling_nieuw", nieuw, handeling.now)
    wekkers.zet(tx, handeling.wijk, "peiling_sluit", nieuw, sluit_op)
    gemaakt = peilingen.zoek(tx, handeling.wijk, id=nieuw)
    return _toon(tx, handeling, wie, gemaakt, melding="peiling.geplaatst")


FORMULIER = Formulier(
    "peiling",
    (
        Veld("vraag", tekst_tot(300)),
        Veld("opties", _lees_opties),
        Veld("sluit_op", moment),
        Veld("besluit", keuzes=("nee", "ja")),
    ),
    (BEGELEIDER, ORGANISATOR),
    _open,
)


def lijst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show the polls that are open and the last that closed, to who takes part or works here."""
    eis_binnen(tx, handeling)
    recent = peilingen.recente(tx, handeling.wijk, IN_LIJST)
    regels = [{"id": p.publiek_id, "vraag": p.vraag, "open": _is_open(p, handeling.now)} for p in recent]
    return Boodschap("peiling.lijst", {"peilingen": regels})


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one poll: to vote while it is open, its result after."""
    wie = eis_binnen(tx, handeling)
    return _toon(tx, handeling, wie, peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id))


def stem(tx: Connection, handeling: Handeling, optie: str, spelregels_versie: int) -> Boodschap:
    """Vote for an option, or change the vote. The first vote in a poll leaves evidence that one took part.

    Raises:
        Geweigerd: no such option, or the poll is closed.
    """
    wie = eis_bewoner(tx, handeling)
    gevonden = peilingen.zoek_bij_optie(tx, handeling.wijk, optie)
    if gevonden is None or wie.bewoner is None:
        raise Geweigerd("peiling.onbekend")
    peiling, opties = gevonden
    if not _is_open(peiling, handeling.now):
        raise Geweigerd("peiling.gesloten")
    gekozen = next(o.id for o in opties if o.publiek_id == optie)
    biljet = handeling.geheim("stembiljet")[:16]
    if peilingen.stem(tx, handeling.wijk, peiling.id, wie.bewoner, gekozen, biljet):
        soort: bewijs.Bewijssoort = "stem_besluit" if peiling.over_besluit else "stem"
        feit = bewijs.Feit(soort, peiling.publiek_id, "knop", spelregels_versie)
        bewijs.leg_vast(tx, handeling, wie.bewoner, feit)
    return _als_boodschap(peiling, opties, gekozen, bewoner=True, melding="peiling.gestemd")


def uitslag(tx: Connection, peiling: Peiling) -> dict[str, Any]:
    """Return the result of a closed poll as a message carries it."""
    opties = [(o.id, o.tekst) for o in peilingen.opties(tx, peiling.id)]
    geteld = keuze.tel(opties, peilingen.tel(tx, peiling.id))
    regels = [{"tekst": tekst, "aantal": aantal} for tekst, aantal in geteld.regels]
    return {"id": peiling.publiek_id, "vraag": peiling.vraag, "regels": regels, "stemmen": geteld.stemmen}


def uitnodiging(tx: Connection, peiling: Peiling) -> Boodschap:
    """Return the message that asks residents to vote."""
    return _als_boodschap(peiling, peilingen.opties(tx, peiling.id), None, bewoner=True)


def _toon(
    tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling | None, melding: str | None = None
) -> Boodschap:
    if peiling is None:
        raise Geweigerd("peiling.onbekend")
    if not _is_open(peiling, handeling.now):
        if peiling.gesloten_op is None:  # nobody sees a result while a ballot still has its voter
            peilingen.sluit(tx, peiling.id, handeling.now)
        return Boodschap("peiling.uitslag", uitslag(tx, peiling), melding=melding)
    gekozen = peilingen.keuze_van(tx, peiling.id, wie.bewoner) if wie.bewoner is not None else None
    opties = peilingen.opties(tx, peiling.id)
    return _als_boodschap(peiling, opties, gekozen, bewoner=wie.bewoner is not None, melding=melding)


def _als_boodschap(
    peiling: Peiling, opties: list[Optie], gekozen: int | None, *, bewoner: bool, melding: str | None = None
) -> Boodschap:
    data = {
        "vraag": peiling.vraag,
        "over_besluit": peiling.over_besluit,
        "sluit_op": peiling.sluit_op.isoformat(),
        "opties": [{"id": o.publiek_id, "tekst": o.tekst, "gekozen": o.id == gekozen} for o in opties],
        "bewoner": bewoner,
    }
    return Boodschap("peiling.open", data, melding=melding)


def _is_open(peiling: Peiling, now: datetime) -> bool:
    return peiling.gesloten_op is None and now < peiling.sluit_op
