"""Sample data of the messages to and about who does not take part."""

from tests.berichten.lastig import ID, Data

_TEKST = ("Het warmtenet komt er in 2031. <Tot dan> blijft uw gas. " * 20)[:1000]
_EEN = {"tekst": None, "bewoner": True, "niet_mee": False, "mag": False, "aantal": None}
_DEUR = {"huis": ID, "adres": "Merelweg 12a", "tekst": None, "niet_mee": False, "vast": False}

NIETMEE: dict[str, list[Data]] = {
    "geenbezoek": [{"tot": "2028-03-28", "was": was} for was in ("-", "2028-03-01")],
    "geenbezoek.terug": [{}],
    "nietmee.terug": [{}],
    "nietmee": [
        _EEN,
        {**_EEN, "tekst": _TEKST},
        {**_EEN, "niet_mee": True},
        {**_EEN, "bewoner": False, "mag": True, "aantal": "minder dan 5"},
        {**_EEN, "mag": True, "aantal": 25},
    ],
    "nietmee.deur": [
        {**_DEUR, **hoe, "gekozen": gekozen}
        for gekozen in ([1], [2, 99])
        for hoe in (_DEUR, {"tekst": _TEKST}, {"niet_mee": True}, {"niet_mee": True, "vast": True})
    ],
}
