"""Sample data of the messages about seats of the geledingen, vacatures and candidates."""

from typing import Any

from bot.rules.zetel import GELEDING, ORGANEN, PRESIDIUM, PROFIEL, VOORZITTER, WIJZEN, plekken
from tests.berichten.lastig import ID, LASTIG, NU, Data, lang

_LEEG: Data = {"id": ID, "orgaan": GELEDING, "van": "voorzieningen", "nummer": 3, "naam": None, "vacature": None}
_LEEG |= {"bezet": False, "sinds": None}
_BEZET: Data = {**_LEEG, "bezet": True, "sinds": NU}
_GENOEMD: Data = {**_BEZET, "naam": lang(60)}
_ZOEKT: Data = {**_LEEG, "orgaan": PRESIDIUM, "van": VOORZITTER, "nummer": 1, "vacature": ID}
_STANDEN = [_LEEG, _BEZET, _GENOEMD, _ZOEKT]
_ALLE: list[Data] = [
    {**_STANDEN[nr % 3], "orgaan": orgaan, "van": van, "nummer": nummer}
    for orgaan in ORGANEN
    for nr, (van, nummer) in enumerate(plekken(orgaan, 3))
]
_RECHT = [{"eigen": eigen, "beheer": beheer} for eigen in (True, False) for beheer in (True, False)]
_BLADEREN: dict[str, Any] = {"bladzij": 1, "meer": True}

_VACATURE: Data = {"id": ID, "zetel": ID, "tekst": lang(600), "taal": "tr", "profiel": list(PROFIEL), "op": NU}
_VACATURE |= {"orgaan": GELEDING, "van": "bedrijven", "nummer": 2, "staat": "open", "wijze": "raad"}
_VACATURES: list[Data] = [
    {**_VACATURE, "wijze": wijze, "orgaan": orgaan, "van": van, "profiel": profiel, "taal": "nl"}
    for wijze, orgaan, van, profiel in zip(
        WIJZEN, ORGANEN, ("burgers", VOORZITTER, "kennis"), (list(PROFIEL[:2]), [], list(PROFIEL)), strict=True
    )
]
_ZONDER: Data = {"id": ID, "naam": None, "namens": None}
_KANDIDATEN = [_ZONDER, {**_ZONDER, "naam": lang(60)}, {"id": ID, "naam": LASTIG[:60], "namens": lang(60)}]
_LOTING: Data = {"nummers": [ID] * 60, "hoofd": None}
_KIJKT: Data = {"ik": None, "nee": None, "loting": None, "beheer": False, "kandidaten": []}

ZETEL: dict[str, list[Data]] = {
    "zetel.lijst": [
        {"zetels": [], "open": [], "eigen": [], "beheer": False, "bladzij": 0, "meer": False},
        {"zetels": _STANDEN, "open": [], "eigen": [], "beheer": False, "bladzij": 0, "meer": False},
        {"zetels": _ALLE, "open": [_ZOEKT] * 8, "eigen": [_BEZET] * 2, "beheer": True, **_BLADEREN},
    ],
    "zetel.kop": _STANDEN,
    "zetel.een": [
        *({**een, **recht} for een in _STANDEN[1:3] for recht in _RECHT),
        *({**een, "eigen": False, "beheer": beheer} for een in (_LEEG, _ZOEKT) for beheer in (True, False)),
    ],
    "zetel.beheer": [{"zetels": [], "bladzij": 0, "meer": False}, {"zetels": _STANDEN * 2, **_BLADEREN}],
    "zetel.zeker": [_BEZET],
    "zetel.vrij": [_LEEG, _ZOEKT],
    "zetel.kwijt": [_LEEG],
    "vacature.een": [
        *({**een, **_KIJKT} for een in (_VACATURE, *_VACATURES)),
        *({**_VACATURE, **_KIJKT, "nee": nee} for nee in ("andere_geleding", "al_zetel", "niet_onafhankelijk")),
        *({**_VACATURE, **_KIJKT, "ik": ik} for ik in _KANDIDATEN),
        *({**_VACATURE, **_KIJKT, "beheer": True, "kandidaten": _KANDIDATEN[:n]} for n in range(4)),
        {**_VACATURE, **_KIJKT, "staat": "vervuld", "beheer": True, "stemming": ID},
        *({**_VACATURE, **_KIJKT, "staat": staat, "beheer": True} for staat in ("vervuld", "ingetrokken", "leeg")),
        {**_VACATURES[0], **_KIJKT, "beheer": True, "kandidaten": _KANDIDATEN * 20},
        *({**_VACATURE, **_KIJKT, "staat": "loting", "ik": ik, "loting": _LOTING} for ik in (None, _ZONDER)),
        {**_VACATURE, **_KIJKT, "staat": "vervuld", "loting": {**_LOTING, "hoofd": "123456-2027-03-02.txt"}},
    ],
    "vacature.voorbeeld": [_VACATURE],
    "vacature.zeker": [
        *({**_VACATURE, "daad": "benoem", **een} for een in _KANDIDATEN),
        *({**_VACATURE, **_ZONDER, "daad": daad} for daad in ("sluit", "loten")),
    ],
    "vacature.kandidaat": [_VACATURE],
    "vacature.afloop": [
        {**_VACATURE, "afloop": hoe, "loting": hoe != "ingetrokken"} for hoe in ("gekregen", "een_ander", "ingetrokken")
    ],
    "vacature.geloot": [{**_VACATURE, "nummers": [ID] * 60, "eigen": ID}],
    "vacature.gekozen": [
        {**_VACATURE, "nummers": [ID] * hoeveel, "stemming": vraag} for hoeveel, vraag in ((1, None), (2, lang(300)))
    ],
    "vacature.leeg": [_VACATURE],
}
