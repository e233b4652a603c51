"""Sample data of the messages about a stage: checklist, documents, balance, news to residents, and the questions."""

from bot.rules.trajecten import TRAJECTEN, Fase, Traject
from bot.services.evaluatie import VRAGEN
from bot.services.fasebalans import UITKOMSTEN
from bot.services.trajectstand import fase_data
from tests.berichten.lastig import ID, LASTIG, NU, Data, lang

_DAG = "2027-03-12"
_EIGEN = Fase("eigen", 4, besluit=True, titel=LASTIG, doel=LASTIG)


def _plek(traject: Traject, fase: Fase, ronde: int = 1) -> Data:
    return {**fase_data(traject.naam, fase), "id": ID, "ronde": ronde}


def _taken(fase: Fase) -> list[Data]:
    """Return the tasks of a stage in every state, and one of the team's own."""
    alle = [(taak.naam, taak.tekst, taak.spoor) for taak in fase.taken] + [(ID, lang(150), "")]
    staten: list[Data] = [
        {"gedaan": False, "op": None, "wie": None},
        {"gedaan": True, "op": NU, "wie": ["buurtbegeleider", LASTIG]},
        {"gedaan": False, "op": NU, "wie": ["organisator", ""]},
        {"gedaan": True, "op": NU, "wie": None},
    ]
    return [
        {"nummer": n, "naam": naam, "tekst": tekst, "spoor": spoor, **staten[n % 4]}
        for n, (naam, tekst, spoor) in enumerate(alle)
    ]


_EERSTE = next(iter(TRAJECTEN.values()))
_PLEK = _plek(_EERSTE, _EERSTE.fasen[0])
_RONDE = _plek(_EERSTE, _EIGEN, 2)
_ALLE = [(traject, fase) for traject in TRAJECTEN.values() for fase in traject.fasen]
_ROND = {"bladzij": 0, "meer": False}
_STUKKEN: list[Data] = [{"stuk": ID, "titel": lang(100), "openbaar": openbaar, "op": NU} for openbaar in (True, False)]
_CHECKLISTEN = [
    {
        **_plek(traject, fase),
        "taken": _taken(fase)[van : van + 6],
        "gedaan": 2,
        "alle": len(fase.taken) + 1,
        "bezig": bezig,
        "bladzij": van // 6,
        "meer": not van and len(fase.taken) > 5,
    }
    for traject, fase in _ALLE
    for van, bezig in ((0, True), (6, False))
    if van < len(fase.taken) + 1
]
_OPEN = [{"naam": taak["naam"], "tekst": taak["tekst"]} for taak in _taken(_EERSTE.fasen[0])]
_BALANSEN: list[Data] = [
    {
        "van": van,
        "uitkomst": uitkomst,
        "dag": _DAG,
        "toelichting": lang(600),
        "eigen_woorden": eigen,
        "terug_naar": [fase_data(_EERSTE.naam, _EERSTE.fasen[1])] if uitkomst == "terug" else [],
        "open_taken": open_,
    }
    for uitkomst in UITKOMSTEN
    for van, eigen, open_ in ((_PLEK, lang(600), _OPEN), (_RONDE, None, []), (_RONDE, None, _OPEN[-1:]))
]
_TIENDEN = {soort: dict.fromkeys(vragen, 38) for soort, vragen in VRAGEN.items()}
_NIEUWS: Data = {"id": ID, "eigen": lang(600), "klaar": False, "stukken": True, "meting": ID, "straks": []}
VERLOOP: list[Data] = [
    {"fase": plek, "staat": "getoond", "aantal": 40, "tienden": _TIENDEN["vertrouwen"]} for plek in (_PLEK, _RONDE)
]

STAPPEN: list[Data] = [
    {
        **plek,
        "begonnen_op": NU,
        "balans": uitkomst and {"uitkomst": uitkomst, "dag": _DAG, "toelichting": "Alles is besproken.", "open": open_},
        "stukken": [{"titel": "De kaders", "stuknaam": "kaders.pdf", "sha256": "ab" * 32}] if uitkomst else [],
        "vertrouwen": {"aantal": 40, "tienden": _TIENDEN["vertrouwen"]} if uitkomst else None,
    }
    for plek, uitkomst, open_ in ((_PLEK, "terug", 1), (_PLEK | {"ronde": 2}, "verder", 0), (_RONDE, None, 0))
]
"""The same as the report has it."""

