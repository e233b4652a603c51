"""Sample data of the messages about the traject: every stage of every template as people read it."""

from dataclasses import replace
from typing import Any

from bot.rules.trajecten import PUBLIEK, TRAJECTEN, Fase, Traject
from bot.services.trajectstand import fase_data
from tests.berichten.lastig import ID, LASTIG, Data
from tests.berichten.voorbeelden_fase import VERLOOP

_DAG = "2027-06-15"
_EIGEN = Fase("eigen", 4, besluit=True, titel=LASTIG, doel=LASTIG)


def _hier(nu: list[Data], straks: list[Data], **anders: Any) -> Data:
    om = {"stukken": False, "adviezen": False, "kaarten": False, "vertrouwen": [], "organen": [["presidium", 4, 6]]}
    return {"nu": nu, "straks": straks, "stap": 2, "stappen": 6, "staf": False, **om, **anders}


def _fase(traject: Traject, fase: Fase) -> Data:
    return fase_data(traject.naam, fase)


def _regels(traject: Traject) -> list[Data]:
    """Return the lines of a plan: one that ended, one that runs late, and the rest."""
    na = traject.na_het_besluit()
    return [
        {
            **_fase(traject, fase),
            **dict.fromkeys(("van", "tot", "verwacht"), _DAG),
            "kritiek": n == 1,
            "na_besluit": fase.naam in na,
            "publiek": list(PUBLIEK if n == 1 else fase.publiek),
            "staat": ("klaar", "nu", "straks")[min(n, 2)],
            "speling": None if n == 0 or fase.naam in na else (-8, 1, 30)[n % 3],
        }
        for n, fase in enumerate(traject.fasen)
    ]


def _plan(traject: Traject, **anders: Any) -> Data:
    past = {"past": True, "speling": 12, "vrij": "", "haalbaar": None, "korter": None}
    kop = {"sjabloon": traject.naam, "titel": "", "besluitdatum": _DAG}
    return {**kop, **past, "regels": _regels(traject), **anders}


_ALLE = [(traject, fase) for traject in TRAJECTEN.values() for fase in traject.fasen]
_EERSTE = next(iter(TRAJECTEN.values()))
_EEN = [fase_data(_EERSTE.naam, fase) for fase in (*_EERSTE.fasen, _EIGEN)]
_OUD = {**_EEN[0], "fase": "van_vroeger", "sjabloon": "weg"}
"""A stage of a template that an older version had."""
_NU: list[tuple[Data, str]] = [(fase, ID) for fase in (_EEN[1], _EEN[-1])]
_NIET = {"past": False, "speling": -9, "haalbaar": _DAG, "vrij": LASTIG}
_PLANNEN = [
    *(_plan(traject) for traject in TRAJECTEN.values()),
    _plan(_EERSTE, titel=LASTIG, **_NIET, korter=[[fase, 2] for fase in _EEN[1:3]]),
    _plan(_EERSTE, **_NIET, korter=None),
    _plan(_EERSTE, speling=None),
    _plan(replace(_EERSTE, fasen=(_EIGEN,)), regels=[{**_regels(_EERSTE)[1], **_EEN[-1]}]),
]

TRAJECT: dict[str, list[Data]] = {
    "traject.geen": [{"mag": mag} for mag in (True, False)],
    "traject.hier": [
        *(_hier([_fase(traject, fase)], []) for traject, fase in _ALLE),
        _hier([_EEN[0], _EEN[1]], _EEN[2:4], staf=True),
        _hier([_EEN[-1]], [_EEN[0]], stukken=True, adviezen=True, kaarten=True, vertrouwen=VERLOOP),
        _hier([_OUD], [_OUD]),
    ],
    "traject.plan": [{**plan, "mag": mag, "nu": [[*p] for p in _NU]} for plan in _PLANNEN for mag in (True, False)],
    "traject_datum.voorbeeld": _PLANNEN,
    "traject.bestand": [{}],
    "traject.week": [
        {**plan, "nu": [{**fase, "id": id_, "tot": _DAG, "speling": 3} for fase, id_ in _NU], "kritiek": kritiek}
        for plan, kritiek in ((_PLANNEN[0], _EEN[1]), (_PLANNEN[-3], _EEN[-1]), (_PLANNEN[-2], None))
    ],
    "traject.te_laat": [{**plan, "over": over, "id": ID, "tot": _DAG} for plan in _PLANNEN[-4:] for over in _EEN[-2:]],
    "traject.uitloop": [
        {**_PLANNEN[0], "over": _EEN[1], "id": ID, "tot": _DAG, "was": was} for was in (None, 1, 12, 13, 30)
    ],
    "traject.voorbeeld": [{**plan, "vervangt": vervangt} for plan in _PLANNEN for vervangt in (True, False)],
}
