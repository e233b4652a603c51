"""Sample data of the messages about what is kept of someone, consent, and erasing."""

from bot.rules.weekmaat import ONDERWERPEN
from bot.services.handeling import ROLLEN
from tests.berichten.lastig import ID, LASTIG, NU, Data, lang

_NIETS: Data = {"over_zichzelf": {}, "huisgenoten": [], "stemmen_met_naam": []}

_GEGEVENS: Data = {
    "stemmen_met_naam": [{"vraag": lang(300), "methode": "keuze", "stem": [lang(100), lang(99)]}] * 5,
    "adres": lang(60),
    "sinds": NU,
    "taal": "en",
    "toestemming_versie": 1,
    "toestemming_op": NU,
    "werkgroepen": [LASTIG, "techniek", "communicatie"],
    "mailadres": "anna@voorbeeld.nl",
    "voorkeur": {"onderwerpen": list(ONDERWERPEN), "wekelijks": False, "gestopt": False},
    "taken": [{"rol": "trekker", "bereik": LASTIG}, {"rol": "kerngroep", "bereik": ""}],
    "taken_elders": [{"wijk": LASTIG[:100], "rollen": ["organisator", "kerngroep"]}],
    "stemmen": 1,
    "aanwezig": 0,
    "aangemeld": 2,
    "aanbod": [["interesse", "A"], ["deelnameverklaring", "B"], ["inschrijving", LASTIG]],
    "aangedragen": [lang(100), LASTIG[:100], "Zon"],
    "momenten": [["verbouwen", 2027, 2027], ["verhuizen", 2029, 2032]],
    "inspreken": True,
    "niet_mee": True,
    "ideeen": 2,
    "gesteund": 2,
    "conceptreacties": 2,
    "spelregelvragen": 2,
    "korte_vragen": 2,
    "warmtekaarten": 2,
    "vragen": 2,
    "vraagstop": True,
    "hulpvragen": [["langs", None], ["bel", "06 12345678"]],
    "gesprekken": 1,
    "door_team": [
        {"soort": soort, "dag": "2027-03-28", "door": rol}
        for soort in ("aanwezig", "aanwezig_vragen", "gesprek")
        for rol in ROLLEN[:5]
    ],
    "account": "telegram:1234567890",
    "woning": ["koop", LASTIG, "1968"],
    "volwassenen": 2,
    "brieftaal": "en",
    "over_zichzelf": {"naam": [LASTIG[:40]], "hulp": ["thema"], "talent": ["techneut", "financieel"], "leeftijd": []},
    "huisgenoten": [LASTIG[:40], ""],
}

_WISSEN: list[Data] = [
    {"bewoner": bewoner, "rollen": rollen, "nummer": nummer, "wijken": ["Vogelbuurt", LASTIG[:100]][: bewoner + rollen]}
    for bewoner, rollen, nummer in ((1, 0, 0), (1, 1, 0), (1, 1, 1), (0, 1, 0))
]

GEGEVENS: dict[str, list[Data]] = {
    "gegevens": [
        _GEGEVENS,
        {
            **_GEGEVENS,
            "taal": None,
            "werkgroepen": [],
            "mailadres": None,
            "voorkeur": {"onderwerpen": ["raad"], "wekelijks": True, "gestopt": False},
            "taken": [],
            "taken_elders": [],
            "gesprekken": 0,
            "door_team": [],
            "aanbod": [],
            "hulpvragen": [],
            "woning": [],
            "volwassenen": None,
            "brieftaal": None,
            **_NIETS,
        },
    ],
    "toestemming.ingetrokken": [{}],
    "toestemming.nieuw": [{"versie": 2}],
    "toestemming.vraag": [{}],
    "bewaren.straks": [{"dag": "2027-12-31"}],
    "gegevens.elders": [{"elders": {"id": 2, "naam": LASTIG[:100], "stil": stil}} for stil in (True, False)],
    "gegevens.bestand": [{"dag": "2027-02-01", "bestand": {"versie": 1, "onderdelen": {}}}],
    "gewisteplek.een": [{"id": ID, "adres": lang(115)}],
    "gewisteplek.klaar": [{"id": ID, "adres": lang(115), "antwoord": antwoord} for antwoord in ("zelfde", "ander")],
    "gewisteplek.lijst": [{"vragen": [{"id": ID, "adres": lang(115)}] * aantal} for aantal in (0, 20)],
    "wissen.adres": [{"huis": ID, "adres": lang(115), "stoelen": stoelen} for stoelen in ([], [1, 99])],
    "wissen.klaar": [{}],
    "wissen.niets": [{}],
    "wissen.vraag": _WISSEN,
    "wissen.zeker": _WISSEN,
}
