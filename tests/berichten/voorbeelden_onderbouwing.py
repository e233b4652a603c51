"""Sample data of the messages about declarations, kaders and positions of partners."""

from dataclasses import asdict
from fractions import Fraction

from bot.rules.drempels.intekening import ADRESSEN, Ingetekend, Intekening
from bot.rules.drempels.kaders import OORDELEN, Kaders
from bot.rules.drempels.verklaring import Afgelegd, Verklaring
from bot.rules.wegen import Drempelstand
from tests.berichten.lastig import ID, LASTIG, Data, lang


def _stand(stand: Drempelstand) -> Data:
    return {**asdict(stand), "delen": list(stand.delen)}


_VERKLARING = {"naam": lang(60), "functie": LASTIG, "opdrachtgever": lang(60), "redenen": lang(1500)}
_VERKLARING |= {"dag": "2027-03-12", "stuknaam": "verklaring.pdf"}
_VERKLARINGEN = [
    {**_VERKLARING, "uitspraak": uitspraak, "mens": mens}
    for uitspraak in ("gehoord", "niet_gehoord")
    for mens in ("", f"{LASTIG}: buurtbegeleider")
]
_KADER = {"tekst": lang(300), "toelichting": lang(600), "link": None, "stuknaam": None, "extra": ["link", "stuk"]}
_ERBIJ = {"link": "https://voorbeeld.nl/?a=1&b=2", "stuknaam": f"{lang(90)}.pdf"}
_KADERS = [{**_KADER, **erbij, "oordeel": oordeel} for oordeel in OORDELEN for erbij in (Data(), _ERBIJ)]
_STANDPUNT: Data = {
    "id": ID,
    "partner": lang(100),
    "standpunt": lang(700),
    "dag": "2027-03-12",
    "link": None,
    "stuk": None,
}
_STANDPUNT |= {"stuknaam": None, "staat": "geldt", "reden": None}
_STANDPUNTEN = [
    _STANDPUNT,
    {**_STANDPUNT, **_ERBIJ, "stuk": ID, "staat": "ingetrokken", "reden": lang(300)},
    {**_STANDPUNT, "staat": "vervangen"},
]
_STANDEN = [
    _stand(Verklaring(LASTIG, LASTIG, LASTIG).weeg(Afgelegd(LASTIG, LASTIG, LASTIG, True, False, 0, 0))),
    _stand(Kaders((lang(300), *(f"{lang(290)} {n}" for n in range(19)))).weeg({lang(300): "voldaan"})),
    _stand(Intekening(40).weeg({"deelnameverklaring": Ingetekend(12)})),
    _stand(
        Intekening(0, woningtypen=("rijwoning", LASTIG), aandeel=Fraction(3, 5)).weeg(
            {"deelnameverklaring": Ingetekend(58), ADRESSEN: Ingetekend(98, misschien=2)}
        )
    ),
]

ONDERBOUWING: dict[str, list[Data]] = {
    "onderbouwing": [
        {"drempels": [], "verklaard": False, "standpunten": 0, "vast": False},
        {"drempels": _STANDEN[:1], "verklaard": True, "standpunten": 1, "vast": False},
        {"drempels": _STANDEN, "verklaard": True, "standpunten": 3, "vast": True},
    ],
    "stuk": [{"naam": f"{lang(96)}.pdf", "sha256": "0123456789abcdef" * 4, "file_id": "x"}],
    "verklaring.voorbeeld": _VERKLARINGEN,
    "verklaring.lezen": _VERKLARINGEN,
    "verklaring_weg.voorbeeld": [{"reden": lang(300)}],
    "kader.voorbeeld": _KADERS,
    "kader.lezen": _KADERS,
    "standpunt.lijst": [
        {"standpunten": [], "mag": False, "bladzij": 0, "meer": False},
        {"standpunten": _STANDPUNTEN, "mag": False, "bladzij": 1, "meer": True},
        {"standpunten": _STANDPUNTEN, "mag": True, "bladzij": 0, "meer": True},
    ],
    "standpunt.een": [{**een, "mag": mag} for een in _STANDPUNTEN for mag in (True, False)],
    "standpunt.voorbeeld": [{**_STANDPUNT, "extra": ["link", "stuk"]}, {**_STANDPUNT, **_ERBIJ, "extra": []}],
    "standpunt_weg.voorbeeld": [{"partner": lang(100), "reden": lang(300)}],
}
