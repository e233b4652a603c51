"""The file with the days that do not count in a plan: school holidays, the recess of the gemeenteraad."""

import tomllib
from datetime import date, timedelta
from typing import Any

from bot.errors import InvoerFout
from bot.rules.terugrekenen import Periode

MEESTE = 100
LANGSTE = timedelta(days=120)
_VELDEN = ("naam", "van", "tot")


def uit_toml(inhoud: bytes, bron: str) -> tuple[Periode, ...]:
    """Return the periods that a TOML file lists in blocks [[vrij]].

    Args:
        bron: what a mistake is said to stand in.

    Raises:
        InvoerFout: one line that names the field and the mend.
    """
    try:
        ruw = tomllib.loads(inhoud.decode())
    except (ValueError, RecursionError) as fout:
        raise InvoerFout(f"{bron}: geen geldige TOML ({fout}); schrijf blokken die met [[vrij]] beginnen") from None
    blokken = ruw.pop("vrij", [])
    if ruw:
        raise InvoerFout(f"{bron}: {next(iter(ruw))} ken ik niet; schrijf blokken die met [[vrij]] beginnen")
    if not isinstance(blokken, list) or not all(isinstance(blok, dict) for blok in blokken):
        raise InvoerFout(f"{bron}: vrij hoort uit blokken te bestaan; schrijf [[vrij]] met naam, van en tot eronder")
    if len(blokken) > MEESTE:
        raise InvoerFout(f"{bron}: vrij: dit zijn er {len(blokken)}; schrijf er hoogstens {MEESTE}")
    return tuple(_periode(blok, f"{bron}: [[vrij]] {n}") for n, blok in enumerate(blokken, 1))


def _periode(blok: dict[str, Any], plek: str) -> Periode:
    for veld in blok:
        if veld not in _VELDEN:
            raise InvoerFout(f"{plek} {veld} ken ik niet; dit kan: {', '.join(_VELDEN)}")
    for veld in _VELDEN:
        if veld not in blok:
            raise InvoerFout(f"{plek} {veld} ontbreekt; schrijf naam, van en tot")
    naam, van, tot = (blok[veld] for veld in _VELDEN)
    if not isinstance(naam, str) or not 1 <= len(naam.strip()) <= 60 or not naam.isprintable():
        raise InvoerFout(f"{plek} naam: {naam!r} kan niet; schrijf een naam van 1 tot 60 tekens")
    for veld, dag in (("van", van), ("tot", tot)):
        if type(dag) is not date:
            mend = "schrijf een datum als 2031-01-31, zonder aanhalingstekens"
            raise InvoerFout(f"{plek} {veld}: {dag!r} past hier niet; {mend}")
    if tot < van:
        raise InvoerFout(f"{plek} tot: die dag ligt voor 'van'; wissel ze om")
    if tot - van > LANGSTE:
        raise InvoerFout(f"{plek} tot: dit is langer dan {LANGSTE.days} dagen; kijk de jaartallen na")
    return Periode(naam.strip(), van, tot)
