"""The fixed list of published tables: what each counts, per what, who gets it and how its numbers are shown. Pure.

What is not in this list is not published. Each of these tables has one dimension: a street by a condition is not
divided by age or tenure as well. How a number is shown: kleine_cellen.py and publicatie.py.
"""

from typing import Literal, NamedTuple

Wijze = Literal["exact", "los", "reeks", "afgesloten", "nachtelijk"]
"""exact: wijk-wide, from ten people on. los: each cell by itself, weekly. reeks: cells that add up to a number that is
known, weekly, when `publicatie.mag_uit` allows it. afgesloten: about one meeting or poll, each cell by itself.
nachtelijk: each cell by itself, as it was shown last at night; it changes by five at least (ideeen.py)."""


class Tabel(NamedTuple):
    """A published table.

    Args:
        onderdeel: its name in the export.
        telt: what a number in it is.
        per: of which a row is one.
        ziet: who gets it: `organisator` (the export, and whoever it is handed on to), `iedereen` (the report).
        wijze: how its numbers are shown.
    """

    onderdeel: str
    telt: str
    per: str
    ziet: Literal["organisator", "iedereen"]
    wijze: Wijze


TABELLEN = (
    Tabel("wijk", "adressen en bewoners die meedoen", "wijk", "iedereen", "los"),
    Tabel("drempel", "wie meetelt, van hoeveel", "voorwaarde", "iedereen", "exact"),
    Tabel("bewijs", "welk deel het team vastlegde", "soort bewijs", "iedereen", "exact"),
    Tabel("bijeenkomst", "wie zich aanmeldde en wie er was", "bijeenkomst", "iedereen", "afgesloten"),
    Tabel("peiling", "wie stemde", "peiling", "iedereen", "afgesloten"),
    Tabel("optie", "stemmen", "antwoord van een peiling", "iedereen", "afgesloten"),
    Tabel("inbrenggroep", "teksten die het team samen zette", "groep van een peiling", "iedereen", "afgesloten"),
    Tabel("inbreng", "wat iemand opschreef", "tekst van een peiling", "iedereen", "afgesloten"),
    Tabel("school", "wie meedeed met een link, los van de wijk", "school of vereniging", "iedereen", "afgesloten"),
    Tabel("schoolantwoord", "antwoorden", "antwoord van een school of vereniging", "iedereen", "afgesloten"),
    Tabel("aanbod", "adressen die ja zeiden", "aanbod, per soort ja", "iedereen", "reeks"),
    Tabel("reactie", "wie dit over een plan zei", "regel van een reactienota", "iedereen", "afgesloten"),
    Tabel("idee", "bewoners die het steunen", "idee", "iedereen", "nachtelijk"),
    Tabel("werkgroep", "leden", "werkgroep", "iedereen", "los"),
    Tabel("kennismaking", "wie dit over zichzelf vertelde", "antwoord", "organisator", "los"),
    Tabel("kanaal", "bewoners die het gebruiken", "kanaal", "organisator", "los"),
    Tabel("straat", "wie voor een voorwaarde meetelt", "straat", "iedereen", "reeks"),
)
PER_ONDERDEEL = {tabel.onderdeel: tabel for tabel in TABELLEN}
