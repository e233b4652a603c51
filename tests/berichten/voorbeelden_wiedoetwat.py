"""Sample data of the messages about who does what, and about partners and what they tell."""

from bot.rules.trajecten import TREDEN
from bot.services.partner import SOORTEN
from bot.services.wiedoetwat import CONTACTEN, MET_TREDE, ONDERDELEN, ROLLEN
from tests.berichten.lastig import ID, NU, Data, lang

_LINK = "https://gemeente.voorbeeld.nl/kaders?a=1&b=2"


_INHOUD = ("tekst", "trede", "naam", "telefoon", "email", "link", "stuk", "stuknaam")
_LEEG: Data = {**dict.fromkeys(_INHOUD), "openbaar": False, "op": NU}
_KADERS: Data = {**_LEEG, "tekst": lang(700), "link": _LINK, "stuk": ID, "stuknaam": f"{lang(90)}.pdf"}
_CONTACT: Data = {
    **_LEEG,
    "naam": lang(100),
    "telefoon": "0318 12 34 56",
    "email": "noor@voorbeeld.nl",
    "tekst": lang(200),
    "openbaar": True,
}
_ROL: Data = {**_LEEG, "tekst": lang(300)}
_ROLLEN = {naam: {**_ROL, "trede": TREDEN[i] if i < len(MET_TREDE) else None} for i, naam in enumerate(ROLLEN)}
_DELEN = {"kaders": _KADERS, **dict.fromkeys(CONTACTEN, _CONTACT), **_ROLLEN}
_NIETS: Data = {"delen": {}, "afgesproken": [], "vast": False}
_ALLES: Data = {"delen": _DELEN, "afgesproken": [lang(300)] * 12, "vast": True}
_CONCEPT: Data = {**_NIETS, "afgesproken": [lang(300)]}
_STANDEN = [_NIETS, _ALLES, _CONCEPT]
_ORGANEN = [["presidium", 0, 6], ["campagneteam", 5, 5]]
_PARTNERS: list[Data] = [
    {"id": ID, "soort": soort, "naam": lang(100), "wat": lang(300), "contact": contact, "link": contact and _LINK}
    for soort in SOORTEN
    for contact in (None, lang(200))
]
_NIEUWS: list[Data] = [
    {"id": ID, "partner": ID, "naam": lang(100), "tekst": lang(700), "op": NU, **erbij}
    for erbij in (
        {"link": None, "stuk": None, "stuknaam": None},
        {"link": _LINK, "stuk": ID, "stuknaam": f"{lang(90)}.pdf"},
    )
]
_BLADEREN: Data = {"bladzij": 1, "meer": True}

WIEDOETWAT: dict[str, list[Data]] = {
    "wiedoetwat": [
        {**stand, "mag": mag, "partners": mag, "zetels": mag, "organen": _ORGANEN[: 2 * mag]}
        for stand in _STANDEN
        for mag in (True, False)
    ],
    "wiedoetwat.beheer": [{"delen": [[naam, er_is] for naam in ONDERDELEN]} for er_is in (True, False)],
    "wiedoetwat.eerder": [
        {"regels": [], "bladzij": 0, "meer": False},
        {"regels": [{"onderdeel": o, "op": NU, "zelf": o == "kaders"} for o in ONDERDELEN[:10]], **_BLADEREN},
    ],
    "wiedoetwat.kaders": _STANDEN,
    "wiedoetwat.rollen": [{**stand, "organen": _ORGANEN} for stand in _STANDEN],
    "wiedoetwat.zeker": [{"onderdeel": onderdeel} for onderdeel in ONDERDELEN],
    "wdw_contact.voorbeeld": [
        *({**_CONTACT, "onderdeel": naam, "openbaar": mag} for naam in CONTACTEN for mag in (True, False)),
        {**_LEEG, "naam": lang(100), "onderdeel": "bewoners"},
    ],
    "wdw_kaders.voorbeeld": [
        {**een, "onderdeel": "kaders", "extra": ["link", "stuk"]} for een in (_KADERS, {**_LEEG, "tekst": lang(700)})
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
