"""Tellingen as a workbook: a sheet to read first, then one per kind of onderdeel. The same data gives the same bytes.

Numbers are numbers, moments are moments in local time, and text is text: nothing here can become a formula.
"""

from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # ships no types

from bot.exports.als_csv import FORMULE
from bot.exports.als_json import rijen as rijen  # a row per onderdeel, as there
from bot.rules.kleine_cellen import KLEINSTE, MINDER

LEES_MIJ = "Lees mij"
BLADEN = {
    "wijk": "Wijk",
    "drempel": "Voorwaarden",
    "bewijs": "Vastlegging",
    "bijeenkomst": "Bijeenkomsten",
    "peiling": "Peilingen",
    "optie": "Antwoorden",
    "school": "Scholen",
    "inbrenggroep": "Groepen",
    "inbreng": "Wat mensen schreven",
    "schoolantwoord": "Antwoorden van scholen",
    "aanbod": "Aanbod",
    "reactie": "Reactienota",
    "idee": "Ideeën",
    "werkgroep": "Werkgroepen",
    "kennismaking": "Over zichzelf",
    "kanaal": "Kanalen",
    "straat": "Straten",
}
KOPPEN = {
    "naam": "Naam",
    "id": "Kenmerk",
    "moment": "Moment",
    "adressen": "Adressen",
    "volwassenen": "Volwassenen",
    "bewoners": "Bewoners",
    "bewoners_op": "Bewoners geteld op",
    "verdict": "Uitkomst",
    "teller": "Tellen zeker mee",
    "noemer": "Van hoeveel",
    "operator": "Meer dan of minstens",
    "drempel": "Afgesproken deel",
    "nodig": "Nog nodig",
    "ondergrens": "Minstens",
    "bovengrens": "Hoogstens",
    "verdict_zonder_team": "Uitkomst zonder het team",
    "vertrokken": "Vertrokken",
    "afgesloten_op": "Uitkomst van",
    "door_team": "Deel door het team",
    "doelgroep": "Voor wie",
    "aangemeld_ja": "Aangemeld: ja",
    "aangemeld_misschien": "Aangemeld: misschien",
    "aangemeld_nee": "Aangemeld: nee",
    "aangemeld_aan_deur": "Deel aangemeld aan de deur",
    "wachtlijst": "Op de wachtlijst",
    "aanwezig": "Aanwezig",
    "gasten_gemeld": "Gasten aangemeld",
    "gasten": "Gasten aanwezig",
    "afgelast": "Afgelast",
    "stemmers": "Stemmers",
    "versie": "Versie",
    "ingetrokken": "Ingetrokken",
    "weging": "Weging",
    "per_adres": "Eén stem per adres",
    "minste_stemmen": "Minste stemmen",
    "op_papier": "Op papier",
    "vacant": "Vacante geledingen",
    "stemmen_verdeeld": "Stemmen, vacant deel verdeeld",
    "stemmen": "Stemmen",
    "woningtypen": "Voor welke woningen",
    "minimum": "Zoveel nodig",
    "interesse": "Interesse",
    "interesse_op": "Interesse geteld op",
    "deelnameverklaring": "Deelnameverklaring",
    "deelnameverklaring_op": "Deelnameverklaring geteld op",
    "inschrijving": "Inschrijving",
    "inschrijving_op": "Inschrijving geteld op",
    "deelnemers": "Deelnemers",
    "antwoorden": "Antwoorden",
    "teksten": "Teksten",
    "toegevoegd": "Toegevoegd",
    "groep": "Groep",
    "antwoord": "Antwoord",
    "blijft": "Blijft staan",
    "later": "Antwoord na het sluiten",
    "deel": "Plan en deel",
    "oordeel": "Wat ermee is gedaan",
    "reden": "Waarom",
    "reacties": "Mensen die dit zeiden",
    "staat": "Hoe het ermee staat",
    "steun": "Bewoners die het steunen",
    "werkgroep": "Werkgroep",
    "leden": "Leden",
    "leden_op": "Leden geteld op",
    "gehoord": "Gehoord",
    "gehoord_op": "Gehoord geteld op",
    "informatie": "Informatie",
    "informatie_op": "Informatie geteld op",
}
"""Heading per field or meting; one that is not here keeps its own name."""

