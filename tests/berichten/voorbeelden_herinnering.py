"""Sample data of the messages about reminders, and of what someone wants to hear."""

from bot.rules.weekmaat import ONDERWERPEN
from tests.berichten.lastig import ID, NU, Data, lang
from tests.berichten.voorbeelden_uitzending import inhoud

_SOORTEN_RITME: tuple[Data, ...] = (
    {"ritme": "eens"},
    {"ritme": "week"},
    {"ritme": "week", "om_de": 2, "tot": "2027-07-01"},
    *({"ritme": "maand_weekdag", "hoeveelste": n} for n in (1, 2, 3, 4, -1)),
    {"ritme": "maand_datum", "dag": 15},
    {"ritme": "maand_datum", "dag": 31},
)

_RITMES: list[Data] = [
    {"eerste": "2027-03-02T19:30:00", "om_de": 1, "hoeveelste": 0, "dag": 0, "tot": None, **ritme}
    for ritme in _SOORTEN_RITME
]

_HERINNERINGEN: list[Data] = [
    {"id": ID, "tekst": lang(300), "groep_naam": lang(60), "ritme": ritme, "volgende": NU, "gaat": None}
    for ritme in _RITMES
]

_NIEUWE_HERINNERINGEN: list[Data] = [
    {
        "tekst": lang(300),
        "groep": ID,
        "groep_naam": lang(60),
        "ritme": ritme,
        "volgende": NU,
        "gaat": NU,
        "extra": ["stil", "tot"],
    }
    for ritme in _RITMES
]

_REGELS: list[Data] = [
    {"wat": "bijeenkomst", "titel": lang(100), "op": NU, "id": ID},
    {"wat": "peiling", "titel": lang(300), "op": NU, "id": ID},
    {"wat": "uitslag", "titel": lang(300), "op": None, "id": ID},
    {"wat": "partner", "titel": lang(100), "id": ID},
    {"wat": "uitzending", "koppen": {"nl": inhoud()["html"]}, "eigen_taal": "nl", "id": ID},
    {"wat": "uitzending", "koppen": {"de": "Kommen <b>" * 90}, "eigen_taal": "de", "id": ID},
    {"wat": "uitzending", "koppen": {"nl": ""}, "eigen_taal": "nl", "id": ID},
]

_VOORKEUR: Data = {"alle": list(ONDERWERPEN), "wekelijks": False, "per_week": 2, "weer": False}

HERINNERING: dict[str, list[Data]] = {
    "bundel": [{"regels": _REGELS}, {"regels": _REGELS[1:2] * 10}],
    "herinnering": [{"tekst": lang(299), "groep": lang(60)}],
    "herinnering.een": _HERINNERINGEN,
    "herinnering.lijst": [
        {"regels": [], "bladzij": 0, "meer": False},
        {"regels": _HERINNERINGEN[:8], "bladzij": 1, "meer": True},
    ],
    "herinnering.voorbeeld": _NIEUWE_HERINNERINGEN,
    "herinnering.zeker": _HERINNERINGEN[:1],
    "herinnering_wijzigen.voorbeeld": [{**een, "extra": ["tekst", "moment", "stil", "tot"]} for een in _HERINNERINGEN],
    "voorkeur": [
        {**_VOORKEUR, "onderwerpen": list(ONDERWERPEN)},
        {**_VOORKEUR, "onderwerpen": ["raad"], "per_week": 1, "weer": True},
        {**_VOORKEUR, "onderwerpen": ["buurt"], "wekelijks": True},
        {**_VOORKEUR, "onderwerpen": [], "wekelijks": True},
    ],
    "voorkeur.gestopt": [{"weer": weer} for weer in (True, False)],
}
