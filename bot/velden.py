"""From what TOML and the environment give to the fields of frozen dataclasses; every mistake has its sentence."""

import difflib
import re
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from typing import Any, get_args, get_origin, get_type_hints

from bot.errors import InvoerFout

_JA_NEE = {"true": True, "false": False}
_KLOK = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")


def lijst_van(soort: Any) -> Any:
    """Return of which dataclass a field is a list of tables; None when it is none."""
    deel = get_args(soort)[0] if get_origin(soort) is tuple else None
    return deel if is_dataclass(deel) else None


def uit_omgeving(waarde: str, soort: Any) -> Any:
    """Return a variable of the environment as TOML would give it to a field of this type."""
    if soort is int and waarde.lstrip("-").isdigit():
        return int(waarde)
    if soort is bool and waarde in _JA_NEE:
        return _JA_NEE[waarde]
    if soort == tuple[str, ...]:
        return [deel.strip() for deel in waarde.split(",") if deel.strip()]
    if soort == date | None:
        try:
            return date.fromisoformat(waarde)
        except ValueError:
            return waarde
    return waarde


def lees(soort: Any, ruw: Any, bron: str, pad: tuple[str, ...]) -> Any:
    """Return a table as this dataclass.

    Args:
        bron: what a mistake is said to stand in.
        pad: names of the tables around it.

    Raises:
        InvoerFout: one line that names the field and the mend.
    """
    hints = get_type_hints(soort)
    if not isinstance(ruw, dict):
        raise InvoerFout(
            f"{bron}: {_plek(pad)} hoort een tabel te zijn; schrijf [{'.'.join(pad)}] met de velden eronder"
        )
    for naam in ruw:
        if naam not in hints:
            raad = difflib.get_close_matches(naam, hints, 1)
            mend = f"bedoelde u '{raad[0]}'?" if raad else f"dit kan wel: {', '.join(hints)}"
            raise InvoerFout(f"{bron}: {_plek((*pad, naam))} ken ik niet; {mend}")
    waarden = {}
    for veld in fields(soort):
        if veld.name in ruw:
            waarden[veld.name] = _waarde(hints[veld.name], ruw[veld.name], bron, (*pad, veld.name))
        elif veld.default is MISSING and veld.default_factory is MISSING:
            if hasattr(hints[veld.name], "__dataclass_fields__"):
                waarden[veld.name] = lees(hints[veld.name], {}, bron, (*pad, veld.name))
            else:
                raise InvoerFout(
                    f"{bron}: {_plek((*pad, veld.name))} ontbreekt; config.example.toml legt uit wat hier hoort"
                )
    return soort(**waarden)


def _waarde(soort: Any, ruw: Any, bron: str, pad: tuple[str, ...]) -> Any:
    if hasattr(soort, "__dataclass_fields__"):
        return lees(soort, ruw, bron, pad)
    if (deel_soort := lijst_van(soort)) and isinstance(ruw, list):
        return tuple(lees(deel_soort, deel, bron, pad) for deel in ruw)
    if soort == tuple[str, ...] and isinstance(ruw, list) and all(isinstance(deel, str) for deel in ruw):
        return tuple(ruw)
    if soort == date | None and type(ruw) is date:
        return ruw
    if soort is time and isinstance(ruw, str) and _KLOK.fullmatch(ruw):
        return time.fromisoformat(ruw)
    if soort in (str, int, bool) and type(ruw) is soort:
        return ruw
    vormen = {
        str: "een tekst tussen aanhalingstekens",
        int: "een heel getal",
        bool: "true of false",
        date | None: "een datum als 2027-01-31",
        time: 'een tijd als "21:30"',
    }
    raise InvoerFout(
        f"{bron}: {_plek(pad)}: {ruw!r} past hier niet; schrijf {vormen.get(soort, 'een lijst tussen [ en ]')}"
    )


def _plek(pad: tuple[str, ...]) -> str:
    return f"[{'.'.join(pad[:-1])}] {pad[-1]}" if len(pad) > 1 else f"[{pad[0]}]"
