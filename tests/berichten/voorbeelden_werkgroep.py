"""Sample data of the messages about werkgroepen."""

from typing import Any

from bot.rules.kleine_cellen import MINDER
from bot.rules.talenten import TALENTEN
from tests.berichten.lastig import ID, LASTIG, NU, lang

_EEN: dict[str, Any] = {"id": ID, "naam": lang(60), "omschrijving": None, "taal": None, "gezocht": [], "lid": False}
_EEN |= {"bewoner": True, "leden": MINDER, "trekkers": [], "getrokken": False, "volgende": None, "eenzijdig": None}
_EEN |= {"leidt": False, "trekt": False, "genoemd": False, "chat": False, "net_weg": False}
_VOL = {**_EEN, "omschrijving": lang(600), "taal": "tr", "gezocht": list(TALENTEN), "leden": 125, "getrokken": True}
_VOL |= {
    "trekkers": [LASTIG, lang(40)],
    "volgende": {"op": NU, "titel": lang(100), "id": ID},
    "lid": True,
    "chat": True,
}

WERKGROEP: dict[str, list[dict[str, Any]]] = {
    "werkgroep.lijst": [
        {"werkgroepen": []},
        {"werkgroepen": [{"id": ID, "naam": lang(60), "lid": lid, "trekt": not lid} for lid in (True, False)]},
    ],
    "werkgroep.een": [
        _EEN,
        {**_EEN, "getrokken": True, "volgende": {"op": NU, "id": None}, "taal": "nl", "omschrijving": "Techniek."},
        _VOL,
        {**_VOL, "leidt": True, "trekt": True},
        {**_VOL, "lid": False, "net_weg": True},
        {**_VOL, "leidt": True, "trekt": True, "genoemd": True, "bewoner": False, "lid": False},
        *({**_VOL, "leidt": True, "eenzijdig": talent, "gezocht": [talent]} for talent in TALENTEN),
    ],
    "werkgroep.eenzijdig": [
        {"id": ID, "naam": lang(60), "eenzijdig": talent, "gezocht": [een for een in TALENTEN if een != talent]}
        for talent in TALENTEN
    ]
    + [{"id": ID, "naam": lang(60), "eenzijdig": "techneut", "gezocht": []}],
    "groepslink": [{"id": ID, "naam": lang(60), "link": link} for link in (None, "https://t.me/+AbCdEfGhIjKlMnOp")],
    "groepslink.nodig": [{"naam": lang(60), "groep": lang(128)}],
    "groepslink.los": [{"groep": lang(128)}],
    "groepslink.erin": [{"naam": lang(60)}],
    "groepslink.eerst": [{"id": ID, "naam": lang(60), "bewoner": bewoner} for bewoner in (True, False)],
    "werkgroep_tekst.voorbeeld": [{"naam": lang(60), "omschrijving": lang(600)}],
}
