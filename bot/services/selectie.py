"""Whom a message is for: from the answers of a form to a selection, and what its maker may see of how many that are."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.rules.doelgroep import Doelgroep
from bot.rules.selectie import EISEN, Aantal, Eis, Selectie, aantal_in, ruw
from bot.services import doelgroep, spelregels
from bot.services.formulier import Keuze
from bot.services.handeling import (
    BEGELEIDER,
    ORGANISATOR,
    STRAATCONTACT,
    TREKKER,
    Handeling,
    mag_voor,
    wie_handelt,
)
from bot.services.kiezer import is_open
from bot.storage import bijeenkomsten, doelgroepen, peilingen, rollen, selecties
from bot.storage.accounts import Wie

MAKERS = (STRAATCONTACT, TREKKER, BEGELEIDER, ORGANISATOR)
"""Who may write to residents: a trekker to the own werkgroep, a straatcontact to the own street."""

DREMPEL_VAN = {"niet_gehoord": "gehoord", "niet_geinformeerd": "informatie"}
"""The condition for which who gets it does not count yet."""
_VRAAG = {"komt": "komt", "niet_gestemd": "peiling"}
"""The question of the form that says which meeting or poll."""
_MEEST = 20
REDENEN = ("peiling_dicht", "afgelast", "geen_contact", "te_klein")
"""Why a message may make no sense any more when it would go."""


def mag_groep(wie: Wie, soort: str) -> bool:
    """Say whether someone writes to such an audience: who works everywhere to all, others to their own."""
    eigen = {"straat": wie.straten, "werkgroep": wie.trekt}
    return _overal(wie) or bool(eigen.get(soort))


def mag_eis(wie: Wie, soort: str) -> bool:
    """Say whether someone may ask this of who gets it: who took part in what, only who works everywhere."""
    return _overal(wie) or soort == "komt"


def uit(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> Selectie:
    """Return the selection that the answers name; what is asked of a meeting or poll counts once that is chosen.

    Raises:
        Geweigerd: that werkgroep or street is there no more.
    """
    regels = spelregels.geldend(tx, handeling.wijk)
    eisen = []
    for soort in EISEN:
        over = data.get(_VRAAG.get(soort, ""))
        if soort in data.get("wie", []) and (over or soort not in _VRAAG):
            telt = tuple(sorted(regels.telt(DREMPEL_VAN[soort]))) if soort in DREMPEL_VAN else ()
            eisen.append(Eis(soort, over or "", telt))
    return Selectie(doelgroep.uit(tx, handeling, data), tuple(eisen))


def mag(wie: Wie, selectie: Selectie) -> bool:
    """Say whether someone may write to these people."""
    return mag_voor(wie, selectie.groep) and all(mag_eis(wie, eis.soort) for eis in selectie.eisen)


def bijeenkomsten_die_komen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Return the meetings to come of which someone may write to who comes."""
    wie = wie_handelt(tx, handeling)
    gevonden = bijeenkomsten.vanaf(tx, handeling.wijk, handeling.now, _MEEST)
    lokaal = handeling.zone
    return [
        (b.publiek_id, f"{b.titel} · {b.begin.astimezone(lokaal):%d-%m}") for b in gevonden if mag_voor(wie, b.voor)
    ]


def open_peilingen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Return the polls in which people can still vote."""
    gevonden = peilingen.recente(tx, handeling.wijk, None, _MEEST)
    return [(p.publiek_id, p.vraag) for p in gevonden if is_open(p, handeling.now)]


def tel(tx: Connection, wijk: int, selectie: Selectie) -> Aantal:
    """Return how many residents with a chat it is for now, as may be shown."""
    waar = selecties.voorwaarden(tx, wijk, selectie)
    return aantal_in(selecties.cellen(tx, wijk, selectie.groep, waar), len(waar))


def beschrijf(tx: Connection, wijk: int, selectie: Selectie) -> dict[str, Any]:
    """Return what the maker sees of a selection: for whom, how many, and roughly how many have no chat."""
    groep, hoeveel = selectie.groep, tel(tx, wijk, selectie)
    eigendom = next((eis.soort for eis in selectie.eisen if eis.soort in {"koop", "huur"}), None)
    mensen = selecties.tel_mensen(tx, wijk, groep, eigendom)
    alleen = Selectie(groep, tuple(eis for eis in selectie.eisen if eis.soort == eigendom))
    met_chat = selecties.tel(tx, wijk, groep, *selecties.voorwaarden(tx, wijk, alleen))
    return {
        **voor_wie(tx, wijk, selectie),
        **hoeveel._asdict(),
        "zonder_chat": ruw(mensen - met_chat),
        "contacten": len(rollen.straatcontacten(tx, wijk, straat(groep))) if hoeveel.te_klein else 0,
    }


def voor_wie(tx: Connection, wijk: int, selectie: Selectie) -> dict[str, Any]:
    """Return the audience and what is asked, by the names that people know."""
    groep = selectie.groep
    eisen = [[eis.soort, _naam(tx, wijk, eis)] for eis in selectie.eisen]
    return {"groep": [groep.soort, doelgroepen.naam(tx, wijk, groep)], "eisen": eisen}


def straat(groep: Doelgroep) -> str | None:
    """Return the street of an audience; None for who lives anywhere."""
    return groep.bereik if groep.soort == "straat" else None


def vervallen(tx: Connection, wijk: int, selectie: Selectie, now: datetime) -> str | None:
    """Return why a message for these people makes no sense any more, or None."""
    if peiling_id := selectie.over("niet_gestemd"):
        peiling = peilingen.zoek(tx, wijk, publiek_id=peiling_id)
        if peiling is None or not is_open(peiling, now):
            return "peiling_dicht"
    if bijeenkomst_id := selectie.over("komt"):
        bijeenkomst = bijeenkomsten.zoek(tx, wijk, publiek_id=bijeenkomst_id)
        if bijeenkomst is None or bijeenkomst.afgelast_op:
            return "afgelast"
    if selectie.doorgeven:
        return None if rollen.straatcontacten(tx, wijk, straat(selectie.groep)) else "geen_contact"
    return "te_klein" if tel(tx, wijk, selectie).te_klein else None


def _naam(tx: Connection, wijk: int, eis: Eis) -> str:
    if eis.soort == "komt" and (bijeenkomst := bijeenkomsten.zoek(tx, wijk, publiek_id=eis.onderwerp)):
        return bijeenkomst.titel
    if eis.soort == "niet_gestemd" and (peiling := peilingen.zoek(tx, wijk, publiek_id=eis.onderwerp)):
        return peiling.vraag
    return ""


def _overal(wie: Wie) -> bool:
    return bool(wie.rollen & {BEGELEIDER, ORGANISATOR})
