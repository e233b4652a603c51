"""Sample data of the screen of one address."""

from bot.services.adres import KEUZES
from tests.berichten.lastig import ID, Data, lang

_HUIS: Data = {"huis": ID, "adres": lang(115)}
_LEEG: Data = {"eigen": False, "bereikt": False, "niet_mee": False, "laatst": None, "liever_niet": None, "taal": None}
_LEEG |= {"hulp": 0, "aangemeld": 0, "vragen": 0, "brengen": 0, "kan": ["gesprek", "hulp"], "ronde": False}
_ALLES = ["gesprek", "aanmelden", "vraag", "hulp", *(wat for wat in KEUZES if wat != "deel"), "wissen"]
_NIET = {"sleutel": "huishouden.nummer_onbekend", "velden": {"straat": lang(100), "nummer": "12A"}}
_STRATEN = [[lang(100), ID], ["Merelweg", ID]]

ADRES: dict[str, list[Data]] = {
    "adres": [
        {**_HUIS, **_LEEG},
        {**_HUIS, **_LEEG, "eigen": True, "kan": [], "niet_mee": True},
        {**_HUIS, **_LEEG, "kan": _ALLES, "bereikt": True, "laatst": ["gesproken", "2027-03-28"], "hulp": 1},
        {
            **_HUIS,
            **_LEEG,
            "kan": _ALLES,
            "liever_niet": "2028-03-28",
            "taal": "ar",
            "hulp": 4,
            "aangemeld": 3,
            "vragen": 2,
            "brengen": 2,
            "ronde": True,
        },
    ],
    "adres.kies": [
        {**_HUIS, "wat": wat, "van": "", "bladzij": bladzij, "meer": bladzij == 0, "keuzes": keuzes}
        for wat in KEUZES
        for bladzij, keuzes in ((0, [[ID, lang(300), True], [ID, "Warmte", False]] * 6), (1, [[ID, "Warmte", False]]))
    ],
    "adres.straat": [
        {"straat": lang(100), "meer": meer, "vorige": ID, "volgende": ID, "nummers": [["12A", ID]] * 40}
        for meer in (True, False)
    ],
    "adres.straten": [
        {"straten": _STRATEN, "vorige": None, "volgende": ID},
        {"straten": _STRATEN, "vorige": None, "volgende": None, "niet": _NIET},
    ],
    "adres.taal": [{**_HUIS, "taal": taal} for taal in (None, "pl")],
}
