"""Sample data per kind of message, as the services make it. What people type themselves is awkward on purpose."""

from dataclasses import asdict, replace
from fractions import Fraction
from typing import Any, get_args, get_type_hints

from berichten import vertaal
from berichten.bijdrage import METHODEN
from berichten.opdrachten import GROEPEN
from berichten.verzending import SOORTEN as VERZENDSOORTEN
from bot.rules.bijeenkomstsoorten import SOORTEN
from bot.rules.drempels import DREMPELS, TELBAAR
from bot.rules.drempels.gedeeld_beeld import GedeeldBeeld, Peilinguitslag
from bot.rules.drempels.intekening import Ingetekend, Intekening
from bot.rules.drempels.kaders import Kaders
from bot.rules.drempels.verklaring import Afgelegd, Verklaring
from bot.rules.kennismaking import KEUZES
from bot.rules.kleine_cellen import MINDER, NIET_GETOOND, Cel, exact
from bot.rules.papierlijst import Fout
from bot.rules.peilingen import METHODEN as PEILMETHODEN
from bot.rules.selectie import EISEN
from bot.rules.spelregels import EENHEDEN
from bot.rules.weekmaat import ONDERWERPEN
from bot.rules.wegen import Drempelstand
from bot.services import doelgroep, gepland, hulpbeeld, toelaten
from bot.services.agenda import FILTERS
from bot.services.bijeenkomst import ANTWOORDEN
from bot.services.correctie import WAT
from bot.services.deurgesprek import UITKOMSTEN
from bot.services.handeling import ROLLEN
from bot.services.mijnbijdrage import WAAROM
from bot.services.onboarding import BEKEND
from bot.services.selectie import REDENEN
from bot.services.voorstel import UITVOERDERS
from bot.storage.steekproeven import SOORTEN as GELOOT
from handlers.formulier import FORMULIEREN
from tests.berichten.voorbeeld_rapport import afgesloten as rapport_afgesloten
from tests.berichten.voorbeeld_rapport import rapport
from tests.berichten.voorbeelden_aanbod import AANBOD
from tests.berichten.voorbeelden_advies import ADVIES
from tests.berichten.voorbeelden_bijeenkomst import BIJEENKOMST, PUNTEN
from tests.berichten.voorbeelden_cijfers import CIJFERS
from tests.berichten.voorbeelden_concept import CONCEPT
from tests.berichten.voorbeelden_fase import FASE
from tests.berichten.voorbeelden_idee import IDEE
from tests.berichten.voorbeelden_koppelkans import KOPPELKANS
from tests.berichten.voorbeelden_mijlpaal import MIJLPAAL
from tests.berichten.voorbeelden_nietmee import NIETMEE
from tests.berichten.voorbeelden_onderbouwing import ONDERBOUWING
from tests.berichten.voorbeelden_papier import PAPIER
from tests.berichten.voorbeelden_ronde import RONDE
from tests.berichten.voorbeelden_spelregels import SPELREGELS
from tests.berichten.voorbeelden_traject import TRAJECT
from tests.berichten.voorbeelden_verslag import VERSLAG
from tests.berichten.voorbeelden_volger import VOLGER
from tests.berichten.voorbeelden_vraag import VRAAG
from tests.berichten.voorbeelden_warmtekaart import WARMTEKAART
from tests.berichten.voorbeelden_wiedoetwat import WIEDOETWAT

Data = dict[str, Any]

LASTIG = """<b>Piet & "Co" 's {haak} </b> 100% > 5 €"""
"""Characters that mean something to markup, to templates or to a spreadsheet."""

ID = "AbCdEfGhIjKlMnOpQrStUv"
NU = "2027-03-28T18:00:00+00:00"


def lang(lengte: int) -> str:
    """Return awkward text of exactly this length."""
    return (LASTIG + " " + "warmte " * lengte)[:lengte]


def _bijeenkomst(**velden: Any) -> Data:
    vast = {"id": ID, "soort": "energiecafe", "titel": lang(100), "begin": NU, "plaats": lang(200), "vragen": True}
    return {**vast, "bewoner": True, **velden}


_VOL: Data = {"capaciteit": 30, "gasten_max": 3}


_VERSIE: Data = {"nummer": 2, "wijziging": lang(300), "vorige": ID}


def _peiling(**velden: Any) -> Data:
    daad = velden.pop("daad", "9")
    knoppen = [[[daad, f"{lang(97)} {n}", n == 2]] for n in range(10)]
    scherm = {"knoppen": knoppen, "regels": [], "zinnen": velden.pop("zinnen", []), "stem": [lang(100)]}
    vast = {"id": ID, "vraag": lang(300), "over_besluit": True, "live": False, "sluit_op": NU, "methode": "keuze"}
    vast |= {"groep": ["wijk", ""], "scherm": scherm, "geschud": False, "concept": None}
    vast |= {"minste": None, "met_naam": False, "per_adres": False, "uitslag_naar": "doelgroep"}
    return {**vast, "bewoner": True, "beheer": False, "tussenstand": None, **velden}


def _delen(delen: list[Cel] | None, procent: bool = False) -> Data:
    regels = [f"{lang(97)} {n}" for n in range(10)]
    return {"vanaf": 10, "delen": delen, "regels": regels, "kolommen": [], "procent": procent}


def _uitslag(stemmen: Cel, aantallen: list[Cel], **velden: Any) -> Data:
    regels = [{"tekst": lang(100) if n else "A", "cellen": [aantal]} for n, aantal in enumerate(aantallen)]
    vast: Data = {"methode": "keuze", "kolommen": [], "procent": False, "zinnen": [], "exact": False, "momenten": []}
    vast |= {"minste": None, "met_naam": False, "per_adres": False, "nieuw": []}
    vast |= {"id": ID, "vraag": lang(300), "regels": regels, "stemmen": stemmen}
    return {**vast, "meer_keuzes": False, "vroeg": False, "gesloten_op": NU, **velden}


def _twee_lezingen(anders: list[int], *, kleiner: bool = True) -> Data:
    regels = [{"tekst": lang(100), "cellen": [aantal]} for aantal in anders]
    vacant = [["kennis", "niemand"], ["overheid", "geen_stem"], ["bedrijven", "geen_stem"]]
    return {"vacant": vacant, "verdeeld": regels, "kleiner": kleiner}


