"""Sample data of the messages about what someone brought in, and of its correction."""

from berichten.bijdrage import METHODEN
from bot.services.correctie import WAT
from bot.services.mijnbijdrage import WAAROM
from tests.berichten.lastig import ID, Data, lang

_BIJDRAGE: Data = {
    "id": ID,
    "soort": "stem_besluit",
    "dag": "2027-02-03",
    "methode": "knop",
    "door": "bewoner",
    "titel": lang(300),
    "zelf": True,
    "telt": ["gehoord"],
    "waarom": None,
}

_GEVEN = {"zelf": False, "door": "buurtbegeleider"}

_BIJDRAGEN: list[Data] = [
    _BIJDRAGE,
    *({**_BIJDRAGE, "soort": soort, "methode": m} for soort in ("aanwezig_vragen", "iets") for m in METHODEN[:3]),
    *({**_BIJDRAGE, **_GEVEN, "soort": "aanwezig", "methode": m} for m in METHODEN[3:]),
    *({**_BIJDRAGE, **_GEVEN, "soort": s, "titel": None, "methode": "deurgesprek"} for s in ("gesprek", "iets")),
    *({**_BIJDRAGE, "soort": s, "titel": None} for s in ("stem", "stem_besluit", "aanwezig", "aanwezig_vragen")),
    *({**_BIJDRAGE, "telt": [], "waarom": waarom} for waarom in WAAROM),
]

_BESTAND: Data = {"versie": 1, "nummer": 123456, "grootte": 200000, "blad": "{}", "pad": [], "ijkpunt": "x"}

_VERZOEK: Data = {**_BIJDRAGE, **_GEVEN, "verzoek": ID, "adres": lang(115), "antwoord": None, "tekst": None}

_VERZOEKEN: list[Data] = [
    *({**_VERZOEK, "wat": wat, "bron": "bewoner"} for wat in WAT),
    {**_VERZOEK, "wat": "anders", "bron": "bewoner", "tekst": lang(400)},
    {**_VERZOEK, "wat": "steekproef", "bron": "steekproef"},
]

BIJDRAGE: dict[str, list[Data]] = {
    "bijdrage.bewijs": [{**_BIJDRAGE, "bestand": {**_BESTAND, "sleutel": "00", "record": "{}"}}],
    "bijdrage.bezig": [{}],
    "bijdrage.een": _BIJDRAGEN,
    "bijdrage.lijst": [
        {"bijdragen": [], "telt": [], "concept": True, "bladzij": 0, "meer": False},
        {"bijdragen": _BIJDRAGEN[:5], "telt": [], "concept": True, "bladzij": 1, "meer": True},
        {
            "bijdragen": _BIJDRAGEN[-5:],
            "telt": ["gehoord", "informatie"],
            "concept": False,
            "bladzij": 1,
            "meer": False,
        },
    ],
    "bijdrage.morgen": [{}],
    "bijdrage.oud": [{}],
    "correctie.antwoord": [{**_VERZOEK, "antwoord": lang(400)}],
    "correctie.een": _VERZOEKEN,
    "correctie.gevraagd": [{"zelf": zelf, "afgesloten": zelf} for zelf in (True, False)],
    "correctie.is_rechtgezet": [_BIJDRAGE],
    "correctie.klaar": [{**_VERZOEKEN[0], "hoe": hoe} for hoe in ("rechtgezet", "beantwoord")],
    "correctie.lijst": [
        {"verzoeken": [], "adressenlijst": None},
        {"verzoeken": _VERZOEKEN, "adressenlijst": 0},
        {"verzoeken": _VERZOEKEN, "adressenlijst": 12},
    ],
    "correctie.loopt": [_VERZOEK, {**_VERZOEK, "antwoord": lang(400)}],
    "correctie.rechtgezet": [{}],
    "correctie.typ": [{"id": ID}],
    "correctie.typ_antwoord": [{"id": ID}],
    "correctie.voorbij": [{}],
    "correctie.wat": [_BIJDRAGE, {**_BIJDRAGE, **_GEVEN}],
}
