"""Polls: with an answer, in groups, a second round, with names, beside a school, put away, on paper."""

import json
import secrets

from sqlalchemy import Connection, insert

from bot.storage import peilingen, tables
from tests import builders
from tests.loket import Antwoord
from tests.wandelstappen.mensen import ANNA, BEGELEIDER, BUUR, ORGANISATOR, TREKKER
from tests.wandelstappen.stap import Stappen

_WARMTENET = ("/peiling", "fk:methode:deep_democracy", '"Kiezen wij samen een warmtenet?"')
_HELE_WIJK = ("fk:voor:wijk", '"20 februari 20:00"', "fk:live:nee", "fk:besluit:nee")
_KEUZE = ("/peiling", "fk:methode:keuze")
_STELLINGEN = ("/peiling", "fk:methode:stellingen")
_LATER = '"5 februari 20:00"'
_NET = ("/peilingen", "p:~samen een warmtenet")
_AVOND = ("/peilingen", "p:~vergaderen")

_GESLOTEN: list[str] = []
_AVONDEN: list[str] = []


def _onthoud(antwoord: Antwoord) -> str:
    _AVONDEN[:] = [antwoord.boodschappen[-1].data["id"]]
    return "/agenda"


def vul(tx: Connection, wijk: int) -> None:
    """Let forty people have answered statements, in two groups that think alike."""
    _GESLOTEN[:] = [builders.een_publiek_id()]
    vast = {"publiek_id": _GESLOTEN[0], "vraag": "Hoe wilt u wonen?", "over_besluit": False, "instellingen": {}}
    peiling = builders.een_peiling(tx, wijk, [f"Stelling {n}" for n in range(6)], methode="stellingen", **vast)
    for nummer in range(40):
        rij = {"peiling": peiling, "inhoud": json.dumps("eeeoee" if nummer < 22 else "oooeoo")}
        tx.execute(insert(tables.stembiljet).values(wijk=wijk, sleutel=secrets.token_bytes(16), **rij))
    peilingen.sluit(tx, peiling, builders.NU)


STAPPEN: Stappen = (
    (
        BEGELEIDER,
        (*_WARMTENET, '"We kiezen een warmtenet."', "fk:voor:wijk", _LATER, "fk:live:nee", "fk:besluit:nee", "fklaar"),
    ),
    (ANNA, (*_NET, "st:", '"Eerst wil ik de kosten zien."')),
    (BUUR, (*_NET, "st:", '"Wie huurt, mag er niet op achteruit gaan."')),
    (BEGELEIDER, (*_NET, "pinbreng:", "pgnieuw:", '"De kosten"')),
    (BEGELEIDER, (*_NET, "pgroepen:", "pgtoe:", '"Niemand betaalt meer dan nu."')),
    (BEGELEIDER, (*_NET, "psluit:", "psluit:")),
    (
        BEGELEIDER,
        (
            *_NET,
            "popnieuw:",
            '"We kiezen een warmtenet met een vaste prijs."',
            '"6 februari 20:00"',
            "fk:live:nee",
            "fk:besluit:nee",
            "fklaar",
        ),
    ),
    (ANNA, (*_NET, "st:", '"Ook de prijs van later telt."')),
    (BEGELEIDER, (*_NET, "pinbreng:", "pgnieuw:", '"De prijs"')),
    (
        TREKKER,
        (
            "/peiling",
            "fk:methode:datum",
            '"Welke avond vergaderen wij?"',
            '"12 maart 20:00\n14 maart 19:30"',
            "fk:voor:werkgroep",
            "fk:welke:",
            "fk:met_naam:ja",
            _LATER,
            "fk:live:nee",
            "fk:besluit:nee",
            "fklaar",
            _onthoud,
        ),
    ),
    (TREKKER, ("/werkgroepen", "wgt:", "wg:in")),
    (ANNA, (*_AVOND, "st:")),
    (TREKKER, (*_AVOND, "st:")),
    (TREKKER, (*_AVOND, "psluit:", "psluit:")),
    (
        ORGANISATOR,
        (
            *_STELLINGEN,
            '"Hoe denkt u over warmte?"',
            '"Warmte mag geld kosten\nZon op elk dak\nIk stook te veel"',
            *_HELE_WIJK,
            "fklaar",
        ),
    ),
    (ORGANISATOR, ("/peilingen", "p:~denkt u", "school:", "school_nieuw:", '"De Wilg"', "fk:tot:")),
    (ORGANISATOR, (*_KEUZE, '"Welke bank komt op het plein?"', '"Rood\nBlauw"', "fk:", *_HELE_WIJK, "pbewaar")),
)
VERDER: Stappen = (
    (BEGELEIDER, (*_NET, "pinbreng:")),
    (BEGELEIDER, (*_NET, "pgroepen:")),
    (BEGELEIDER, (*_NET, "pvorige:")),
    (BEGELEIDER, (*_NET, "pvorige:", "pgroepen:")),
    (ANNA, _NET),
    (ANNA, (lambda _: f"/start p-{_GESLOTEN[0]}",)),
    (TREKKER, (lambda _: f"/start p-{_AVONDEN[0]}",)),
    (ORGANISATOR, ("/peilingen", "p:~denkt u", "school:")),
    (ORGANISATOR, ("/peiling", "pconcepten", "pconcept:")),
)
