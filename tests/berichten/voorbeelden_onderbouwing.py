"""Sample data of the messages about declarations, kaders and positions of partners."""

from dataclasses import asdict
from fractions import Fraction
from typing import Any

from bot.rules.drempels.intekening import ADRESSEN, Ingetekend, Intekening
from bot.rules.drempels.kaders import OORDELEN, Kaders
from bot.rules.drempels.verklaring import Afgelegd, Verklaring
from bot.rules.wegen import Drempelstand

_LASTIG = """<b>Piet & "Co" 's {haak} </b> 100% > 5 €"""
_ID = "AbCdEfGhIjKlMnOpQrStUv"
_NU = "2027-03-28T18:00:00+00:00"


def _lang(lengte: int) -> str:
    return (_LASTIG + " " + "warmte " * lengte)[: lengte - 1] + "."


def _stand(stand: Drempelstand) -> dict[str, Any]:
    return {**asdict(stand), "delen": list(stand.delen)}


_VERKLARING = {"naam": _lang(60), "functie": _LASTIG, "opdrachtgever": _lang(60), "redenen": _lang(1500)}
_VERKLARING |= {"dag": "2027-03-12", "stuknaam": "verklaring.pdf"}
_VERKLARINGEN = [
    {**_VERKLARING, "uitspraak": uitspraak, "mens": mens}
    for uitspraak in ("gehoord", "niet_gehoord")
    for mens in ("", f"{_LASTIG}: buurtbegeleider")
]
_KADER = {"tekst": _lang(300), "toelichting": _lang(600), "link": None, "stuknaam": None, "extra": ["link", "stuk"]}
_ERBIJ = {"link": "https://voorbeeld.nl/?a=1&b=2", "stuknaam": f"{_lang(90)}.pdf"}
_KADERS = [{**_KADER, **erbij, "oordeel": oordeel} for oordeel in OORDELEN for erbij in (dict[str, Any](), _ERBIJ)]
_STANDPUNT: dict[str, Any] = {
    "id": _ID,
    "partner": _lang(100),
    "standpunt": _lang(700),
    "dag": "2027-03-12",
    "link": None,
    "stuk": None,
}
_STANDPUNT |= {"stuknaam": None, "staat": "geldt", "reden": None}
_STANDPUNTEN = [
    _STANDPUNT,
    {**_STANDPUNT, **_ERBIJ, "stuk": _ID, "staat": "ingetrokken", "reden": _lang(300)},
    {**_STANDPUNT, "staat": "vervangen"},
]
_STANDEN = [
    _stand(Verklaring(_LASTIG, _LASTIG, _LASTIG).weeg(Afgelegd(_LASTIG, _LASTIG, _LASTIG, True, False, 0, 0))),
    _stand(Kaders((_lang(300), *(f"{_lang(290)} {n}" for n in range(19)))).weeg({_lang(300): "voldaan"})),
    _stand(Intekening(40).weeg({"deelnameverklaring": Ingetekend(12)})),
    _stand(
        Intekening(0, woningtypen=("rijwoning", _LASTIG), aandeel=Fraction(3, 5)).weeg(
            {"deelnameverklaring": Ingetekend(58), ADRESSEN: Ingetekend(98, misschien=2)}
        )
    ),
]

ONDERBOUWING: dict[str, list[dict[str, Any]]] = {
    "onderbouwing": [
        {"drempels": [], "verklaard": False, "standpunten": 0, "vast": False},
        {"drempels": _STANDEN[:1], "verklaard": True, "standpunten": 1, "vast": False},
        {"drempels": _STANDEN, "verklaard": True, "standpunten": 3, "vast": True},
    ],
    "stuk": [{"naam": f"{_lang(96)}.pdf", "sha256": "0123456789abcdef" * 4, "file_id": "x"}],
    "verklaring.voorbeeld": _VERKLARINGEN,
    "verklaring.lezen": _VERKLARINGEN,
    "verklaring_weg.voorbeeld": [{"reden": _lang(300)}],
    "kader.voorbeeld": _KADERS,
    "kader.lezen": _KADERS,
    "standpunt.lijst": [
        {"standpunten": [], "mag": False, "bladzij": 0, "meer": False},
        {"standpunten": _STANDPUNTEN, "mag": False, "bladzij": 1, "meer": True},
        {"standpunten": _STANDPUNTEN, "mag": True, "bladzij": 0, "meer": True},
    ],
    "standpunt.een": [{**een, "mag": mag} for een in _STANDPUNTEN for mag in (True, False)],
    "standpunt.voorbeeld": [{**_STANDPUNT, "extra": ["link", "stuk"]}, {**_STANDPUNT, **_ERBIJ, "extra": []}],
    "standpunt_weg.voorbeeld": [{"partner": _lang(100), "reden": _lang(300)}],
}
