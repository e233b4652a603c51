"""Sample data of the messages of a round past the doors."""

from bot.rules.ronde import DELEN, WIJZEN
from tests.berichten.lastig import ID, Data, lang

_STRATEN = [[lang(100), ID], ["Merelweg", ID]]
_TELLING = {"alle": 140, "bereikt": 61, "niet": 4, "bezet": 1, "straks": 12, "te_gaan": 62}
_STRAAT: Data = {"huis": ID, "straat": lang(100), "wijze": None, "meer": True, "telling": _TELLING}
_NET = {"huis": ID, "adres": lang(115), "uitkomst": "geen_bezoek"}
_ADRES: Data = {"huis": ID, "adres": lang(115), "laatst": None, "geen_bezoek": None}
_ADRES |= {"dag": "2027-03-29", "herstel": False, "te_gaan": 62, "net": None}
_ROND: Data = {"huis": ID, "straat": lang(100), "deel": "alles", "telling": _TELLING, "net": None}
_BIJ: Data = {"id": ID, "titel": lang(100), "begin": "2027-03-28T18:00:00+00:00", "gasten_max": 3}

_DEUREN = [{"huis": ID, "adres": lang(115), "personen": 2, "gasten": n, "vertellen": bool(n % 2)} for n in range(10)]

_KOMEN: list[Data] = [{"stoel": 1, "gasten": None}]

RONDE: dict[str, list[Data]] = {
    "ronde": [{"straten": straten, "vorige": None, "volgende": ID} for straten in (_STRATEN, _STRATEN[1:])],
    "ronde.straat": [
        _STRAAT,
        *({**_STRAAT, "wijze": wijze, "meer": False} for wijze in WIJZEN),
    ],
    "ronde.adres": [
        _ADRES,
        {**_ADRES, "net": _NET, "laatst": ["later", "2027-03-28"], "herstel": True},
        {**_ADRES, "geen_bezoek": "2028-03-28", "herstel": True},
    ],
    "aanmeldhulp": [{"huis": ID, "adres": lang(115), "bijeenkomsten": bij} for bij in ([], [_BIJ] * 8)],
    "aanmeldhulp.lijst": [
        {"bij": _BIJ, "regels": regels, "alle": 40, "bladzij": bladzij, "meer": bool(regels)}
        for regels, bladzij in (([], 0), (_DEUREN, 1))
    ],
    "aanmeldhulp.bestand": [{"bij": _BIJ, "regels": _DEUREN}],
    "aanmeldhulp.wie": [
        {"huis": ID, "adres": lang(115), "bij": {**_BIJ, "gasten_max": gasten_max}, "mensen": mensen}
        for gasten_max, mensen in ((3, []), (0, _KOMEN), (3, [*_KOMEN, {"stoel": 99, "gasten": 3}]))
    ],
    "ronde.rond": [
        *({**_ROND, "deel": deel, "net": _NET} for deel in DELEN),
        {**_ROND, "telling": {**_TELLING, "straks": 0, "te_gaan": 0}},
    ],
}
