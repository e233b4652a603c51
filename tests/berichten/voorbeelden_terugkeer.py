"""Sample data of the messages about a way back for who lost every device."""

from typing import Any

from tests.berichten.lastig import ID, NU, Data, lang

_MENSEN: list[dict[str, Any]] = [
    {"stoel": stoel, "sinds": NU, "kanalen": ["telegram", "web"][:hoeveel]} for stoel, hoeveel in ((1, 1), (9, 2))
]
_EERDER: list[dict[str, Any]] = [
    {"op": NU, "wijze": "deur" if door else "mail", "door": door, "hoe": hoe}
    for door, hoe in (("telegram:123", "gekomen"), (None, "niet_gekomen"), ("web:9", "geweigerd"))
]
_HUIS: dict[str, Any] = {"huis": ID, "adres": lang(60)}

TERUGKEER: dict[str, list[Data]] = {
    "terugkeer.wie": [
        {**_HUIS, "mensen": _MENSEN[:1], "eerder": []},
        {**_HUIS, "mensen": _MENSEN, "eerder": _EERDER},
    ],
    "terugkeer.code": [{**_HUIS, "code": "7K3MQ9XR"}],
    "terugkeer.brief": [{}],
    "terugkeer.mail": [{}],
    "terugkeer.gemaild": [{}],
    "terugkeer.gegeven": [{"op": NU, "wijze": wijze} for wijze in ("deur", "mail")],
    "terugkeer.erbij": [{"op": NU, "wijze": "deur", "nieuw": nieuw} for nieuw in (ID, None)],
    "terugkeer.gestopt": [{}],
    "terugkeer.te_laat": [{}],
    "terugkeer.geweigerd_team": [{"adres": lang(60)}],
}
