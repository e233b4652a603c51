"""Sample data of the messages about what happens at doors: conversations, the list and what was typed in of paper."""

from typing import Any, get_args, get_type_hints

from bot.rules.papierlijst import Fout
from bot.services.deurgesprek import UITKOMSTEN
from tests.berichten.lastig import ID, NU, Data, lang

_DEUR: Data = {"id": ID, "titel": lang(100), "begin": NU}

_LIJST: Data = {"id": ID, "titel": lang(100)}

_STRATEN: list[list[str]] = [[lang(100), ID], ["Merelweg", ID]]

_NUMMERS: list[list[Any]] = [[f"{n}A", ID, n % 3, 4] for n in range(1, 41)]

_MENSEN: list[Data] = [
    {"stoel": n, "account": n % 2 == 0, "hoe": hoe} for n, hoe in enumerate(("niet", "eigen", "zelf", "ander"), 1)
]

_AAN_DE_DEUR: Data = {
    "huis": ID,
    "adres": lang(115),
    "eigen": False,
    "laatst": None,
    "herstel": False,
    "liever_niet": None,
    "vorige": None,
    "volgende": 99,
    "gekozen": [2, 99],
    "volgend": ["12A", ID],
    "mensen": [{"stoel": n, "account": n == 1, "al": False, "niet_mee": n == 99} for n in (1, 2, 99)],
}

_BIJ_DE_DEUREN: list[Data] = [
    {},
    {"gekozen": [], "volgende": None},
    {"mensen": [{"stoel": 1, "account": False, "al": False, "niet_mee": True}], "volgend": None},
    {"mensen": [{"stoel": 1, "account": True, "al": True, "niet_mee": False}], "herstel": True},
    {"eigen": True},
    {"liever_niet": "2028-03-28"},
    *({"laatst": [uitkomst, "2027-03-28"]} for uitkomst in ("gesproken", *UITKOMSTEN)),
]

DEUR: dict[str, list[Data]] = {
    "deurgesprek": [{"straten": straten, "vorige": None, "volgende": ID} for straten in (_STRATEN, _STRATEN[1:])],
    "deurgesprek.adres": [{**_AAN_DE_DEUR, **velden} for velden in _BIJ_DE_DEUREN],
    "deurgesprek.gestopt": [{}],
    "deurgesprek.klaar": [
        {"huis": ID, "adres": lang(115), "uitkomst": uitkomst, "aantal": aantal, "volgend": volgend, "ronde": False}
        for uitkomst, aantal in (("gesproken", 1), ("gesproken", 3), *((u, 0) for u in UITKOMSTEN))
        for volgend in (["12A", ID], None)
    ]
    + [{"huis": ID, "adres": lang(115), "uitkomst": "gesproken", "aantal": 2, "volgend": None, "ronde": True}],
    "deurgesprek.straat": [
        {
            "straat": lang(100),
            "meer": meer,
            "vorige": ID,
            "volgende": None,
            "nummers": [[f"{n}A", ID, uitkomst] for n, uitkomst in enumerate((None, "gesproken", *UITKOMSTEN))],
        }
        for meer in (True, False)
    ],
    "deurlijst": [
        {**_LIJST, **tellen, "dicht": not straten, "straten": straten, "vorige": ID, "volgende": None}
        for straten in (_STRATEN, _STRATEN[1:], [])
        for tellen in (
            {"bewoners": 1, "zelf": 0, "gasten": 0, "hoofden": 0, "verschil": -1, "kijk": False},
            {"bewoners": 41, "zelf": 1, "gasten": 3, "hoofden": 60, "verschil": 16, "kijk": True},
            {"bewoners": 2, "zelf": 2, "gasten": 1, "hoofden": 1, "verschil": -2, "kijk": True},
        )
    ],
    "deurlijst.adres": [
        {
            **_LIJST,
            "huis": ID,
            "adres": lang(115),
            "mensen": _MENSEN,
            "totaal": 3,
            "vorige": 1,
            "volgende": None,
            **velden,
        }
        for velden in (
            {"dicht": False, "naamloos": 0, "meer": True, "volgend": ["12A", ID]},
            {"dicht": False, "naamloos": 2, "meer": True, "volgend": None},
            {"dicht": True, "naamloos": 1, "meer": False, "volgend": None},
        )
    ],
    "deurlijst.hoofden": [_LIJST],
    "deurlijst.kies": [{"lijsten": []}, {"lijsten": [{**_LIJST, "begin": NU}] * 20}],
    "deurlijst.klaar": [{**_LIJST, "aantal": aantal} for aantal in (0, 1, 120)],
    "deurlijst.straat": [
        {**_LIJST, "straat": lang(100), "totaal": 1, "nummers": _NUMMERS, "vorige": ID, "volgende": ID},
    ],
    "deur.al_binnen": [_DEUR],
    "deur.binnen": [_DEUR],
    "deur.dicht": [{**_DEUR, "heropenen": ja, "lijst": ja} for ja in (True, False)],
    "deur.eerst_meedoen": [{"onthouden": ja, "menu": not ja} for ja in (True, False)],
    "deur.eigen": [{"token": lang(38)}],
    "deur.gescand": [{**_DEUR, "nieuw": n > 0, "aanwezig": n} for n in (0, 1, 120)],
    "deur.kies": [{"deuren": []}, {"deuren": [_DEUR] * 3}],
    "deur.pagina": [{**_DEUR, "adres": f"https://{lang(40)}/deur/{ID}"}],
    "deur.scherm": [
        {**_DEUR, "token": lang(38), "code": "012345", "tot": NU, "aanwezig": n, "lijst": n > 0} for n in (0, 1, 120)
    ],
    "deur.straks": [{**_DEUR, "open": NU}],
    "deur.uit": [{**_DEUR, "gesloten": gesloten} for gesloten in (True, False)],
    "deur.welke": [{"deuren": [{"titel": _DEUR["titel"], "keuze": "x" * 49}] * 3}],
    "papierlijst.fouten": [
        {**_LIJST, "fouten": [[reden, lang(115)] for reden in get_args(get_type_hints(Fout)["reden"])], "meer": meer}
        for meer in (0, 1, 150)
    ],
    "papierlijst.klopt": [
        {**_LIJST, "regels": [[lang(60), n % 3 + 1] for n in range(aantal)], "aantal": aantal}
        for aantal in (1, 40, 200)
    ],
    "papierlijst.vraag": [{**_LIJST, "straat": lang(100)}],
}
