"""Sample data of the messages about drafts of plans."""

from tests.berichten.lastig import ID, Data, lang

_TOT = "2027-03-28T18:00:00+00:00"


_KERN = {"id": ID, "soort": "wup", "titel": lang(100), "versie": 2, "tot": _TOT, "stuk": ID}
_HOE = {"wup": "open", "buurtplan": "dicht", "anders": "opgevolgd"}
_STATEN = [{**_KERN, "soort": soort, "staat": staat} for soort, staat in _HOE.items()]
_DELEN = [[ID, n, lang(100), 12 * (n % 2), anders] for n, anders in enumerate(["nieuw", "anders", None] * 4, start=1)]
_EEN = {"delen": _DELEN, "aantal": 60, "vervallen": [], "wacht": 0, "bewerkt": False, "vervolgt": False}
_EEN |= {"antwoordt": False, "bladzij": 0, "meer": False}
_DEEL = {"concept": ID, "plan": lang(100), "id": ID, "nummer": 3, "aantal": 60, "titel": lang(100)}
_DEEL |= {"tekst": lang(3500), "oud": False, "veranderd": None, "vorige": ID, "volgende": ID, "reageert": True}
_DEEL |= {"namens": False, "antwoordt": False, "bewerkt": False}
_REACTIE: Data = {"id": ID, "deel": ID, "titel": lang(100), "tekst": lang(1000), "op": _TOT}
_REACTIE |= {"oordeel": None, "reden": None}
_ANTWOORDEN: list[Data] = [
    {"oordeel": "overgenomen", "reden": None},
    {"oordeel": "deels", "reden": lang(1000)},
    {"oordeel": "niet", "reden": lang(1000)},
]
_GEWIST = {"tekst": None, **_ANTWOORDEN[2]}
_REGEL = {"nummer": 3, "deeltitel": lang(100), "tekst": lang(1000), "aantal": "minder dan 5"}
_BLAD = {"bladzij": 1, "meer": True}
_LEEG = {"bladzij": 0, "meer": False}

CONCEPT: dict[str, list[Data]] = {
    "concept.lijst": [
        {"concepten": [*_STATEN, *_STATEN], "mag": True, "eigen": True, **_BLAD},
        {"concepten": [], "mag": False, "eigen": False, **_LEEG},
    ],
    "concept.een": [
        {**_EEN, **_STATEN[0]},
        {**_EEN, **_STATEN[1], "wacht": 1, "vervolgt": True, "antwoordt": True, **_BLAD, "vervallen": [lang(100)]},
        {**_EEN, **_STATEN[2], "wacht": 7, "antwoordt": True, "stuk": None},
        {**_EEN, **_KERN, "staat": "kladversie", "bewerkt": True},
        {**_EEN, **_KERN, "staat": "kladversie", "bewerkt": True, "delen": []},
    ],
    "concept.deel": [
        _DEEL,
        {**_DEEL, "veranderd": "nieuw", "vorige": None, "namens": True, "antwoordt": True},
        {**_DEEL, "veranderd": "anders", "volgende": None, "bewerkt": True, "reageert": False},
        {**_DEEL, "veranderd": "anders", "oud": True, "volgende": None, "vorige": None},
    ],
    "concept.nieuw": [{**een, "staat": "open"} for een in _STATEN],
    "concept.zeker": [_KERN],
    "concept.zeker_deel": [{"id": ID, "titel": lang(100)}],
    "conceptreactie.vraag": [{"deel": ID, "titel": lang(100), "maximum": 1000}],
    "conceptreactie.bewaard": [{"id": ID, "deel": ID, "titel": lang(100), "tekst": lang(1000), "tot": _TOT}],
    "conceptreactie.eigen": [
        {"reacties": [], **_LEEG},
        {"reacties": [{**_REACTIE, "weg": True}], **_LEEG},
        *({"reacties": [{**_REACTIE, **antwoord, "weg": False}], **_BLAD} for antwoord in _ANTWOORDEN),
    ],
    "conceptreactie.antwoord": [{"plan": lang(100), "titel": lang(100), **antwoord} for antwoord in _ANTWOORDEN],
    "conceptpapier.voorbeeld": [
        {"adres": "niemand", "tekst": lang(1000)},
        {"adres": "Merelweg 12a", "stoel": "2", "tekst": lang(1000)},
    ],
    "conceptantwoord.lijst": [
        {"id": ID, "concept": ID, "titel": lang(100), "teksten": [lang(1000)] * 3, "eerste": 4, **_BLAD},
        {"id": ID, "concept": ID, "titel": lang(100), "teksten": [], "eerste": 1, **_LEEG},
    ],
    "conceptantwoord.voorbeeld": [
        {"welke": [ID], "weergave": "zo", "oordeel": "overgenomen", "toelichting": None},
        {"welke": [ID] * 7, "weergave": lang(1000), "oordeel": "niet", "reden": lang(1000)},
    ],
    "conceptantwoord.nota": [
        {**_STATEN[0], "compleet": False, "wacht": False, "regels": [], **_LEEG},
        {**_STATEN[1], "compleet": False, "wacht": True, "regels": [], **_LEEG},
        {**_STATEN[1], "compleet": True, "wacht": False, "regels": [], **_LEEG},
        *(
            {**_STATEN[1], "compleet": True, "wacht": False, "regels": [{**_REGEL, **antwoord}], **_BLAD}
            for antwoord in _ANTWOORDEN
        ),
        {
            **_STATEN[2],
            "compleet": True,
            "wacht": False,
            "regels": [{**_REGEL, **_GEWIST}],
            **_BLAD,
        },
    ],
}
