"""Sample data of the messages about the check of a sample of the evidence."""

from bot.storage.steekproeven import SOORTEN as GELOOT
from tests.berichten.lastig import ID, Data, lang

_UITSLAG = {"omvang": 412, "getrokken": 20, "klopt": 17, "klopt_niet": 1, "niet_bereikt": 2, "vervallen": 0}

_POST: Data = {"id": ID, "nummer": 12, "adres": lang(115), "dag": "2027-02-03", "uitkomst": None}

STEEKPROEF: dict[str, list[Data]] = {
    "steekproef": [
        {"loopt": None, "controleur": False, "te_weinig": 10, "eerder": []},
        {"loopt": None, "controleur": False, "te_weinig": 0, "eerder": []},
        {
            "loopt": {"gedaan": 1, "over": 19},
            "controleur": False,
            "te_weinig": 0,
            "eerder": [{**_UITSLAG, "bereikt": 18, "genoeg": True}],
        },
        {
            "loopt": {"gedaan": 1, "over": 1},
            "controleur": True,
            "te_weinig": 0,
            "eerder": [{**_UITSLAG, "bereikt": 2, "genoeg": False}],
        },
    ],
    "steekproef.bedankt": [{}],
    "steekproef.lijst": [
        {
            "posten": [{"id": ID, "uitkomst": u} for u in ("klopt", "klopt_niet", "niet_bereikt") * 30],
            "klaar": False,
        },
        {"posten": [{"id": ID, "uitkomst": "klopt"}] * 3, "klaar": True},
    ],
    "steekproef.post": [{**_POST, "soort": s, "door": "buurtbegeleider"} for s in GELOOT],
    "steekproef.voorbij": [{}],
}