def _kwesties() -> Data:
    """A result as long as it can be."""
    regels = [{"tekst": ["plek", {"plek": 1 + n // 2, "optie": lang(100)}], "cellen": [20 - n]} for n in range(12)]
    gelijk = [["gelijk", {"plek": n, "opties": "; ".join([lang(40)] * 4)}] for n in (1, 5, 9)]
    marge = [["marge", {"plek": n, "volgende": n + 1, "verschil": 10}] for n in (1, 2, 3)]
    weging = {**_twee_lezingen([20] * 12), "verdeeld": regels}
    zinnen = [*gelijk, *marge, ["punten", {"hoeveel": 5}]]
    vast = {"methode": "kwesties", "procent": True, "ronde": True, "opnieuw": True, "vorige": ID, "minste": [40, True]}
    return {**_uitslag(40, [], zinnen=zinnen, weging=weging, **vast), "regels": regels}


def _inbreng(**velden: Any) -> Data:
    vast: Data = {"id": ID, "vraag": lang(300), "methode": "consent", "totaal": 1, "antwoord": None}
    vast |= {"later": False, "groep": None, "antwoordt": False, "dicht": True}
    return {**vast, "blijft": False, "stem": None, "bladzij": 0, "meer": False, **velden}


_OPINIE = [
    [["groepen", {"aantal": 3}]],
    *(
        [
            ["groep", {"letter": letter, "hoeveel": 25}],
            ["groep_eens", {"opties": "; ".join([lang(100)] * 2)}],
            ["groep_oneens", {"opties": LASTIG}],
        ]
        for letter in "ABC"
    ),
    [["samen_eens", {"opties": lang(100)}], ["samen_oneens", {"opties": LASTIG}]],
]
_STELLINGEN: Data = {
    "methode": "stellingen",
    "kolommen": ["eens", "oneens", "pas"],
    "regels": [
        {"tekst": lang(100), "cellen": [20, 10, MINDER]},
        {"tekst": LASTIG, "cellen": [NIET_GETOOND, MINDER, MINDER]},
        {"tekst": ["later", {"optie": lang(100), "hoeveel": 15}], "cellen": [10, 5, 20]},
        {"tekst": ["later_kort", {"optie": "Kort"}], "cellen": [NIET_GETOOND] * 3},
    ],
    "zinnen": [["eens", {"opties": lang(100)}], ["verdeeld", {"opties": LASTIG}], ["maat", {}], ["later", {}]],
    "opiniegroepen": True,
}


def _oordeel(**velden: Any) -> Data:
    return {"id": ID, "vraag": lang(300), "tekst": LASTIG[:100], **velden}


def _consent(**velden: Any) -> Data:
    een = _peiling(**{"methode": "consent", **velden})
    regels = [["voorstel", {"voorstel": lang(1000)}], ["wijziging", {"wijziging": lang(300)}]]
    knoppen = [
        [["g", ["geen_bezwaar", {}], False]],
        [["b", ["bezwaar", {}], True]],
        [["n", ["niet_aan_mij", {}], False]],
    ]
    return {**een, "scherm": {**een["scherm"], "regels": regels, "knoppen": knoppen, "stem": velden.pop("stem", [])}}


_GROEPEN = [[ID, f"{lang(23)}{n}", n, lang(100) if n else None] for n in range(6)]


def _deep(**velden: Any) -> Data:
    """Return a next round in which all is as long as can be."""
    een = _consent(methode="deep_democracy", vorige=ID, vorig_voorstel=lang(1000), **velden)
    regels = [["voorstel", {"voorstel": lang(1000)}]]
    regels += [["toegevoegd", {"groep": naam, "tekst": lang(100)}] for _, naam, *_ in _GROEPEN]
    daden = {"v": "voor", "t": "tegen", "g": "geen_mening", "w": "opnieuw"}
    knoppen = [[[daad, [knop, {}], daad == "t"]] for daad, knop in daden.items()]
    stem = [["tegen", {}], *([lang(1000)] if velden.get("zinnen") == [["uitleg", {}]] else [])]
    return {**een, "scherm": {**een["scherm"], "regels": regels, "knoppen": knoppen, "stem": stem}}


_DATUM: Data = {
    **_uitslag(40, []),
    "methode": "datum",
    "kolommen": ["ja", "misschien", "nee"],
    "regels": [{"tekst": ["dag", {"moment": NU}], "cellen": [20, MINDER, 10 + n]} for n in range(6)],
    "zinnen": [["beste", {"moment": NU}], ["gelijk", {"aantal": 2}]],
    "momenten": [NU, NU],
    "plan": True,
}


def _stand(eenheid: str, **velden: Any) -> Data:
    vast = {"verdict": "niet_gehaald", "teller": 1, "noemer": 412, "operator": ">", "drempel": "1/2", "nodig": 206}
    drempels = [{"soort": soort, "ondergrens": 1, "bovengrens": 1, **vast, **velden} for soort in TELBAAR]
    regels = {"eenheid": eenheid, "aantal": None, "bron": "", "versie": 1}
    extra = {"geteld_op": NU, "noemer_laag": drempels[0]["noemer"], "zonder_team": {}}
    extra["vertrokken"] = dict.fromkeys(TELBAAR, 0)
    extra |= {"verloop": {}, "raad": None, "achter": None, "mag_schrijven": False}
    return {"wijk": LASTIG, "spelregels": regels, "drempels": drempels, **extra}


def _sinds(stand: Data, *sinds: Data) -> Data:
    """Return how it stood at the closing, and what would be otherwise since."""
    return {**stand, "sinds": list(sinds)}


_SINDS: list[Data] = [
    {"soort": "gehoord", "verdict": None, "verschil": 1},
    {"soort": "gehoord", "verdict": None, "verschil": 12},
    {"soort": "informatie", "verdict": "niet_gehaald", "verschil": 3},
]
_OPEN = {"peilingen": 0, "voorstellen": 0, "verzoeken": 0, "steekproef": 0, "concept": 0}


def _afsluiten(stand: Data, **open_: int) -> Data:
    """Return what who closes the process reads."""
    return {**stand, "gezien": ID, "open": {**_OPEN, **open_}, "dag": None}


def _vooruit(uitkomst: str, **velden: Any) -> Data:
    """Return a condition that goes somewhere, for staff who may write to the streets that lag."""
    weken = [[f"2027-02-{dag:02}", aantal] for dag, aantal in ((7, None), (14, 31), (21, 80), (24, 103))]
    uit = {"weken": weken, "uitkomst": uitkomst, "tempo": 12, "dag": "2027-06-01", "per_week": 30, **velden}
    stand = _stand("bewoners", teller=103, ondergrens=103, bovengrens=110, nodig=104)
    straten = [{"straat": lang(100) if dekking else "A", "id": ID, "dekking": dekking} for dekking in (None, 0, 95)]
    soort = stand["drempels"][-1]["soort"]
    groepen = [{"kenmerk": "eigendom", "groep": "huur", "dekking": 10}]
    groepen.append({"kenmerk": "woningtype", "groep": LASTIG[:40], "dekking": None})
    achter = {"soort": soort, "straten": straten, "groepen": groepen}
    raad = None if uitkomst == "zonder_dag" else "2027-05-01"
    return {**stand, "raad": raad, "verloop": {soort: uit}, "achter": achter, "mag_schrijven": uitkomst == "te_laat"}


def _spiegelstand(eenheid: str, verdict: str, **velden: Any) -> Data:
    """One characteristic of each sort: told, with a small group, not known well enough, and of too few people."""
    groepen = [{"groep": g, "aantal": 40, "wijk": 200, "tekort": True, "erbij": 4} for g in ("koop", "huur")]
    vast = {"kenmerk": "eigendom", "verdict": verdict, "beslist": True, "genoeg": True, "bekend": 95, "bron": ""}
    deel = {**vast, "laag": 12, "hoog": 17, "variatie": "0.12", "groepen": groepen}
    leeftijd = [{"groep": g, "aantal": 0, "wijk": 5, "tekort": True, "erbij": 1} for g in KEUZES["leeftijd"]]
    delen = [deel, {**deel, "hoog": 12}, {**deel, "laag": None, "kenmerk": "buurtdeel"}]
    delen += [{**deel, "beslist": False, "kenmerk": "woningtype"}, {**deel, "kenmerk": "leeftijd", "groepen": leeftijd}]
    delen += [{**deel, "kenmerk": "woningtype", "groepen": [{**groepen[0], "groep": LASTIG[:40]}]}]
    stand = _stand(eenheid)
    vast = {"soort": "afspiegeling", "verdict": verdict, "drempel": "1/10", "operator": "<=", "delen": delen}
    return {**stand, "drempels": [{**stand["drempels"][0], **vast, **velden}]}


def _onzekere_stand(eenheid: str) -> Data:
    stand = _stand(eenheid, teller=190, ondergrens=190, bovengrens=230, nodig=17, verdict="onbeslist")
    stand["spelregels"] |= {"aantal": 412, "bron": LASTIG}
    stand |= {"versies": [{"versie": n, "aantal": n - 1, "alle": 2} for n in (1, 2, 3)]}
    stand |= {"ervoor": dict(zip(TELBAAR, (12, "minder dan 5"), strict=False))}
    verdicts = zip(TELBAAR, ("niet_gehaald", "onbeslist", "gehaald"), strict=False)
    return {**stand, "noemer_laag": 300, "zonder_team": dict(verdicts), "vertrokken": dict.fromkeys(TELBAAR, 12)}


def _onderbouwd(*standen: Drempelstand) -> Data:
    return {**_stand("bewoners"), "drempels": [asdict(s) | {"delen": list(s.delen)} for s in standen]}


_VERKLARING = Verklaring(LASTIG, LASTIG, LASTIG)
_AFGELEGD = Afgelegd(LASTIG, LASTIG, LASTIG, gehoord=True, organisator=False, vastgelegd=0, totaal=9)
_BEELD = GedeeldBeeld(Fraction(2, 3), ">=", "Welke?", ("Ja",), minste_stemmen=40)
_KADERS = Kaders((LASTIG, "b", "c"))
_ONDERBOUWD = [
    _onderbouwd(_VERKLARING.weeg(None), _BEELD.weeg(Peilinguitslag("geen")), _KADERS.weeg({})),
    _onderbouwd(_VERKLARING.weeg(_AFGELEGD), _BEELD.weeg(Peilinguitslag("geteld", 40, 30, 2)), Intekening(40).weeg({})),
    _onderbouwd(
        _VERKLARING.weeg(replace(_AFGELEGD, gehoord=False)),
        _BEELD.weeg(Peilinguitslag("geteld", 39, 39)),
        _KADERS.weeg({LASTIG: "niet_voldaan", "b": "voldaan"}),
        Intekening(40).weeg({"deelnameverklaring": Ingetekend(4)}),
    ),
    _onderbouwd(
        _VERKLARING.weeg(replace(_AFGELEGD, naam="b")),
        _BEELD.weeg(Peilinguitslag("geteld", 9, 9)),
        _KADERS.weeg(dict.fromkeys(_KADERS.kaders, "voldaan")),
        Intekening(40, "inschrijving", "eigenaren").weeg({"inschrijving": Ingetekend(50, 39, 11)}),
    ),
    _onderbouwd(_VERKLARING.weeg(replace(_AFGELEGD, organisator=True)), _BEELD.weeg(Peilinguitslag("open"))),
    _onderbouwd(_VERKLARING.weeg(replace(_AFGELEGD, vastgelegd=9)), _BEELD.weeg(Peilinguitslag("opties"))),
    _onderbouwd(_BEELD.weeg(Peilinguitslag("geteld", 45, 32, klein=True))),
    {
        **_onderbouwd(
            _BEELD.weeg(Peilinguitslag("te_laat")), Intekening(4).weeg({"deelnameverklaring": Ingetekend(9)})
        ),
        "zonder_team": {"intekening": "niet_gehaald"},
    },
]

_VOORSTELVELDEN = {"bekend": 3, "titel": lang(100), "vraag": lang(300), "straat": lang(100), "aantal": 12, "moment": NU}
_VOORSTELVELDEN |= {
    "tot_moment": NU,
    "versie": 2,
    "nummer": lang(60),
    "naam": lang(60),
    "reden": lang(300),
    "kader": lang(300),
}
"""What the sentences of all kinds of voorstel ask for together."""


def _voorstel(soort: str, **velden: Any) -> Data:
    return {"id": ID, "soort": soort, "velden": _VOORSTELVELDEN, "tot": NU, **velden}


_ROLLEN: list[Data] = [
    {
        "id": ID,
        "rol": rol,
        "bereik": bereik,
        "wie": wie,
        "naam": naam,
        "eigen": not bereik,
        "weg": True,
        "geheim": ID,
        "tot": NU,
    }
    for rol in ROLLEN
    for bereik, wie, naam in (("", "telegram:1234567890", LASTIG), (lang(100), f"webchat:{lang(20)}", None))
]
_ROLLEN.append({**_ROLLEN[0], "rol": "vertegenwoordiger", "bereik": "bedrijven", "namens": LASTIG[:60]})
_GELEDINGEN: list[Data] = [
    {"eigen": {"geleding": "burgers", "namens": None, "id": None, "gast": False}, "beheer": None},
    {"eigen": {"geleding": "kennis", "namens": LASTIG[:60], "id": ID, "gast": False}, "beheer": None},
    {
        "eigen": {"geleding": "overheid", "namens": lang(60), "id": ID, "gast": True},
        "beheer": {"leden": [_ROLLEN[-1]] * 8, "vacant": ["kennis"], "bladzij": 1, "meer": True},
    },
    {"eigen": None, "beheer": {"leden": [], "vacant": ["kennis", "bedrijven"], "bladzij": 0, "meer": False}},
]
_MENU: list[Data] = [
    {"bewoner": False, "rollen": []},
    {"bewoner": False, "rollen": [], "woonde_op": LASTIG},
    {"bewoner": True, "rollen": []},
    {"bewoner": True, "rollen": [], "naam": LASTIG[:40]},
    *({"bewoner": bewoner, "rollen": [rol]} for bewoner in (False, True) for rol in ROLLEN),
    *({"bewoner": True, "rollen": list(ROLLEN), "groep": groep} for groep in GROEPEN),
]
_WEIGERVELDEN = {
    "naam": lang(60),
    "titel": lang(100),
    "regel": "dit bestand: [spelregels] aantal: 'x' past hier niet; schrijf een heel getal",
    "adres": LASTIG,
    "nummers": "12A, 12bis",
    "woningen": lang(100),
    "straat": lang(100),
    "nummer": "12A",
    "aantal": 3,
    "maximum": 100,
    "antwoorden": "; ".join([LASTIG[:100]] * 4),
    "minimum": 2,
}
_DEUR: Data = {"id": ID, "titel": lang(100), "begin": NU}
_WEIGERINGEN = sorted(s.removeprefix("geweigerd.") for s in vertaal("nl").sleutels if s.startswith("geweigerd."))
_GEKOZEN = {v: list(k[:2]) for v, k in KEUZES.items()} | {"naam": [LASTIG[:40]]}
_NIETS: Data = {"over_zichzelf": {}, "huisgenoten": [], "stemmen_met_naam": []}
_GEGEVENS: Data = {
    "stemmen_met_naam": [{"vraag": lang(300), "methode": "keuze", "stem": [lang(100), lang(99)]}] * 5,
    "adres": lang(60),
    "sinds": NU,
    "taal": "en",
    "toestemming_versie": 1,
    "toestemming_op": NU,
    "werkgroepen": [LASTIG, "techniek", "communicatie"],
    "voorkeur": {"onderwerpen": list(ONDERWERPEN), "wekelijks": False, "gestopt": False},
    "taken": [{"rol": "trekker", "bereik": LASTIG}, {"rol": "kerngroep", "bereik": ""}],
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
_PEILINGVOORBEELD: Data = {
    "methode": "keuze",
    "vraag": lang(300),
    "keuze.opties": [lang(100 - n) for n in range(10)],
    "sluit_op": NU,
}
_VOORBEELD_VAN_EEN_PEILING: Data = {
    "soort": "peiling.voorbeeld",
    "data": {**_PEILINGVOORBEELD, "besluit": "ja", "live": "ja", "keuze.max_keuzes": "9", "voor": "wijk"},
}
_LIJST: Data = {"id": ID, "titel": lang(100)}
_STRATEN: list[list[str]] = [[lang(100), ID], ["Merelweg", ID]]
_NUMMERS: list[list[Any]] = [[f"{n}A", ID, n % 3, 4] for n in range(1, 41)]
_MENSEN: list[Data] = [
    {"stoel": n, "account": n % 2 == 0, "hoe": hoe} for n, hoe in enumerate(("niet", "eigen", "zelf", "ander"), 1)
]
_AAN_DE_DEUR: Data = {
    "huis": ID,
    "adres": lang(115),
    "eigen": False,
    "laatst": None,
    "herstel": False,
    "wissen": True,
    "liever_niet": None,
    "vorige": None,
    "volgende": 99,
    "gekozen": [2, 99],
    "volgend": ["12A", ID],
    "mensen": [{"stoel": n, "account": n == 1, "al": False, "niet_mee": n == 99} for n in (1, 2, 99)],
}
_BIJ_DE_DEUREN: list[Data] = [
    {},
    {"gekozen": [], "volgende": None},
    {"mensen": [{"stoel": 1, "account": False, "al": False, "niet_mee": True}], "volgend": None},
    {"mensen": [{"stoel": 1, "account": True, "al": True, "niet_mee": False}], "herstel": True},
    {"eigen": True},
    {"liever_niet": "2028-03-28"},
    *({"laatst": [uitkomst, "2027-03-28"]} for uitkomst in ("gesproken", *UITKOMSTEN)),
]
_HULPVRAAG: Data = {
    "id": ID,
    "wijze": "langs",
    "over": "peiling",
    "onderwerp": ID,
    "titel": lang(300),
    "adres": lang(115),
    "nummer": None,
    "naam": LASTIG[:40],
    "gevraagd_op": NU,
    "door": None,
    "weer": False,
    "eigen": True,
}
_GEBELD: Data = {"wijze": "bel", "over": "vraag", "titel": "", "adres": None, "nummer": "06 12345678", "naam": None}
_HELPER: list[Data] = [
    {"rol": rol, "bereik": "", "naam": naam} for rol in hulpbeeld.ROLLEN for naam in (None, LASTIG[:40])
]
_HULPVRAGEN: list[Data] = [
    _HULPVRAAG,
    {**_HULPVRAAG, **_GEBELD},
    *({**_HULPVRAAG, "over": over, "titel": lang(100)} for over in ("bijeenkomst", "uitzending", "kennismaking")),
]
_GENOMEN: list[Data] = [{**vraag, "door": door} for vraag in _HULPVRAGEN[:2] for door in _HELPER]
_EXPORT: Data = {"tellingen": {"wijk": LASTIG, "onderdelen": []}, "soorten": ["csv", "json"]}
_RAPPORTEN: list[Data] = [rapport(versies=versies) | {"mag_afsluiten": bool(versies)} for versies in (0, 1, 2)]
_RAPPORTEN.append(rapport_afgesloten() | {"bestand": "A" * 22})
_RAPPORTBESTANDEN: list[Data] = [
    {"id": "A" * 22, "soort": soort, "op": "2027-09-20T18:00:00+00:00", "sha256": "ab" * 32}
    for soort in ("tussen", "eind")
]
_VRAGEN: list[Data] = [
    {
        "formulier": veld.teksten or f.soort,
        "veld": veld.naam,
        "keuzes": list(veld.keuzes),
        "gehaald": [[ID, LASTIG], [ID, "Merelweg"]] if veld.haal else [],
        "mag_over": veld.mag_over,
        "eerste": eerste,
    }
    for f in FORMULIEREN.values()
    for veld in (*f.velden, *f.extra, *doelgroep.VELDEN)
    if veld.toont == "formulier.vraag"
    for eerste in (True, False)
    if veld.toont == "formulier.vraag"
]

_VAN: Data = {"rol": "trekker", "bereik": lang(60)}


def _inhoud(**velden: Any) -> Data:
    html = 'Kom <b>morgen</b> naar het café. Lees <a href="https://voorbeeld.nl/?a=1&amp;b=2">meer</a>.'
    return {"soort": "tekst", "html": html, "file_id": None, "naam": None, "plek": None, **velden}


def _uitzending(**velden: Any) -> Data:
    vast = {"van": _VAN, "talen": {"nl": _inhoud()}, "eigen_taal": "nl", "id": ID, "hulp": False}
    return {**vast, **velden}


_GEEN = [0, "precies"]
_EINDEN = {"onzeker": [4812, "precies"], "niet_aan": [5, "minder"], "niet_meer": [300, "ongeveer"]}
_VERZENDING = {"regels": [], "los": None, "onderweg": _GEEN, "bewaard": _GEEN, "bladzij": 0, "meer": False}


def _mis(soort: str, **velden: Any) -> Data:
    over = {"id": "", "titel": "", "moment": None} if soort == "los" else {"id": ID, "titel": lang(100), "moment": NU}
    return {"soort": soort, **over, **_EINDEN, **velden}


def _gepland(soort: str, **velden: Any) -> Data:
    vast = {"soort": soort, "id": ID, "moment": NU, "gaat": None, "titel": lang(100), "voor": ["wijk", ""]}
    return {**vast, "aantal": [False, 40, True], "vast": soort == "peiling_sluit", "verzet": False, **velden}


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
_LATER = [
    {"wekelijks": True, "moment": NU, "aantal": [False, 45, True]},
    {"wekelijks": False, "moment": NU, "aantal": [True, 0, True]},
]
_GEPLAND = [
    *(_gepland(soort) for soort in gepland.SOORTEN),
    _gepland("herinnering_dag", gaat=NU, verzet=True, voor=["straat", lang(100)], aantal=[True, 0, True]),
    _gepland("peiling_nieuw", voor=["werkgroep", lang(60)], aantal=[True, 0, False]),
    _gepland("peiling_nieuw", aantal=[False, 412, False], voor=["koop", ""]),
]

_REGELS: list[Data] = [
    {"wat": "bijeenkomst", "titel": lang(100), "op": NU, "id": ID},
    {"wat": "peiling", "titel": lang(300), "op": NU, "id": ID},
    {"wat": "uitslag", "titel": lang(300), "op": None, "id": ID},
    {"wat": "partner", "titel": lang(100), "id": ID},
    {"wat": "uitzending", "koppen": {"nl": _inhoud()["html"]}, "eigen_taal": "nl", "id": ID},
    {"wat": "uitzending", "koppen": {"de": "Kommen <b>" * 90}, "eigen_taal": "de", "id": ID},
    {"wat": "uitzending", "koppen": {"nl": ""}, "eigen_taal": "nl", "id": ID},
]
_VOORKEUR: Data = {"alle": list(ONDERWERPEN), "wekelijks": False, "per_week": 2, "weer": False}


def _selectie(**velden: Any) -> Data:
    vast = {"groep": ["wijk", ""], "eisen": [], "te_klein": False, "aantal": 412, "ongeveer": False}
    return {**vast, "zonder_chat": 0, "contacten": 0, **velden}


_ALLE_EISEN: list[list[str]] = [
    [eis, {"komt": lang(100), "niet_gestemd": lang(298)}.get(eis, "")] for eis in EISEN if eis != "huur"
]
_SELECTIES: list[Data] = [
    _selectie(),
    _selectie(groep=["straat", lang(100)], eisen=_ALLE_EISEN, ongeveer=True, aantal=45, zonder_chat=120),
    _selectie(groep=["werkgroep", lang(60)], te_klein=True, aantal=0, contacten=2),
    _selectie(eisen=[["huur", ""]], te_klein=True, aantal=0, zonder_chat=10),
]
_PLANNEN: list[Data] = [
    {**wie, "moment": NU, "straks": straks, "stil": stil, "tweede": stil, "hulp": stil}
    for wie in _SELECTIES
    for straks, stil in ((False, False), (True, True), (True, False))
]


def _vraag(veld: str, **velden: Any) -> Data:
    vast = {"formulier": "uitzending", "veld": veld, "keuzes": [], "gehaald": [], "mag_over": False, "eerste": False}
    return {**vast, "gekozen": None, **velden}


def _voortgang(**velden: Any) -> Data:
    getallen = {"verzonden": [240, "precies"], "mislukt": [0, "precies"], "onzeker": [5, "minder"]}
    getallen |= {"gestopt": [0, "precies"], "bewaard": [20, "ongeveer"], "geheel": [412, "precies"]}
    return {
        "id": ID,
        "staat": "bezig",
        "klaar": False,
        **getallen,
        "blokken": 5,
        "over": 130,
        "verder": None,
        "duur": None,
        **velden,
    }


_BIJDRAGE: Data = {
    "id": ID,
    "soort": "stem_besluit",
    "dag": "2027-02-03",
    "methode": "knop",
    "door": "bewoner",
    "titel": lang(300),
    "zelf": True,
    "telt": ["gehoord"],
    "waarom": None,
}
_GEVEN = {"zelf": False, "door": "buurtbegeleider"}
_BIJDRAGEN: list[Data] = [
    _BIJDRAGE,
    *({**_BIJDRAGE, "soort": soort, "methode": m} for soort in ("aanwezig_vragen", "iets") for m in METHODEN[:3]),
    *({**_BIJDRAGE, **_GEVEN, "soort": "aanwezig", "methode": m} for m in METHODEN[3:]),
    *({**_BIJDRAGE, **_GEVEN, "soort": s, "titel": None, "methode": "deurgesprek"} for s in ("gesprek", "iets")),
    *({**_BIJDRAGE, "soort": s, "titel": None} for s in ("stem", "stem_besluit", "aanwezig", "aanwezig_vragen")),
    *({**_BIJDRAGE, "telt": [], "waarom": waarom} for waarom in WAAROM),
]
_BESTAND: Data = {"versie": 1, "nummer": 123456, "grootte": 200000, "blad": "{}", "pad": [], "ijkpunt": "x"}
_VERZOEK: Data = {**_BIJDRAGE, **_GEVEN, "verzoek": ID, "adres": lang(115), "antwoord": None, "tekst": None}
_VERZOEKEN: list[Data] = [
    *({**_VERZOEK, "wat": wat, "bron": "bewoner"} for wat in WAT),
    {**_VERZOEK, "wat": "anders", "bron": "bewoner", "tekst": lang(400)},
    {**_VERZOEK, "wat": "steekproef", "bron": "steekproef"},
]
_UITSLAG = {"omvang": 412, "getrokken": 20, "klopt": 17, "klopt_niet": 1, "niet_bereikt": 2, "vervallen": 0}
_POST: Data = {"id": ID, "nummer": 12, "adres": lang(115), "dag": "2027-02-03", "uitkomst": None}
_WISSEN = [{"bewoner": bewoner, "rollen": rollen} for bewoner, rollen in ((1, 0), (1, 1), (0, 1))]

VOORBEELDEN: dict[str, list[Data]] = {
    "bijeenkomst.afgelast": [
        _bijeenkomst(afgelast=True, reden=reden, reeks=reeks, herhaling=True)
        for reden in (None, lang(200))
        for reeks in ([], [NU] * 12)
    ],
    "afgelasting.voorbeeld": [_bijeenkomst(reden=lang(200), reeks=[NU] * 12, extra=["reden", "bereik"])],
    "agendaposter": [
        {"bijeenkomsten": [_bijeenkomst()] * n, "wijk": lang(100), "tweede": tweede, "pagina": pagina}
        for n, tweede, pagina in ((1, "", ""), (2, "en", "https://wijk.voorbeeld.nl"), (6, "ar", "https://a.nl"))
    ],
    "bijeenkomst.agenda": [
        {"bijeenkomsten": b, "keuze": keuze, "filters": list(FILTERS), "bladzij": n, "meer": n < 2, "papier": n > 0}
        for n, b in enumerate(([], [_bijeenkomst()], [_bijeenkomst()] * 8))
        for keuze in FILTERS
    ],
    "bijeenkomst.gewijzigd": [
        _bijeenkomst(velden=[["titel", lang(100), lang(99)], ["begin", NU, NU], ["eind", None, "22:00"]], reeks=[]),
        _bijeenkomst(velden=[["plaats", lang(200), lang(199)], ["kaart", "1,2", None]], reeks=[NU] * 12),
        _bijeenkomst(velden=[["kaart", None, "1,2"]], reeks=[], herhaling=True),
    ],
    "bijeenkomst.ics": [_bijeenkomst(afgelast=afgelast, punten=PUNTEN) for afgelast in (True, False)],
    "bijeenkomst.kaart": [_bijeenkomst(kaart=[52090740, 5121420])],
    "wijziging.voorbeeld": [
        _bijeenkomst(velden=[], reeks=[], extra=["titel"]),
        _bijeenkomst(velden=[["capaciteit", 30, None], ["foto", "x", None]], reeks=[NU] * 2, extra=["titel", "bereik"]),
    ],
    "bijeenkomst.een": [
        _bijeenkomst(antwoord=None),
        _bijeenkomst(bewoner=False, vragen=False, aanmeldingen={}),
        _bijeenkomst(aanmeldingen={"ja": 30}, namen=[lang(40)] * 20, meer_namen=3),
        *(_bijeenkomst(soort=soort, antwoord="ja", aanmeldingen={"ja": 1, "nee": 23}) for soort in SOORTEN),
        *(_bijeenkomst(antwoord=antwoord) for antwoord in ANTWOORDEN),
        _bijeenkomst(capaciteit=1, vrij=1, antwoord=None),
        _bijeenkomst(afgelast=True, reden=lang(200)),
        _bijeenkomst(antwoord=None, kan_vragen=True, punten=PUNTEN),
        *(_bijeenkomst(antwoord=None, verslag=verslag) for verslag in ("lees", "maak")),
        _bijeenkomst(
            antwoord="ja", soort="webinar", link="https://meet.example.nl/" + "w" * 270, aanmeldingen={}, gevraagd=3
        ),
        *(_bijeenkomst(**_VOL, antwoord="ja", gasten=n, plek="in", vrij=0, aanmeldingen={"ja": 30}) for n in (0, 1, 3)),
        *(_bijeenkomst(**_VOL, antwoord="ja", gasten=2, plek="wacht", plaats_in_rij=10, vrij=n) for n in (0, 1)),
        _bijeenkomst(**_VOL, antwoord="ja", gasten=0, plek="aangeboden", tot=NU, vrij=0),
        _bijeenkomst(**_VOL, antwoord="misschien", gasten=0, plek="verlopen", vrij=0),
    ],
    "bijeenkomst.plek_gekregen": [_bijeenkomst(**_VOL, gasten=1, tot=None)],
    "bijeenkomst.plek_verlopen": [_bijeenkomst(**_VOL, gasten=0, tot=NU)],
    "bijeenkomst.plek_vrij": [_bijeenkomst(**_VOL, gasten=0, tot=NU)],
    "bijeenkomst.herinnering": [_bijeenkomst(wanneer=wanneer) for wanneer in ("week", "dag", "straks")],
    "bijeenkomst.nieuw": [
        _bijeenkomst(reeks=[]),
        _bijeenkomst(eind=NU, voor=["werkgroep", lang(60)], foto="x", kaart=[1, 2], reeks=[NU] * 12),
        _bijeenkomst(voor=["straat", lang(100)], reeks=[]),
    ],
    "bijeenkomst.voorbeeld": [
        _bijeenkomst(bewoner=False, vragen=vragen, extra=["eind", "foto"], reeks=[NU] * n, foto="x")
        for vragen in (True, False)
        for n in (0, 12)
    ],
    "bundel": [{"regels": _REGELS}, {"regels": _REGELS[1:2] * 10}],
    "deurgesprek": [{"straten": straten, "vorige": None, "volgende": ID} for straten in (_STRATEN, _STRATEN[1:])],
    "deurgesprek.adres": [{**_AAN_DE_DEUR, **velden} for velden in _BIJ_DE_DEUREN],
    "deurgesprek.gestopt": [{}],
    "deurgesprek.klaar": [
        {"huis": ID, "adres": lang(115), "uitkomst": uitkomst, "aantal": aantal, "volgend": volgend, "ronde": False}
        for uitkomst, aantal in (("gesproken", 1), ("gesproken", 3), *((u, 0) for u in UITKOMSTEN))
        for volgend in (["12A", ID], None)
    ]
    + [{"huis": ID, "adres": lang(115), "uitkomst": "gesproken", "aantal": 2, "volgend": None, "ronde": True}],
    "deurgesprek.straat": [
        {
            "straat": lang(100),
            "meer": meer,
            "vorige": ID,
            "volgende": None,
            "nummers": [[f"{n}A", ID, uitkomst] for n, uitkomst in enumerate((None, "gesproken", *UITKOMSTEN))],
        }
        for meer in (True, False)
    ],
    "deurlijst": [
        {**_LIJST, **tellen, "dicht": not straten, "straten": straten, "vorige": ID, "volgende": None}
        for straten in (_STRATEN, _STRATEN[1:], [])
        for tellen in (
            {"bewoners": 1, "zelf": 0, "gasten": 0, "hoofden": 0, "verschil": -1, "kijk": False},
            {"bewoners": 41, "zelf": 1, "gasten": 3, "hoofden": 60, "verschil": 16, "kijk": True},
            {"bewoners": 2, "zelf": 2, "gasten": 1, "hoofden": 1, "verschil": -2, "kijk": True},
        )
    ],
    "deurlijst.adres": [
        {
            **_LIJST,
            "huis": ID,
            "adres": lang(115),
            "mensen": _MENSEN,
            "totaal": 3,
            "vorige": 1,
            "volgende": None,
            **velden,
        }
        for velden in (
            {"dicht": False, "naamloos": 0, "meer": True, "volgend": ["12A", ID]},
            {"dicht": False, "naamloos": 2, "meer": True, "volgend": None},
            {"dicht": True, "naamloos": 1, "meer": False, "volgend": None},
        )
    ],
    "deurlijst.hoofden": [_LIJST],
    "deurlijst.kies": [{"lijsten": []}, {"lijsten": [{**_LIJST, "begin": NU}] * 20}],
    "deurlijst.klaar": [{**_LIJST, "aantal": aantal} for aantal in (0, 1, 120)],
    "deurlijst.straat": [
        {**_LIJST, "straat": lang(100), "totaal": 1, "nummers": _NUMMERS, "vorige": ID, "volgende": ID},
    ],
    "deur.al_binnen": [_DEUR],
    "deur.binnen": [_DEUR],
    "deur.dicht": [{**_DEUR, "heropenen": heropenen} for heropenen in (True, False)],
    "deur.eerst_meedoen": [{"onthouden": onthouden} for onthouden in (True, False)],
    "deur.eigen": [{"token": lang(38)}],
    "deur.gescand": [{**_DEUR, "nieuw": n > 0, "aanwezig": n} for n in (0, 1, 120)],
    "deur.kies": [{"deuren": []}, {"deuren": [_DEUR] * 3}],
    "deur.pagina": [{**_DEUR, "adres": f"https://{lang(40)}/deur/{ID}"}],
    "deur.scherm": [{**_DEUR, "token": lang(38), "code": "012345", "tot": NU, "aanwezig": n} for n in (0, 1, 120)],
    "deur.straks": [{**_DEUR, "open": NU}],
    "deur.uit": [{**_DEUR, "gesloten": gesloten} for gesloten in (True, False)],
    "deur.welke": [{"deuren": [_DEUR] * 3, "token": "x" * 38}],
    "export": [_EXPORT],
    "export.bezig": [{}],
    "rapport": _RAPPORTEN,
    "rapport.bezig": [{"openbaar": aantal} for aantal in (0, 50)],
    "rapport.op_zeker": _RAPPORTBESTANDEN,
    "rapport.af_zeker": _RAPPORTBESTANDEN,
    "rapport.openbaar": [
        {"rapporten": [], "bladzij": 0, "meer": False},
        {"rapporten": [_RAPPORTBESTANDEN[0]] * 5, "bladzij": 1, "meer": True},
    ],
    "formulier.anders": [{"vragen": [["vraag", "peiling.vraag.vraag"], ["methode", "peiling.hoe"]]}],
    "formulier.gestopt": [{}],
    "formulier.geweigerd": [{**_VRAGEN[0], "sleutel": s, "velden": _WEIGERVELDEN} for s in _WEIGERINGEN],
    "formulier.vraag": _VRAGEN,
    "geleding.toon": _GELEDINGEN,
    "gegevens": [
        _GEGEVENS,
        {
            **_GEGEVENS,
            "taal": None,
            "werkgroepen": [],
            "voorkeur": {"onderwerpen": ["raad"], "wekelijks": True, "gestopt": False},
            "taken": [],
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
    "gegevens.bestand": [{"dag": "2027-02-01", "bestand": {"versie": 1, "onderdelen": {}}}],
    "bijdrage.bewijs": [{**_BIJDRAGE, "bestand": {**_BESTAND, "sleutel": "00", "record": "{}"}}],
    "bijdrage.bezig": [{}],
    "bijdrage.een": _BIJDRAGEN,
    "bijdrage.lijst": [
        {"bijdragen": [], "telt": [], "concept": True, "bladzij": 0, "meer": False},
        {"bijdragen": _BIJDRAGEN[:5], "telt": [], "concept": True, "bladzij": 1, "meer": True},
        {
            "bijdragen": _BIJDRAGEN[-5:],
            "telt": ["gehoord", "informatie"],
            "concept": False,
            "bladzij": 1,
            "meer": False,
        },
    ],
    "bijdrage.morgen": [{}],
    "correctie.antwoord": [{**_VERZOEK, "antwoord": lang(400)}],
    "correctie.een": _VERZOEKEN,
    "correctie.gevraagd": [{"zelf": zelf, "afgesloten": zelf} for zelf in (True, False)],
    "correctie.is_rechtgezet": [_BIJDRAGE],
    "correctie.klaar": [{**_VERZOEKEN[0], "hoe": hoe} for hoe in ("rechtgezet", "beantwoord")],
    "correctie.lijst": [{"verzoeken": []}, {"verzoeken": _VERZOEKEN}],
    "correctie.loopt": [_VERZOEK, {**_VERZOEK, "antwoord": lang(400)}],
    "correctie.rechtgezet": [{}],
    "correctie.typ": [{"id": ID}],
    "correctie.typ_antwoord": [{"id": ID}],
    "correctie.voorbij": [{}],
    "correctie.wat": [_BIJDRAGE, {**_BIJDRAGE, **_GEVEN}],
    "gewisteplek.een": [{"id": ID, "adres": lang(115)}],
    "gewisteplek.klaar": [{"id": ID, "adres": lang(115), "antwoord": antwoord} for antwoord in ("zelfde", "ander")],
    "gewisteplek.lijst": [{"vragen": [{"id": ID, "adres": lang(115)}] * aantal} for aantal in (0, 20)],
    "geweigerd": [
        *({"sleutel": sleutel, "velden": _WEIGERVELDEN} for sleutel in _WEIGERINGEN),
        {"sleutel": "formulier.woorden", "velden": {}, "onder": ["spelregelreactie.vraag", {"maximum": 1000}]},
    ],
    "help": _MENU,
    "hulpvraag.door_ander": [{**vraag, "adres": None, "nummer": None, "naam": None} for vraag in _GENOMEN],
    "hulpvraag.een": [*({**vraag, "eigen": False} for vraag in _HULPVRAGEN), *_GENOMEN],
    "hulpvraag.eigen": [{**vraag, "rol": rol} for vraag in (*_HULPVRAGEN[:2], *_GENOMEN) for rol in hulpbeeld.ROLLEN],
    "hulpvraag.genomen": _GENOMEN,
    "hulpvraag.ingetrokken": [{}],
    "hulpvraag.klaar": [
        {"huis": huis, "wijze": wijze, "staat": staat}
        for huis in (ID, None)
        for wijze in ("langs", "bel")
        for staat in ("klaar", "ingetrokken", "verlopen")
    ],
    "hulpvraag.lijst": [{"vragen": [], "meer": False}, {"vragen": [*_HULPVRAGEN, *_GENOMEN], "meer": True}],
    "hulpvraag.niet": [{}],
    "hulpvraag.nieuw": [*_HULPVRAGEN, *({**vraag, "weer": True} for vraag in _HULPVRAGEN[:2])],
    "hulpvraag.nummer": [
        {"over": "bijeenkomst", "onderwerp": ID, "fout": f} for f in (None, "nummer", "deurcode", "contact")
    ],
    "hulpvraag.terug": [{"id": ID, "wijze": wijze} for wijze in ("langs", "bel")],
    "hulpvraag.teruggegeven": [{"anderen": anderen} for anderen in (True, False)],
    "hulpvraag.verlopen": [{}],
    "hulpvraag.voorbij": [{"wijze": "langs", "over": "peiling", "titel": lang(300)}],
    "hulpvraag.wacht": _HULPVRAGEN,
    "hulpvraag.wat": [
        {"over": "kennismaking", "onderwerp": ID, "al": _HULPVRAGEN[:n], "vol": n > 2} for n in (0, 2, 3)
    ],
    "hulpvraag.weg": [*_HULPVRAGEN, *_GENOMEN],
    "herinnering": [{"tekst": lang(299), "groep": lang(60)}],
    "herinnering.een": _HERINNERINGEN,
    "herinnering.lijst": [
        {"regels": [], "bladzij": 0, "meer": False},
        {"regels": _HERINNERINGEN[:8], "bladzij": 1, "meer": True},
    ],
    "herinnering.voorbeeld": _NIEUWE_HERINNERINGEN,
    "herinnering.zeker": _HERINNERINGEN[:1],
    "herinnering_wijzigen.voorbeeld": [{**een, "extra": ["tekst", "moment", "stil", "tot"]} for een in _HERINNERINGEN],
    "kennismaking.naam": [{}],
    "kennismaking.overzicht": [
        {
            "antwoorden": {v: _GEKOZEN[v] for v in KEUZES},
            "lopend": True,
            "huisgenoten": [""],
        },
        {"antwoorden": {"naam": [], "talent": []}, "lopend": False, "huisgenoten": []},
    ],
    "kennismaking.vraag": [
        *({"vraag": v, "keuzes": list(k), "gekozen": [], "lopend": True} for v, k in KEUZES.items()),
        *({"vraag": v, "keuzes": list(k), "gekozen": _GEKOZEN[v], "lopend": False} for v, k in KEUZES.items()),
    ],
    "menu": _MENU,
    "mislukt": [{}],
    "antwoord_weg": [{}],
    "uitzending": [
        _uitzending(),
        _uitzending(van={"rol": "buurtbegeleider", "bereik": ""}, hulp=True),
        *(_uitzending(talen={"nl": _inhoud(soort=s, file_id="AgAC")}) for s in ("foto", "video", "spraak", "document")),
        _uitzending(talen={"nl": _inhoud(soort="plek", html="", plek=[52090740, 5121420])}),
        _uitzending(talen={"de": _inhoud(html="Kom langs. " * 350)}, eigen_taal="de"),
    ],
    "uitzending.doorgeven": [_uitzending(), _uitzending(talen={"nl": _inhoud(html="Kom langs. " * 318)})],
    "uitzending.een": [
        {**_uitkomst, "id": ID, "moment": NU, "staat": staat, "straks": straks, "stil": straks, "doorgeven": door}
        for _uitkomst in _SELECTIES[:2]
        for staat, straks, door in (("gepland", False, False), ("gepland", True, True), ("afgezegd", False, False))
    ],
    "uitzending.zeker": [
        {**_uitkomst, "id": ID, "moment": NU, "staat": "gepland", "straks": True, "stil": False, "doorgeven": False}
        for _uitkomst in _SELECTIES[:2]
    ],
    "uitzending.plan": _PLANNEN,
    "uitzending.vertaling": [_vraag("vertaling_en", taal="en", mag_over=True)],
    "uitzending.vervallen": [{**wie, "reden": reden} for wie in _SELECTIES for reden in (*REDENEN, "te_laat")],
    "uitzending.voorbeeld": [
        {**plan, "extra": ["vertaling_en", "hulp"], "vertaald": talen} for plan in _PLANNEN for talen in ([], ["en"])
    ],
    "uitzending.wie": [_vraag("wie", keuzes=list(EISEN), gekozen=["koop"], **wie) for wie in _SELECTIES],
    "voorkeur": [
        {**_VOORKEUR, "onderwerpen": list(ONDERWERPEN)},
        {**_VOORKEUR, "onderwerpen": ["raad"], "per_week": 1, "weer": True},
        {**_VOORKEUR, "onderwerpen": ["buurt"], "wekelijks": True},
        {**_VOORKEUR, "onderwerpen": [], "wekelijks": True},
    ],
    "voorkeur.gestopt": [{}],
    "uitzending.voortgang": [
        _voortgang(),
        _voortgang(over=None),
        _voortgang(verder=NU),
        _voortgang(over=7200),
        _voortgang(staat="gestopt", gestopt=[172, "precies"]),
        _voortgang(staat="gestopt", klaar=True, blokken=10, gestopt=[172, "precies"], duur=12),
        _voortgang(staat="klaar", klaar=True, blokken=10, mislukt=[3, "precies"], duur=660),
        _voortgang(staat="klaar", klaar=True, verzonden=[0, "precies"], bewaard=[29, "precies"], duur=5),
    ],
    "verzending": [
        {**_VERZENDING, "regels": [_mis(soort) for soort in VERZENDSOORTEN[n : n + 6]], "bladzij": n, "meer": n < 12}
        for n in (0, 6, 12)
    ]
    + [
        {
            **_VERZENDING,
            "regels": [_mis("kennismaking", id="", titel="")],
            "los": _mis("los"),
            "onderweg": [40, "ongeveer"],
            "bewaard": [5, "minder"],
        },
        _VERZENDING,
    ],
    "verzending.een": [
        {
            **_mis(soort, **einden),
            "herhaald": keer,
            "weer_onzeker": keer,
            "nog_eens": kan,
            "bezig": not kan,
            "gewist": kan,
        }
        for soort in VERZENDSOORTEN
        for einden, keer, kan in ((_EINDEN, [5, "minder"], True), ({"niet_meer": _GEEN}, _GEEN, False))
    ],
    "verzending.zeker": [
        {**_mis(soort), "aantal": aantal, "keer": 12}
        for soort, aantal in (("bijeenkomst_afgelast_rest", [4812, "precies"]), ("los", [5, "minder"]))
    ],
    "tijdvak.hersteld": [{"onzeker": 0, "vastgehouden": 0}, {"onzeker": 4812, "vastgehouden": 3}],
    "onbegrepen": _MENU,
    "papierlijst.fouten": [
        {**_LIJST, "fouten": [[reden, lang(115)] for reden in get_args(get_type_hints(Fout)["reden"])], "meer": meer}
        for meer in (0, 1, 150)
    ],
    "papierlijst.klopt": [
        {**_LIJST, "regels": [[lang(60), n % 3 + 1] for n in range(aantal)], "aantal": aantal}
        for aantal in (1, 40, 200)
    ],
    "papierlijst.vraag": [{**_LIJST, "straat": lang(100)}],
    "peiling.herinnering": [
        _peiling(groep=["straat", lang(100)]),
        _peiling(zinnen=[["hoogstens", {"aantal": 2}], ["nog", {"aantal": 2}]]),
    ],
    "peiling.hoe": [
        {**_VRAGEN[0], "formulier": "peiling", "veld": "methode", "keuzes": list(PEILMETHODEN), "concepten": n}
        for n in (0, 20)
    ],
    "peiling.concepten": [
        {"concepten": []},
        {"concepten": [{"id": ID, "vraag": lang(300), "bewaard_op": NU}] * 20},
    ],
    "peiling.concept_zeker": [{"id": ID, "vraag": lang(300)}],
    "peiling.proef": [
        {"open": _peiling(id=""), "af": True},
        {"open": _consent(id="", concept="nieuw", zinnen=[["reden", {"maximum": 1000}]]), "af": False},
    ],
    "peiling.ingetrokken": [{"vraag": lang(300), "nieuwe": ID}, {"vraag": lang(300)}],
    "peiling.lijst": [
        {"peilingen": [], "bladzij": 0, "meer": False},
        *(
            {
                "peilingen": [{"id": ID, "vraag": lang(300), "staat": s} for s in staten],
                "bladzij": bladzij,
                "meer": meer,
            }
            for staten, bladzij, meer in (
                (["open", "gesloten", "ingetrokken", "vervangen"], 0, False),
                (["open"] * 8, 0, True),
                (["gesloten"] * 8, 1, True),
                (["gesloten"], 9999, False),
            )
        ),
        {
            "peilingen": [{"id": ID, "vraag": lang(300), "staat": "komt", "opent_op": NU}],
            "bladzij": 0,
            "meer": False,
        },
    ],
    "peiling.open": [
        _peiling(bewoner=False, beheer=True, komt=NU),
        _peiling(per_adres=True, adres="ander", uitslag_naar="stemmers", kaarten=True),
        _peiling(versie=_VERSIE, kopie=True, beheer=True, groep=["huur", ""]),
        _peiling(heeft_stem=True, uitslag_naar="wijk", kopie=True, beheer=True),
        _peiling(per_adres=True, adres="vorig", bewoner=False),
        _peiling(),
        _peiling(over_besluit=False, groep=["werkgroep", lang(60)]),
        _peiling(bewoner=False, beheer=True, met_link=True),
        _peiling(concept="nieuw", minste=40),
        _peiling(met_naam={"naam": LASTIG[:40]}, minste=1),
        _peiling(concept="wijzigt"),
        _peiling(van_papier=True),
        _consent(concept="nieuw", zinnen=[["reden", {"maximum": 1000}]], vorige=ID),
        _consent(zinnen=[["uitleg", {}]], weerwoord=[lang(1000), True], inbreng=[3, 1], beheer=True),
        _consent(zinnen=[["uitleg", {}]], inbreng=[0, 0], beheer=True),
        _peiling(methode="stellingen", aandragen={"nog": 1, "wacht": 2}, ingestuurd=2, beheer=True),
        _peiling(methode="stellingen", aandragen={"nog": 0, "wacht": 0}, ingestuurd=0, beheer=True),
        _consent(zinnen=[["uitleg", {}]], vorige=ID, vorig_voorstel=lang(1000), terugweg=False),
        _deep(zinnen=[["nodig_t", {"maximum": 1000}]], met_naam={"naam": LASTIG[:40]}),
        _deep(zinnen=[["nodig_v", {"maximum": 1000}]], inbreng=[12, 3], beheer=True),
        _deep(zinnen=[["uitleg", {}]], weerwoord=[lang(1000), False], beheer=True, inbreng=[1, 1]),
        _deep(zinnen=[["uitleg", {}]], terugweg=True, met_naam={"naam": LASTIG[:40]}),
        _peiling(weging="ieder", groep=["geleding", ""]),
        _peiling(weging="geleding", groep=["geleding", ""], namens=["overheid", LASTIG[:60]], gast=True),
        {**(open_ := _peiling(geschud=True)), "scherm": open_["scherm"] | {"knoppen": []}},
        _peiling(beheer=True, daad="9-", zinnen=[["hoogstens", {"aantal": 2}], ["nog", {"aantal": 1}]]),
        _peiling(zinnen=[["hoogstens", {"aantal": 2}], ["vol", {}]], live=True),
        _peiling(zinnen=[["zoveel_u_wilt", {}], ["leeg", {}]], live=True, tussenstand=_delen(None)),
        _peiling(live=True, tussenstand=_delen([MINDER, NIET_GETOOND, 10, 15, 20, 25, 30, 95, 100, 50])),
        _peiling(live=True, tussenstand=_delen([MINDER, 95] * 5, procent=True)),
    ],
    "peiling.uitslag": [
        _uitslag(45, [MINDER, *range(5, 50, 5)]),
        _uitslag(10, [10, MINDER], meer_keuzes=True, vroeg=True, op_papier=5),
        _uitslag(25, [NIET_GETOOND, 10, MINDER]),
        _uitslag(20, [10, 10], zinnen=[["gelijk", {"opties": f"{lang(100)}; A"}]]),
        _uitslag(20, [NIET_GETOOND, MINDER], procent=True),
        _uitslag(20, [10, MINDER], procent=True, opnieuw=True, kopie=True),
        _uitslag(
            40,
            [MINDER, 10, 10, 10, 5],
            methode="schaal",
            zinnen=[["midden", {"cijfer": "4"}], ["midden_tussen", {"een": "3", "ander": "4"}], ["hoog_weinig", {}]],
            verschil={"sinds": NU, "zinnen": [["verschil", {"toen": 30, "nu": 45}]]},
        ),
        _DATUM,
        _uitslag(40, [30, MINDER, MINDER], methode="consent", zinnen=[["zonder", {}]], inbreng=[0, 0], ronde=True),
        _uitslag(
            40,
            [30, 10, MINDER],
            methode="deep_democracy",
            inbreng=[12, 3],
            opnieuw=True,
            wacht=True,
            ronde=True,
            zinnen=[["meer_voor", {}], ["minder_tegen", {"aantal": 10}], ["genoemd", {"groepen": lang(200)}]],
            voorstel=lang(1000),
            nieuw=[["toegevoegd", {"groep": "kosten", "tekst": lang(100)}]] * 6,
        ),
        _uitslag(exact(9), [], methode="consent", zinnen=[["open", {"aantal": 2}]], inbreng=[2, 1], vorige=ID),
        *(
            _uitslag(40, [30, 10, MINDER], methode="consent", zinnen=[zin], inbreng=[1, 0])
            for zin in (["blijven", {"aantal": 1}], ["open", {"aantal": 1}], ["weinig", {}], ["geen_oordeel", {}])
        ),
        _uitslag(exact(9), [], minste=[40, True]),
        _uitslag(exact(9), [], per_adres=True),
        _uitslag(45, [25, 20], per_adres=True),
        _uitslag(35, [], **_STELLINGEN),
        _uitslag(35, [], **{**_STELLINGEN, "regels": [{"tekst": lang(100), "cellen": [20, 10, MINDER]}] * 25}),
        _uitslag(45, [25, 20], versie=_VERSIE),
        _uitslag(20, [10], ingestuurd={"erbij": 1, "samengevoegd": 1, "niet": 3, "te_laat": 2}),
        _uitslag(45, [MINDER, *range(5, 50, 5)], scholen=[[ID, lang(60), n] for n in (30, exact(2))] * 4),
        _uitslag(20, [10, 10], school=lang(60)),
        _uitslag(1, [1, 0], minste=[1, False], exact=True, met_naam=True),
        _uitslag(7, [3, 3, 1], exact=True, met_naam=True),
        _uitslag(40, [50, 30, 20], procent=True, weging={"vacant": []}),
        _uitslag(exact(9), [], weging={"vacant": [], "te_weinig": True}),
        *(
            _uitslag(40, [40, 15, 5], procent=True, weging=_twee_lezingen([66, 25, 8], kleiner=kleiner))
            for kleiner in (True, False)
        ),
        _kwesties(),
    ],
    "school.open": [
        {**_peiling(daad="9-", zinnen=[["uitleg", {}]]), "school": lang(60), "methode": "stellingen"},
    ],
    "school.dicht": [{}],
    "school.gegevens": [{"antwoorden": [[lang(60), lang(300), NU]] * 5}],
    "school.binnen": [{"naam": lang(60), "peiling": ID, "bewoner": bewoner} for bewoner in (True, False)],
    "school.lijst": [
        {"id": ID, "vraag": lang(300), "links": [], "nog_een": True},
        {
            "id": ID,
            "vraag": lang(300),
            "links": [
                {"id": ID, "naam": lang(60), "aantal": n, "dicht": dicht} for n in (30, exact(2)) for dicht in (0, 1)
            ]
            * 2,
            "nog_een": False,
        },
    ],
    "school.link": [{"id": ID, "naam": lang(60), "op": NU, "peiling": ID, "vraag": lang(300)}],
    "school.voorbij": [{"id": ID, "naam": lang(60), "op": NU, "peiling": ID}],
    "school.zeker": [{"id": ID, "naam": lang(60)}],
    "peiling.voorbeeld": [
        {
            **_PEILINGVOORBEELD,
            "besluit": antwoord,
            "live": antwoord,
            "keuze.max_keuzes": keuzes,
            "voor": voor,
            "groep": groep,
        }
        for antwoord, keuzes, voor, groep in (
            ("ja", "een", "wijk", ""),
            ("nee", "alle", "straat", lang(100)),
            ("ja", "9", "werkgroep", lang(60)),
            ("nee", "9", "koop", ""),
        )
    ]
    + [
        {
            **_VOORBEELD_VAN_EEN_PEILING["data"],
            "minste_stemmen": 40,
            "opent_op": NU,
            "per_adres": "ja",
            "uitslag_naar": "wijk",
        },
        {**_PEILINGVOORBEELD, "besluit": "nee", "keuze.max_keuzes": "een", "voor": "geleding", "weging": "geleding"},
        {
            **_VOORBEELD_VAN_EEN_PEILING["data"],
            "voor": "koop",
            "onbekend": 120,
            "vervangt": ID,
            "wijziging": lang(300),
            "concept": ID,
        },
    ],
    "peiling.uitslag_elders": [{"vraag": lang(300)}],
    "peiling.opiniegroepen": [
        {"id": ID, "vraag": lang(300), "methode": "stellingen", "delen": [[["geen_groepen", {}]]]},
        {"id": ID, "vraag": lang(300), "methode": "stellingen", "delen": _OPINIE},
    ],
    "peiling.wie_wat": [
        {
            "id": ID,
            "vraag": lang(300),
            "methode": "keuze",
            "regels": [[LASTIG[:40], [lang(100)]], [None, []], *([lang(40), [lang(100), lang(99)]] for _ in range(8))],
            "bladzij": 1,
            "meer": True,
        }
    ],
    "aandragen.vraag": [{"id": ID, "vraag": lang(300), "methode": "stellingen", "maximum": 100, "nog": 3}],
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
    "peiling.ingestuurd": [
        _oordeel(staat="erbij"),
        _oordeel(staat="samengevoegd", wordt=lang(100)),
        *(_oordeel(staat="niet", reden=reden) for reden in toelaten.REDENEN),
        _oordeel(staat="niet", reden=None, eigen=lang(300)),
    ],
    "peiling.weerwoord": [{"id": ID, "vraag": lang(300)}],
    "peiling.weerwoord_later": [{"id": ID, "vraag": lang(300), "antwoord": lang(1000)}],
    "groepering.lijst": [
        {"id": ID, "vraag": lang(300), "methode": "deep_democracy", "groepen": groepen, "inbreng": inbreng}
        for groepen, inbreng in ((_GROEPEN, [12, 3]), (_GROEPEN[:1], [1, 0]), ([], [0, 0]))
    ],
    "groepering.toevoeging": [
        {
            **_VRAGEN[0],
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
            groep=_GROEPEN[0][1],
            stem=ID,
            groepen=[[groep, naam, n == 0] for groep, naam, n, _ in _GROEPEN],
            totaal=12,
        ),
    ],
    "peiling.zeker": [{"id": ID, "vraag": lang(300), "daad": daad} for daad in ("sluit", "weg")]
    + [{"id": ID, "vraag": lang(300), "daad": "terug", "over_besluit": True}]
    + [
        {"id": ID, "vraag": lang(300), "daad": "sluit", "methode": methode, "open": 2, "papier": 3}
        for methode in ("consent", "deep_democracy")
    ],
    "planning.een": _GEPLAND,
    "planning.laat": [
        {"regels": regels, "bladzij": 1, "meer": True} for regels in ([], [_gepland(s) for s in gepland.SOORTEN])
    ],
    "planning.lijst": [
        {"regels": [], "later": [], "laat": 0, "bladzij": 0, "meer": False},
        {"regels": _GEPLAND[-6:], "later": _LATER, "laat": 3, "bladzij": 1, "meer": True},
    ],
    "planning.zeker": _GEPLAND,
    "rol.kwijt": _ROLLEN,
    "rol.overzicht": [
        {"geeft": True, "rollen": [], "bladzij": 0, "meer": False, "open": 0},
        {"geeft": True, "rollen": _ROLLEN[:10], "bladzij": 1, "meer": True, "open": 3},
        {"geeft": True, "rollen": [{**_ROLLEN[0], "id": None, "weg": False}], "bladzij": 0, "meer": True, "open": 1},
        {"geeft": False, "rollen": _ROLLEN[:1], "bladzij": 0, "meer": False, "open": 0},
    ],
    "rol.zeker": _ROLLEN,
    "tijdstip.stil": [{**_VRAGEN[0], "formulier": "tijdstip", "veld": "stil", "keuzes": ["goed"], "gaat": NU}],
    "uitnodiging.aangenomen": _ROLLEN,
    "uitnodiging.lijst": [{"open": []}, {"open": _ROLLEN}],
    "uitnodiging.link": _ROLLEN,
    "uitnodiging.niet": [{}],
    "uitnodiging.vraag": _ROLLEN,
    "uitnodiging.welkom": _ROLLEN,
    "stand": [
        *(_stand(eenheid) for eenheid in EENHEDEN),
        *(_stand(eenheid, nodig=1, verdict="onbeslist", operator=">=", drempel="3/5") for eenheid in EENHEDEN),
        _stand("bewoners", teller=412, nodig=0, verdict="gehaald", drempel="1/3"),
        _stand("bewoners", teller=0, noemer=0, verdict="onbeslist", nodig=1),
        *(_onzekere_stand(eenheid) for eenheid in EENHEDEN),
        _vooruit("gehaald", dag=None),
        *(_vooruit(uitkomst) for uitkomst in ("op_tijd", "te_laat", "zonder_dag")),
        _vooruit("te_vroeg", tempo=None, dag=None),
        _vooruit("geen_tempo", tempo=0, dag=None, per_week=1),
        *(_stand("bewoners", teller=9, verdict=verdict) for verdict in ("gehaald", "niet_gehaald", "onbeslist")),
        *(_spiegelstand("bewoners", verdict) for verdict in ("gehaald", "niet_gehaald", "onbeslist")),
        *_ONDERBOUWD,
        *(_sinds(stand) for stand in _ONDERBOUWD),
        *(
            _sinds(_stand("bewoners", teller=n, verdict=verdict, nodig=nodig), *_SINDS)
            | {"zonder_team": {"gehoord": verdict}}
            for n in (9, 100)
            for verdict, nodig in (("gehaald", 0), ("niet_gehaald", 2), ("onbeslist", 1))
        ),
        _sinds(_spiegelstand("bewoners", "niet_gehaald"), *_SINDS),
    ],
    **{
        soort: [
            *(_afsluiten(_stand("bewoners"), **dict.fromkeys(_OPEN, aantal)) for aantal in (0, 1, 12)),
            *(
                _afsluiten(_ONDERBOUWD[0]) | {"dag": {"tot": "2027-06-01", "voorbij": voorbij}}
                for voorbij in (False, True)
            ),
        ]
        for soort in ("afsluiten", "afsluiten.lezen")
    },
    "afgesloten": [
        {"wijk": LASTIG, "op": NU, "drempels": [{"soort": s, "verdict": v} for s, v in verdicten.items()]}
        for verdicten in (
            {"gehoord": "gehaald"},
            {"gehoord": "gehaald", "informatie": "niet_gehaald"},
            dict.fromkeys(DREMPELS, "onbeslist"),
        )
    ],
    "groepschat.lijst": [
        {"werkgroepen": []},
        {"werkgroepen": [{"id": ID, "naam": lang(60), "groep": groep} for groep in (None, lang(255))]},
    ],
    "groepschat.code": [{"naam": lang(60), "geheim": ID, "tot": NU}],
    "groepschat.gekoppeld": [{"naam": lang(60)}],
    "groepschat.ontkoppeld": [{"naam": lang(60)}],
    "groepschat.weg": [{"naam": lang(60), "groep": lang(255)}],
    "groepschat.geweigerd": [
        {"sleutel": s, "velden": _WEIGERVELDEN}
        for s in _WEIGERINGEN
        if s.startswith(("groepschat.", "peilingkaart.", "alleen_prive"))
    ],
    "peilingkaart.open": [
        _peiling(groep=["werkgroep", lang(60)], gestemd=None),
        _peiling(groep=["werkgroep", lang(60)], bewoner=False, live=True, gestemd=exact(9)),
        _peiling(groep=["werkgroep", lang(60)], live=True, gestemd=15, met_naam={"naam": None}),
        {**(kaart := _peiling(geschud=True, bewoner=False, gestemd=None)), "scherm": kaart["scherm"] | {"knoppen": []}},
    ],
    "peilingkaart.geteld": [{"methode": "keuze", "stem": [lang(100)]}, {"methode": "schaal", "stem": ["5"]}],
    "peilingkaart.uitslag": [_uitslag(45, [MINDER, *range(5, 50, 5)]), _uitslag(exact(9), [], minste=[40, True])],
    "peilingkaart.ingetrokken": [{"vraag": lang(300), "nieuwe": ID}, {"vraag": lang(300)}],
    "peilingkaart.gesloten": [{"vraag": lang(300), "id": ID}],
    "peilingkaart.los": [{"vraag": lang(300), "id": ID}],
    "peilingkaart.lukt_niet": [{"vraag": lang(300), "id": ID}],
    **CONCEPT,
    **IDEE,
    **KOPPELKANS,
    **VRAAG,
    **NIETMEE,
    **RONDE,
    **SPELREGELS,
    **ADVIES,
    **FASE,
    **VOLGER,
    **TRAJECT,
    **ONDERBOUWING,
    **AANBOD,
    **BIJEENKOMST,
    **VERSLAG,
    **MIJLPAAL,
    **WARMTEKAART,
    **WIEDOETWAT,
    **CIJFERS,
    **PAPIER,
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
            "posten": [{"id": ID, "uitkomst": u} for u in ("klopt", "klopt_niet", "niet_bereikt", None) * 25],
            "klaar": False,
        },
        {"posten": [{"id": ID, "uitkomst": "klopt"}] * 3, "klaar": True},
    ],
    "steekproef.post": [{**_POST, "soort": s, "door": "buurtbegeleider"} for s in GELOOT],
    "steekproef.voorbij": [{}],
    "taal.kies": [{}],
    "voorstel.afloop": [_voorstel(s, staat=e) for s in UITVOERDERS for e in ("bevestigd", "afgewezen", "verlopen")],
    "voorstel.een": [
        *(_voorstel(soort, eigen=eigen) for soort in UITVOERDERS for eigen in (True, False)),
        _voorstel("peiling", eigen=False, velden={**_VOORSTELVELDEN, "voorbeeld": _VOORBEELD_VAN_EEN_PEILING}),
    ],
    "voorstel.gemaakt": [_voorstel(soort, aantal=aantal) for soort in UITVOERDERS for aantal in (0, 1, 7)],
    "voorstel.klaar": [_voorstel(s, staat=e) for s in UITVOERDERS for e in ("bevestigd", "afgewezen", "ingetrokken")],
    "voorstel.voorbij": [
        _voorstel(s, staat=e) for s in UITVOERDERS for e in ("bevestigd", "afgewezen", "ingetrokken", "verlopen")
    ],
    "voorstel.lijst": [{"voorstellen": []}, {"voorstellen": [_voorstel(soort) for soort in UITVOERDERS]}],
    "welkom.al_binnen": [{}],
    "welkom.binnen": [{}],
    "welkom.code": [{}],
    "welkom.ingetrokken": [{}],
    "welkom.later": [{}],
    "welkom.onbekend": [{"over": 1}, {"over": 4}],
    "welkom.taal": [{"eerst": None}, {"eerst": "en"}],
    "welkom.te_vaak": [{"vanaf": NU}],
    "welkom.toestemming": [{"versie": 1}],
    "welkom.typefout": [{}],
    "welkom.bekend": [{"antwoorden": list(BEKEND)}],
    "welkom.vol_team": [{"adres": LASTIG}],
    "welkom.verhuisd": [{"adres": LASTIG}],
    "welkom.vol": [{}],
    "werkgroep.lijst": [
        {"werkgroepen": [{"id": ID, "naam": lang(60), "lid": lid} for lid in (True, False)]},
        {"werkgroepen": []},
    ],
    "wieben": [{"wie": "telegram:123456789", "rollen": list(rollen)} for rollen in ((), ROLLEN)],
    "wissen.adres": [{"huis": ID, "adres": lang(115), "stoelen": stoelen} for stoelen in ([], [1, 99])],
    "wissen.klaar": [{}],
    "wissen.niets": [{}],
    "wissen.vraag": _WISSEN,
    "wissen.zeker": _WISSEN,
}