_LANGSTE_TEKST = 32767  # of a cell; longer text would be left out
_BREEDTE = (12, 60)
_OPTIES = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class _Boek:
    """A workbook that takes any value into a cell as what it is."""

    def __init__(self, gemaakt_op: datetime) -> None:
        self._uit = BytesIO()
        self._boek = xlsxwriter.Workbook(self._uit, _OPTIES)
        self._boek.set_properties({"title": "Tellingen", "created": gemaakt_op.astimezone(UTC).replace(tzinfo=None)})
        self._kop = self._boek.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._tekst = self._boek.add_format({"text_wrap": True, "valign": "top"})
        self._als_tekst = self._boek.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        self._getal = self._boek.add_format({"valign": "top"})
        self._moment = self._boek.add_format({"num_format": "dd-mm-yyyy hh:mm", "valign": "top", "align": "left"})

    def blad(self, naam: str, rijen: list[list[Any]]) -> None:
        """Add a sheet whose first row is its heading."""
        blad = self._boek.add_worksheet(naam)
        blad.freeze_panes(1, 0)
        for y, rij in enumerate(rijen):
            for x, waarde in enumerate(rij):
                self._cel(blad, y, x, waarde)
        for x, kolom in enumerate(zip(*rijen, strict=True)):
            blad.set_column(x, x, min(max(_BREEDTE[0], *(_lengte(waarde) + 2 for waarde in kolom)), _BREEDTE[1]))

    def inhoud(self) -> bytes:
        """Close the workbook and return it."""
        self._boek.close()
        return self._uit.getvalue()

    def _cel(self, blad: Any, y: int, x: int, waarde: Any) -> None:
        if waarde is None:
            return
        if isinstance(waarde, datetime):
            blad.write_datetime(y, x, waarde.replace(tzinfo=None), self._moment)
        elif isinstance(waarde, int):
            blad.write_number(y, x, waarde, self._getal)
        else:
            vorm = self._als_tekst if waarde.startswith(FORMULE) else self._tekst
            blad.write_string(y, x, waarde[:_LANGSTE_TEKST], vorm if y else self._kop)


def maak(data: dict[str, Any]) -> bytes:
    """Return the workbook; the fields are those of `bot.services.tellen.Tellingen`."""
    gemaakt_op = datetime.fromisoformat(data["gemaakt_op"])
    boek = _Boek(gemaakt_op)
    boek.blad(LEES_MIJ, _lees_mij(data, gemaakt_op))
    per_soort = sorted(data["onderdelen"], key=lambda deel: _volgorde(deel["onderdeel"]))
    for onderdeel, delen in groupby(per_soort, key=lambda deel: str(deel["onderdeel"])):
        boek.blad(BLADEN.get(onderdeel, _leesbaar(onderdeel)), _rijen(list(delen)))
    return boek.inhoud()


def _lees_mij(data: dict[str, Any], gemaakt_op: datetime) -> list[list[Any]]:
    regels = data["spelregels"]
    return [
        ["Tellingen van de wijk", data["wijk"]],
        ["Wat is dit?", "Hoeveel mensen meedoen, per onderdeel geteld. Elk onderdeel heeft een eigen blad."],
        ["Geteld op", gemaakt_op],
        ["Spelregels", regels["naam"]],
        ["Versie van de spelregels", regels["versie"]],
        ["Hash van de spelregels", regels["hash"]],
        ["Ronde getallen", f"Getallen zijn afgerond op 5. Nul tot en met {KLEINSTE - 1} ziet u als “{MINDER}”."],
        [
            "Niet getoond",
            "Dat getal kan iemand aanwijzen, of verraadt met andere getallen een klein getal.",
        ],
        ["Een keer per week", "Een uitsplitsing is van de dag die erbij staat. Er komt er hoogstens een per week."],
        ["Namen", "Er staan geen namen, accounts of huisnummers in."],
        ["Tijden", "Alle tijden zijn in plaatselijke tijd."],
    ]


def _rijen(delen: list[dict[str, Any]]) -> list[list[Any]]:
    vast = [veld for veld in ("naam", "moment", "id") if any(deel[veld] is not None for deel in delen)]
    metingen = list(dict.fromkeys(meting for deel in delen for meting in deel["metingen"]))
    koppen = [KOPPEN.get(veld, _leesbaar(veld)) for veld in (vast[:1] + metingen + vast[1:])]
    return [koppen, *([_waarde(deel, veld) for veld in (vast[:1] + metingen + vast[1:])] for deel in delen)]


def _waarde(deel: dict[str, Any], veld: str) -> Any:
    if veld in deel["metingen"]:
        return deel["metingen"][veld]
    if veld == "moment" and deel["moment"]:
        return datetime.fromisoformat(deel["moment"])
    return deel.get(veld)


def _volgorde(onderdeel: str) -> tuple[int, str]:
    bekend = list(BLADEN)
    return (bekend.index(onderdeel) if onderdeel in bekend else len(bekend), onderdeel)


def _lengte(waarde: Any) -> int:
    return 16 if isinstance(waarde, datetime) else len(str(waarde or ""))


def _leesbaar(naam: str) -> str:
    return naam.replace("_", " ").capitalize()
