"""peiling: the result of the poll that the spelregels name. Only how many ballots there were, never whose."""

from typing import cast

from sqlalchemy import Connection

from bot.rules.doelgroep import ALLE_GELEDINGEN
from bot.rules.drempels.gedeeld_beeld import GedeeldBeeld, Peilinguitslag
from bot.rules.geleding import BURGERS
from bot.rules.peilingen import METHODEN
from bot.rules.peilinguitslag import toegestaan
from bot.services.bronnen import Vraag
from bot.services.peilingsteun import genoemd as noem
from bot.services.peilingsteun import kan_tellen, past
from bot.services.peilingvorm import lees_opzet
from bot.storage import geledingen, peilingen, spelregels
from bot.storage.peilingen import Peiling


def lees(tx: Connection, vraag: Vraag) -> Peilinguitslag:
    """Return it: nothing before the poll closed, and nothing when it had closed before it was named."""
    drempel = cast(GedeeldBeeld, vraag.drempel)
    genoemd = noem(tx, vraag.wijk, drempel.peiling)
    ingetrokken = sum(een.ingetrokken for een in genoemd)
    eenheid = vraag.spelregels.eenheid
    een = next((een for een in genoemd if not een.ingetrokken and kan_tellen(een, eenheid)), None)
    if een is None:
        return Peilinguitslag("geen", ingetrokken=ingetrokken)
    if een.gesloten_op is None:
        return Peilinguitslag("open", ingetrokken=ingetrokken)
    vast = spelregels.sinds(tx, vraag.wijk, drempel.soort, drempel.peiling) if vraag.spelregels.versie else None
    if vast is not None and een.gesloten_op <= vast:
        return Peilinguitslag("te_laat", ingetrokken=ingetrokken)
    return _tel(tx, drempel, een, ingetrokken)


def _tel(tx: Connection, drempel: GedeeldBeeld, een: Peiling, ingetrokken: int) -> Peilinguitslag:
    """Count ballots with an option that is support, whatever else stands on them; only the method reads a ballot.

    A ballot of points is support when more than half of its points are.
    """
    methode, opzet = METHODEN[een.methode], lees_opzet(tx, een)
    steun = {optie.casefold() for optie in drempel.voor}
    if not past(methode, opzet, drempel.voor):
        return Peilinguitslag("opties", ingetrokken=ingetrokken)
    stemmen = voor = leeg = 0
    # who was invited to another geleding counts for no condition of residents
    van_geledingen = een.voor == ALLE_GELEDINGEN
    alle = peilingen.tel(tx, een.id)
    biljetten = geledingen.biljetten(tx, een.id)[BURGERS] if van_geledingen else alle
    for inhoud, aantal in biljetten.items():
        geteld = methode.tel(opzet, {inhoud: aantal})
        stemmen, leeg = stemmen + geteld.stemmen, leeg + geteld.leeg
        kreeg = sum(regel.aantallen[0] for regel in geteld.regels if regel.naam.casefold() in steun)
        voor += geteld.stemmen * (2 * kreeg > geteld.punten * aantal)
    cellen = toegestaan(methode.tel(opzet, biljetten)) or ()
    klein = any(isinstance(cel, str) for regel in cellen for cel in regel)
    minste = een.minste_stemmen or 0  # its result says that too few voted: then nothing follows from it here either
    te_weinig = minste if sum(alle.values()) < minste else 0
    return Peilinguitslag("geteld", stemmen, voor, leeg, ingetrokken, klein, te_weinig)
