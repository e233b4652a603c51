"""Samples of the audit trail."""

from tests.berichten.lastig import ID, NU, Data, lang

_REGEL: Data = {
    "op": NU,
    "wie": "telegram:987654321",
    "naam": lang(60),
    "gewist": False,
    "rol": "organisator",
    "wat": "deurlijst.toon",
    "onderwerp": ID,
    "daad": "gelezen",
    "waarom": None,
}
_REGELS = [_REGEL, {**_REGEL, "naam": None, "daad": "gewijzigd", "gewist": True}]
_REGELS += [{**_REGEL, "rol": "", "daad": "geweigerd", "waarom": "rol_nodig"}] * 6

ROLGEBRUIK: dict[str, list[Data]] = {
    "rolgebruik": [
        {"regels": _REGELS, "zoek": "", "bladzij": 0, "meer": True},
        {"regels": _REGELS[:1], "zoek": lang(40), "bladzij": 3, "meer": False},
        {"regels": [], "zoek": "", "bladzij": 0, "meer": False},
    ],
    "rolgebruik.bestand": [{"regels": _REGELS, "vol": False}, {"regels": _REGELS, "vol": True}],
}
