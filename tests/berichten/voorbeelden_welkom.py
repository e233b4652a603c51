"""Sample data of the messages about joining and getting acquainted."""

from bot.rules.kennismaking import KEUZES
from bot.services.onboarding import BEKEND
from tests.berichten.lastig import LASTIG, NU, Data

_GEKOZEN = {v: list(k[:2]) for v, k in KEUZES.items()} | {"naam": [LASTIG[:40]]}

WELKOM: dict[str, list[Data]] = {
    "kennismaking.naam": [{}],
    "kennismaking.overzicht": [
        {
            "antwoorden": {v: _GEKOZEN[v] for v in KEUZES},
            "lopend": True,
            "huisgenoten": [""],
        },
        {"antwoorden": {"naam": [], "talent": []}, "lopend": False, "huisgenoten": []},
    ],
    "kennismaking.vraag": [
        *({"vraag": v, "keuzes": list(k), "gekozen": [], "lopend": True} for v, k in KEUZES.items()),
        *({"vraag": v, "keuzes": list(k), "gekozen": _GEKOZEN[v], "lopend": False} for v, k in KEUZES.items()),
        *(
            {"vraag": "talent", "keuzes": list(KEUZES["talent"]), "gekozen": [], "lopend": True, "gezocht": gezocht}
            for gezocht in KEUZES["talent"]
        ),
    ],
    "welkom.al_binnen": [{}],
    "welkom.binnen": [{}],
    "welkom.code": [{}],
    "welkom.ingetrokken": [{}],
    "welkom.later": [{}],
    "welkom.onbekend": [{"over": 1}, {"over": 4}],
    "welkom.taal": [{"eerst": None}, {"eerst": "en"}],
    "welkom.te_vaak": [{"vanaf": NU}],
    "welkom.toestemming": [{"versie": 1, "al": False}, {"versie": 1, "al": True}],
    "welkom.typefout": [{}],
    "welkom.bekend": [{"antwoorden": list(BEKEND)}],
    "welkom.vol_team": [{"adres": LASTIG}],
    "welkom.verhuisd": [{"adres": LASTIG}],
    "welkom.vol": [{"al": al} for al in (True, False)],
}
