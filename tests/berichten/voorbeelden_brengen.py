"""Sample data of what is told at a door, and of a question that is written down there."""

from bot.services.brengen import SOORTEN
from tests.berichten.lastig import ID, NU, Data, lang

_TAAK: Data = {"id": ID, "huis": ID, "adres": lang(115), "stoel": 99, "gebracht": False}
_AVOND: Data = {"titel": lang(100), "begin": NU, "plaats": lang(200)}
_INHOUD: dict[str, list[Data]] = {
    "antwoord": [{"vraag": lang(1000), "antwoord": lang(1000)}],
    "zaal": [{"antwoord": lang(1000)}],
    "reactie": [
        {"titel": lang(100), "oordeel": oordeel, "reden": reden}
        for oordeel, reden in (("overgenomen", None), ("deels", lang(1000)), ("niet", lang(1000)))
    ],
    "gewijzigd": [{**_AVOND, "afgelast": False, "reden": None}],
    "afgelast": [{**_AVOND, "afgelast": True, "reden": reden} for reden in (None, lang(200))],
}
_FORMULIER: Data = {"formulier": "vraagdeur", "veld": "over", "keuzes": ["plan", "anders"], "gehaald": []}
_FORMULIER |= {"mag_over": False, "eerste": False}

BRENGEN: dict[str, list[Data]] = {
    "brengen.een": [
        {**_TAAK, "soort": soort, "inhoud": inhoud, "gebracht": gebracht}
        for soort in SOORTEN
        for inhoud in (*_INHOUD[soort], None)
        for gebracht in (False, True)
    ],
    "brengen.lijst": [
        {"taken": [{"id": ID, "adres": lang(115), "soort": soort} for soort in soorten], "huis": huis, **rond}
        for soorten, huis, rond in (
            (SOORTEN * 2, "", {"bladzij": 1, "meer": True}),
            (SOORTEN[:1], ID, {"bladzij": 0, "meer": False}),
            ((), "", {"bladzij": 0, "meer": False}),
        )
    ],
    "brengen.nieuw": [{"soort": soort} for soort in SOORTEN],
    "vraagdeur.over": [
        {**_FORMULIER, "gevonden": gevonden} for gevonden in ([], [{"vraag": lang(300), "antwoord": lang(1000)}] * 3)
    ],
}
