"""Sample data of the messages about what became of messages."""

from typing import Any

from berichten.verzending import SOORTEN as VERZENDSOORTEN
from tests.berichten.lastig import ID, NU, Data, lang

_GEEN = [0, "precies"]

_EINDEN = {"onzeker": [4812, "precies"], "niet_aan": [5, "minder"], "niet_meer": [300, "ongeveer"]}

_VERZENDING = {"regels": [], "los": None, "onderweg": _GEEN, "bewaard": _GEEN, "bladzij": 0, "meer": False}


def _mis(soort: str, **velden: Any) -> Data:
    over = {"id": "", "titel": "", "moment": None} if soort == "los" else {"id": ID, "titel": lang(100), "moment": NU}
    return {"soort": soort, **over, **_EINDEN, **velden}


VERZENDING: dict[str, list[Data]] = {
    "verzending": [
        {**_VERZENDING, "regels": [_mis(soort) for soort in VERZENDSOORTEN[n : n + 6]], "bladzij": n, "meer": n < 12}
        for n in (0, 6, 12)
    ]
    + [
        {
            **_VERZENDING,
            "regels": [_mis("kennismaking", id="", titel="")],
            "los": _mis("los"),
            "onderweg": [40, "ongeveer"],
            "bewaard": [5, "minder"],
        },
        _VERZENDING,
    ],
    "verzending.een": [
        {
            **_mis(soort, **einden),
            "herhaald": keer,
            "weer_onzeker": keer,
            "nog_eens": kan,
            "bezig": not kan,
            "gewist": kan,
        }
        for soort in VERZENDSOORTEN
        for einden, keer, kan in ((_EINDEN, [5, "minder"], True), ({"niet_meer": _GEEN}, _GEEN, False))
    ],
    "verzending.zeker": [
        {**_mis(soort), "aantal": aantal, "keer": 12}
        for soort, aantal in (("bijeenkomst_afgelast_rest", [4812, "precies"]), ("los", [5, "minder"]))
    ],
    "tijdvak.hersteld": [{"onzeker": 0, "vastgehouden": 0}, {"onzeker": 4812, "vastgehouden": 3}],
}
