"""Kwesties (taakdemocratie): tap what matters most, then what comes next; a place is worth points, out comes a toplist.

Every ballot gives as many points: with three places 3, 2 and 1. Who fills in fewer leaves the rest to all others, in
equal parts, so that nobody weighs more by stopping early.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import lcm
from typing import Any

from bot.rules.kleine_cellen import Cel
from bot.rules.peilingen import Methode, Opzet, Veld, nummer_van
from bot.rules.peilscherm import Knop, Scherm, Zin, op_een_rij
from bot.rules.peiltelling import Getoond, GetoondeRegel, Regel, Uitslag
from bot.rules.stemvel import Vel

MINSTE, MEESTE = 3, 5
"""How many places there are. With three at least a part of all points does not say how many people gave it."""
TERUG = "-"
_GEZEGD = 3
_KORT = 40
"""How much is said of what is level."""


def _plekken(antwoorden: Mapping[str, Any]) -> range:
    return range(MINSTE, min(MEESTE + 1, len(antwoorden.get("opties", ()))))


def _door(antwoorden: Mapping[str, Any]) -> list[int]:
    """Return with how many a next round can go on: so many that none is left out that is level with one that stays."""
    return list(antwoorden.get("knip") or range(MINSTE, len(antwoorden.get("opties", ())) + 1))


class Kwesties(Methode):
    """A ballot is the options in their order; a tap puts one behind those that are there."""

    PLEK = 6
    velden = (
        Veld("opties", "regels", MINSTE, 12),
        Veld("hoeveel", "keuze", keuzes=("alle",), getallen=_plekken),
        Veld("door", "keuze", getallen=_door, ronde="alleen"),
        Veld("aandragen", "keuze", keuzes=("nee", "ja"), extra=True),
    )
    ZINNEN = (
        "geschud",
        "eerste",
        "volgende",
        "plek",
        "vol",
        "minder",
        "leeg",
        "punten",
        "marge",
        "gelijk",
        "zelfde",
        "vel",
        "aandragen",
    )
    KNOPPEN = ("terug", "plek", "aandragen", "ingestuurd")
    STEUN = False
    AANDRAGEN = "vooraf"

    def opzet(self, antwoorden: Mapping[str, Any]) -> Opzet:
        """Keep how many places as a number, 0 for one per issue; of a next round the options that go on."""
        opties = tuple(antwoorden["opties"])
        if door := antwoorden.get("door"):
            opties = opties[: int(door)]
        hoeveel = 0 if antwoorden["hoeveel"] == "alle" else min(int(antwoorden["hoeveel"]), len(opties))
        mag = {"aandragen": "ja"} if antwoorden.get("aandragen") == "ja" else {}
        return Opzet(opties, {"hoeveel": hoeveel, "geschud": True, **mag})

    def antwoorden(self, opzet: Opzet) -> dict[str, Any]:
        """Return how many as the button that was tapped."""
        hoeveel, mag = opzet.instellingen["hoeveel"], opzet.instellingen.get("aandragen", "nee")
        return {"opties": list(opzet.opties), "hoeveel": str(hoeveel) if hoeveel else "alle", "aandragen": mag}

    def vervolg(self, opzet: Opzet, getoond: Getoond) -> dict[str, Any]:
        """Return the options as the toplist has them, and after how many of them there is a difference."""
        antwoorden = {**self.antwoorden(opzet), "aandragen": "nee"}
        if not getoond.regels:
            return antwoorden
        plekken = list(_groepen(getoond.regels, getoond.speling))
        knip = [plek - 1 for plek in plekken if plek > MINSTE]
        return {
            **antwoorden,
            "opties": [regel.naam for regel in getoond.regels],
            "knip": [*knip, len(getoond.regels)],
        }

    def scherm(self, opzet: Opzet, inhoud: str | None, volgorde: Sequence[int]) -> Scherm:
        """Return what one has so far, and a button for each of the others while there is a place."""
        gaf, hoeveel = _lees(inhoud), _plaatsen(opzet)
        vol = len(gaf) == hoeveel
        rijen = [(Knop(f"{n}", opzet.opties[n]),) for n in volgorde if n not in gaf and not vol]
        if gaf:
            rijen.append((Knop(f"{TERUG}{len(gaf)}", Zin("terug")),))
        regels = tuple(Zin("plek", {"plek": plek, "optie": opzet.opties[n]}) for plek, n in enumerate(gaf, 1))
        return Scherm(tuple(rijen), regels, _zinnen(inhoud, len(gaf), hoeveel))

    def vel(self, opzet: Opzet, volgorde: Sequence[int]) -> Vel:
        """Return a box for its place per option."""
        hoe = Zin("vel", {"hoeveel": _plaatsen(opzet)})
        return Vel(tuple(opzet.opties[n] for n in volgorde), vak="getal", zinnen=(hoe,))

    def stem(self, opzet: Opzet, inhoud: str | None, daad: str) -> str | None:
        """Put an option behind the others (`3`), or take the last of so many off (`-2`); the same tap twice is once."""
        gaf, hoeveel = _lees(inhoud), _plaatsen(opzet)
        if gaf and daad == f"{TERUG}{len(gaf)}":
            return _schrijf(gaf[:-1])
        nummer = nummer_van(daad, len(opzet.opties))
        return None if nummer is None or nummer in gaf or len(gaf) == hoeveel else _schrijf([*gaf, nummer])

    def in_woorden(self, opzet: Opzet, inhoud: str) -> tuple[Zin, ...]:
        """Return the options in one's order."""
        return tuple(Zin("plek", {"plek": plek, "optie": opzet.opties[n]}) for plek, n in enumerate(_lees(inhoud), 1))

    def tel(self, opzet: Opzet, biljetten: Mapping[str, int]) -> Uitslag:
        """Add up the points, so many times that all parts are whole."""
        opties, hoeveel = len(opzet.opties), _plaatsen(opzet)
        keer = lcm(*(opties - plek for plek in range(1, hoeveel)))
        totaal = [0] * opties
        for inhoud, aantal in biljetten.items():
            for nummer, punten in enumerate(_punten(_lees(inhoud), opties, hoeveel, keer)):
                totaal[nummer] += punten * aantal
        regels = tuple(Regel(tekst, (aantal,)) for tekst, aantal in zip(opzet.opties, totaal, strict=True))
        leeg = biljetten.get(_schrijf([]), 0)
        return Uitslag(regels, sum(biljetten.values()), leeg, punten=keer * hoeveel * (hoeveel + 1) // 2)

    def duid(self, opzet: Opzet, getoond: Getoond) -> Getoond:
        """Make it a toplist: what is level shares a place; say which are, and what is between the first places."""
        regels = sorted(getoond.regels, key=lambda regel: _hoogte(regel.cellen[0]), reverse=True)
        groepen = _groepen(regels, getoond.speling)
        met_plek = tuple(
            replace(regel, label=Zin("plek", {"plek": plek, "optie": regel.naam}))
            for plek, groep in groepen.items()
            for regel in groep
        )
        if len(groepen) == 1:
            return replace(getoond, regels=met_plek, zinnen=(Zin("zelfde"),))
        hoogten = [(plek, _hoogte(groep[0].cellen[0])) for plek, groep in groepen.items()]
        marges = [
            Zin("marge", {"plek": plek, "volgende": volgende, "verschil": hoogte - lager})
            for (plek, hoogte), (volgende, lager) in pairwise(hoogten)
            if lager >= 0
        ]
        gelijk = [
            Zin("gelijk", {"plek": plek, "opties": op_een_rij(_kort(regel.naam) for regel in groep)})
            for plek, groep in groepen.items()
            if len(groep) > 1 and _hoogte(groep[0].cellen[0]) >= 0
        ]
        punten = Zin("punten", {"hoeveel": _plaatsen(opzet)})
        return replace(getoond, regels=met_plek, zinnen=(*gelijk[:_GEZEGD], *marges[:_GEZEGD], punten))


METHODE = Kwesties()


def _plaatsen(opzet: Opzet) -> int:
    return opzet.instellingen["hoeveel"] or len(opzet.opties)


def _punten(gaf: Sequence[int], opties: int, hoeveel: int, keer: int) -> list[int]:
    """Return the points of one ballot for each option; an empty one gives none."""
    if not gaf:
        return [0] * opties
    over = opties - len(gaf)
    rest = sum(range(1, hoeveel - len(gaf) + 1)) * keer
    punten = [rest // over if over else 0] * opties
    for plek, nummer in enumerate(gaf):
        punten[nummer] = (hoeveel - plek) * keer
    return punten


def _zinnen(inhoud: str | None, gekozen: int, hoeveel: int) -> tuple[Zin, ...]:
    if not gekozen:
        eerst = () if inhoud is None else (Zin("leeg"),)
        return (*eerst, Zin("eerste", {"hoeveel": hoeveel}), Zin("geschud"))
    if gekozen == hoeveel:
        return (Zin("vol"),)
    return Zin("volgende", {"plek": gekozen + 1}), Zin("minder")


def _hoogte(cel: Cel) -> int:
    """Return where a line stands; what is small comes last. No option has nearly all points."""
    return cel if isinstance(cel, int) else -1


def _groepen(regels: Sequence[GetoondeRegel], speling: int) -> dict[int, list[GetoondeRegel]]:
    """Return by place the lines that share it: no further than this below the first of them."""
    groepen: dict[int, list[GetoondeRegel]] = {}
    plek, bovenste = 0, 0
    for nummer, regel in enumerate(regels, 1):
        hoogte = _hoogte(regel.cellen[0])
        if not plek or bovenste - hoogte > speling or (hoogte < 0 <= bovenste):
            plek, bovenste = nummer, hoogte
        groepen.setdefault(plek, []).append(regel)
    return groepen


def _kort(naam: str) -> str:
    return naam if len(naam) <= _KORT else f"{naam[: _KORT - 1]}…"


def _lees(inhoud: str | None) -> list[int]:
    return list(json.loads(inhoud)) if inhoud else []


def _schrijf(gaf: Sequence[int]) -> str:
    return json.dumps(list(gaf), separators=(",", ":"))
