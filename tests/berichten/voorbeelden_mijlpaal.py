"""Sample data of the messages about mijlpalen: coming, changed, speaking there, and what came out."""

from typing import Any

from bot.services.mijlpaal import BIJ
from bot.services.mijlpaaluitslag import UITKOMSTEN
from bot.services.mijlpaalwijziging import VELDEN
from bot.storage.uitslagen import NIVEAUS
from tests.berichten.lastig import ID, NU, Data, lang

_LATER = "2027-03-30T17:00:00+00:00"


_VELDEN: list[list[list[Any]]] = [
    [["moment", NU, _LATER]],
    [
        ["titel", lang(100), lang(100)],
        ["moment", NU, NU],
        ["uitleg", lang(400), "Kort"],
        ["link", None, "https://x.nl"],
        ["plaats", None, lang(200)],
        ["inspreken_op", NU, _LATER],
        ["inspreken_tot", NU, None],
        ["inspreken_hoe", "Bel", lang(300)],
    ],
    [["plaats", lang(200), lang(200)]],
]
_LEEG: Data = dict.fromkeys(("link", "plaats", "inspreken_op", "inspreken_tot", "inspreken_hoe"))
_VOL = {
    "link": "https://gemeente.voorbeeld.nl/besluit?a=1&b=2",
    "plaats": lang(200),
    "inspreken_op": _LATER,
    "inspreken_tot": NU,
    "inspreken_hoe": lang(300),
}
_ALLE: list[Data] = [
    {"id": ID, "bij": bij, "titel": lang(100), "moment": NU, "uitleg": lang(399), **erbij}
    for bij in BIJ
    for erbij in (_LEEG, _VOL)
]
_EEN = _ALLE[1]
_GEZEGD = {niveau: lang(300) for niveau in NIVEAUS}
_UITSLAGEN: list[Data] = [
    *({"uitkomst": uit, **_GEZEGD, "vieren": True, "link": "https://x.nl", "verbeterd_op": NU} for uit in UITKOMSTEN),
    {"uitkomst": "uitgesteld", **_GEZEGD, "mij": None, "vieren": False, "link": None, "verbeterd_op": None},
]
_STAND = {"mag": False, "mag_uitslag": False, "komt": True, "herinnert": None, "uitslag": None}
_MET_UITSLAG = [{**_EEN, "uitslag": uitslag} for uitslag in _UITSLAGEN]

MIJLPAAL: dict[str, list[Data]] = {
    "inspreken.herinnering": _ALLE,
    "mijlpaal.een": [
        *({**een, **_STAND, "mag": mag} for een in _ALLE for mag in (True, False)),
        *({**_EEN, **_STAND, "herinnert": herinnert} for herinnert in (True, False)),
        *({**_EEN, **_STAND, "komt": False, "mag_uitslag": True, "uitslag": uit} for uit in (None, *_UITSLAGEN)),
    ],
    "mijlpaal.geplaatst": _ALLE,
    "mijlpaal.geweest": [
        {"mijlpalen": [], "bladzij": 0, "meer": False},
        {"mijlpalen": [{**een, "uitslag": None} for een in _ALLE[:4]], "bladzij": 1, "meer": True},
        {"mijlpalen": _MET_UITSLAG[:4], "bladzij": 0, "meer": True},
    ],
    "mijlpaal.gewijzigd": [{**_EEN, "velden": velden} for velden in _VELDEN],
    "mijlpaal.herinnering": _ALLE,
    "mijlpaal.ics": [{**een, "versie": 2, "stempel": NU} for een in _ALLE],
    "mijlpaal.ingetrokken": _ALLE,
    "mijlpaal.lijst": [
        {"mijlpalen": [], "geweest": False, "bladzij": 0, "meer": False},
        {"mijlpalen": _ALLE[:4], "geweest": True, "bladzij": 1, "meer": True},
    ],
    "mijlpaal.nieuw": _ALLE,
    "mijlpaal.uitslag": _MET_UITSLAG,
    "mijlpaal.uitslag_verteld": _MET_UITSLAG,
    "mijlpaal.vandaag": _ALLE,
    "mijlpaal.voorbeeld": _ALLE,
    "mijlpaal.vul_in": _ALLE,
    "mijlpaal.zeker": _ALLE,
    "mijlpaal_uitslag.voorbeeld": [
        {**een, "was": was, "extra": ["link"]} for een in _MET_UITSLAG for was in (True, False)
    ]
    + [{**_EEN, "was": False, "extra": ["link"], "uitslag": {**_UITSLAGEN[0], **dict.fromkeys(NIVEAUS)}}],
    "mijlpaal_wijzigen.voorbeeld": [{**_EEN, "extra": list(VELDEN), "velden": velden} for velden in ([], *_VELDEN)],
}

RAPPORT_MIJLPALEN = [
    {"bij": een["bij"], "titel": een["titel"], "moment": NU, "uitslag": uitslag, "voorbij": voorbij}
    for een in _ALLE[:2]
    for uitslag, voorbij in ((None, False), (None, True), (_UITSLAGEN[0], True))
]
