"""Sample data of the messages about the results of polls."""

from typing import Any

from bot.rules.kleine_cellen import MINDER, NIET_GETOOND, Cel, exact
from tests.berichten.lastig import ID, LASTIG, NU, Data, lang
from tests.berichten.voorbeelden_peiling import VERSIE


def uitslag(stemmen: Cel, aantallen: list[Cel], **velden: Any) -> Data:
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
    return {**uitslag(40, [], zinnen=zinnen, weging=weging, **vast), "regels": regels}


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

_DATUM: Data = {
    **uitslag(40, []),
    "methode": "datum",
    "kolommen": ["ja", "misschien", "nee"],
    "regels": [{"tekst": ["dag", {"moment": NU}], "cellen": [20, MINDER, 10 + n]} for n in range(6)],
    "zinnen": [["beste", {"moment": NU}], ["gelijk", {"aantal": 2}]],
    "momenten": [NU, NU],
    "plan": True,
}

UITSLAG: dict[str, list[Data]] = {
    "peiling.uitslag": [
        uitslag(45, [MINDER, *range(5, 50, 5)]),
        uitslag(3, [2, 1], exact=True, geleding="bedrijven"),
        uitslag(10, [10, MINDER], meer_keuzes=True, vroeg=True, op_papier=5),
        uitslag(25, [NIET_GETOOND, 10, MINDER]),
        uitslag(20, [10, 10], zinnen=[["gelijk", {"opties": f"{lang(100)}; A"}]]),
        uitslag(20, [NIET_GETOOND, MINDER], procent=True),
        uitslag(20, [10, MINDER], procent=True, opnieuw=True, kopie=True),
        uitslag(
            40,
            [MINDER, 10, 10, 10, 5],
            methode="schaal",
            zinnen=[["midden", {"cijfer": "4"}], ["midden_tussen", {"een": "3", "ander": "4"}], ["hoog_weinig", {}]],
            verschil={"sinds": NU, "zinnen": [["verschil", {"toen": 30, "nu": 45}]]},
        ),
        _DATUM,
        uitslag(40, [30, MINDER, MINDER], methode="consent", zinnen=[["zonder", {}]], inbreng=[0, 0], ronde=True),
        uitslag(
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
        uitslag(exact(9), [], methode="consent", zinnen=[["open", {"aantal": 2}]], inbreng=[2, 1], vorige=ID),
        *(
            uitslag(40, [30, 10, MINDER], methode="consent", zinnen=[zin], inbreng=[1, 0])
            for zin in (["blijven", {"aantal": 1}], ["open", {"aantal": 1}], ["weinig", {}], ["geen_oordeel", {}])
        ),
        uitslag(exact(9), [], minste=[40, True]),
        uitslag(exact(9), [], per_adres=True),
        uitslag(45, [25, 20], per_adres=True),
        uitslag(35, [], **_STELLINGEN),
        uitslag(35, [], **{**_STELLINGEN, "regels": [{"tekst": lang(100), "cellen": [20, 10, MINDER]}] * 25}),
        uitslag(45, [25, 20], versie=VERSIE),
        uitslag(20, [10], ingestuurd={"erbij": 1, "samengevoegd": 1, "niet": 3, "te_laat": 2}),
        uitslag(45, [MINDER, *range(5, 50, 5)], scholen=[[ID, lang(60), n] for n in (30, exact(2))] * 4),
        uitslag(20, [10, 10], school=lang(60)),
        uitslag(1, [1, 0], minste=[1, False], exact=True, met_naam=True),
        uitslag(7, [3, 3, 1], exact=True, met_naam=True),
        uitslag(40, [50, 30, 20], procent=True, weging={"vacant": []}),
        uitslag(exact(9), [], weging={"vacant": [], "te_weinig": True}),
        *(
            uitslag(40, [40, 15, 5], procent=True, weging=_twee_lezingen([66, 25, 8], kleiner=kleiner))
            for kleiner in (True, False)
        ),
        _kwesties(),
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
}
