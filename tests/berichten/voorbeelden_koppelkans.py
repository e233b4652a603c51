"""Sample data of the messages about works in the street and what residents plan themselves."""

from typing import Any

_LASTIG = """<b>Piet & "Co" 's {haak} </b> 100% > 5 €"""
_ID = "AbCdEfGhIjKlMnOpQrStUv"
_NU = "2027-03-28T18:00:00+00:00"


def _lang(lengte: int) -> str:
    return (_LASTIG + " " + "warmte " * lengte)[: lengte - 1] + "."


_EEN: dict[str, Any] = {"id": _ID, "soort": "riolering", "titel": _lang(100), "uitleg": _lang(600), "door": _lang(100)}
_EEN |= {"straten": [_LASTIG] * 14, "van": "2027-12-31", "tot": "2028-01-01", "link": "https://voorbeeld.nl/?a=1&b=2"}
_ALLE = [_EEN, *({**_EEN, "soort": s, "straten": [], "link": None} for s in ("straat", "groen", "leidingen", "anders"))]
_PLANNEN = [
    [wat, wanneer, n]
    for wat in ("verbouwen", "verhuizen")
    for wanneer, n in (("dit_jaar", "minder dan 5"), ("volgend_jaar", 10), ("later", 125))
]
_PAST = {"bijeenkomsten": [[_ID, _lang(100), _NU]] * 3, "aanbod": [_lang(100)] * 3, "kansen": [_lang(100)] * 3}
_NIETS: dict[str, Any] = {"bijeenkomsten": [], "aanbod": [], "kansen": []}
_GEPLAND: list[dict[str, Any]] = [
    {"id": _ID, "wat": "verbouwen", "jaren": [2027, 2027]},
    {"id": _ID, "wat": "verhuizen", "jaren": [2029, 2032]},
]

KOPPELKANS: dict[str, list[dict[str, Any]]] = {
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
