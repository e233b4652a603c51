"""Taking part in a poll: seeing it, voting until it closes, and the result. What a vote says, its method knows."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK, Doelgroep
from bot.rules.kleine_cellen import TUSSENSTAND_VANAF, opkomst_van, tussenstand
from bot.rules.kleine_cellen import uitslag as getoonde_uitslag
from bot.rules.peilingen import METHODEN, TeVeel
from bot.services import bewijs
from bot.services.handeling import STAF, Handeling, eis_bewoner, eis_binnen, mag_voor
from bot.storage import doelgroepen, peilingen
from bot.storage.accounts import Wie
from bot.storage.peilingen import Optie, Peiling


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one poll: to vote while it is open, its result after."""
    wie = eis_binnen(tx, handeling)
    return toon_peiling(tx, handeling, wie, peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id))


def stem(tx: Connection, handeling: Handeling, optie: str, daad: str) -> Boodschap:
    """Vote with one tap on an option, or change the vote. The first leaves evidence that one took part.

    Args:
        optie: publiek_id of the option.
        daad: what the tap does, as the method's screen says it.

    Raises:
        Geweigerd: no such option, the poll is closed, or it is for others.
    """
    wie = eis_bewoner(tx, handeling)
    gevonden = peilingen.zoek_bij_optie(tx, handeling.wijk, optie)
    if gevonden is None or wie.bewoner is None:
        raise Geweigerd("peiling.onbekend")
    peiling, opties = gevonden
    if not is_open(peiling, handeling.now):
        raise Geweigerd("peiling.gesloten")
    if peiling.voor != WIJK and not doelgroepen.hoort_bij(tx, handeling.wijk, wie.bewoner, peiling.voor):
        raise Geweigerd("peiling.andere_groep")
    nummer = next(plaats for plaats, o in enumerate(opties) if o.publiek_id == optie)
    # one choice replaces the other: then what was chosen before need not be read
    oud = None if peiling.max_keuzes == 1 else peilingen.inhoud_van(tx, peiling.id, wie.bewoner)
    try:
        nieuw = METHODEN[peiling.methode].stem(oud, nummer, daad, peiling.max_keuzes)
    except TeVeel:
        return toon_peiling(tx, handeling, wie, peiling, melding="peiling.te_veel")
    if nieuw is None:
        return toon_peiling(tx, handeling, wie, peiling)
    if peilingen.stem(tx, handeling.wijk, peiling.id, wie.bewoner, nieuw, handeling.geheim("stembiljet")[:16]):
        soort: bewijs.Bewijssoort = "stem_besluit" if peiling.over_besluit else "stem"
        feit = bewijs.Feit(soort, peiling.publiek_id, "knop")
        bewijs.leg_vast(tx, handeling, wie.bewoner, feit)
    return _als_boodschap(tx, wie, peiling, opties, nieuw, melding="peiling.gestemd")


def uitslag(tx: Connection, peiling: Peiling) -> Boodschap:
    """Return the message with the result of a closed poll, in the same round numbers as are published of it."""
    if peiling.ingetrokken:
        return Boodschap("peiling.ingetrokken", {"vraag": peiling.vraag})
    opties = [o.tekst for o in peilingen.opties(tx, peiling.id)]
    geteld = METHODEN[peiling.methode].tel(opties, peilingen.tel(tx, peiling.id))
    einde = min(peiling.gesloten_op or peiling.sluit_op, peiling.sluit_op)
    getoond = getoonde_uitslag([aantal for _, aantal in geteld.regels], geteld.stemmen, peiling.max_keuzes) or ()
    data = {
        "id": peiling.publiek_id,
        "vraag": peiling.vraag,
        "stemmen": opkomst_van(geteld.stemmen),
        "regels": [{"tekst": tekst, "aantal": aantal} for tekst, aantal in zip(opties, getoond, strict=False)],
        "meer_keuzes": peiling.max_keuzes != 1,
        "gesloten_op": einde.isoformat(),
        "vroeg": einde < peiling.sluit_op,
    }
    return Boodschap("peiling.uitslag", data)


def uitnodiging(tx: Connection, peiling: Peiling) -> Boodschap:
    """Return the message that asks residents to vote."""
    data = _als_data(tx, peiling, peilingen.opties(tx, peiling.id), None)
    return Boodschap("peiling.open", {**data, "bewoner": True, "beheer": False, "tussenstand": None})


