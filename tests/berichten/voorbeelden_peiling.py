"""Sample data of the messages about polls."""

from typing import Any

from bot.rules.kleine_cellen import MINDER, NIET_GETOOND, Cel
from bot.rules.peilingen import METHODEN as PEILMETHODEN
from bot.services import toelaten
from tests.berichten.lastig import ID, LASTIG, NU, Data, lang
from tests.berichten.voorbeelden_formulier import VRAGEN
from tests.berichten.voorbeelden_inbreng import BEZWAREN

VERSIE: Data = {"nummer": 2, "wijziging": lang(300), "vorige": ID}


def peiling(**velden: Any) -> Data:
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


def _oordeel(**velden: Any) -> Data:
    return {"id": ID, "vraag": lang(300), "tekst": LASTIG[:100], **velden}


def _consent(**velden: Any) -> Data:
    een = peiling(**{"methode": "consent", **velden})
    regels = [["voorstel", {"voorstel": lang(1000)}], ["wijziging", {"wijziging": lang(300)}]]
    knoppen = [
        [["g", ["geen_bezwaar", {}], False]],
        [["b", ["bezwaar", {}], True]],
        [["n", ["niet_aan_mij", {}], False]],
    ]
    return {**een, "scherm": {**een["scherm"], "regels": regels, "knoppen": knoppen, "stem": velden.pop("stem", [])}}


def _deep(**velden: Any) -> Data:
    """Return a next round in which all is as long as can be."""
    een = _consent(methode="deep_democracy", vorige=ID, vorig_voorstel=lang(1000), **velden)
    regels = [["voorstel", {"voorstel": lang(1000)}]]
    regels += [["toegevoegd", {"groep": naam, "tekst": lang(100)}] for _, naam, *_ in BEZWAREN]
    daden = {"v": "voor", "t": "tegen", "g": "geen_mening", "w": "opnieuw"}
    knoppen = [[[daad, [knop, {}], daad == "t"]] for daad, knop in daden.items()]
    stem = [["tegen", {}], *([lang(1000)] if velden.get("zinnen") == [["uitleg", {}]] else [])]
    return {**een, "scherm": {**een["scherm"], "regels": regels, "knoppen": knoppen, "stem": stem}}


_PEILINGVOORBEELD: Data = {
    "methode": "keuze",
    "vraag": lang(300),
    "keuze.opties": [lang(100 - n) for n in range(10)],
    "sluit_op": NU,
}

VOORBEELD_VAN_EEN_PEILING: Data = {
    "soort": "peiling.voorbeeld",
    "data": {**_PEILINGVOORBEELD, "besluit": "ja", "live": "ja", "keuze.max_keuzes": "9", "voor": "wijk"},
}

