"""`GEHOORD_<SECTIE>_<VELD>` overrides a single setting, so that secrets need not stand in a file."""

import difflib
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from bot.errors import InvoerFout
from bot.velden import uit_omgeving

_VOORVOEGSEL = "GEHOORD_"


def over_heen(ruw: dict[str, Any], environ: Mapping[str, str], secties: Mapping[str, Any]) -> None:
    """Put what the environment gives over what a file gave.

    Args:
        ruw: the file as TOML gives it; changes.
        secties: class of each section whose values the environment may give.

    Raises:
        InvoerFout: one line that names the variable and the mend.
    """
    _ken_alle(environ, secties)
    for sectie, klasse in secties.items():
        for naam, soort in _velden(klasse).items():
            waarde = environ.get(f"{_VOORVOEGSEL}{sectie}_{naam}".upper())
            deel = ruw.setdefault(sectie, {}) if waarde is not None else None
            if isinstance(deel, dict):
                deel[naam] = uit_omgeving(str(waarde), soort)


def _velden(klasse: Any) -> dict[str, Any]:
    hints = get_type_hints(klasse)
    return {veld.name: hints[veld.name] for veld in fields(klasse)}


def _ken_alle(environ: Mapping[str, str], secties: Mapping[str, Any]) -> None:
    """Refuse a variable of one of our sections that no setting has: a typing error would go unseen."""
    bekend = {f"{_VOORVOEGSEL}{s}_{naam}".upper() for s, klasse in secties.items() for naam in _velden(klasse)}
    for naam in environ:
        if naam.startswith(f"{_VOORVOEGSEL}SPELREGELS_"):
            raise InvoerFout(f"{naam}: spelregels passen niet in de omgeving; zet ze in het bestand")
        if naam not in bekend and naam.startswith(tuple(f"{_VOORVOEGSEL}{s}_".upper() for s in secties)):
            raad = difflib.get_close_matches(naam, bekend, 1)
            raise InvoerFout(f"{naam}: deze instelling ken ik niet" + (f"; bedoelde u {raad[0]}?" if raad else ""))
