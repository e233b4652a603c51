"""The spelregels: what is counted, out of how many, and the conditions. Not here: the counting itself."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from hashlib import sha256
from typing import Any

from bot.errors import InvoerFout
from bot.rules import drempels
from bot.rules.canoniek import canoniek, is_te_controleren
from bot.rules.drempels import DREMPELS, Drempel
from bot.rules.drempels.gehoord import Gehoord
from bot.rules.drempels.informatie import Informatie
from bot.velden import als_ruw, lees

EENHEDEN = ("bewoners", "huishoudens", "eigenaren")
ORGANEN = ("college", "gemeenteraad")
"""Who can confirm them."""
_PAD = ("spelregels",)


@dataclass(frozen=True)
class Spelregels:
    """One version of the agreed rules.

    Args:
        versie: 0 as long as they are a concept.
        eenheid: what is counted: bewoners, huishoudens or eigenaren.
        aantal: out of how many; 0 takes it from the address list.
        bron: where that number comes from.
        peildatum: the day on which it held.
        telt_ook: kinds of evidence that count beside those that always do, such as a conversation at the door.
        van, tot: first and last day of the process, as people are told; evidence counts by its place in the log.
        orgaan: who is asked to confirm them; empty when that was not agreed.
    """

    naam: str = "Spelregels"
    versie: int = 0
    eenheid: str = "bewoners"
    aantal: int = 0
    bron: str = ""
    peildatum: date | None = None
    telt_ook: tuple[str, ...] = ("gesprek",)
    van: date | None = None
    tot: date | None = None
    orgaan: str = ""
    drempels: tuple[Drempel, ...] = (Gehoord(Fraction(1, 2), ">"), Informatie(Fraction(1, 3), ">="))

    def telt(self, drempel: str) -> frozenset[str]:
        """Return the kinds of evidence that count for a condition under these rules."""
        soort = DREMPELS[drempel]
        return soort.TELT | (soort.MAG_TELLEN & set(self.telt_ook))

    def als_json(self) -> dict[str, Any]:
        """Return the rules as data: fractions and dates as text."""
        zonder = als_ruw(replace(self, drempels=()))
        return {**zonder, "drempels": [drempels.naar_ruw(drempel) for drempel in self.drempels]}

    def canoniek(self) -> str:
        """Return the rules as canonical JSON."""
        return canoniek(self.als_json())

    def hash(self) -> str:
        """Return the SHA-256 of the canonical rules, as 64 hex digits."""
        return sha256(self.canoniek().encode()).hexdigest()


@cache
def uit_json(tekst: str) -> Spelregels:
    """Return the rules that canonical JSON describes."""
    return uit_ruw(json.loads(tekst), "de spelregels")


def uit_toml(inhoud: bytes, bron: str) -> Spelregels:
    """Return the rules that a TOML file describes, in a table [spelregels] as the settings have.

    Args:
        bron: what a mistake is said to stand in.

    Raises:
        InvoerFout: one line that names the field and the mend.
    """
    try:
        ruw = tomllib.loads(inhoud.decode())
    except UnicodeDecodeError:
        raise InvoerFout(f"{bron}: dit is geen tekst; sla het op als UTF-8") from None
    except tomllib.TOMLDecodeError as fout:
        raise InvoerFout(f"{bron}: geen geldige TOML ({fout}); vergelijk het met config.example.toml") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, or a list in a list in a list
        raise InvoerFout(f"{bron}: dit kan ik niet lezen; vergelijk het met config.example.toml") from None
    tabel = ruw.get("spelregels")
    if not isinstance(tabel, dict):
        raise InvoerFout(f"{bron}: [spelregels] ontbreekt; schrijf die regel boven de afspraken")
    return uit_ruw(tabel, bron)


def uit_ruw(ruw: Mapping[str, Any], bron: str) -> Spelregels:
    """Return the rules that a table of TOML or JSON describes.

    Args:
        bron: what a mistake is said to stand in.

    Raises:
        InvoerFout: one line that names the field and the mend.
    """
    delen = ruw.get("drempels")
    regels: Spelregels = lees(Spelregels, {k: v for k, v in ruw.items() if k != "drempels"}, bron, _PAD)
    if isinstance(delen, list):
        regels = replace(regels, drempels=tuple(drempels.uit_ruw(deel, bron, (*_PAD, "drempels")) for deel in delen))
    elif delen is not None:
        raise InvoerFout(f"{bron}: [spelregels] drempels: schrijf blokken die met [[spelregels.drempels]] beginnen")
    if not is_te_controleren(regels.als_json()):
        vreemd = "in de naam van een groep staat een teken dat niet kan"
        raise InvoerFout(f"{bron}: [spelregels] een getal is te groot, of {vreemd}; schrijf het gewoner")
    if bezwaar := _bezwaar(regels):
        raise InvoerFout(f"{bron}: [spelregels] {bezwaar}")
    return regels


def _bezwaar(regels: Spelregels) -> str | None:
    if regels.eenheid not in EENHEDEN:
        return f"eenheid: '{regels.eenheid}' kan niet; kies uit {', '.join(EENHEDEN)}"
    if regels.aantal < 0:
        return "aantal: schrijf een aantal, of 0 voor dat van de adressenlijst"
    if regels.van and regels.tot and regels.tot < regels.van:
        return "tot: die dag ligt voor 'van'; wissel ze om"
    if regels.orgaan and regels.orgaan not in ORGANEN:
        return f"orgaan: '{regels.orgaan}' kan niet; kies uit {', '.join(ORGANEN)}"
    if regels.versie < 0:
        return "versie: schrijf 0 voor een concept"
    mag = sorted(set().union(*(soort.MAG_TELLEN for soort in DREMPELS.values())))
    for soort in regels.telt_ook:
        if soort not in mag:
            return f"telt_ook: '{soort}' kan niet; kies uit {', '.join(mag)}"
    soorten = [deel.soort for deel in regels.drempels]
    for soort in soorten:
        if soorten.count(soort) > 1:
            return f"drempels: '{soort}' staat er twee keer; haal er een weg"
    return None
