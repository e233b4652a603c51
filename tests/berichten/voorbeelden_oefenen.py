"""Sample data of the messages of a practice."""

from bot.services.oefenen import LESSEN
from tests.berichten.lastig import LASTIG, NU, Data
from tests.berichten.voorbeelden_menu import MENU

_LESSEN = [list(lessen) for lessen in LESSEN.values()]
_WIE: Data = {"wie": "-1001", "naam": LASTIG[:40], "adres": "Merelstraat 1", "code": None}

OEFENEN: dict[str, list[Data]] = {
    "oefenen.begint": [{"rollen": ["trekker"], "lessen": _LESSEN[0], "nu": NU}],
    "oefenen.scherm": [{"lessen": lessen, "nu": NU} for lessen in _LESSEN],
    "oefenen.les": [{"les": les} for les in sorted({les for lessen in _LESSEN for les in lessen})],
    "oefenen.als": [_WIE, {**_WIE, "code": "7K3F9M2APQ4X"}],
    "oefenen.zie": [{"soort": "menu", "data": MENU["menu"][0]}],
    "oefenen.ging_naar": [{"aantal": 1, "een": None}, {"aantal": 43, "een": 4_000_000_000}],
    **{
        f"oefenen.{soort}": [{}]
        for soort in ("wordt_gemaakt", "klaar", "voorbij", "verlopen", "vol", "lukt_niet", "echte_knop", "echte_code")
    },
}
