"""The morning after a meeting who was there is asked what they thought of it: two taps, and a text if they like.

Nobody can see later who answered what. Who runs the meeting sees the outcome once it is closed, in rounded numbers.

    asked the next morning ──tap 1-5──▶ (room for questions: ──tap──▶) kept ──text──▶ kept apart
"""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import kleine_cellen
from bot.rules.doelgroep import WIJK
from bot.rules.momenten import naar_utc
from bot.rules.selectie import Eis, Selectie
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading
from bot.services.bijeenkomst import eis_leidt
from bot.services.bladzij import blader_in
from bot.services.gesprek import eis_open, wacht_op
from bot.services.handeling import Handeling, eis_bewoner
from bot.services.lezers import alinea_tot, blijft_open
from bot.storage import bewijs, bijeenkomsten, doelgroepen, gesprekken, selecties, tevredenheid, wekkers
from bot.storage.accounts import Wie
from bot.storage.bijeenkomsten import Bijeenkomst
from bot.storage.gesprekken import Gesprek

SOORT = "tevredenheid"
"""The kind of alarm, and of the open conversation in which someone types what they thought."""
OM = time(10)
DICHT = "tevredenheid_dicht"
TERMIJN = timedelta(days=7)
"""So long after its beginning one can say what one thought; then there is an outcome."""
SCHAAL = ("1", "2", "3", "4", "5")
GEHOORD = ("ja", "deels", "nee", "geen")
LANGST = 500
_LEES = alinea_tot(LANGST)
_VRAAG_TEKST = Boodschap("tevredenheid.tekst", {"maximum": LANGST})
PER_BLADZIJ = 4


def plan(tx: Connection, wijk: int, bijeenkomst: int, begin: datetime, now: datetime, zone: ZoneInfo) -> None:
    """Let those who come be asked the morning after, in place of the morning after another evening."""
    wekkers.vervallen(tx, wijk, SOORT, bijeenkomst, now)
    morgen = naar_utc(begin.astimezone(zone).date() + timedelta(days=1), OM, zone)
    if morgen > now:
        wekkers.zorg_voor(tx, wijk, SOORT, bijeenkomst, morgen)


def wie_er_was(publiek_id: str) -> Selectie:
    """Return the selection of who was at a meeting."""
    return Selectie(WIJK, (Eis("was_er", publiek_id),))


