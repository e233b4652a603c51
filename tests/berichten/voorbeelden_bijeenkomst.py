"""Sample data of what belongs to a meeting: its programme, what is asked there, and the vraagbaak."""

from typing import Any

_LASTIG = """<b>Piet & "Co" 's {haak} </b> 100% > 5 €"""
_ID = "AbCdEfGhIjKlMnOpQrStUv"
_NU = "2027-03-28T18:00:00+00:00"


def _lang(lengte: int) -> str:
    return (_LASTIG + " " + "warmte " * lengte)[: lengte - 1] + "."


PUNTEN: list[list[Any]] = [
    ["19:30", _lang(100), 1, False],
    [None, _lang(100), 20, False],
    [None, "Vragen", None, True],
    *[[None, _lang(100), None, False]] * 12,
]
_ANTWOORD = {"id": _ID, "titel": _lang(100), "begin": _NU, "antwoord": _lang(1000), "hoe": "zaal", "ongeveer": 10}
_RUSTIG = {"bladzij": 0, "meer": False}
_EIGEN = {"id": _ID, "titel": _lang(100), "tekst": _lang(500), "op": _NU}

BIJEENKOMST: dict[str, list[dict[str, Any]]] = {
    "agendapunten.voorbeeld": [{"titel": _lang(100), "begin": _NU, "punten": PUNTEN[:n]} for n in (1, 3, 15)],
    "bijeenkomstvraag.vraag": [{"id": _ID, "titel": _lang(100), "maximum": 500}],
    "bijeenkomstvraag.bewaard": [
        {"id": _ID, "titel": _lang(100), "tekst": _lang(500), "begonnen": begonnen} for begonnen in (True, False)
    ],
    "bijeenkomstvraag.eigen": [
        {"vragen": [], **_RUSTIG},
        {"vragen": [{**_EIGEN, "antwoord": None, "hoe": None}], "bladzij": 1, "meer": True},
        *({"vragen": [{**_EIGEN, "antwoord": _lang(1000), "hoe": hoe}], **_RUSTIG} for hoe in ("zaal", "later")),
    ],
    "bijeenkomstvraag.antwoord": [
        {"titel": _lang(100), "vraag": _lang(500), "antwoord": _lang(1000), "hoe": hoe} for hoe in ("zaal", "later")
    ],
    "zaalvragen.lijst": [
        {
            "id": _ID,
            "titel": _lang(100),
            "vragen": [{"id": _ID, "tekst": _lang(500), "aantal": 1 + n} for n in range(hoeveel)],
            "eerste": 7,
            "wachten": hoeveel,
            "alle": 40,
            "namens": bool(hoeveel),
            "bladzij": hoeveel and 1,
            "meer": bool(hoeveel),
        }
        for hoeveel in (0, 6)
    ],
    "zaalvragen.een": [
        {
            "id": _ID,
            "bijeenkomst": _ID,
            "titel": _lang(100),
            "vragen": [{"tekst": _lang(400), "op": _NU, "vooraf": n == 0} for n in range(hoeveel)],
            "langs": ["Merelweg 12", "Lindelaan 3"] if hoeveel > 1 else [],
            "open": open_,
            "meer": open_,
        }
        for hoeveel, open_ in ((1, True), (8, True), (1, False))
    ],
    "zaalvragen.zelfde": [{"id": _ID, "tekst": _lang(500), "anderen": [[_ID, _lang(500)]] * 6, **_RUSTIG}],
    "vraagantwoord.voorbeeld": [
        {"id": _ID, "over": _lang(500), "antwoord": _lang(1000), "hoe": hoe} for hoe in ("zaal", "later")
    ],
    "vraagbaak.lijst": [
        {"antwoorden": [], "mag": False, "bewoner": True, **_RUSTIG},
        {
            "antwoorden": [{**_ANTWOORD, "vraag": _lang(300), "antwoord": _lang(800)}] * 3,
            "mag": True,
            "bewoner": False,
            "wachten": 2,
            "bladzij": 1,
            "meer": True,
        },
        {
            "antwoorden": [{**_ANTWOORD, "vraag": _lang(300), "titel": None, "begin": None, "ongeveer": None}],
            "mag": True,
            "wachten": 0,
            "bewoner": True,
            **_RUSTIG,
        },
    ],
    "vraagbaak.wachtrij": [
        {"antwoorden": [], **_RUSTIG},
        {"antwoorden": [{**_ANTWOORD, "vraag": None, "gevraagd": [_lang(500)] * 5}], "bladzij": 1, "meer": True},
        {"antwoorden": [{**_ANTWOORD, "vraag": None, "gevraagd": []}], **_RUSTIG},
    ],
    "vraagbaak.voorbeeld": [{"vraag": _lang(300), "antwoord": _lang(1000)}],
}
