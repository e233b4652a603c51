"""Sample data of the messages about ballots on paper; the ballots themselves of every method that there is."""

from typing import Any, get_args

from berichten.papierstem import GEZEGD
from bot.rules.peilingen import METHODEN, Methode, Opzet, Veld
from bot.rules.peilingvorm import scherm_als_data
from bot.rules.tekencode import Reden
from tests.berichten.lastig import ID, NU, Data, lang

_CODE = "7K2M-QX4T-9ZAB"


def opzet_van(methode: Methode, *, gewoon: bool = False) -> Opzet:
    """Return a poll of a method with as much as its form takes; `gewoon`: in words as neighbours use them."""
    antwoorden: Data = {}
    for veld in methode.velden:
        if veld.als is None or veld.als(antwoorden):
            antwoorden[veld.naam] = _antwoord(veld, antwoorden, gewoon=gewoon)
    return methode.opzet(antwoorden)


_GEWOON = ("Een warmtenet", "Een warmtepomp per huis", "Eerst isoleren, dan verder kijken", "Nog even wachten")


def _optie(n: int, *, gewoon: bool) -> str:
    return f"{_GEWOON[n % 4]}{f' ({n})' if n > 3 else ''}" if gewoon else f"{lang(90)} {n}"


def _antwoord(veld: Veld, antwoorden: Data, *, gewoon: bool) -> Any:
    if veld.soort == "regels":
        hoeveel = min(veld.maximum, 6 if gewoon else 30)
        return [_optie(n, gewoon=gewoon) for n in range(hoeveel)]
    if veld.soort == "momenten":
        return [f"2027-02-{dag:02}T19:00:00+00:00" for dag in range(3, 3 + veld.maximum)]
    if veld.soort == "groepen":
        return [["Huurders", "Een vaste prijs"] if gewoon else [lang(24), lang(100)]] * 2
    if veld.soort == "getal":
        return veld.maximum
    if veld.soort == "tekst":
        return "Wij leggen in 2029 een warmtenet aan." if gewoon else lang(veld.maximum)
    return [*veld.keuzes, *map(str, veld.getallen(antwoorden) if veld.getallen else ())][-1]


def vellen(naam: str, *, gewoon: bool = False, talen: tuple[str | None, ...] = (None, "en")) -> Data:
    """Return the data of ballots of a method."""
    opzet = opzet_van(METHODEN[naam], gewoon=gewoon)
    adres = {"adres": "Merelweg 12A", "postcode": "3511 AB  Utrecht", "code": _CODE}
    return {
        **_STAND,
        "vraag": "Welke oplossing past het best bij onze straat?" if gewoon else lang(300),
        "methode": naam,
        "opties": list(opzet.opties),
        "instellingen": dict(opzet.instellingen),
        "over_besluit": gewoon,
        "met_naam": not gewoon,
        "per_adres": not gewoon,
        "wijk": "Vogelbuurt" if gewoon else lang(100),
        "vellen": [{**adres, "taal": taal} for taal in talen],
        "adressen": 1,
    }


_STAND = {"id": ID, "vraag": lang(300), "sluit_op": NU, "gemaakt": 212, "telt": 40, "wacht": 12, "stapel": 5}
_KIES: Data = {"id": ID, "vraag": lang(300), "vorige": ID, "volgende": None}
_CODEVRAAG: Data = {"id": ID, "vraag": lang(300), "gezegd": None, "telt": 0, "wacht": 0, "stapel": 0}
_BLAD: Data = {
    "id": ID,
    "vraag": lang(300),
    "methode": "keuze",
    "regels": [{"id": ID, "code": _CODE, "stem": [lang(n)] if n else []} for n in (1700, 100, 100, 100, 100, 0)],
}
_WACHT: Data = {"id": ID, "vraag": lang(300), "sluit_op": NU}


def _invoer(naam: str, *, af: bool) -> Data:
    opzet = opzet_van(METHODEN[naam])
    scherm = scherm_als_data(METHODEN[naam].scherm(opzet, None, range(len(opzet.opties))))
    vast = {"id": ID, "code": _CODE, "vraag": lang(300), "methode": naam, "af": af}
    return {**vast, "scherm": {**scherm, "stem": [lang(500)] if af else []}}


