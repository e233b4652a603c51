"""Sample data of the messages about advice of residents, and about whom to go to when something gets stuck."""

from typing import Any

from bot.services.advies import AAN, VAN
from bot.services.adviesantwoord import OORDELEN

_LASTIG = """<b>Piet & "Co" 's {haak} </b> 100% > 5 €"""
_ID = "AbCdEfGhIjKlMnOpQrStUv"
_NU = "2027-03-28T18:00:00+00:00"


def _lang(lengte: int) -> str:
    return (_LASTIG + " " + "warmte " * lengte)[: lengte - 1] + "."


_ADVIES: dict[str, Any] = {"id": _ID, "titel": _lang(100), "tekst": _lang(1200), "van": "bewoners", "werkgroep": ""}
_ADVIES |= {"aan": "college", "dag": "2027-03-12", "staat": "open", "reden": None, "antwoorden": []}
_ANTWOORDEN: list[dict[str, Any]] = [{"oordeel": oordeel, "reden": _lang(1000), "op": _NU} for oordeel in OORDELEN]
_ZONDER_UITLEG: dict[str, Any] = {"oordeel": "ja", "reden": None, "op": _NU}
_VAN_IEDER = [{**_ADVIES, "van": van, "aan": AAN[n % 3]} for n, van in enumerate(VAN)]
_BEANTWOORD = [
    {**_ADVIES, "van": "werkgroep", "werkgroep": _lang(60), "staat": een["oordeel"], "antwoorden": [een]}
    for een in (*_ANTWOORDEN, _ZONDER_UITLEG)
]
_ALLE = [
    *_VAN_IEDER,
    *_BEANTWOORD,
    {**_ADVIES, "staat": "nee", "antwoorden": _ANTWOORDEN},
    {**_ADVIES, "staat": "ingetrokken", "reden": _lang(300)},
]

RAPPORT: list[dict[str, Any]] = [{**een, "tekst": "Begin bij de huurders.", "titel": "Huurders eerst"} for een in _ALLE]
"""The same as the report has it."""

ADVIES: dict[str, list[dict[str, Any]]] = {
    "advies.lijst": [
        {"adviezen": [], "open": 0, "mag": False, "bladzij": 0, "meer": False},
        {"adviezen": _ALLE[:6], "open": 1, "mag": True, "bladzij": 0, "meer": True},
        {"adviezen": _ALLE[6:], "open": 7, "mag": False, "bladzij": 1, "meer": False},
    ],
    "advies.een": [{**een, "mag": mag} for een in _ALLE for mag in (True, False)],
    "advies.voorbeeld": _VAN_IEDER,
    "advies_weg.voorbeeld": [{"titel": _lang(100), "reden": _lang(300)}],
    "adviesantwoord.voorbeeld": [
        {"titel": _lang(100), "oordeel": "nee", "reden": _lang(1000)},
        {"titel": _lang(100), "oordeel": "deels", "reden": _lang(1000)},
        {"titel": _lang(100), "oordeel": "ja", "wat_nu": _lang(1000)},
        {"titel": _lang(100), "oordeel": "ja", "wat_nu": None},
    ],
    "advies.antwoord": _BEANTWOORD,
    "escalatie": [
        {"stappen": [], "weg": [], "mag": True},
        {"stappen": [["trekker", None, 0], [_lang(100), _lang(120), 1]], "weg": [], "mag": False},
        {"stappen": [[_lang(100), _lang(120), n] for n in range(6)], "weg": [[_ID, _lang(100)]] * 6, "mag": False},
    ],
}
