"""Sample data of the messages about works in the street and what residents plan themselves."""

from tests.berichten.lastig import ID, LASTIG, NU, Data, lang

_EEN: Data = {"id": ID, "soort": "riolering", "titel": lang(100), "uitleg": lang(600), "door": lang(100)}
_EEN |= {"straten": [LASTIG] * 14, "van": "2027-12-31", "tot": "2028-01-01", "link": "https://voorbeeld.nl/?a=1&b=2"}
_ALLE = [_EEN, *({**_EEN, "soort": s, "straten": [], "link": None} for s in ("straat", "groen", "leidingen", "anders"))]
_PLANNEN = [
    [wat, wanneer, n]
    for wat in ("verbouwen", "verhuizen")
    for wanneer, n in (("dit_jaar", "minder dan 5"), ("volgend_jaar", 10), ("later", 125))
]
_PAST = {"bijeenkomsten": [[ID, lang(100), NU]] * 3, "aanbod": [lang(100)] * 3, "kansen": [lang(100)] * 3}
_NIETS: Data = {"bijeenkomsten": [], "aanbod": [], "kansen": []}
_GEPLAND: list[Data] = [
    {"id": ID, "wat": "verbouwen", "jaren": [2027, 2027]},
    {"id": ID, "wat": "verhuizen", "jaren": [2029, 2032]},
]

KOPPELKANS: dict[str, list[Data]] = {
    "koppelkans.lijst": [
        {"kansen": _ALLE[:3], "mag": True, "bewoner": True, "plannen": _PLANNEN, "bladzij": 1, "meer": True},
        {"kansen": [], "mag": False, "bewoner": True, "plannen": [], "bladzij": 0, "meer": False},
    ],
    "koppelkans.een": [{**een, "mag": mag} for een in _ALLE for mag in (True, False)],
    "koppelkans.zeker": [_EEN],
    "koppelkans.straks": _ALLE,
    "koppelkans.voorbeeld": [{**een, "extra": ["link"]} for een in _ALLE[:2]],
    "natuurlijkmoment": [
        {"gepland": [], "watten": ["verbouwen", "verhuizen"]},
        {"gepland": _GEPLAND, "watten": ["verbouwen", "verhuizen"]},
    ],
    "natuurlijkmoment.wanneer": [
        {"wat": wat, "jaren": [["dit_jaar", 2027, 2027], ["volgend_jaar", 2028, 2028], ["later", 2029, 2032]]}
        for wat in ("verbouwen", "verhuizen")
    ],
    "natuurlijkmoment.uitnodiging": [{**een, **past} for een in _GEPLAND for past in (_PAST, _NIETS)],
}
