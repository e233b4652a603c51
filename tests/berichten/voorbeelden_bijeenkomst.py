"""Sample data of meetings and what belongs to them: their programme, what is asked there, and the vraagbaak."""

from typing import Any

from bot.rules.bijeenkomstsoorten import SOORTEN
from bot.services.agenda import FILTERS
from bot.services.bijeenkomst import ANTWOORDEN
from tests.berichten.lastig import ID, NU, Data, lang

PUNTEN: list[list[Any]] = [
    ["19:30", lang(100), 1, False],
    [None, lang(100), 20, False],
    [None, "Vragen", None, True],
    *[[None, lang(100), None, False]] * 12,
]
_ANTWOORD = {"id": ID, "titel": lang(100), "begin": NU, "antwoord": lang(1000), "hoe": "zaal", "ongeveer": 10}
_RUSTIG = {"bladzij": 0, "meer": False}
_EIGEN = {"id": ID, "titel": lang(100), "tekst": lang(500), "op": NU}


def _bijeenkomst(**velden: Any) -> Data:
    vast = {"id": ID, "soort": "energiecafe", "titel": lang(100), "begin": NU, "plaats": lang(200), "vragen": True}
    return {**vast, "bewoner": True, **velden}


_VOL: Data = {"capaciteit": 30, "gasten_max": 3}

BIJEENKOMST: dict[str, list[Data]] = {
    "agendapunten.voorbeeld": [{"titel": lang(100), "begin": NU, "punten": PUNTEN[:n]} for n in (1, 3, 15)],
    "bijeenkomstvraag.vraag": [{"id": ID, "titel": lang(100), "maximum": 500}],
    "bijeenkomstvraag.bewaard": [
        {"id": ID, "titel": lang(100), "tekst": lang(500), "begonnen": begonnen} for begonnen in (True, False)
    ],
    "bijeenkomstvraag.eigen": [
        {"vragen": [], **_RUSTIG},
        {"vragen": [{**_EIGEN, "antwoord": None, "hoe": None}], "bladzij": 1, "meer": True},
        *({"vragen": [{**_EIGEN, "antwoord": lang(1000), "hoe": hoe}], **_RUSTIG} for hoe in ("zaal", "later")),
    ],
    "bijeenkomstvraag.antwoord": [
        {"titel": lang(100), "vraag": lang(500), "antwoord": lang(1000), "hoe": hoe} for hoe in ("zaal", "later")
    ],
    "zaalvragen.lijst": [
        {
            "id": ID,
            "titel": lang(100),
            "vragen": [{"id": ID, "tekst": lang(500), "aantal": 1 + n} for n in range(hoeveel)],
            "eerste": 7,
            "wachten": hoeveel,
            "alle": 40,
            "namens": bool(hoeveel),
            "bladzij": hoeveel and 1,
            "meer": bool(hoeveel),
        }
        for hoeveel in (0, 6)
    ],
    "zaalvragen.een": [
        {
            "id": ID,
            "bijeenkomst": ID,
            "titel": lang(100),
            "vragen": [{"tekst": lang(400), "op": NU, "vooraf": n == 0} for n in range(hoeveel)],
            "langs": ["Merelweg 12", "Lindelaan 3"] if hoeveel > 1 else [],
            "open": open_,
            "meer": open_,
        }
        for hoeveel, open_ in ((1, True), (8, True), (1, False))
    ],
    "zaalvragen.zelfde": [{"id": ID, "tekst": lang(500), "anderen": [[ID, lang(500)]] * 6, **_RUSTIG}],
    "vraagantwoord.voorbeeld": [
        {"id": ID, "over": lang(500), "antwoord": lang(1000), "hoe": hoe} for hoe in ("zaal", "later")
    ],
    "vraagbaak.lijst": [
        {"antwoorden": [], "mag": False, "bewoner": True, **_RUSTIG},
        {
            "antwoorden": [{**_ANTWOORD, "vraag": lang(300), "antwoord": lang(800)}] * 3,
            "mag": True,
            "bewoner": False,
            "wachten": 2,
            "bladzij": 1,
            "meer": True,
        },
        {
            "antwoorden": [{**_ANTWOORD, "vraag": lang(300), "titel": None, "begin": None, "ongeveer": None}],
            "mag": True,
            "wachten": 0,
            "bewoner": True,
            **_RUSTIG,
        },
    ],
    "vraagbaak.wachtrij": [
        {"antwoorden": [], **_RUSTIG},
        {"antwoorden": [{**_ANTWOORD, "vraag": None, "gevraagd": [lang(500)] * 5}], "bladzij": 1, "meer": True},
        {"antwoorden": [{**_ANTWOORD, "vraag": None, "gevraagd": []}], **_RUSTIG},
    ],
    "vraagbaak.voorbeeld": [{"vraag": lang(300), "antwoord": lang(1000)}],
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
        {"bijeenkomsten": b, "keuze": keuze, "filters": list(FILTERS), "bladzij": n, "meer": n < 2}
        | {"papier": n > 0, "binnen": n < 2}
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
        _bijeenkomst(bewoner=False, vragen=False, aanmeldingen={}, aan_de_deur=True),
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
}
