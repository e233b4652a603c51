"""Samples of what an organisator sees of followers, and of the raadsbrief."""

from tests.berichten.lastig import ID, Data, lang

_VOLGER = {"id": ID, "naam": lang(100), "adres": "griffie@gemeente.nl", "rol": "griffie", "volgt": False, "mis": 0}
_VOLGER |= {"taal": "tr"}
_VAN = {"sjabloon": "besluit", "fase": "verkennen", "eigen": {"titel": "Samen op pad"}}
_DREMPELS = [
    {"soort": "gehoord", "verdict": "niet_gehaald", "teller": 110, "noemer": 340, "lijn": 205}
    | {"balk": {"deel": 32.4, "lijn": 60.3}},
    {"soort": "informatie", "verdict": "onbeslist", "teller": "1-4", "noemer": 340, "lijn": 170}
    | {"balk": {"deel": 0.0, "lijn": 50.0}},
    {"soort": "verklaring", "verdict": "gehaald", "teller": None, "noemer": None, "lijn": None, "balk": None},
]
BRIEF: Data = {
    "wijk": "Vogelbuurt",
    "op": "2027-04-01T06:15:00+00:00",
    "traject": {"nu": [_VAN], "straks": [_VAN], "besluitdatum": "2027-12-09"},
    "stand": {"dag": "2027-03-31", "afgesloten": False, "concept": True, "drempels": _DREMPELS},
    "komend": [
        {"titel": "Energiecafé in het buurthuis", "begin": "2027-04-08T17:30:00+00:00", "wat": "x"},
        {"titel": "Het buurtplan in de commissie", "begin": "2027-05-11T17:30:00+00:00", "wat": "x"},
    ],
    "adviezen": [{"titel": "Begin bij de huurders", "aan": "college", "dag": "2027-02-12"}],
    "adviezen_meer": 2,
    "uitslagen": [],
}
LEEG: Data = {
    **{naam: [] for naam in ("komend", "adviezen", "uitslagen")},
    **dict.fromkeys(("traject", "stand")),
    "wijk": "Vogelbuurt",
    "op": BRIEF["op"],
    "adviezen_meer": 0,
}

VOLGER: dict[str, list[Data]] = {
    "volger.lijst": [
        {"volgers": [], "post": False, "vol": False},
        {"volgers": [_VOLGER, {**_VOLGER, "mis": 2}], "post": True, "vol": False},
        {"volgers": [_VOLGER] * 30, "post": True, "vol": True},
    ],
    "volger.een": [
        {**_VOLGER, "volgt": volgt, "link": link, "zeker": zeker, "mis": mis}
        for volgt, link, zeker, mis in (
            (True, True, False, 0),
            (False, True, False, 1),
            (False, False, False, 3),
            (True, True, True, 0),
        )
    ],
    "volger.erbij": [{"naam": lang(100), "adres": "griffie@gemeente.nl"}],
    "volger.voorbeeld": [{naam: _VOLGER[naam] for naam in ("naam", "adres", "rol", "taal")}],
    "raadsbrief": [LEEG, BRIEF],
}