FASE: dict[str, list[Data]] = {
    "fase.geen": [{}],
    "fase.kies": [{"fasen": [_PLEK, _RONDE]}],
    "fase.een": [
        {**_PLEK, "bezig": True, "gedaan": 2, "taken": 6, "stukken": 1, "mag": True, "balans": None},
        *(
            {
                **_RONDE,
                "bezig": False,
                "gedaan": 0,
                "taken": 0,
                "stukken": 0,
                "mag": False,
                "balans": {"uitkomst": uitkomst, "dag": _DAG},
            }
            for uitkomst in UITKOMSTEN
        ),
    ],
    "fase.checklist": _CHECKLISTEN,
    "fase.logboek": [
        {**_PLEK, "regels": [], **_ROND},
        {
            **_PLEK,
            "regels": [{**taak, "op": NU} for taak in _taken(_EERSTE.fasen[0])],
            "bladzij": 1,
            "meer": True,
        },
    ],
    "fase.documenten": [
        {"stukken": [], **_ROND},
        {"stukken": [{**een, "fase": _RONDE} for een in _STUKKEN] * 4, "bladzij": 1, "meer": True},
    ],
    "fase.stukken": [
        {**_PLEK, "stukken": _STUKKEN * 6, "mag": True, "document": "x"},
        {**_RONDE, "stukken": [], "mag": False, "document": ""},
    ],
    "fase.openbaar_zeker": [{**_STUKKEN[1], "fase": _PLEK}],
    "fase.stuk_weg_zeker": [{**_STUKKEN[0], "fase": _PLEK}],
    "fasestuk.voorbeeld": [{"titel": lang(100), "stuknaam": "plan.pdf", "openbaar": o} for o in ("ja", "nee")],
    "fasebalans.naar": [{"fasen": [_plek(_EERSTE, fase) for fase in _EERSTE.fasen]}, {"fasen": []}],
    "fasebalans.voorbeeld": _BALANSEN,
    "fasebalans.lezen": _BALANSEN,
    "fase.nieuws": [
        *({**_NIEUWS, "van": _PLEK, "uitkomst": uitkomst} for uitkomst in UITKOMSTEN),
        *(
            {**_NIEUWS, "van": _RONDE, "uitkomst": "verder", "straks": [fase_data(traject.naam, fase)]}
            for traject, fase in _ALLE
        ),
        {
            **_NIEUWS,
            "van": _RONDE,
            "uitkomst": "verder",
            "klaar": True,
            "eigen": None,
            "stukken": False,
            "meting": None,
        },
    ],
    "evaluatie.uitnodiging": [{"id": ID, "fase": _RONDE}],
    "evaluatie.vraag": [
        {
            "id": ID,
            "soort": soort,
            "fase": _RONDE,
            "vraag": vraag,
            "nummer": n + 1,
            "vragen": len(vragen),
            "cijfers": "4" * n,
        }
        for soort, vragen in VRAGEN.items()
        for n, vraag in enumerate(vragen)
    ],
    "evaluatie.dank": [{"id": ID, "soort": soort, "fase": _PLEK, "al": al} for soort in VRAGEN for al in (True, False)],
    "evaluatie": [
        {**_PLEK, "staf": True, "lessen": [], "samenwerking": None, "vertrouwen": None},
        {
            **_RONDE,
            "staf": False,
            "lessen": [lang(500)] * 3,
            "samenwerking": {"staat": "getoond", "aantal": None, "tienden": _TIENDEN["samenwerking"], "sluit_op": NU},
            "vertrouwen": {"staat": "getoond", "aantal": 40, "tienden": _TIENDEN["vertrouwen"], "sluit_op": NU},
        },
        {
            **_RONDE,
            "staf": False,
            "lessen": [],
            "samenwerking": {"staat": "weinig", "sluit_op": NU},
            "vertrouwen": {"staat": "open", "sluit_op": NU},
        },
    ],
    "les.voorbeeld": [{"tekst": lang(500)}],
}
