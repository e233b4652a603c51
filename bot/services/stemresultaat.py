"""What came out of a poll and how it goes so far, as someone may see it; and in a poll with names, who chose what."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import peilinguitslag
from bot.rules.doelgroep import WIJK
from bot.rules.geleding import uit_functie
from bot.rules.kleine_cellen import NIET_GETOOND, TUSSENSTAND_VANAF, Cel, opkomst_van, volgende_stand
from bot.rules.peilingen import METHODEN, Opzet
from bot.rules.peilingvorm import uitslag_als_data, woord
from bot.rules.peiltelling import Getoond, Uitslag
from bot.services import aandraagstand, bobwacht, geledinguitslag, inbreng, peilingversie, peilingvorm
from bot.services.bladzij import blader_in
from bot.services.handeling import Handeling, eis_bewoner
from bot.storage import peilingen, peilingversies, scholen, stemmers, tussenstanden
from bot.storage.peilingen import Optie, Peiling

PER_BLADZIJ = 10


def uitslag(tx: Connection, peiling: Peiling, *, lid: bool) -> Boodschap:
    """Return the message with the result of a closed poll.

    Args:
        lid: whether it is for who was asked: of a poll with names, or of one geleding that one represents, they see the
            numbers as they are, everyone else the round ones that are published.
    """
    if peiling.ingetrokken:
        nieuwe = peilingversies.opvolger(tx, peiling.id)
        return Boodschap("peiling.ingetrokken", {"vraag": peiling.vraag} | ({"nieuwe": nieuwe} if nieuwe else {}))
    opties = peilingen.opties(tx, peiling.id)
    opzet = peilingvorm.opzet_van(peiling, opties)
    precies = lid and is_precies(peiling)
    geteld = _tel(tx, peiling, opzet)
    weegt, gewogen = geledinguitslag.weegt(peiling), None
    if weegt:
        toont, gewogen = geledinguitslag.getoond(tx, peiling, opzet)
    else:
        toont = getoond(peiling, opzet, geteld, precies=precies)
    methode = METHODEN[peiling.methode]
    geschreven = inbreng.lees(tx, peiling.id, methode) if methode.BEANTWOORD else []
    te_weinig = peiling.minste_stemmen is not None and geteld.stemmen < peiling.minste_stemmen
    if methode.BEANTWOORD and not te_weinig:  # the same for everyone, whatever they see of the counts
        zoals = toont if weegt else getoond(peiling, opzet, geteld, precies=is_precies(peiling))
        toont = replace(toont, zinnen=(*methode.besluit(opzet, zoals, geschreven), *toont.zinnen))
    data = {
        "id": peiling.publiek_id,
        "vraag": peiling.vraag,
        "methode": peiling.methode,
        **uitslag_als_data(toont),
        **({"inbreng": inbreng.aantallen(methode, geschreven)} if methode.BEANTWOORD else {}),
        **({"ronde": True} if methode.rondes else {}),
        **({"voorstel": voorstel} if (voorstel := methode.voorstel(opzet)) else {}),
        "nieuw": [woord(een) for een in methode.nieuw(opzet)],
        **vorige_ronde(tx, peiling),
        **peilingversie.als_data(tx, peiling),
        **bobwacht.als_data(peiling),
        **aandraagstand.afloop(tx, peiling, opties),
        **({"opiniegroepen": True} if not weegt and toont.regels and 0 < methode.OPINIEGROEPEN <= len(opties) else {}),
        **({"weging": gewogen} if gewogen else {}),
        "verschil": None if weegt else _verschil(tx, peiling, opzet, toont, lid=lid),
        "meer_keuzes": geteld.per_stem != 1,
        "minste": [peiling.minste_stemmen, te_weinig] if peiling.minste_stemmen else None,
        "met_naam": precies and peiling.met_naam,
        **({"geleding": peiling.voor.bereik} if peiling.voor.soort == "geleding" and peiling.voor.bereik else {}),
        "per_adres": peiling.per_adres,
        **({"op_papier": deel} if (deel := peilinguitslag.op_papier(geteld.stemmen, peiling.op_papier or 0)) else {}),
        "gesloten_op": einde(peiling).isoformat(),
        "vroeg": einde(peiling) < peiling.sluit_op,
        **_scholen(tx, peiling),
    }
    return Boodschap("peiling.uitslag", data)


def is_precies(peiling: Peiling) -> bool:
    """Say whether who was asked reads the result as it was counted: they are told so before they vote."""
    return peiling.met_naam or uit_functie(peiling.voor)


def _scholen(tx: Connection, peiling: Peiling) -> dict[str, Any]:
    """Return of which school a result is; or which schools and verenigingen answered beside it, and about how many."""
    if peiling.school is not None:
        return {"school": peiling.school}
    naast = [s for s in scholen.naast(tx, peiling.id) if not s.ingetrokken]
    return {"scholen": [[s.publiek_id, s.naam, opkomst_van(s.biljetten)] for s in naast]} if naast else {}


def voor_iedereen(tx: Connection, peiling: Peiling, opzet: Opzet) -> Getoond:
    """Return the result of a closed poll as everyone may see it."""
    if geledinguitslag.weegt(peiling):
        return geledinguitslag.getoond(tx, peiling, opzet)[0]
    return getoond(peiling, opzet, _tel(tx, peiling, opzet), precies=False)


def vorige_ronde(tx: Connection, peiling: Peiling) -> dict[str, Any]:
    """Return which poll was the round before, where there was one, and what was proposed in it."""
    if peiling.vervolg_op is None or not METHODEN[peiling.methode].rondes:
        return {}
    vorige = peilingen.zoek(tx, peiling.wijk, id=peiling.vervolg_op)
    if vorige is None:
        return {}
    voorstel = METHODEN[vorige.methode].voorstel(Opzet((), vorige.instellingen))
    return {"vorige": vorige.publiek_id, "vorig_voorstel": voorstel}


def getoond(peiling: Peiling, opzet: Opzet, geteld: Uitslag, *, precies: bool) -> Getoond:
    """Return a result as it may be shown: in round numbers, or as it was counted."""
    return (peilinguitslag.precies if precies else peilinguitslag.toon)(METHODEN[peiling.methode], opzet, geteld)


def einde(peiling: Peiling) -> datetime:
    """Return when a poll closed, or will."""
    return min(peiling.gesloten_op or peiling.sluit_op, peiling.sluit_op)


def wie_wat(tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0) -> Boodschap:
    """Show who chose what in a closed poll with names, to who took part in it: they were told so before they voted.

    Raises:
        Geweigerd: there is no such poll, it has no names, or one did not take part.
    """
    wie = eis_bewoner(tx, handeling)
    peiling = peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if peiling is None or not peiling.met_naam or peiling.gesloten_op is None or peiling.ingetrokken:
        raise Geweigerd("peiling.onbekend")
    deden_mee = stemmers.met_stem(tx, peiling.id)
    if wie.bewoner not in {stemmer.bewoner for stemmer in deden_mee}:
        raise Geweigerd("peiling.niet_meegestemd")
    opzet = peilingvorm.lees_opzet(tx, peiling)
    methode = METHODEN[peiling.methode]
    gevonden, rond = blader_in(deden_mee, bladzij, PER_BLADZIJ)
    regels = [
        [stemmer.naam, [woord(deel) for deel in methode.in_woorden(opzet, stemmer.inhoud)]] for stemmer in gevonden
    ]
    data = {"id": publiek_id, "vraag": peiling.vraag, "methode": peiling.methode, "regels": regels}
    return Boodschap("peiling.wie_wat", {**data, **rond})


def tussenstand(tx: Connection, peiling: Peiling, opties: list[Optie]) -> dict[str, Any]:
    """Return how it goes, as it may be shown to who has voted; the percentages are not there before ten ballots."""
    vorige = tussenstanden.lees(tx, peiling.id)
    opzet, nieuw = peilingvorm.opzet_van(peiling, opties), vorige
    if tussenstanden.tel(tx, peiling.id) >= volgende_stand(vorige):
        nieuw = peilinguitslag.stand(vorige, _tel(tx, peiling, opzet))
    if nieuw is not None and nieuw != vorige:
        tussenstanden.zet(tx, peiling, nieuw)
    vorm = METHODEN[peiling.methode].tel(opzet, {})
    return {
        "vanaf": TUSSENSTAND_VANAF,
        "regels": [woord(regel.label or regel.naam) for regel in vorm.regels],
        "kolommen": list(vorm.kolommen),
        "delen": None if nieuw is None else _aangevuld(nieuw.delen, vorm),
        "procent": vorm.punten > 0,
    }


def _aangevuld(delen: Sequence[Cel], vorm: Uitslag) -> list[Cel]:
    """Return what was shown, with nothing of the options that were added since."""
    cellen = len(vorm.regels) * (len(vorm.kolommen) or 1)
    return [*delen, *[NIET_GETOOND] * (cellen - len(delen))]


def _tel(tx: Connection, peiling: Peiling, opzet: Opzet) -> Uitslag:
    return METHODEN[peiling.methode].tel(opzet, peilingen.tel(tx, peiling.id))


def _is_bekend(vorige: Peiling, peiling: Peiling) -> bool:
    """Say whether all who get the result of a poll could read that of the one before, which was for the same people."""
    if vorige.uitslag_naar == "doelgroep":
        return peiling.uitslag_naar != "wijk" or peiling.voor == WIJK
    return vorige.uitslag_naar == "wijk"


def _verschil(tx: Connection, peiling: Peiling, opzet: Opzet, nu: Getoond, *, lid: bool) -> dict[str, Any] | None:
    """Return what changed since the same was asked before, where both may be shown."""
    vorige = peilingen.zoek(tx, peiling.wijk, id=peiling.vervolg_op) if peiling.vervolg_op is not None else None
    if vorige is None or geledinguitslag.weegt(vorige) or not nu.regels or not _is_bekend(vorige, peiling):
        return None
    van_toen = peilingvorm.lees_opzet(tx, vorige)  # of a next round it can differ
    toen = getoond(vorige, van_toen, _tel(tx, vorige, van_toen), precies=lid and is_precies(vorige))
    zinnen = METHODEN[peiling.methode].verschil(opzet, nu, toen) if toen.regels else ()
    return {"sinds": einde(vorige).isoformat(), "zinnen": [woord(zin) for zin in zinnen]} if zinnen else None
