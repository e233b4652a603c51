"""From what TOML, JSON and the environment give to fields of frozen dataclasses; every mistake has its sentence."""

import difflib
import re
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from fractions import Fraction
from typing import Any, get_args, get_type_hints

from bot.errors import InvoerFout

_JA_NEE = {"true": True, "false": False}
_KLOK = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")
_ADRES = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")
_BREUK = re.compile("([0-9]{1,9})/([0-9]{1,9})")


def uit_omgeving(waarde: str, soort: Any) -> Any:
    """Return a variable of the environment as TOML would give it to a field of this type."""
    if soort is int and waarde.lstrip("-").isdigit():
        return int(waarde)
    if soort is bool and waarde in _JA_NEE:
        return _JA_NEE[waarde]
    if soort == tuple[str, ...]:
        return [deel.strip() for deel in waarde.split(",") if deel.strip()]
    if soort == date | None:
        return _als_datum(waarde) or waarde
    return waarde


def is_adres(tekst: str) -> bool:
    """Say whether this can be an e-mail address: of the usual form, in ASCII, with nothing around it."""
    return len(tekst) <= 254 and _ADRES.fullmatch(tekst) is not None and ".." not in tekst


def als_ruw(waarde: Any) -> Any:
    """Return a dataclass as `lees` takes it, in what JSON has: a fraction in lowest terms and a date as text."""
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {veld.name: als_ruw(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, tuple):
        return [als_ruw(deel) for deel in waarde]
    if isinstance(waarde, Fraction):
        return f"{waarde.numerator}/{waarde.denominator}"
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def lees(soort: Any, ruw: Any, bron: str, pad: tuple[str, ...]) -> Any:
    """Return a table as this dataclass.

    Args:
        bron: what a mistake is said to stand in.
        pad: names of the tables around it.

    Raises:
        InvoerFout: one line that names the field and the mend.
    """
    elders = {veld.name for veld in fields(soort) if veld.metadata}  # what the file itself does not say
    hints = {naam: hint for naam, hint in get_type_hints(soort).items() if naam not in elders}
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
    if hasattr(deel := next(iter(get_args(soort)), None), "__dataclass_fields__") and isinstance(ruw, list):
        return tuple(lees(deel, een, bron, pad) for een in ruw)
    if soort == dict[str, int] and isinstance(ruw, dict) and all(type(getal) is int for getal in ruw.values()):
        return ruw
    if soort == tuple[str, ...] and isinstance(ruw, list) and all(isinstance(deel, str) for deel in ruw):
        return tuple(ruw)
    if soort == date | None and (ruw is None or type(ruw) is date):
        return ruw
    if soort == date | None and isinstance(ruw, str) and (dag := _als_datum(ruw)):
        return dag
    if soort is Fraction and isinstance(ruw, str) and (breuk := _als_breuk(ruw)):
        return breuk
    if soort is time and isinstance(ruw, str) and _KLOK.fullmatch(ruw):
        return time.fromisoformat(ruw)
    if soort in (str, int, bool) and type(ruw) is soort:
        return ruw
    vormen = {
        str: "een tekst tussen aanhalingstekens",
        int: "een heel getal",
        bool: "true of false",
        dict[str, int]: "een tabel als { koop = 210, huur = 180 }",
        date | None: "een datum als 2027-01-31",
        time: 'een tijd als "21:30"',
        Fraction: 'een breuk tussen 0 en 1, zoals "1/2"',
    }
    raise InvoerFout(
        f"{bron}: {_plek(pad)}: {ruw!r} past hier niet; schrijf {vormen.get(soort, 'een lijst tussen [ en ]')}"
    )


def _als_datum(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _als_breuk(tekst: str) -> Fraction | None:
    delen = _BREUK.fullmatch(tekst)
    goed = delen is not None and 0 < int(delen[1]) <= int(delen[2])
    return Fraction(int(delen[1]), int(delen[2])) if delen and goed else None


def _plek(pad: tuple[str, ...]) -> str:
    return f"[{'.'.join(pad[:-1])}] {pad[-1]}" if len(pad) > 1 else f"[{pad[0]}]"