_LIJST: Data = {
    "id": ID,
    "titel": lang(100),
    "gedrukt": 80,
    "stapel": 37,
    "wacht": 40,
    "begonnen": True,
    "voorbij": False,
    "nodigt": False,
}
_VER: Data = {**_LIJST, "gedrukt": 0, "stapel": 0, "wacht": 0, "begonnen": False, "nodigt": True}
_CODES = [f"K7{n:02}" for n in range(80)]
_DRUK: Data = {
    **_LIJST,
    "begin": NU,
    "plaats": lang(200),
    "wijk": lang(100),
    "codes": _CODES,
    "straten": [{"straat": lang(100), "huizen": [["1A", _CODES[:2]], ["2", _CODES[2:14]], ["3", _CODES[14:]]]}],
    "adressen": 3,
}

_BRIEF: Data = {"adres": lang(115), "postcode": "3511 AB  Utrecht", "taal": None, "codes": _CODES[:4]}

PAPIER: dict[str, list[Data]] = {
    "stemvel": [_STAND, {**_STAND, "gemaakt": 0, "telt": 0, "wacht": 0, "stapel": 0}],
    "stemvel.kies": [
        {**_KIES, "alle": alle, "groep": groep, "straten": straten, "per_adres": not straten}
        for groep, straten in (("wijk", [[lang(100), ID], ["Merelweg", ID]]), ("straat", []), ("werkgroep", []))
        for alle in (False, True)
    ],
    "stemvel.klaar": [vellen(naam) for naam in METHODEN]
    + [
        {**vellen("keuze"), "vellen": vellen("keuze")["vellen"] * 200},
        {**vellen("keuze"), "vellen": [{**vellen("keuze")["vellen"][0], "volgorde": [1, 0, *range(2, 10)]}]},
    ],
    "papierstem.code": [
        {
            **_CODEVRAAG,
            "gezegd": gezegd,
            "telt": 3 if gezegd else 0,
            "wacht": 2 if gezegd else 0,
            "stapel": 1 if gezegd else 0,
            "vanaf": NU,
        }
        for gezegd in (None, *GEZEGD)
    ],
    "tekenlijst.welke": [{"lijsten": []}, {"lijsten": [{"id": ID, "titel": lang(100), "begin": NU}] * 20}],
    "tekenlijst.uitgenodigd": [
        {**_DRUK, "vragen": vragen, "brieven": brieven}
        for vragen, brieven in ((True, [_BRIEF, {**_BRIEF, "taal": "ar"}]), (False, [_BRIEF] * 301))
    ],
    "tekenlijst": [_LIJST, _VER, {**_LIJST, "begonnen": False, "stapel": 0}, {**_LIJST, "voorbij": True}],
    "tekenlijst.kies": [
        {**_KIES, "titel": lang(100), "alle": alle, "groep": groep, "straten": straten, "brief": groep != "wijk"}
        for groep, straten in (("wijk", [[lang(100), ID], ["Merelweg", ID]]), ("straat", []), ("werkgroep", []))
        for alle in (False, True)
    ],
    "tekenlijst.klaar": [_DRUK, {**_DRUK, "codes": ["K7M4"], "straten": [], "adressen": 1}],
    "tekenlijst.codes": [
        {**_LIJST, "genomen": _CODES[:genomen], "fouten": fouten}
        for genomen, fouten in (
            (0, []),
            (1, []),
            (40, [[reden, "K7M5"] for reden in get_args(Reden)]),
            (80, [["op_lijst", "W" * 20]] * 60),
        )
    ],
    "tekenlijst.blad": [{"id": ID, "titel": lang(100), "codes": _CODES * 5}],
    "papierstem": [_invoer(naam, af=af) for naam in METHODEN for af in (False, True)],
    "papierstapel": [
        {**_BLAD, "aantal": aantal, "samen": min(aantal, 40), "sluit_op": NU, "bladzij": 0, "meer": aantal > 4}
        for aantal in (0, 1, 50)
    ],
    "papierstapel.blad": [_BLAD],
    "papierstapel.wacht": [{**_WACHT, "aantal": n, "eigen": eigen} for n in (1, 12) for eigen in (True, False)],
}
