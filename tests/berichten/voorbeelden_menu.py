"""Sample data of the messages about the menu, the help, and what is answered when nothing else fits."""

from berichten.opdrachten import GROEPEN
from bot.services.handeling import ROLLEN
from tests.berichten.lastig import LASTIG, Data

_MENU: list[Data] = [
    {"bewoner": False, "rollen": []},
    {"bewoner": False, "rollen": [], "woonde_op": LASTIG},
    {"bewoner": False, "rollen": [], "elders": {"id": 2, "naam": LASTIG[:100], "stil": True}},
    {"bewoner": False, "rollen": [], "elders": {"id": 2, "naam": LASTIG[:100], "stil": False}},
    {"bewoner": False, "rollen": ["buurtbegeleider"], "elders": {"id": 2, "naam": "Bloemenbuurt", "stil": False}},
    {"bewoner": True, "rollen": []},
    {"bewoner": True, "rollen": [], "naam": LASTIG[:40]},
    *({"bewoner": bewoner, "rollen": [rol]} for bewoner in (False, True) for rol in ROLLEN),
    *({"bewoner": True, "rollen": list(ROLLEN), "groep": groep} for groep in GROEPEN),
]

MENU: dict[str, list[Data]] = {
    "help": _MENU,
    "menu": _MENU,
    "mislukt": [{}],
    "antwoord_weg": [{}],
    "onbegrepen": _MENU,
    "taal.kies": [{}],
}
