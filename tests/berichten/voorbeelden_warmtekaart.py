"""Sample data of the messages about what a heat solution means for a home."""

from bot.rules.kleine_cellen import MINDER, NIET_GETOOND
from bot.rules.warmtekaarten import GAS, LAGEN, TEKSTEN
from tests.berichten.lastig import ID, NU, Data, lang


def _kosten(van: int, tot: int, link: str = "") -> Data:
    return {"van": van, "tot": tot, "bron": lang(120), "dag": "2027-01-15", "link": link}


_VOL: Data = {
    "gas": "stopt",
    "gas_wanneer": lang(60),
    "eenmalig": _kosten(4000, 6_000_000, "https://warmte.example/" + "a" * 277),
    "maandelijks": _kosten(90, 90),
    **{naam: lang(200) for naam in TEKSTEN},
}
_LEEG = {**_VOL, **dict.fromkeys(TEKSTEN, ""), "gas": "blijft", "gas_wanneer": "", "maandelijks": _VOL["eenmalig"]}
_KAART = {"id": ID, "oplossing": lang(40), "woningtype": lang(40), "versie": 1, "op": NU, "inhoud": _VOL}
_KORT = {**_KAART, "oplossing": "Warmtenet", "woningtype": "", "versie": 2, "inhoud": _LEEG}
_REGEL = {naam: _KAART[naam] for naam in ("id", "oplossing", "inhoud")}
_SCHERM = {"laag": "mij", "mag_zeggen": True, "anderen": 1, "beheer": False, "standen": None}
_STANDEN = [
    {"op": "2027-03-01", "stemmen": 10, "delen": [60, MINDER, MINDER]},
    {"op": "2027-03-08", "stemmen": 15, "delen": [NIET_GETOOND, 40, MINDER]},
]
_ALLE = [_KAART, _KORT, *({**_KAART, "inhoud": {**_LEEG, "gas": gas}} for gas in GAS)]
_SOORTEN = [[ID, lang(40)], [ID, "flat"]]

WARMTEKAART: dict[str, list[Data]] = {
    "warmtekaart.soorten": [
        {"soorten": _SOORTEN, "eigen": None, "bekend": bekend, "beheer": beheer, "aantal": 2}
        for bekend in (True, False)
        for beheer in (True, False)
    ],
    "warmtekaart.lijst": [
        {"kaarten": kaarten, "woningtype": woning, "anders": anders, "beheer": anders, "aantal": len(kaarten)}
        for kaarten in ([], [_REGEL], [_REGEL] * 4)
        for woning, anders in (("", False), (lang(40), True))
    ],
    "warmtekaart": [
        *({**kaart, **_SCHERM, "laag": laag} for kaart in _ALLE for laag in LAGEN),
        {**_KAART, **_SCHERM, "mag_zeggen": False, "anderen": 0, "beheer": True, "standen": []},
        {**_KAART, **_SCHERM, "beheer": True, "standen": _STANDEN},
    ],
    "warmtekaart.waarmee": [{**_KAART, "keuzes": _SOORTEN}],
    "warmtekaart.naast": [
        {"kaarten": [een, ander], "laag": laag}
        for een, ander in ((_KAART, _KORT), (_KAART, {**_KAART, "woningtype": "flat"}), (_KORT, _KORT))
        for laag in LAGEN
    ],
    "warmtekaart.vragen": [{**_KAART, "antwoord": wat} for wat in ("beetje", "vraag")],
    "warmtekaart.voorbeeld": [{"kaart": kaart} for kaart in _ALLE],
    "warmtekaart.lezen": _ALLE,
    "warmtekaart.zeker": [_KAART],
    "warmtekaart.bestand": [{}],
    "warmtekaart.niets_nieuws": [{}],
}

KAARTEN: list[Data] = [{**_KAART, "standen": _STANDEN}, {**_KORT, "standen": []}]
"""What the report has of them."""
