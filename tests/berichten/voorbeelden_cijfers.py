"""Sample data of the messages about series of figures."""

from tests.berichten.lastig import ID, NU, Data, lang


def _cijfer(begin: str, waarde: str | None, bron: str = "Gemeente") -> Data:
    return {"begin": begin, "waarde": waarde, "bron": bron, "op": NU}


_MAANDEN = [_cijfer(f"2027-{n:02}-01", f"{40 + 7 * n}", lang(120)) for n in (1, 2, 5)]
_DAGEN = [_cijfer(f"2026-{n:02}-11", f"{n}.5", f"Bron {n}") for n in range(1, 13)] + [_cijfer("2027-03-01", "-3.25")]
_JAREN = [_cijfer(f"{jaar}-01-01", "123456789.1234") for jaar in range(1990, 2027)]
_VERBETERD = [{**_cijfer("2027-02-01", waarde), "was": "50", "reden": lang(200)} for waarde in ("54", None)]
_VOL: Data = {
    "id": ID,
    "naam": lang(60),
    "eenheid": lang(30),
    "uitleg": lang(200),
    "soort": "maand",
    "openbaar": False,
    "laatste": _MAANDEN[-1],
    "aantal": 3,
    "cijfers": _MAANDEN,
    "verbeterd": _VERBETERD,
    "bijgewerkt": NU,
}
_LEEG = {**_VOL, "laatste": None, "aantal": 0, "cijfers": [], "verbeterd": [], "bijgewerkt": None}
_ALLE = [
    _VOL,
    {**_VOL, "soort": "dag", "cijfers": _DAGEN, "verbeterd": []},
    {**_VOL, "soort": "jaar", "cijfers": _JAREN, "openbaar": True},
    {**_VOL, "soort": "kwartaal", "cijfers": [_cijfer("2027-01-01", "0")], "verbeterd": []},
    _LEEG,
]
_PUNT = {"naam": _VOL["naam"], "eenheid": "woningen", "bron": lang(120), "reden": lang(200)}
_PUNT |= {"soort": "maand", "begin": "2027-02-01", "waarde": "12.5", "was": None}

CIJFERS: dict[str, list[Data]] = {
    "cijfers": [
        {"reeksen": reeksen, "beheer": beheer, "bladzij": 0, "meer": beheer}
        for reeksen in ([], [_VOL, _LEEG])
        for beheer in (True, False)
    ],
    "cijfers.reeks": [
        {**een, "beheer": beheer, "kiest": kiest}
        for een in _ALLE
        for beheer, kiest in ((True, True), (True, False), (False, False))
    ],
    "cijfers.welk": [{**_VOL, "cijfers": _DAGEN, "soort": "dag"}],
    "cijfers.zeker": [{"id": ID, "naam": _VOL["naam"]}],
    "cijfers.bestand": [{}],
    "indicator.voorbeeld": [{**_VOL, "openbaar": openbaar} for openbaar in ("ja", "nee")],
    "cijfer.voorbeeld": [_PUNT],
    "cijfer_verbeteren.voorbeeld": [{**_PUNT, "waarde": waarde, "was": "50"} for waarde in ("12.5", "geen")],
}

REEKSEN = _ALLE[:-1]
"""What the report has of them."""
