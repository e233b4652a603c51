"""Sample data of the messages of a round past the doors."""

from typing import Any

from bot.rules.ronde import DELEN, WIJZEN

_LASTIG = """<b>Piet & "Co" 's {haak} </b> 100% > 5 €"""
_ID = "AbCdEfGhIjKlMnOpQrStUv"


def _lang(lengte: int) -> str:
    return (_LASTIG + " " + "warmte " * lengte)[:lengte]


_STRATEN = [[_lang(100), _ID], ["Merelweg", _ID]]
_TELLING = {"alle": 140, "bereikt": 61, "niet": 4, "bezet": 1, "straks": 12, "te_gaan": 62}
_STRAAT: dict[str, Any] = {"huis": _ID, "straat": _lang(100), "wijze": None, "meer": True, "telling": _TELLING}
_NET = {"huis": _ID, "adres": _lang(115), "uitkomst": "geen_bezoek"}
_ADRES: dict[str, Any] = {"huis": _ID, "adres": _lang(115), "laatst": None, "geen_bezoek": None}
_ADRES |= {"dag": "2027-03-29", "herstel": False, "te_gaan": 62, "net": None}
_ROND: dict[str, Any] = {"huis": _ID, "straat": _lang(100), "deel": "alles", "telling": _TELLING, "net": None}
_BIJ: dict[str, Any] = {"id": _ID, "titel": _lang(100), "begin": "2027-03-28T18:00:00+00:00", "gasten_max": 3}

_DEUREN = [{"huis": _ID, "adres": _lang(115), "personen": 2, "gasten": n, "vertellen": bool(n % 2)} for n in range(10)]

_KOMEN: list[dict[str, Any]] = [{"stoel": 1, "gasten": None}]

RONDE: dict[str, list[dict[str, Any]]] = {
    "ronde": [{"straten": straten, "vorige": None, "volgende": _ID} for straten in (_STRATEN, _STRATEN[1:])],
    "ronde.straat": [
        _STRAAT,
        *({**_STRAAT, "wijze": wijze, "meer": False} for wijze in WIJZEN),
    ],
    "ronde.adres": [
        _ADRES,
        {**_ADRES, "net": _NET, "laatst": ["later", "2027-03-28"], "herstel": True},
        {**_ADRES, "geen_bezoek": "2028-03-28", "herstel": True},
    ],
    "aanmeldhulp": [{"huis": _ID, "adres": _lang(115), "bijeenkomsten": bij} for bij in ([], [_BIJ] * 8)],
    "aanmeldhulp.lijst": [
        {"bij": _BIJ, "regels": regels, "alle": 40, "bladzij": bladzij, "meer": bool(regels)}
        for regels, bladzij in (([], 0), (_DEUREN, 1))
    ],
    "aanmeldhulp.bestand": [{"bij": _BIJ, "regels": _DEUREN}],
    "aanmeldhulp.wie": [
        {"huis": _ID, "adres": _lang(115), "bij": {**_BIJ, "gasten_max": gasten_max}, "mensen": mensen}
        for gasten_max, mensen in ((3, []), (0, _KOMEN), (3, [*_KOMEN, {"stoel": 99, "gasten": 3}]))
    ],
    "ronde.rond": [
        *({**_ROND, "deel": deel, "net": _NET} for deel in DELEN),
        {**_ROND, "telling": {**_TELLING, "straks": 0, "te_gaan": 0}},
    ],
}
