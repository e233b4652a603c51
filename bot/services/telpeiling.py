"""What the export and the report tell of one closed poll: what each option got, and what voters wrote with it."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from sqlalchemy import Connection

from bot.rules.geleding import GELEDING
from bot.rules.kleine_cellen import NIET_GETOOND, Cel
from bot.rules.peilingen import METHODEN, Opzet
from bot.rules.peilinguitslag import toegestaan
from bot.services import inbreng, weegtelling
from bot.services.publicatie import Geteld
from bot.storage import groeperingen
from bot.storage import tellingen as opslag


def tel(tx: Connection, p: opslag.Peilingtelling) -> Iterator[Geteld]:
    """Yield what is told of it, beside how many voted."""
    opzet = Opzet(tuple(opslag.opties(tx, p.id)), p.instellingen)
    if p.weging == GELEDING:
        yield from weegtelling.opties(tx, p, opzet)
    else:
        yield from _opties(p, opzet, opslag.biljetten(tx, p.id))
    if METHODEN[p.methode].BEANTWOORD:
        yield from _geschreven(tx, p)


def _opties(p: opslag.Peilingtelling, opzet: Opzet, biljetten: dict[str, int]) -> Iterator[Geteld]:
    """Yield what each option got; where it has columns, each of them by itself."""
    methode = METHODEN[p.methode]
    geteld = methode.tel(opzet, biljetten)
    cellen = toegestaan(geteld) or [(NIET_GETOOND,) * len(regel.aantallen) for regel in geteld.regels]
    for regel, deze in zip(geteld.regels, cellen, strict=True):
        for kolom, cel_ in zip_longest(geteld.kolommen, deze):
            naam = f"{regel.naam}: {kolom}" if kolom else regel.naam
            getoond = f"{cel_}%" if geteld.punten and cel_ != NIET_GETOOND else cel_
            soort, wat = ("schoolantwoord", "antwoorden") if p.school else ("optie", "stemmen")
            yield Geteld(soort, naam, {wat: getoond}, p.publiek_id)


def _geschreven(tx: Connection, p: opslag.Peilingtelling) -> Iterator[Geteld]:
    """Yield each text with its answer, in an order that says nothing, and the groups that they stand in."""
    teksten = inbreng.lees(tx, p.id, METHODEN[p.methode])
    per_groep = Counter(een.groep for een in teksten)
    for groep in groeperingen.van_peiling(tx, p.id):
        gezegd: dict[str, Cel] = {"teksten": per_groep[groep.naam], "toegevoegd": groep.toegevoegd or ""}
        yield Geteld("inbrenggroep", groep.naam, gezegd, p.publiek_id)
    for een in teksten:
        antwoord = {"groep": een.groep, "antwoord": een.antwoord or ""}
        blijft = {"blijft": "ja" if een.blijft else "nee", "later": "ja" if een.later else "nee"}
        yield Geteld("inbreng", een.tekst, antwoord | blijft, p.publiek_id)
