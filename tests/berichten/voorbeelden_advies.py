"""Sample data of the messages about advice of residents, and about whom to go to when something gets stuck."""

from bot.services.advies import AAN, VAN
from bot.services.adviesantwoord import OORDELEN
from tests.berichten.lastig import ID, NU, Data, lang

_ADVIES: Data = {"id": ID, "titel": lang(100), "tekst": lang(1200), "van": "bewoners", "werkgroep": ""}
_ADVIES |= {"aan": "college", "dag": "2027-03-12", "staat": "open", "reden": None, "antwoorden": []}
_ANTWOORDEN: list[Data] = [{"oordeel": oordeel, "reden": lang(1000), "op": NU} for oordeel in OORDELEN]
_ZONDER_UITLEG: Data = {"oordeel": "ja", "reden": None, "op": NU}
_VAN_IEDER = [{**_ADVIES, "van": van, "aan": AAN[n % 3]} for n, van in enumerate(VAN)]
_BEANTWOORD = [
    {**_ADVIES, "van": "werkgroep", "werkgroep": lang(60), "staat": een["oordeel"], "antwoorden": [een]}
    for een in (*_ANTWOORDEN, _ZONDER_UITLEG)
]
_ALLE = [
    *_VAN_IEDER,
    *_BEANTWOORD,
    {**_ADVIES, "staat": "nee", "antwoorden": _ANTWOORDEN},
    {**_ADVIES, "staat": "ingetrokken", "reden": lang(300)},
]

RAPPORT: list[Data] = [{**een, "tekst": "Begin bij de huurders.", "titel": "Huurders eerst"} for een in _ALLE]
"""The same as the report has it."""

ADVIES: dict[str, list[Data]] = {
    "advies.lijst": [
        {"adviezen": [], "open": 0, "mag": False, "bladzij": 0, "meer": False},
        {"adviezen": _ALLE[:6], "open": 1, "mag": True, "bladzij": 0, "meer": True},
        {"adviezen": _ALLE[6:], "open": 7, "mag": False, "bladzij": 1, "meer": False},
    ],
    "advies.een": [{**een, "mag": mag} for een in _ALLE for mag in (True, False)],
    "advies.voorbeeld": _VAN_IEDER,
    "advies_weg.voorbeeld": [{"titel": lang(100), "reden": lang(300)}],
    "adviesantwoord.voorbeeld": [
        {"titel": lang(100), "oordeel": "nee", "reden": lang(1000)},
        {"titel": lang(100), "oordeel": "deels", "reden": lang(1000)},
        {"titel": lang(100), "oordeel": "ja", "wat_nu": lang(1000)},
        {"titel": lang(100), "oordeel": "ja", "wat_nu": None},
    ],
    "advies.antwoord": _BEANTWOORD,
    "escalatie": [
        {"stappen": [], "weg": [], "mag": True},
        {"stappen": [["trekker", None, 0], [lang(100), lang(120), 1]], "weg": [], "mag": False},
        {"stappen": [[lang(100), lang(120), n] for n in range(6)], "weg": [[ID, lang(100)]] * 6, "mag": False},
    ],
}
