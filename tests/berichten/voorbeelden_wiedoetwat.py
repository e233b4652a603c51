"""Sample data of the messages about who does what, and about partners and what they tell."""

from typing import Any

from bot.rules.trajecten import TREDEN
from bot.services.partner import SOORTEN
from bot.services.wiedoetwat import CONTACTEN, MET_TREDE, ONDERDELEN, ROLLEN

_LASTIG = """<b>Piet & "Co" 's {haak} </b> 100% > 5 €"""
_ID = "AbCdEfGhIjKlMnOpQrStUv"
_NU = "2027-03-28T18:00:00+00:00"
_LINK = "https://gemeente.voorbeeld.nl/kaders?a=1&b=2"


def _lang(lengte: int) -> str:
    return (_LASTIG + " " + "warmte " * lengte)[: lengte - 1] + "."


_INHOUD = ("tekst", "trede", "naam", "telefoon", "email", "link", "stuk", "stuknaam")
_LEEG: dict[str, Any] = {**dict.fromkeys(_INHOUD), "openbaar": False, "op": _NU}
_KADERS: dict[str, Any] = {**_LEEG, "tekst": _lang(700), "link": _LINK, "stuk": _ID, "stuknaam": f"{_lang(90)}.pdf"}
_CONTACT: dict[str, Any] = {
    **_LEEG,
    "naam": _lang(100),
    "telefoon": "0318 12 34 56",
    "email": "noor@voorbeeld.nl",
    "tekst": _lang(200),
    "openbaar": True,
}
_ROL: dict[str, Any] = {**_LEEG, "tekst": _lang(300)}
_ROLLEN = {naam: {**_ROL, "trede": TREDEN[i] if i < len(MET_TREDE) else None} for i, naam in enumerate(ROLLEN)}
_DELEN = {"kaders": _KADERS, **dict.fromkeys(CONTACTEN, _CONTACT), **_ROLLEN}
_NIETS: dict[str, Any] = {"delen": {}, "afgesproken": [], "vast": False}
_ALLES: dict[str, Any] = {"delen": _DELEN, "afgesproken": [_lang(300)] * 12, "vast": True}
_CONCEPT: dict[str, Any] = {**_NIETS, "afgesproken": [_lang(300)]}
_STANDEN = [_NIETS, _ALLES, _CONCEPT]
_PARTNERS: list[dict[str, Any]] = [
    {"id": _ID, "soort": soort, "naam": _lang(100), "wat": _lang(300), "contact": contact, "link": contact and _LINK}
    for soort in SOORTEN
    for contact in (None, _lang(200))
]
_NIEUWS: list[dict[str, Any]] = [
    {"id": _ID, "partner": _ID, "naam": _lang(100), "tekst": _lang(700), "op": _NU, **erbij}
    for erbij in (
        {"link": None, "stuk": None, "stuknaam": None},
        {"link": _LINK, "stuk": _ID, "stuknaam": f"{_lang(90)}.pdf"},
    )
]
_BLADEREN: dict[str, Any] = {"bladzij": 1, "meer": True}

WIEDOETWAT: dict[str, list[dict[str, Any]]] = {
    "wiedoetwat": [{**stand, "mag": mag, "partners": mag} for stand in _STANDEN for mag in (True, False)],
    "wiedoetwat.beheer": [{"delen": [[naam, er_is] for naam in ONDERDELEN]} for er_is in (True, False)],
    "wiedoetwat.eerder": [
        {"regels": [], "bladzij": 0, "meer": False},
        {"regels": [{"onderdeel": o, "op": _NU, "zelf": o == "kaders"} for o in ONDERDELEN[:10]], **_BLADEREN},
    ],
    "wiedoetwat.kaders": _STANDEN,
    "wiedoetwat.rollen": _STANDEN,
    "wiedoetwat.zeker": [{"onderdeel": onderdeel} for onderdeel in ONDERDELEN],
    "wdw_contact.voorbeeld": [
        *({**_CONTACT, "onderdeel": naam, "openbaar": mag} for naam in CONTACTEN for mag in (True, False)),
        {**_LEEG, "naam": _lang(100), "onderdeel": "bewoners"},
    ],
    "wdw_kaders.voorbeeld": [
        {**een, "onderdeel": "kaders", "extra": ["link", "stuk"]} for een in (_KADERS, {**_LEEG, "tekst": _lang(700)})
    ],
    "wdw_rol.voorbeeld": [{**een, "onderdeel": naam} for naam, een in _ROLLEN.items()],
    "partner.bericht": [{**dit, "mag": mag} for dit in _NIEUWS for mag in (True, False)],
    "partner.een": [
        *({**een, "nieuws": [], "mag": True, "bladzij": 0, "meer": False} for een in _PARTNERS),
        *({**_PARTNERS[1], "nieuws": (_NIEUWS * 2)[:3], "mag": mag, **_BLADEREN} for mag in (True, False)),
    ],
    "partner.lijst": [
        {"partners": [], "mag": False, "bladzij": 0, "meer": False},
        *({"partners": _PARTNERS[:5], "mag": mag, **_BLADEREN} for mag in (True, False)),
    ],
    "partner.nieuws": _NIEUWS,
    "partner.voorbeeld": [{**een, "extra": ["contact", "link"]} for een in _PARTNERS],
    "partner.zeker": _PARTNERS,
    "partnernieuws.voorbeeld": [{**dit, "extra": ["link", "stuk"]} for dit in _NIEUWS],
}

RAPPORT_WIEDOETWAT = [
    {"onderdeel": naam, **{veld: een[veld] for veld in ("tekst", "trede", "link", "op")}}
    for naam, een in _DELEN.items()
    if naam not in CONTACTEN
]
