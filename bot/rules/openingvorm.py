"""The form of what the auditor reads, field by field (docs/bewijs.md): whatever else is written there is refused. Pure.

Not here: whether it opens the log, and whether it is true (bot.rules.openingcontrole).
"""

import re
from collections.abc import Callable
from typing import Any

from bot.rules.logcontrole import is_dag, is_woord

_HEX = re.compile("[0-9a-f]{64}")
_ID = re.compile(r"[A-Za-z0-9_-]{22}")
Vorm = Callable[[Any], bool]


def _is_tekst(waarde: Any) -> bool:
    return isinstance(waarde, str)


def _is_bool(waarde: Any) -> bool:
    return isinstance(waarde, bool)


def _is_aantal(waarde: Any) -> bool:
    return type(waarde) is int and waarde >= 0


def _is_hex(waarde: Any) -> bool:
    return isinstance(waarde, str) and _HEX.fullmatch(waarde) is not None


def _is_id(waarde: Any) -> bool:
    return isinstance(waarde, str) and _ID.fullmatch(waarde) is not None


def _is_blad(waarde: Any) -> bool:
    return _past(_BLAD, waarde)


def _is_record(waarde: Any) -> bool:
    if not isinstance(waarde, dict):
        return False
    over = _VAN_BEWONER if "bewoner" in waarde else _VAN_AANTAL
    door = _DOOR_NUMMER if waarde.get("versie") == 2 else _DOOR
    reden: dict[str, Vorm] = {"reden": _is_tekst} if "reden" in waarde else {}
    return _past({**_RECORD, **over, **door, **reden}, waarde)


def _is_object(waarde: Any) -> bool:
    return isinstance(waarde, dict)


def _of_niets(vorm: Vorm) -> Vorm:
    return lambda waarde: waarde is None or vorm(waarde)


def _past(velden: dict[str, Vorm], waarde: Any) -> bool:
    if not isinstance(waarde, dict) or waarde.keys() != velden.keys():
        return False
    return all(vorm(waarde[naam]) for naam, vorm in velden.items())


_KENMERK: dict[str, Vorm] = {"versie": lambda waarde: type(waarde) is int, "id": _is_id, "soort": is_woord}
_KENMERK |= {"vervalt": _is_bool}
_BLAD: dict[str, Vorm] = {**_KENMERK, "log": _is_id, "dag": is_dag, "methode": is_woord, "door": is_woord}
_BLAD |= {"spelregels": _is_aantal, "corrigeert": _of_niets(_is_id), "commitment": _is_hex}
_RECORD: dict[str, Vorm] = {**_KENMERK, "onderwerp": _is_tekst}
_DOOR_NUMMER: dict[str, Vorm] = {"vastlegger": _of_niets(_is_tekst)}
_DOOR: dict[str, Vorm] = dict.fromkeys(("vastlegger", "bevestigd"), _of_niets(_is_id))
_VAN_BEWONER: dict[str, Vorm] = {"bewoner": _is_id}
_VAN_AANTAL: dict[str, Vorm] = {"huishouden": _of_niets(_is_id), "aantal": _is_aantal}
_tekst_of_niets = _of_niets(_is_tekst)

_VORMEN: dict[str, dict[str, Vorm]] = {
    "opening": {"nummer": _is_aantal, "blad": _is_blad, "sleutel": _is_hex, "record": _is_record},
    "huishouden": {"id": _is_id, "volwassenen": _of_niets(_is_aantal), "straat": _is_tekst},
    "bewoner": {"id": _is_id, "huishouden": _is_id, "stoel": _is_aantal, "sinds": is_dag, "tot": _of_niets(is_dag)},
    "telt": {"id": _is_id, "huishouden": _is_id, "bewoner": _of_niets(_is_id), "zelf": _is_bool},
    "uitslag": {"nummer": _is_aantal, "sleutel": _is_hex, "record": _is_object},
}
_VORMEN["opening"] |= {"vertrokken": _is_bool}
_VORMEN["huishouden"] |= dict.fromkeys(("eigendom", "woningtype", "buurtdeel"), _tekst_of_niets)
_VORMEN["bewoner"] |= {"gewist": _is_bool, "leeftijd": _tekst_of_niets}


def heeft_vorm(soort: str, inhoud: Any) -> bool:
    """Say whether what a line of the openings holds has exactly the fields of its kind, each of the right form."""
    return soort in _VORMEN and _past(_VORMEN[soort], inhoud)
