"""Sample data of what comes after a meeting: what people thought of it, its report and its photos."""

from typing import Any

from bot.rules.kleine_cellen import MINDER, NIET_GETOOND
from bot.services.tevredenheid import GEHOORD, SCHAAL

_LASTIG = """<b>Piet & "Co" 's {haak} </b> 100% > 5 €"""
_ID = "AbCdEfGhIjKlMnOpQrStUv"
_NU = "2027-03-28T18:00:00+00:00"


def _lang(lengte: int) -> str:
    return (_LASTIG + " " + "warmte " * lengte)[: lengte - 1] + "."


_CELLEN = [MINDER, MINDER, NIET_GETOOND, 15, 10]
_UITSLAG = {
    "aantal": 40,
    "duidelijk": [list(paar) for paar in zip(SCHAAL, _CELLEN, strict=True)],
    "gehoord": [list(paar) for paar in zip(GEHOORD, _CELLEN, strict=False)],
}
_KOP = {"id": _ID, "titel": _lang(100), "begin": _NU}

VERSLAG: dict[str, list[dict[str, Any]]] = {
    "tevredenheid.vraag": [{"id": _ID, "titel": _lang(100)}],
    "tevredenheid.gehoord": [{"id": _ID, "titel": _lang(100), "hoe": "4"}],
    "tevredenheid.dank": [{"id": _ID, "titel": _lang(100), "tekst": tekst} for tekst in (True, False)],
    "tevredenheid.tekst": [{"maximum": 500}],
    "tevredenheid.uitslag": [
        {
            **_KOP,
            "vanaf": _NU,
            "dicht": dicht,
            "uitslag": uitslag,
            "teksten": [_lang(500)] * n,
            "bladzij": n,
            "meer": n > 0,
        }
        for dicht, uitslag, n in (
            (False, None, 0),
            (True, None, 0),
            (True, {**_UITSLAG, "gehoord": []}, 0),
            (True, _UITSLAG, 4),
        )
    ],
    "verslag.lijst": [{"bijeenkomsten": [_KOP] * n, "bladzij": n and 1, "meer": n > 0} for n in (0, 8)],
    "verslag.een": [
        {**_KOP, "tekst": None, "stuk": False, "fotos": 0, "leidt": True, "uitslag": None},
        {**_KOP, "tekst": _lang(2500), "stuk": True, "fotos": 3, "leidt": True, "uitslag": _UITSLAG},
        {**_KOP, "tekst": _lang(2500), "stuk": False, "fotos": 1, "leidt": False, "uitslag": None},
    ],
    "verslag.nieuw": [{**_KOP, "tekst": _lang(2500), "stuk": stuk, "fotos": 2 * stuk} for stuk in (True, False)],
    "verslag.voorbeeld": [{**_KOP, "tekst": _lang(2500), "stuk": stuk, "fotos": 0} for stuk in (True, False)],
    "verslag.foto": [
        {**_KOP, "foto": _ID, "file_id": "x", "bladzij": n, "meer": n < 2, "aantal": 3, "mag": n > 0} for n in range(3)
    ],
    "verslag.foto_weg": [{"id": _ID, "titel": _lang(100)}],
    "verslag.foto_niet": [{"id": _ID}],
}
