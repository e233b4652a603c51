"""Groups of people who answered alike in a closed poll; how they are found, its method knows.

That takes a second or so of many ballots: they are read first, and nobody waits for the counting.
"""

from typing import Any, NamedTuple

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules import peilinguitslag
from bot.rules.peilingen import METHODEN, Opzet
from bot.rules.peilingvorm import woord
from bot.services.geledinguitslag import weegt
from bot.services.handeling import Handeling, eis_binnen
from bot.services.kiezer import eis_ziet, ziet_uitslag
from bot.services.peilingbeheer import bestaand
from bot.services.peilingvorm import opzet_van
from bot.services.stemmen import toon_peiling
from bot.storage import peilingen


class Stapel(NamedTuple):
    """The ballots of a closed poll."""

    methode: str
    opzet: Opzet
    biljetten: dict[str, int]


def lees(tx: Connection, handeling: Handeling, publiek_id: str) -> Stapel | None:
    """Return the ballots of a poll that is closed and has a result; None of any other. Reads only."""
    gevonden = peilingen.zoek_met_opties(tx, handeling.wijk, publiek_id)
    if gevonden is None or gevonden[0].gesloten_op is None or gevonden[0].ingetrokken:
        return None
    peiling, opties = gevonden
    if weegt(peiling):  # each geleding is a part of the whole there: groups of all ballots say something else
        return None
    return Stapel(peiling.methode, opzet_van(peiling, opties), peilingen.tel(tx, peiling.id))


def zoek(stapel: Stapel | None) -> list[Any]:
    """Return what is said of the groups, in paragraphs."""
    if stapel is None:
        return []
    methode = METHODEN[stapel.methode]
    getoond = peilinguitslag.toon(methode, stapel.opzet, methode.tel(stapel.opzet, stapel.biljetten))
    return [[woord(zin) for zin in deel] for deel in methode.opiniegroepen(stapel.opzet, stapel.biljetten, getoond)]


def toon(tx: Connection, handeling: Handeling, publiek_id: str, delen: list[Any]) -> Boodschap:
    """Show the groups to who may see the result.

    Args:
        delen: from `zoek`; without any the poll is shown.

    Raises:
        Geweigerd: no such poll, or it is for others.
    """
    wie = eis_binnen(tx, handeling)
    peiling = bestaand(tx, handeling, publiek_id)
    eis_ziet(tx, wie, peiling)
    if not delen or not ziet_uitslag(tx, wie, peiling):
        return toon_peiling(tx, handeling, wie, peiling)
    data = {"id": publiek_id, "vraag": peiling.vraag, "methode": peiling.methode, "delen": delen}
    return Boodschap("peiling.opiniegroepen", data)
