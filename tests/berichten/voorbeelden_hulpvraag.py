"""Sample data of the messages about a request for help at the door."""

from bot.services import hulpbeeld
from tests.berichten.lastig import ID, LASTIG, NU, Data, lang

_HULPVRAAG: Data = {
    "id": ID,
    "wijze": "langs",
    "over": "peiling",
    "onderwerp": ID,
    "titel": lang(300),
    "adres": lang(115),
    "nummer": None,
    "naam": LASTIG[:40],
    "gevraagd_op": NU,
    "door": None,
    "weer": False,
    "eigen": True,
}

_GEBELD: Data = {"wijze": "bel", "over": "vraag", "titel": "", "adres": None, "nummer": "06 12345678", "naam": None}

_HELPER: list[Data] = [
    {"rol": rol, "bereik": "", "naam": naam} for rol in hulpbeeld.ROLLEN for naam in (None, LASTIG[:40])
]

_HULPVRAGEN: list[Data] = [
    _HULPVRAAG,
    {**_HULPVRAAG, **_GEBELD},
    *({**_HULPVRAAG, "over": over, "titel": lang(100)} for over in ("bijeenkomst", "uitzending", "kennismaking")),
]

_GENOMEN: list[Data] = [{**vraag, "door": door} for vraag in _HULPVRAGEN[:2] for door in _HELPER]

_VAN_ANDER: list[Data] = [{**vraag, "adres": None, "nummer": None, "naam": None} for vraag in _GENOMEN]

HULPVRAAG: dict[str, list[Data]] = {
    "hulpvraag.door_ander": [{**vraag, "over_keer": keer} for vraag in _VAN_ANDER for keer in (None, 1000)],
    "hulpvraag.een": [*({**vraag, "eigen": False} for vraag in _HULPVRAGEN), *_GENOMEN],
    "hulpvraag.eigen": [{**vraag, "rol": rol} for vraag in (*_HULPVRAGEN[:2], *_GENOMEN) for rol in hulpbeeld.ROLLEN],
    "hulpvraag.genomen": [{**vraag, "anders": anders} for vraag in _GENOMEN for anders in (False, True)],
    "hulpvraag.ingetrokken": [{}],
    "hulpvraag.klaar": [
        {"huis": huis, "wijze": wijze, "staat": staat}
        for huis in (ID, None)
        for wijze in ("langs", "bel")
        for staat in ("klaar", "ingetrokken", "verlopen")
    ],
    "hulpvraag.lijst": [{"vragen": [], "meer": False}, {"vragen": [*_HULPVRAGEN, *_GENOMEN], "meer": True}],
    "hulpvraag.niet": [{}],
    "hulpvraag.nieuw": [*_HULPVRAGEN, *({**vraag, "weer": True} for vraag in _HULPVRAGEN[:2])],
    "hulpvraag.nummer": [
        {"over": "bijeenkomst", "onderwerp": ID, "fout": f} for f in (None, "nummer", "deurcode", "contact")
    ],
    "hulpvraag.overgenomen": _VAN_ANDER,
    "hulpvraag.terug": [{"id": ID, "wijze": wijze} for wijze in ("langs", "bel")],
    "hulpvraag.teruggegeven": [{"anderen": anderen} for anderen in (True, False)],
    "hulpvraag.verlopen": [{}],
    "hulpvraag.voorbij": [{"wijze": "langs", "over": "peiling", "titel": lang(300)}],
    "hulpvraag.wacht": _HULPVRAGEN,
    "hulpvraag.wat": [
        {"over": "kennismaking", "onderwerp": ID, "al": _HULPVRAGEN[:n], "vol": n > 2} for n in (0, 2, 3)
    ],
    "hulpvraag.weg": [*_HULPVRAGEN, *_GENOMEN],
}
