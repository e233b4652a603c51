"""Sample data of the messages about how the conditions stand, and of closing the process."""

from dataclasses import asdict, replace
from fractions import Fraction
from typing import Any

from bot.rules.drempels import DREMPELS, TELBAAR
from bot.rules.drempels.gedeeld_beeld import GedeeldBeeld, Peilinguitslag
from bot.rules.drempels.intekening import Ingetekend, Intekening
from bot.rules.drempels.kaders import Kaders
from bot.rules.drempels.verklaring import Afgelegd, Verklaring
from bot.rules.kennismaking import KEUZES
from bot.rules.spelregels import EENHEDEN
from bot.rules.wegen import Drempelstand
from tests.berichten.lastig import ID, LASTIG, NU, Data, lang


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

STAND: dict[str, list[Data]] = {
    "stand.verschil": [{}],
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
}
