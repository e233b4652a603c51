"""Sample data of what comes after a meeting: what people thought of it, its report and its photos."""

from bot.rules.kleine_cellen import MINDER, NIET_GETOOND
from bot.services.tevredenheid import GEHOORD, SCHAAL
from tests.berichten.lastig import ID, NU, Data, lang

_CELLEN = [MINDER, MINDER, NIET_GETOOND, 15, 10]
_UITSLAG = {
    "aantal": 40,
    "duidelijk": [list(paar) for paar in zip(SCHAAL, _CELLEN, strict=True)],
    "gehoord": [list(paar) for paar in zip(GEHOORD, _CELLEN, strict=False)],
}
_KOP = {"id": ID, "titel": lang(100), "begin": NU}

VERSLAG: dict[str, list[Data]] = {
    "tevredenheid.vraag": [{"id": ID, "titel": lang(100)}],
    "tevredenheid.gehoord": [{"id": ID, "titel": lang(100), "hoe": "4"}],
    "tevredenheid.dank": [{"id": ID, "titel": lang(100), "tekst": tekst} for tekst in (True, False)],
    "tevredenheid.tekst": [{"maximum": 500}],
    "tevredenheid.uitslag": [
        {
            **_KOP,
            "vanaf": NU,
            "dicht": dicht,
            "uitslag": uitslag,
            "teksten": [lang(500)] * n,
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
        {**_KOP, "tekst": lang(2500), "stuk": True, "fotos": 3, "leidt": True, "uitslag": _UITSLAG},
        {**_KOP, "tekst": lang(2500), "stuk": False, "fotos": 1, "leidt": False, "uitslag": None},
    ],
    "verslag.nieuw": [{**_KOP, "tekst": lang(2500), "stuk": stuk, "fotos": 2 * stuk} for stuk in (True, False)],
    "verslag.voorbeeld": [{**_KOP, "tekst": lang(2500), "stuk": stuk, "fotos": 0} for stuk in (True, False)],
    "verslag.foto": [
        {**_KOP, "foto": ID, "file_id": "x", "bladzij": n, "meer": n < 2, "aantal": 3, "mag": n > 0} for n in range(3)
    ],
    "verslag.foto_weg": [{"id": ID, "titel": lang(100)}],
    "verslag.foto_niet": [{"id": ID}],
}
