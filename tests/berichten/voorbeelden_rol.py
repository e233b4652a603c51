"""Sample data of the messages about roles, invitations and the geledingen."""

from bot.services.handeling import ROLLEN, TREKKER
from tests.berichten.lastig import ID, LASTIG, NU, Data, lang

_ROLLEN: list[Data] = [
    {
        "id": ID,
        "rol": rol,
        "bereik": bereik,
        "wie": wie,
        "naam": naam,
        "eigen": not bereik,
        "weg": True,
        "geheim": ID,
        "tot": NU,
    }
    for rol in ROLLEN
    for bereik, wie, naam in (("", "telegram:1234567890", LASTIG), (lang(100), f"webchat:{lang(20)}", None))
]

_ROLLEN.append({**_ROLLEN[0], "rol": "vertegenwoordiger", "bereik": "bedrijven", "namens": LASTIG[:60]})

_GELEDINGEN: list[Data] = [
    {"eigen": {"geleding": "burgers", "namens": None, "id": None, "gast": False}, "beheer": None},
    {"eigen": {"geleding": "kennis", "namens": LASTIG[:60], "id": ID, "gast": False}, "beheer": None},
    {
        "eigen": {"geleding": "overheid", "namens": lang(60), "id": ID, "gast": True},
        "beheer": {"leden": [_ROLLEN[-1]] * 8, "vacant": ["kennis"], "bladzij": 1, "meer": True},
    },
    {"eigen": None, "beheer": {"leden": [], "vacant": ["kennis", "bedrijven"], "bladzij": 0, "meer": False}},
]

ROL: dict[str, list[Data]] = {
    "geleding.toon": _GELEDINGEN,
    "rol.kwijt": _ROLLEN,
    "rol.overzicht": [
        {"geeft": True, "rollen": [], "bladzij": 0, "meer": False, "open": 0},
        {"geeft": True, "rollen": _ROLLEN[:10], "bladzij": 1, "meer": True, "open": 3},
        {"geeft": True, "rollen": [{**_ROLLEN[0], "id": None, "weg": False}], "bladzij": 0, "meer": True, "open": 1},
        {"geeft": False, "rollen": _ROLLEN[:1], "bladzij": 0, "meer": False, "open": 0},
    ],
    "rol.zeker": _ROLLEN,
    "uitnodiging.aangenomen": _ROLLEN,
    "uitnodiging.lijst": [{"open": []}, {"open": _ROLLEN}],
    "uitnodiging.link": _ROLLEN,
    "uitnodiging.niet": [{}],
    "uitnodiging.vraag": _ROLLEN,
    "uitnodiging.welkom": [{**een, "werkgroep": ID if een["rol"] == TREKKER else None} for een in _ROLLEN],
    "wieben": [{"wie": "telegram:123456789", "rollen": list(rollen)} for rollen in ((), ROLLEN)],
}
