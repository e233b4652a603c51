"""Checking the whole record of an outcome, which the auditor reads, against what its leaf says in the open. Pure."""

from hashlib import sha256
from typing import Any

from bot.rules.canoniek import canoniek
from bot.rules.uitslagcontrole import GETALLEN, HOOGSTENS, Versie, is_stand, reken_na

_VAST = ("spelregels", "hash", "waarvoor", "dag")
LIJSTEN = ("met_staf", "zonder_staf")
_ZEGT = ("soort", "verdict", "operator", "drempel")


def bezwaar_tegen(record: dict[str, Any], blad: dict[str, Any], versie: Versie | None) -> str | None:
    """Return what is wrong with the record of an outcome; None when nothing is.

    Args:
        blad: the leaf.
        versie: under which it was; None when none was fixed.
    """
    if record.keys() != {*_VAST, *LIJSTEN, "regels", "lijst"} or any(record[naam] != blad[naam] for naam in _VAST):
        return "het verslag heeft andere velden dan het blad, of zegt iets anders"
    regels = record["regels"]
    if not isinstance(regels, dict) or sha256(canoniek(regels).encode()).hexdigest() != blad["hash"]:
        return "het verslag heeft andere spelregels"
    for naam in LIJSTEN:
        standen = record[naam]
        if not isinstance(standen, list) or not all(map(is_stand, standen)) or len(standen) != len(blad[naam]):
            return "het verslag heeft niet van elke voorwaarde de stand"
        for stand, zegt in zip(standen, blad[naam], strict=True):
            uitleg = _verschil(stand, zegt)
            if uitleg is None and versie is not None and stand["soort"] in versie.telt:
                te_veel = naam == "met_staf" and zegt["teller"] is None and stand["teller"] > HOOGSTENS
                uitleg = "er tellen er genoeg om te zien" if te_veel else reken_na(stand, versie)
            if uitleg is not None:
                return f"{stand['soort']}: {uitleg}"
    return None


def _verschil(stand: dict[str, Any], zegt: dict[str, Any]) -> str | None:
    """Return what the leaf says differently; what it leaves out is no difference."""
    if any(stand[naam] is None for naam in GETALLEN) or len(stand["delen"]) != len(zegt["delen"]):
        return "er ontbreekt iets in het verslag"
    anders = any(stand[naam] != zegt[naam] for naam in _ZEGT)
    if anders or any(zegt[naam] not in (None, stand[naam]) for naam in GETALLEN):
        return "het blad zegt iets anders dan het verslag"
    delen = zip(stand["delen"], zegt["delen"], strict=True)
    zelfde = all(naam in deel and deel[naam] == waarde for deel, open_ in delen for naam, waarde in open_.items())
    return None if zelfde else "een deel ervan is anders dan in het verslag"
