"""Sample data of the messages about the spelregels."""

from dataclasses import MISSING, Field, fields, replace
from datetime import date
from fractions import Fraction
from typing import Any, cast

from bot.rules import drempels
from bot.rules.drempels import DREMPELS
from bot.rules.spelregels import EENHEDEN, ORGANEN, Spelregels
from tests.berichten.lastig import LASTIG, Data

_HASH = "0123456789abcdef" * 4
_BESLUIT = {"besluitnummer": LASTIG, "besluit_op": "2027-03-12", "besluitlink": "https://voorbeeld.nl/?a=1&b=2"}
_VASTGESTELD = {"vastgesteld_op": "2027-03-28T18:00:00+00:00"}
_BESLUITEN = [{**_BESLUIT, **_VASTGESTELD, "orgaan": orgaan, "volgt": orgaan == "college"} for orgaan in ORGANEN]


def _verplicht(veld: Field[Any]) -> bool:
    return veld.default is MISSING and veld.default_factory is MISSING


def _drempel(soort: str) -> drempels.Drempel:
    """Return a condition with what it must have and no more; who adds a field without a default, adds its sample."""
    vast: Data = {
        "aandeel": "1/2",
        "operator": ">",
        "kenmerken": [
            {"naam": "eigendom"},
            {"naam": "leeftijd", "groepen": {"tot_35": 9, "tot_55": 9}, "bron": LASTIG},
        ],
        "hoogste_afstand": "1/10",
    }
    vast |= {"naam": LASTIG, "functie": LASTIG, "opdrachtgever": LASTIG, "peiling": "Past dit plan bij ons?"}
    vast |= {"voor": ["Ja", LASTIG], "kaders": [LASTIG, "b"], "minimum": 60}
    nodig = {veld.name: vast[veld.name] for veld in fields(cast(Any, DREMPELS[soort])) if _verplicht(veld)}
    return drempels.uit_ruw({"soort": soort, **nodig}, "test", ())


_ALLE = tuple(_drempel(soort) for soort in DREMPELS)
_KORT = Spelregels(versie=1, telt_ook=(), drempels=_ALLE)
_LANG = Spelregels(
    *("Spelregels", 2, "huishoudens", 412, LASTIG, date(2027, 1, 31), ("gesprek",)),
    *(date(2027, 1, 1), date(2027, 12, 31), "gemeenteraad"),
    tuple(replace(cast(Any, d), aandeel=Fraction(2, 3)) if hasattr(d, "aandeel") else d for d in _ALLE),
)


def _versie(regels: Spelregels, **velden: Any) -> Data:
    vast = {"wijk": LASTIG, "versie": regels.versie, "concept": True, "regels": regels.als_json(), "hash": _HASH}
    return {**vast, "reden": None, "besluit": None, "was": None, "versies": [], **velden}


_CONCEPT = _versie(_KORT)
_VAST = [_versie(regels, concept=False, besluit=b) for regels, b in zip((_KORT, _LANG), _BESLUITEN, strict=True)]
_LATER = _versie(_LANG, was=_KORT.als_json(), reden=LASTIG, versies=[1])
_ZONDER = _versie(replace(_KORT, drempels=()), was=_LANG.als_json(), reden=LASTIG, versies=[1, 2])
_ALLEEN = [_versie(replace(_KORT, eenheid=eenheid, van=date(2027, 1, 1))) for eenheid in EENHEDEN]
_ALLEEN.append(_versie(replace(_KORT, tot=date(2027, 1, 1), versie=9), versies=list(range(1, 9))))

_LANGSTE = (LASTIG + "x" * 1000)[:1000]
_REACTIE = {"id": "A" * 22, "versie": 1, "tekst": _LANGSTE, "op": "2027-03-28T18:00:00+00:00", "antwoord": None}
_ANTWOORD = {"versie": 1, "vraag": _LANGSTE[:200], "antwoord": _LANGSTE}

SPELREGELS: dict[str, list[Data]] = {
    "spelregels": [
        {
            **deze,
            "mag": mag,
            "afgesloten": None,
            "ook_concept": not deze["concept"],
            "open": 3 * mag,
            "bewoner": not mag,
            "eigen": not mag,
            "vragen": mag,
        }
        for deze in (_CONCEPT, *_VAST, _LATER, _ZONDER, *_ALLEEN)
        for mag in (True, False)
    ]
    + [
        {**_VAST[0], "mag": True, "afgesloten": "2027-06-01T18:00:00+00:00", "ook_concept": False, "open": 0}
        | {"bewoner": True, "eigen": False, "vragen": False}
    ],
    "spelregels.alles": [_CONCEPT, *_VAST, _LATER, _ZONDER, *_ALLEEN],
    "spelregelvorm.bestand": [{}],
    "spelregelvorm.zeker": [{"versie": 2}],
    "spelregelreactie.vraag": [{"maximum": 1000}],
    "spelregelreactie.bewaard": [{"tekst": _LANGSTE}],
    "spelregelreactie.eigen": [
        {"reacties": [], "bladzij": 0, "meer": False},
        *({"reacties": [{**_REACTIE, "antwoord": a}], "bladzij": 1, "meer": True} for a in (None, _LANGSTE)),
    ],
    "spelregelreactie.vragen": [
        {"antwoorden": [], "bladzij": 0, "meer": False},
        {"antwoorden": [{**_ANTWOORD, "aantal": 4}, {**_ANTWOORD, "aantal": 5}], "bladzij": 1, "meer": True},
    ],
    "spelregelreactie.antwoord": [_ANTWOORD],
    "spelregelantwoord.lijst": [
        {"reacties": [], "eerste": 1, "bladzij": 0, "meer": False},
        {"reacties": [_REACTIE] * 3, "eerste": 4, "bladzij": 1, "meer": True},
    ],
    "spelregelantwoord.voorbeeld": [{**_ANTWOORD, "welke": ["x"] * n} for n in (1, 2)],
    "vaststellen.zeker": [{"aantal": aantal} for aantal in (1, 12)],
    "spelregels.letterlijk": [{"tekst": LASTIG * 40, "eerste": een, "laatste": not een} for een in (True, False)],
    "spelregels.vastgesteld": [_VAST[0], {**_VAST[1], "reden": LASTIG}],
    "spelregels.lezen": [{**_CONCEPT, "besluit": _BESLUITEN[0]}, {**_LATER, "besluit": _BESLUITEN[1]}],
    "vaststellen.voorbeeld": [{**_CONCEPT, "besluit": _BESLUITEN[0]}, {**_LATER, "besluit": _BESLUITEN[1]}],
}
