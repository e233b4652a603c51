"""Sample data of the messages about what is planned."""

from typing import Any

from bot.services import gepland
from tests.berichten.lastig import ID, NU, Data, lang


def _gepland(soort: str, **velden: Any) -> Data:
    vast = {
        "soort": soort,
        "id": ID,
        "keer": "1fffffff",
        "moment": NU,
        "gaat": None,
        "titel": lang(100),
        "voor": ["wijk", ""],
    }
    return {**vast, "aantal": [False, 40, True], "vast": soort == "peiling_sluit", "verzet": False, **velden}


_LATER = [
    {"wekelijks": True, "moment": NU, "aantal": [False, 45, True]},
    {"wekelijks": False, "moment": NU, "aantal": [True, 0, True]},
]

_GEPLAND = [
    *(_gepland(soort) for soort in gepland.SOORTEN),
    _gepland("herinnering_dag", gaat=NU, verzet=True, voor=["straat", lang(100)], aantal=[True, 0, True]),
    _gepland("peiling_nieuw", voor=["werkgroep", lang(60)], aantal=[True, 0, False]),
    _gepland("peiling_nieuw", aantal=[False, 412, False], voor=["koop", ""]),
    *(_gepland("peiling_nieuw", voor=["geleding", een]) for een in ("", "voorzieningen")),
]

PLANNING: dict[str, list[Data]] = {
    "planning.een": _GEPLAND,
    "planning.laat": [
        {"regels": regels, "bladzij": 1, "meer": True} for regels in ([], [_gepland(s) for s in gepland.SOORTEN])
    ],
    "planning.lijst": [
        {"regels": [], "later": [], "laat": 0, "bladzij": 0, "meer": False},
        {"regels": _GEPLAND[-8:], "later": _LATER, "laat": 3, "bladzij": 1, "meer": True},
    ],
    "planning.zeker": _GEPLAND,
}