def toon_peiling(
    tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling | None, melding: str | None = None
) -> Boodschap:
    """Show a poll to someone who was let in: to vote while it is open, its result after.

    Raises:
        Geweigerd: there is no such poll, or it is for others.
    """
    if peiling is None:
        raise Geweigerd("peiling.onbekend")
    if peiling.voor != WIJK and (ziet := ziet_van(tx, wie)) is not None and peiling.voor not in ziet:
        raise Geweigerd("peiling.andere_groep")
    if not is_open(peiling, handeling.now):
        if peiling.gesloten_op is None:  # nobody sees a result while a ballot still has its voter
            peilingen.sluit(tx, peiling.id, handeling.now)
        return replace(uitslag(tx, peiling), melding=melding)
    inhoud = peilingen.inhoud_van(tx, peiling.id, wie.bewoner) if wie.bewoner is not None else None
    opties = peilingen.opties(tx, peiling.id)
    return _als_boodschap(tx, wie, peiling, opties, inhoud, melding=melding)


def _als_boodschap(
    tx: Connection,
    wie: Wie,
    peiling: Peiling,
    opties: list[Optie],
    inhoud: str | None,
    *,
    melding: str | None = None,
) -> Boodschap:
    data = {
        **_als_data(tx, peiling, opties, inhoud),
        "bewoner": _mag_stemmen(tx, wie, peiling),
        "beheer": mag_voor(wie, peiling.voor),
        "tussenstand": _tussenstand(tx, peiling, opties) if peiling.live and inhoud is not None else None,
    }
    return Boodschap("peiling.open", data, melding=melding)


def _mag_stemmen(tx: Connection, wie: Wie, peiling: Peiling) -> bool:
    if wie.bewoner is None or peiling.voor == WIJK:
        return wie.bewoner is not None
    return doelgroepen.hoort_bij(tx, peiling.wijk, wie.bewoner, peiling.voor)


def _als_data(tx: Connection, peiling: Peiling, opties: list[Optie], inhoud: str | None) -> dict[str, Any]:
    scherm = METHODEN[peiling.methode].scherm(len(opties), peiling.max_keuzes, inhoud)
    return {
        "id": peiling.publiek_id,
        "vraag": peiling.vraag,
        "over_besluit": peiling.over_besluit,
        "groep": [peiling.doelgroep, doelgroepen.naam(tx, peiling.wijk, peiling.voor)],
        "live": peiling.live,
        "sluit_op": peiling.sluit_op.isoformat(),
        "opties": [
            {"id": opties[nummer].publiek_id, "tekst": opties[nummer].tekst, "daad": daad, "gekozen": gekozen}
            for nummer, daad, gekozen in scherm.knoppen
        ],
        "zinnen": scherm.zinnen,
    }


def _tussenstand(tx: Connection, peiling: Peiling, opties: list[Optie]) -> dict[str, Any]:
    """Return how it goes, as it may be shown to who has voted; the percentages are not there before ten ballots."""
    vorige = peilingen.lees_tussenstand(tx, peiling.id)
    geteld = METHODEN[peiling.methode].tel([o.tekst for o in opties], peilingen.tel(tx, peiling.id))
    nieuw = tussenstand(vorige, [aantal for _, aantal in geteld.regels], geteld.stemmen, peiling.max_keuzes)
    if nieuw is not None and nieuw != vorige:
        peilingen.zet_tussenstand(tx, peiling, nieuw)
    return {"vanaf": TUSSENSTAND_VANAF, "delen": None if nieuw is None else list(nieuw.delen)}


def is_open(peiling: Peiling, now: datetime) -> bool:
    """Say whether one can vote."""
    return peiling.gesloten_op is None and now < peiling.sluit_op


def ziet_van(tx: Connection, wie: Wie) -> list[Doelgroep] | None:
    """Return the audiences of which someone sees the polls: their own, and those they may ask; None for all."""
    if wie.rollen & set(STAF):
        return None
    eigen = doelgroepen.van_bewoner(tx, wie.bewoner) if wie.bewoner is not None else [WIJK]
    straten, groepen = (Doelgroep("straat", s) for s in wie.straten), (Doelgroep("werkgroep", w) for w in wie.trekt)
    return [*eigen, *straten, *groepen]
