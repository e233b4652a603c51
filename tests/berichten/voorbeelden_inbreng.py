"""Sample data of the messages about what people send in with a poll, and the answers to it."""

from typing import Any

from tests.berichten.lastig import ID, LASTIG, Data, lang
from tests.berichten.voorbeelden_formulier import VRAGEN


def _inbreng(**velden: Any) -> Data:
    vast: Data = {"id": ID, "vraag": lang(300), "methode": "consent", "totaal": 1, "antwoord": None}
    vast |= {"later": False, "groep": None, "antwoordt": False, "dicht": True}
    return {**vast, "blijft": False, "stem": None, "bladzij": 0, "meer": False, **velden}


BEZWAREN = [[ID, f"{lang(23)}{n}", n, lang(100) if n else None] for n in range(6)]

INBRENG: dict[str, list[Data]] = {
    "aandragen.vraag": [
        {"id": ID, "vraag": lang(300), "methode": "stellingen", "maximum": 100, "nog": 3, "bewoner": True}
    ],
    "aandragen.nieuw": [{"id": ID, "vraag": lang(300)}],
    "aandragen.lijst": [
        {"peiling": ID, "vraag": lang(300), "totaal": 0, "tekst": None, "bladzij": 0, "meer": False, "gedaan": "erbij"},
        {
            "peiling": ID,
            "vraag": lang(300),
            "totaal": 9,
            "id": ID,
            "tekst": lang(100),
            "bladzij": 1,
            "meer": True,
            "gedaan": None,
        },
    ],
    "aandragen.ontvangen": [{"id": ID, "vraag": lang(300), "methode": "stellingen", "tekst": LASTIG[:100], "nog": 1}],
    "aandragen.te_laat": [{"id": ID, "vraag": lang(300)}],
    "aandragen.zeker": [{"id": ID, "peiling": ID, "vraag": lang(300), "tekst": LASTIG[:100]}],
    "groepering.lijst": [
        {
            "id": ID,
            "vraag": lang(300),
            "methode": "deep_democracy",
            "groepen": groepen,
            "inbreng": inbreng,
            "vast": inbreng == [1, 0],
        }
        for groepen, inbreng in ((BEZWAREN, [12, 3]), (BEZWAREN[:1], [1, 0]), ([], [0, 0]))
    ],
    "groepering.toevoeging": [
        {
            **VRAGEN[0],
            "formulier": "toevoeging",
            "veld": "toevoeging",
            "keuzes": [],
            "mag_over": True,
            "groep": LASTIG[:24],
        }
    ],
    "weerwoord.lees": [
        _inbreng(tekst=None, totaal=0),
        _inbreng(tekst=LASTIG, stem=ID, antwoordt=True, dicht=False),
        _inbreng(tekst=lang(1000), antwoord=lang(1000), blijft=True, stem=ID, bladzij=1, meer=True, totaal=12),
        _inbreng(tekst=LASTIG, stem=ID, antwoordt=True),
        _inbreng(tekst=LASTIG, antwoord=LASTIG, later=True),
        _inbreng(
            methode="deep_democracy",
            tekst=lang(1000),
            groep=BEZWAREN[0][1],
            stem=ID,
            groepen=[[groep, naam, n == 0] for groep, naam, n, _ in BEZWAREN],
            totaal=12,
        ),
    ],
}