def vraag(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Ask who was there. It is a question that nobody waits for, and counts for the week as such."""
    bij = bijeenkomsten.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if bij is None or bij.afgelast_op:
        return NIETS
    tot = bij.begin + TERMIJN
    if geval.now >= tot:
        return TE_LAAT
    er_was = selecties.voorwaarden(tx, geval.wijk, wie_er_was(bij.publiek_id))
    naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel, *er_was)
    boodschap = Boodschap("tevredenheid.vraag", {"id": bij.publiek_id, "titel": bij.titel})
    return Lading(naar, boodschap, over="bijeenkomsten", niet_na=tot)


def sluit(tx: Connection, geval: Geval) -> None:
    """Forget who answered: nobody can answer any more, so nobody can do it twice."""
    tevredenheid.vergeet_wie(tx, geval.wekker.onderwerp)


def duidelijk(tx: Connection, handeling: Handeling, publiek_id: str, hoe: str) -> Boodschap:
    """Take how clear it was; where there was room for questions one more thing is asked before it is kept."""
    wie, bij = _eis(tx, handeling, publiek_id)
    if hoe not in SCHAAL:
        raise Geweigerd("tevredenheid.onbekend")
    if bij.ruimte_voor_vragen:
        return Boodschap("tevredenheid.gehoord", {"id": publiek_id, "titel": bij.titel, "hoe": hoe})
    return _bewaar(tx, handeling, wie, bij, hoe, None)


def gehoord(tx: Connection, handeling: Handeling, publiek_id: str, hoe: str, wel: str) -> Boodschap:
    """Take whether one could ask one's question, and keep both."""
    wie, bij = _eis(tx, handeling, publiek_id)
    if hoe not in SCHAAL or wel not in GEHOORD or not bij.ruimte_voor_vragen:
        raise Geweigerd("tevredenheid.onbekend")
    return _bewaar(tx, handeling, wie, bij, hoe, wel)


def begin_tekst(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Wait for what somebody wants to add. What is open already is not thrown away for it."""
    wie, _ = _eis(tx, handeling, publiek_id, antwoordde=True)
    wacht_op(tx, wie, Gesprek(SOORT, "tekst", {"bijeenkomst": publiek_id}))
    return _VRAAG_TEKST


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Keep it, apart from what was chosen and from who wrote it."""
    wie = eis_bewoner(tx, handeling)
    open_ = eis_open(tx, wie, SOORT)
    wie, bij = _eis(tx, handeling, open_.data["bijeenkomst"], antwoordde=True)
    with blijft_open(_VRAAG_TEKST.soort, _VRAAG_TEKST.data):
        schoon = _LEES(tekst, handeling)
    sleutel = handeling.geheim("tevredenheid/tekst")[:16]
    tevredenheid.bewaar_tekst(tx, handeling.wijk, bij.id, wie.bewoner or 0, sleutel, schoon)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    return _dank(bij, tekst=False)


def uitslag(tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0) -> Boodschap:
    """Show who runs a meeting what people thought of it, once nobody can answer any more."""
    _, bij = eis_leidt(tx, handeling, publiek_id)
    teksten, rond = blader_in(_teksten(tx, handeling, bij), bladzij, PER_BLADZIJ)
    data: dict[str, Any] = {"id": publiek_id, "titel": bij.titel, "vanaf": (bij.begin + TERMIJN).isoformat()}
    data |= {"uitslag": cijfers(tx, bij, handeling.now), "dicht": handeling.now >= bij.begin + TERMIJN}
    return Boodschap("tevredenheid.uitslag", {**data, "teksten": list(teksten), **rond})


def cijfers(tx: Connection, bij: Bijeenkomst, now: datetime) -> dict[str, Any] | None:
    """Return what may be shown of the answers; None before the end, or of fewer than ten."""
    per_cijfer, per_antwoord = tevredenheid.tel(tx, bij.id)
    aantal = per_cijfer.total()
    if now < bij.begin + TERMIJN or aantal < kleine_cellen.EXACT_VANAF:
        return None
    helder = kleine_cellen.uitslag([per_cijfer[int(een)] for een in SCHAAL], aantal, 1)
    gevraagd = kleine_cellen.uitslag([per_antwoord[een] for een in GEHOORD], per_antwoord.total(), 1)
    return {
        "aantal": kleine_cellen.opkomst_van(aantal),
        "duidelijk": [[een, cel] for een, cel in zip(SCHAAL, helder or (), strict=False)],
        "gehoord": [[een, cel] for een, cel in zip(GEHOORD, gevraagd or (), strict=False)],
    }


def _teksten(tx: Connection, handeling: Handeling, bij: Bijeenkomst) -> list[str]:
    return tevredenheid.teksten(tx, bij.id) if cijfers(tx, bij, handeling.now) is not None else []


def _bewaar(tx: Connection, handeling: Handeling, wie: Wie, bij: Bijeenkomst, hoe: str, wel: str | None) -> Boodschap:
    antwoord = {"sleutel": handeling.geheim(SOORT)[:16], "duidelijk": int(hoe), "gehoord": wel}
    tevredenheid.bewaar(tx, handeling.wijk, bij.id, wie.bewoner or 0, **antwoord)
    wekkers.zorg_voor(tx, handeling.wijk, DICHT, bij.id, bij.begin + TERMIJN)
    return _dank(bij, tekst=True)


def _dank(bij: Bijeenkomst, *, tekst: bool) -> Boodschap:
    return Boodschap("tevredenheid.dank", {"id": bij.publiek_id, "titel": bij.titel, "tekst": tekst})


def _eis(tx: Connection, handeling: Handeling, publiek_id: str, *, antwoordde: bool = False) -> tuple[Wie, Bijeenkomst]:
    """Return the resident and the meeting, when they were there and can still answer, once.

    Args:
        antwoordde: they gave their answer already, and wrote nothing yet.
    """
    wie = eis_bewoner(tx, handeling)
    bij = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if bij is None or not bewijs.is_aanwezig(tx, publiek_id, wie.bewoner or 0):
        raise Geweigerd("tevredenheid.niet_erbij")
    if not bij.begin < handeling.now < bij.begin + TERMIJN:
        raise Geweigerd("tevredenheid.voorbij")
    schreef = tevredenheid.gedaan(tx, bij.id, wie.bewoner or 0)
    if schreef is not (False if antwoordde else None):
        raise Geweigerd("tevredenheid.al_gedaan")
    return wie, bij
