"""A report with something in every part, as `bot.rapporteren.verzamel` gives it."""

from dataclasses import asdict, replace
from fractions import Fraction
from typing import Any

from bot.rules.drempels.afspiegeling import Afspiegeling, Groepstelling, Kenmerk, Kenmerktelling, Spiegeltelling
from bot.rules.drempels.kaders import Kaders
from bot.rules.drempels.verklaring import Afgelegd, Verklaring
from bot.rules.kennismaking import KEUZES
from bot.rules.kleine_cellen import Cel
from bot.rules.spelregels import Spelregels
from bot.rules.wegen import Telling, weeg_aandeel
from bot.services.tellen import Onderdeel, Tellingen
from tests.berichten.voorbeelden_advies import RAPPORT
from tests.berichten.voorbeelden_cijfers import REEKSEN
from tests.berichten.voorbeelden_fase import STAPPEN
from tests.berichten.voorbeelden_mijlpaal import RAPPORT_MIJLPALEN
from tests.berichten.voorbeelden_warmtekaart import KAARTEN
from tests.berichten.voorbeelden_wiedoetwat import RAPPORT_WIEDOETWAT

OP = "2027-03-28T18:00:00+00:00"
OPTIES: dict[str, Cel] = {"Een warmtenet": 50, "Elk huis een warmtepomp": 10, "Niets doen": "minder dan 5"}
LEEFTIJDEN = dict(zip(KEUZES["leeftijd"], (60, 180, 130, 42), strict=False))
AFSPIEGELING = Afspiegeling((Kenmerk("eigendom"), Kenmerk("leeftijd", LEEFTIJDEN, "het CBS")), Fraction(3, 20))
VERKLARING = Verklaring("Mr. A. de Vries", "opbouwwerker", "Stichting Samen")
KADERS = Kaders(("De kosten gaan niet omhoog", "Iedereen kan kiezen", "Het is klaar voor 2035"))
_GEWOON = Spelregels(versie=1, aantal=412, bron="de kerncijfers van het CBS")
REGELS = replace(_GEWOON, drempels=(*_GEWOON.drempels, AFSPIEGELING, VERKLARING, KADERS))
_MET = Spiegeltelling(
    Telling(207, 207, 412, 412),
    {
        "eigendom": Kenmerktelling({"koop": Groepstelling(150, 240, 240), "huur": Groepstelling(57, 172, 172)}),
        "leeftijd": Kenmerktelling({naam: Groepstelling(n // 2, 0, 0) for naam, n in LEEFTIJDEN.items()}),
    },
)
_AFGELEGD = Afgelegd("Mr. A. de Vries", "opbouwwerker", "Stichting Samen", True, False, 0, 90)
_STUK = {"stuknaam": "brief.pdf", "sha256": "ab" * 32}
ONDERBOUWING: list[dict[str, Any]] = [
    {"wat": "kader", "kader": KADERS.kaders[0], "oordeel": "voldaan", "toelichting": "Zie de doorrekening.", **_STUK},
    {
        "wat": "kader",
        "kader": KADERS.kaders[1],
        "oordeel": "niet_voldaan",
        "toelichting": "Nog niet.",
        "stuknaam": None,
    },
    {"wat": "verklaring", "naam": "Mr. A. de Vries", "uitspraak": "gehoord", "dag": "2027-03-01", **_STUK},
    {"wat": "standpunt", "partner": "Woningcorporatie Thuis", "standpunt": "Wij doen mee met het warmtenet.", **_STUK},
    {
        "wat": "standpunt",
        "partner": "Netbeheerder",
        "standpunt": "Het net is vol.",
        "stuknaam": None,
        "vervangen": True,
    },
    {
        "wat": "standpunt",
        "partner": "Winkels",
        "standpunt": "Nee.",
        "stuknaam": None,
        "ingetrokken_op": OP,
        "reden": "x",
    },
]
_WEKEN: list[list[Any]] = [["2027-03-07", None], ["2027-03-14", 40], ["2027-03-21", 160], ["2027-03-28", 207]]
for _een in ONDERBOUWING:
    for _veld in ("link", "stuknaam", "op", "ingetrokken_op", "reden", "functie", "opdrachtgever", "vervangen"):
        _een.setdefault(_veld, None)
    _een.setdefault("dag", "2027-02-20")
    _een.setdefault("redenen", "Ik sprak met dertig mensen die zelden komen.")


_STEEKPROEF: dict[str, Any] = {
    "omvang": 412,
    "getrokken": 20,
    "klopt": 17,
    "klopt_niet": 1,
    "niet_bereikt": 2,
    "vervallen": 0,
}
_STEEKPROEF |= {"bereikt": 18, "genoeg": True, "afgebroken": False, "grootte": 1234, "wortel": "ab" * 32}
_STEEKPROEF |= {"dag": "2027-03-01", "vervallen": 0}


_NIETS: dict[str, Cel] = {"groep": "", "antwoord": "", "blijft": "nee", "later": "nee"}
_GESCHREVEN = (
    ("=1+1 <b>Het</b> is {te} duur & lawaaiig. مرحبا", _NIETS),
    ("Rust in de nacht: mijn man werkt in ploegen.", _NIETS | {"groep": "overlast"}),
    ("Eerst isoleren", _NIETS | {"antwoord": "Dat doen wij in 2028.", "blijft": "ja"}),
    ("Een vaste prijs", _NIETS | {"antwoord": "Die komt er.", "later": "ja"}),
)


def _uitslag(publiek_id: str, vraag: str, regels: list[tuple[Any, list[Cel]]], **anders: Any) -> dict[str, Any]:
    getoond = [{"tekst": tekst, "cellen": cellen} for tekst, cellen in regels]
    vast: dict[str, Any] = {
        "publiek_id": publiek_id,
        "vraag": vraag,
        "methode": "keuze",
        "regels": getoond,
        "kolommen": [],
    }
    vast |= {"procent": False, "zinnen": [], "nieuw": [], "per_adres": False, "meer_keuzes": False, "minste": None}
    return vast | anders


_VACANT: list[Any] = [["bedrijven", "niemand"]]
_VERDEELD = [{"tekst": naam, "cellen": [deel]} for naam, deel in (("Geluid", 56), ("Kosten", 44))]
_BESLUIT = [
    _uitslag("p1", "Welke warmte?", [(naam, [aantal]) for naam, aantal in OPTIES.items()], minste=[50, False]),
    _uitslag(
        "p3",
        "Gaat u mee?",
        [(["voor", {}], [30]), (["tegen", {}], [10])],
        methode="deep_democracy",
        voorstel="Een warmtenet voor de hele buurt.",
        zinnen=[["meer_voor", {}], ["minder_tegen", {"aantal": 10}], ["genoemd", {"groepen": "overlast (1)"}]],
        nieuw=[["toegevoegd", {"groep": "overlast", "tekst": "Wij graven overdag."}]],
        inbreng=[4, 1],
        op_papier=10,
    ),
    _uitslag(
        "p4",
        "Wat weegt het zwaarst?",
        [("Geluid", [45]), ("Kosten", [35])],
        methode="punten",
        procent=True,
        weging={"vacant": _VACANT, "verdeeld": _VERDEELD, "kleiner": True},
    ),
    _uitslag(
        "p5",
        "Wat vindt uw huishouden?",
        [("Wij willen van het gas af", [25, 10, "niet getoond"]), ("Wij wachten liever", [15, 20, 10])],
        methode="stellingen",
        kolommen=["eens", "oneens", "pas"],
        per_adres=True,
    ),
    _uitslag(
        "p6",
        "Hoeveel vertrouwen hebt u in dit plan?",
        [(["einde", {"cijfer": "1", "woord": "geen"}], ["minder dan 5"]), (["cijfer", {"cijfer": "2"}], [40])],
        methode="schaal",
        zinnen=[["midden", {"cijfer": "2"}]],
    ),
    _uitslag("p7", "Te klein om te tonen?", []),
    {"publiek_id": "p8", "vraag": "Welke kleur krijgt het gebouw?"},
]
_GESTEMD: dict[str, Cel] = {"ingetrokken": "nee", "doelgroep": "wijk", "weging": "ieder"}
_PEILINGEN: list[tuple[str, str, dict[str, Cel]]] = [
    (
        een["publiek_id"],
        een["vraag"],
        {"stemmers": 45, "doelgroep": "geleding" if een["publiek_id"] == "p6" else "wijk"},
    )
    for een in _BESLUIT[2:]
]


def voorwaarde(plaats: int, teller: int, zelf: int, *, misschien: int = 0, noemer: int = 412) -> dict[str, Any]:
    """Return how a condition of `REGELS` stands."""
    drempel: Any = REGELS.drempels[plaats]
    met, zonder = (
        asdict(weeg_aandeel(drempel.soort, drempel, Telling(aantal, aantal + misschien, noemer, noemer)))
        for aantal in (teller, zelf)
    )
    return {"met": met, "zonder": zonder, "vertrokken": 7, "sinds": None}


def versie(nummer: int, **anders: Any) -> dict[str, Any]:
    """Return a version of the spelregels that was fixed."""
    vast: dict[str, Any] = {"versie": nummer, "vastgesteld_op": OP, "reden": None, "orgaan": "college"}
    vast["besluitnummer"] = "B-12/2027"
    vast |= {"besluit_op": "2027-01-12", "besluitlink": "https://gemeente.example/besluit/12", "volgt": True}
    geeft: dict[str, Any] = {"gehoord": {"verdict": "gehaald", "teller": 207, "noemer": 412}}
    geeft["informatie"] = {"verdict": "onbeslist", "teller": 136, "noemer": 412}
    vast |= {"hash": REGELS.hash(), "regels": REGELS.als_json(), "geeft": geeft}
    vooraf: dict[str, Any] = {"gehoord": 12, "informatie": "minder dan 5"} if nummer == 1 else {}
    return {**vast, "vooraf": vooraf, **anders}


def afgesloten() -> dict[str, Any]:
    """Return the same report once the process was closed, with corrections since."""
    data = rapport(afsluiting=[{"op": OP}])
    gehoord, informatie, *_ = data["delen"]["voorwaarden"]
    gehoord["sinds"] = {"soort": "gehoord", "verdict": None, "verschil": 3}
    informatie["sinds"] = {"soort": "informatie", "verdict": "niet_gehaald", "verschil": 12}
    return data


def _geteld(rij: dict[str, Any]) -> Onderdeel:
    namen = ("verdict", "teller", "noemer", "ondergrens", "bovengrens", "nodig")
    metingen = {naam: rij["met"][naam] for naam in namen} | {"verdict_zonder_team": rij["zonder"]["verdict"]}
    return Onderdeel("drempel", rij["met"]["soort"], metingen)


_REACTIE: dict[str, Any] = {
    "concept": None,
    "nummer": 3,
    "deeltitel": "Warmte",
    "tekst": "Eerst isoleren.",
    "aantal": 10,
}
_NOTA: list[dict[str, Any]] = [
    {"kop": {"titel": "Buurtplan", "versie": 1, "soort": "buurtplan"}, "compleet": True},
    {**_REACTIE, "oordeel": "overgenomen", "reden": None},
    {**_REACTIE, "oordeel": "deels", "reden": "Niet elk huis kan nu al.", "aantal": "minder dan 5"},
    {**_REACTIE, "oordeel": "niet", "reden": "Dat is te duur.", "tekst": None},
    {"kop": {"titel": "Warmteplan", "versie": 1, "soort": "wup"}, "compleet": True},
    {"kop": {"titel": "Buurtplan", "versie": 2, "soort": "buurtplan"}, "compleet": False},
]


def rapport(*, versies: int = 2, **delen: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a whole report.

    Args:
        versies: how many versions of the spelregels were fixed.
        delen: parts that are otherwise.
    """
    voorwaarden = [voorwaarde(0, 207, 190), voorwaarde(1, 136, 130, misschien=9)]
    standen = (AFSPIEGELING.weeg(_MET), VERKLARING.weeg(_AFGELEGD), KADERS.weeg({KADERS.kaders[0]: "voldaan"}))
    voorwaarden += [
        {"met": asdict(stand), "zonder": asdict(stand), "vertrokken": 0, "sinds": None} for stand in standen
    ]
    onderdelen = (
        *(_geteld(rij) for rij in voorwaarden),
        Onderdeel("wijk", "Vogelbuurt", {"adressen": 201, "bewoners": 230}),
        Onderdeel("bijeenkomst", "Energiecafé", {"aanwezig": 61, "afgelast": "nee"}, "b1", "2027-02-02T19:30+01:00"),
        Onderdeel("bijeenkomst", "Wandeling", {"aanwezig": 3, "afgelast": "nee"}, "b2", "2027-02-09T14:00+01:00"),
        Onderdeel("bijeenkomst", "Webinar", {"aanwezig": 0, "afgelast": "ja"}, "b3", "2027-02-10T19:30+01:00"),
        Onderdeel("peiling", "Welke warmte?", _GESTEMD | {"stemmers": 67}, "p1", "2027-03-01T20:00+01:00"),
        Onderdeel("peiling", "Een foutje", {"stemmers": 0, "ingetrokken": "ja"}, "p2", "2027-03-02T20:00+01:00"),
        *(Onderdeel("aanbod", een["titel"], {een["wat"]: 45, "minimum": 60}, een["id"]) for een in _AANBOD),
        *(Onderdeel("optie", naam, {"stemmen": aantal}, "p1") for naam, aantal in OPTIES.items()),
        Onderdeel("peiling", "Gaat u mee?", _GESTEMD | {"stemmers": 40}, "p3", "2027-03-03T20:00+01:00"),
        *(Onderdeel("optie", naam, {"stemmen": aantal}, "p3") for naam, aantal in (("voor", 30), ("tegen", 10))),
        *(
            Onderdeel("peiling", vraag, _GESTEMD | geteld, id_, f"2027-03-{n:02}T20:00+01:00")
            for n, (id_, vraag, geteld) in enumerate(_PEILINGEN, 4)
        ),
        Onderdeel("school", "De Regenboog: Wat vindt u?", {"deelnemers": 25, "ingetrokken": "nee"}, "s1"),
        Onderdeel("schoolantwoord", "Wij willen van het gas af: eens", {"antwoorden": 15}, "s1"),
        Onderdeel("schoolantwoord", "Wij willen van het gas af: oneens", {"antwoorden": 5}, "s1"),
        Onderdeel("schoolantwoord", "Wij willen van het gas af: pas", {"antwoorden": "minder dan 5"}, "s1"),
        *(Onderdeel("inbreng", tekst, gezegd, "p3") for tekst, gezegd in _GESCHREVEN),
    )
    regels: dict[str, Any] = {**REGELS.als_json(), "hash": REGELS.hash()}
    gewijzigd: dict[str, Any] = {
        "reden": "Er kwam een straat bij.",
        "orgaan": "gemeenteraad",
        "volgt": False,
        "besluitnummer": None,
    }
    alle: dict[str, list[dict[str, Any]]] = {
        "voorwaarden": voorwaarden,
        "afsluiting": [],
        "versies": [versie(1), versie(2, **gewijzigd)][:versies],
        "onderbouwing": ONDERBOUWING,
        "aanbod": _AANBOD,
        "adviezen": RAPPORT,
        "mijlpalen": RAPPORT_MIJLPALEN,
        "wiedoetwat": RAPPORT_WIEDOETWAT,
        "cijfers": REEKSEN,
        "warmtekaarten": KAARTEN,
        "traject": STAPPEN,
        "vragen": [{"wachten": "minder dan 5"}, {"vraag": "Wat kost het?", "antwoord": "Dat komt nog.", "aantal": 10}],
        "reactienota": _NOTA,
        "weken": [{"soort": "gehoord", "weken": _WEKEN}, {"soort": "informatie", "weken": _WEKEN}],
        "besluit": _BESLUIT,
        "steekproef": [_STEEKPROEF, _STEEKPROEF | {"bereikt": 4, "genoeg": False, "afgebroken": True}],
        "logboek": [
            {
                "log": "AbCdEfGhIjKlMnOpQrStUv",
                "grootte": 1234,
                "wortel": "A" * 43 + "=",
                "sleutel": f"log+01234567+{'B' * 44}",
                "dag": "2027-03-28",
                "notitie": NOTITIE,
            }
        ],
    }
    return {"tellingen": Tellingen("Vogelbuurt", OP, regels, onderdelen).als_json(), "delen": alle | delen}


_BOD: dict[str, Any] = {"titel": "Warmtenet", "tekst": "Een leiding naar uw huis.", "kosten": "€ 60 per maand."}
_BOD |= {"kosten_van": 4000, "kosten_tot": 6000, "gas": "Het gas stopt in 2035.", "bindend": True}
_BOD |= {"sluit_op": "2027-03-28T18:00:00+00:00", "stuknaam": "offerte.pdf", "sha256": "0123456789abcdef" * 4}
_AANBOD: list[dict[str, Any]] = [
    {**_BOD, "id": "a1", "wat": "deelnameverklaring", "woningtypen": ["rijwoning", "hoekwoning"]},
    {
        **_BOD,
        "id": "a2",
        "wat": "interesse",
        "titel": "Meer weten",
        "kosten": None,
        "woningtypen": [],
        "stuknaam": None,
    },
]
NOTITIE = f"log\n1234\n{'A' * 43}=\ndag 2027-03-28\n\n— log {'B' * 91}=\n"