PEILING: dict[str, list[Data]] = {
    "peiling.herinnering": [
        peiling(groep=["straat", lang(100)]),
        peiling(zinnen=[["hoogstens", {"aantal": 2}], ["nog", {"aantal": 2}]]),
    ],
    "peiling.hoe": [
        {**VRAGEN[0], "formulier": "peiling", "veld": "methode", "keuzes": list(PEILMETHODEN), "concepten": n}
        for n in (0, 20)
    ],
    "peiling.concepten": [
        {"concepten": []},
        {"concepten": [{"id": ID, "vraag": lang(300), "bewaard_op": NU}] * 20},
    ],
    "peiling.concept_zeker": [{"id": ID, "vraag": lang(300)}],
    "peiling.proef": [
        {"open": peiling(id=""), "af": True},
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
        peiling(bewoner=False, beheer=True, komt=NU),
        peiling(per_adres=True, adres="ander", uitslag_naar="stemmers", kaarten=True),
        peiling(versie=VERSIE, kopie=True, beheer=True, groep=["huur", ""]),
        peiling(heeft_stem=True, uitslag_naar="wijk", kopie=True, beheer=True),
        peiling(per_adres=True, adres="vorig", bewoner=False),
        peiling(),
        *(peiling(over_besluit=False, groep=["geleding", een]) for een in ("burgers", "voorzieningen")),
        peiling(over_besluit=False, groep=["werkgroep", lang(60)]),
        peiling(bewoner=False, beheer=True, met_link=True),
        peiling(concept="nieuw", minste=40),
        peiling(met_naam={"naam": LASTIG[:40]}, minste=1),
        peiling(concept="wijzigt"),
        peiling(van_papier=True),
        _consent(concept="nieuw", zinnen=[["reden", {"maximum": 1000}]], vorige=ID),
        _consent(zinnen=[["uitleg", {}]], weerwoord=[lang(1000), True], inbreng=[3, 1], beheer=True),
        _consent(zinnen=[["uitleg", {}]], inbreng=[0, 0], beheer=True),
        peiling(methode="stellingen", aandragen={"nog": 1, "wacht": 2}, ingestuurd=2, beheer=True),
        peiling(methode="stellingen", aandragen={"nog": 0, "wacht": 0}, ingestuurd=0, beheer=True),
        _consent(zinnen=[["uitleg", {}]], vorige=ID, vorig_voorstel=lang(1000), terugweg=False),
        _deep(zinnen=[["nodig_t", {"maximum": 1000}]], met_naam={"naam": LASTIG[:40]}),
        _deep(zinnen=[["nodig_v", {"maximum": 1000}]], inbreng=[12, 3], beheer=True),
        _deep(zinnen=[["uitleg", {}]], weerwoord=[lang(1000), False], beheer=True, inbreng=[1, 1]),
        _deep(zinnen=[["uitleg", {}]], terugweg=True, met_naam={"naam": LASTIG[:40]}),
        peiling(weging="ieder", groep=["geleding", ""]),
        peiling(weging="geleding", groep=["geleding", ""], namens=["overheid", LASTIG[:60]], gast=True),
        {**(open_ := peiling(geschud=True)), "scherm": open_["scherm"] | {"knoppen": []}},
        peiling(beheer=True, daad="9-", zinnen=[["hoogstens", {"aantal": 2}], ["nog", {"aantal": 1}]]),
        peiling(zinnen=[["hoogstens", {"aantal": 2}], ["vol", {}]], live=True),
        peiling(zinnen=[["zoveel_u_wilt", {}], ["leeg", {}]], live=True, tussenstand=_delen(None)),
        peiling(live=True, tussenstand=_delen([MINDER, NIET_GETOOND, 10, 15, 20, 25, 30, 95, 100, 50])),
        peiling(live=True, tussenstand=_delen([MINDER, 95] * 5, procent=True)),
    ],
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
            **VOORBEELD_VAN_EEN_PEILING["data"],
            "minste_stemmen": 40,
            "opent_op": NU,
            "per_adres": "ja",
            "uitslag_naar": "wijk",
        },
        {**_PEILINGVOORBEELD, "besluit": "nee", "keuze.max_keuzes": "een", "voor": "geleding", "weging": "geleding"},
        {
            **VOORBEELD_VAN_EEN_PEILING["data"],
            "voor": "koop",
            "onbekend": 120,
            "vervangt": ID,
            "wijziging": lang(300),
            "concept": ID,
        },
    ],
    "peiling.ingestuurd": [
        _oordeel(staat="erbij"),
        _oordeel(staat="samengevoegd", wordt=lang(100)),
        *(_oordeel(staat="niet", reden=reden) for reden in toelaten.REDENEN),
        _oordeel(staat="niet", reden=None, eigen=lang(300)),
    ],
    "peiling.weerwoord": [{"id": ID, "vraag": lang(300)}],
    "peiling.weerwoord_later": [{"id": ID, "vraag": lang(300), "antwoord": lang(1000)}],
    "peiling.zeker": [{"id": ID, "vraag": lang(300), "daad": daad} for daad in ("sluit", "weg")]
    + [{"id": ID, "vraag": lang(300), "daad": "terug", "over_besluit": True}]
    + [
        {"id": ID, "vraag": lang(300), "daad": "sluit", "methode": methode, "open": 2, "papier": 3}
        for methode in ("consent", "deep_democracy")
    ],
}
