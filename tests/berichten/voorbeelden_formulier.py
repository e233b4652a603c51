"""Sample data of the messages about forms and refusals."""

from berichten import vertaal
from bot.services import doelgroep
from handlers.formulier import FORMULIEREN
from tests.berichten.lastig import ID, LASTIG, NU, Data, lang

WEIGERVELDEN = {
    "naam": lang(60),
    "werkgroep": lang(60),
    "wijk": lang(100),
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

WEIGERINGEN = sorted(s.removeprefix("geweigerd.") for s in vertaal("nl").sleutels if s.startswith("geweigerd."))

VRAGEN: list[Data] = [
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

FORMULIER: dict[str, list[Data]] = {
    "formulier.anders": [{"vragen": [["vraag", "peiling.vraag.vraag"], ["methode", "peiling.hoe"]]}],
    "formulier.gestopt": [{}],
    "formulier.vraag": VRAGEN,
    "geweigerd": [
        *({"sleutel": sleutel, "velden": WEIGERVELDEN} for sleutel in WEIGERINGEN),
        *({"sleutel": "formulier.rest", "velden": {}, "onder": ["formulier.vraag", vraag]} for vraag in VRAGEN[::2]),
        {"sleutel": "formulier.woorden", "velden": {}, "onder": ["spelregelreactie.vraag", {"maximum": 1000}]},
    ],
    "tijdstip.stil": [{**VRAGEN[0], "formulier": "tijdstip", "veld": "stil", "keuzes": ["goed"], "gaat": NU}],
}
