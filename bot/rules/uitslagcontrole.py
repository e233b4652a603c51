"""Checking what a log says of rules and outcomes: whether verdicts follow from the tellers before them. Pure."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from typing import Any

from bot.rules.canoniek import canoniek
from bot.rules.spelregels import EENHEDEN
from bot.rules.wegen import OPERATOREN, Aandeel, Telling, weeg_aandeel

_BREUK = re.compile(r"([1-9][0-9]{0,8})/([1-9][0-9]{0,8})")
_SOORT = re.compile("[a-z_]{1,40}")
_TELT_ALTIJD = {"gehoord": {"stem_besluit"}, "informatie": {"aanwezig_vragen"}}
HOOGSTENS = 9
"""So many count at most for a condition of which the log never said that anyone does."""
GETALLEN = ("teller", "ondergrens", "bovengrens", "noemer", "noemer_laag", "nodig")
_SLEUTELS = {"soort", "verdict", "operator", "drempel", "delen", *GETALLEN}
_VERDICTEN = ("gehaald", "niet_gehaald", "onbeslist")

Bezwaar = tuple[str, str]
"""Name of the error, and what is wrong in Dutch."""


@dataclass(frozen=True)
class Versie:
    """A version of the rules, as its leaf says it.

    Args:
        soorten: its conditions in their order.
        telt: per counted condition which kinds of evidence count.
        aandelen: per counted condition the share that was agreed.
    """

    eenheid: str
    aantal: int
    hash: str
    soorten: tuple[str, ...]
    telt: dict[str, frozenset[str]]
    aandelen: dict[str, Aandeel]


def lees_versie(blad: dict[str, Any]) -> Versie | str:
    """Return what the leaf of a version says, or what is wrong with it."""
    regels, telt = blad["regels"], blad["telt"]
    eenheid, delen = regels.get("eenheid"), regels.get("drempels")
    if type(regels.get("versie")) is not int or regels["versie"] != blad["spelregels"]:
        return "het nummer van de versie is niet dat van de spelregels"
    if sha256(canoniek(regels).encode()).hexdigest() != blad["hash"]:
        return "de hash is niet die van deze spelregels"
    if eenheid not in EENHEDEN or not isinstance(delen, list) or not isinstance(telt, dict):
        return "de spelregels zeggen niet wat er telt"
    soorten = [deel["soort"] for deel in delen if isinstance(deel, dict) and _is_soort(deel.get("soort"))]
    if len(soorten) != len(delen) or len(set(soorten)) != len(soorten):
        return "een voorwaarde staat er twee keer, of zonder naam"
    per_soort = dict(zip(soorten, delen, strict=True))
    aandelen = {soort: _aandeel(per_soort.get(soort, {})) for soort in telt}
    gevonden = {soort: aandeel for soort, aandeel in aandelen.items() if aandeel is not None}
    if _TELT_ALTIJD.keys() & per_soort.keys() - telt.keys():
        return "er staat niet bij elke voorwaarde wat er telt"
    aantal, ook = regels.get("aantal"), regels.get("telt_ook")
    if type(aantal) is not int or aantal < 0 or not isinstance(ook, list):
        return "de spelregels zeggen niet uit hoeveel, of niet wat er ook telt"
    if len(gevonden) != len(telt) or not all(_past(soort, kinds, ook) for soort, kinds in telt.items()):
        return "wat er telt past niet bij de voorwaarden"
    return Versie(
        eenheid=eenheid,
        aantal=aantal,
        hash=blad["hash"],
        soorten=tuple(soorten),
        telt={soort: frozenset(kinds) for soort, kinds in telt.items()},
        aandelen=gevonden,
    )


def controleer_uitslag(
    blad: dict[str, Any], versies: Mapping[int, Versie], tellers: Mapping[str, int], ooit: Set[str]
) -> Bezwaar | None:
    """Return what is wrong with an outcome; None when nothing is.

    Args:
        versies: those whose leaves stand before it.
        tellers: per condition how many count under its version, by the leaves before it.
        ooit: conditions with a leaf of someone who counts, whether it lapsed or not.
    """
    lijsten = (blad["met_staf"], blad["zonder_staf"])
    if not all(isinstance(lijst, list) and all(map(is_stand, lijst)) for lijst in lijsten):
        return "blad", "een uitslag van een voorwaarde heeft niet zijn vorm"
    nummer = blad["spelregels"]
    if nummer == 0 and not versies:
        return None
    versie = versies.get(nummer)
    if versie is None or nummer != len(versies) or blad["hash"] != versie.hash:
        return "uitslag", "dit zijn niet de spelregels die golden"
    if any(tuple(stand["soort"] for stand in lijst) != versie.soorten for lijst in lijsten):
        return "uitslag", "de voorwaarden zijn niet die van de spelregels"
    for met, zonder in zip(*lijsten, strict=True):
        soort = met["soort"]
        if soort in versie.telt:
            teller = tellers.get(soort, 0)
            uitleg = _bezwaar(met, versie, teller, soort in ooit, met_staf=True)
            uitleg = uitleg or _bezwaar(zonder, versie, teller, soort in ooit, met_staf=False)
            uitleg = uitleg or _bezwaar_dicht(met, zonder, versie, teller)
            if uitleg:
                return "uitslag", f"{soort}: {uitleg}"
    return None


def _bezwaar_dicht(met: dict[str, Any], zonder: dict[str, Any], versie: Versie, teller: int) -> str | None:
    """Return what is wrong with verdicts whose numbers are not shown, by what is known of these."""
    if zonder["noemer"] not in (None, met["noemer"]):
        return "de noemers verschillen"
    dicht = met["noemer"] is None
    noemer, hoogstens = (versie.aantal, HOOGSTENS) if dicht else (met["noemer"], teller)
    onbekend = dicht and not versie.aantal
    kan = onbekend or versie.aandelen[met["soort"]].passeert(min(hoogstens, noemer), noemer)
    gehaald = any(stand["teller"] is None and stand["verdict"] == "gehaald" for stand in (met, zonder))
    return "er staat gehaald, en zoveel tellen er niet" if gehaald and not kan else None


def _bezwaar(stand: dict[str, Any], versie: Versie, teller: int, ooit: bool, *, met_staf: bool) -> str | None:
    aandeel = versie.aandelen[stand["soort"]]
    breuk = f"{aandeel.aandeel.numerator}/{aandeel.aandeel.denominator}"
    if (stand["operator"], stand["drempel"]) != (aandeel.operator, breuk):
        return "dit is niet wat was afgesproken"
    leeg = stand["teller"] is None
    if leeg == ooit if met_staf else not leeg and not ooit:
        return "de getallen staan er niet zoals het hoort"
    if leeg:
        return None
    if stand["teller"] != teller if met_staf else stand["teller"] > teller:
        return f"er staat dat er {stand['teller']} tellen; het log telt er {teller}"
    return reken_na(stand, versie)


def reken_na(stand: dict[str, Any], versie: Versie) -> str | None:
    """Return what does not follow from the numbers of a counted condition."""
    aandeel = versie.aandelen[stand["soort"]]
    if not (stand["ondergrens"] == stand["teller"] <= stand["bovengrens"] and stand["noemer_laag"] <= stand["noemer"]):
        return "de grenzen kloppen niet"
    if versie.aantal and not stand["noemer_laag"] == stand["noemer"] == versie.aantal:
        return "de noemer is niet het aantal van de spelregels"
    telling = Telling(stand["teller"], stand["bovengrens"], stand["noemer_laag"], stand["noemer"])
    moet = weeg_aandeel(stand["soort"], aandeel, telling)
    if stand["verdict"] != moet.verdict:
        return f"er staat {stand['verdict']}; het is {moet.verdict}"
    return None if stand["nodig"] == moet.nodig else f"er staat dat er nog {stand['nodig']} nodig zijn"


def is_stand(stand: Any) -> bool:
    """Say whether how a condition stands has its form."""
    if not isinstance(stand, dict) or stand.keys() != _SLEUTELS or stand["verdict"] not in _VERDICTEN:
        return False
    if not _is_soort(stand["soort"]) or not all(isinstance(stand[naam], str) for naam in ("operator", "drempel")):
        return False
    if not isinstance(stand["delen"], list) or not all(isinstance(deel, dict) for deel in stand["delen"]):
        return False
    getallen = [stand[naam] for naam in GETALLEN]
    return all(getal is None for getal in getallen) or all(type(getal) is int and getal >= 0 for getal in getallen)


def _aandeel(deel: dict[str, Any]) -> Aandeel | None:
    breuk, operator = deel.get("aandeel"), deel.get("operator")
    gevonden = _BREUK.fullmatch(breuk) if isinstance(breuk, str) else None
    if gevonden is None or operator not in OPERATOREN:
        return None
    waarde = Fraction(int(gevonden[1]), int(gevonden[2]))
    precies = f"{waarde.numerator}/{waarde.denominator}" == breuk and waarde <= 1
    return Aandeel(waarde, operator) if precies else None


def _past(soort: str, telt: Any, ook: list[Any]) -> bool:
    """Say whether these kinds of evidence count for a condition: those that always do, and of the others as agreed."""
    if not isinstance(telt, list) or not all(isinstance(kind, str) for kind in telt) or telt != sorted(set(telt)):
        return False
    altijd = _TELT_ALTIJD.get(soort)
    return altijd is None or (altijd <= set(telt) and all(kind in altijd or kind in ook for kind in telt))


def _is_soort(waarde: Any) -> bool:
    return isinstance(waarde, str) and _SOORT.fullmatch(waarde) is not None
