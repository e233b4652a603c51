"""A draft of a plan from a file: Markdown (`# title`, `## section`) or TOML. Pure; a mistake is one line."""

import re
import tomllib
from typing import NamedTuple

from bot.errors import InvoerFout
from bot.rules.inhoud import eenheden

TITEL_LENGTE = 100
TEKST_LENGTE = 3500
"""Telegram shows 4,096 characters in a message; a heading and what the section is about go with it."""
MEEST_DELEN = 60


class Tekstdeel(NamedTuple):
    """A section: its heading and its text."""

    titel: str
    tekst: str


class Conceptbestand(NamedTuple):
    """What a file holds."""

    titel: str
    delen: tuple[Tekstdeel, ...]


def lees(inhoud: str, naam: str, *, toml: bool) -> Conceptbestand:
    """Read a file.

    Args:
        naam: what a mistake is said to stand in.

    Raises:
        InvoerFout: no title, no sections, or one that is empty or does not fit on a phone.
    """
    titel, delen = _toml(inhoud, naam) if toml else _markdown(inhoud, naam)
    if not 1 <= len(titel) <= TITEL_LENGTE:
        raise InvoerFout(f"{naam}: geef het plan een titel van hoogstens {TITEL_LENGTE} tekens")
    if not 1 <= len(delen) <= MEEST_DELEN:
        raise InvoerFout(f"{naam}: er staan {len(delen)} delen in; maak er 1 tot {MEEST_DELEN} van")
    for nummer, deel in enumerate(delen, start=1):
        if not 1 <= len(deel.titel) <= TITEL_LENGTE:
            raise InvoerFout(f"{naam}: deel {nummer} heeft een titel nodig van hoogstens {TITEL_LENGTE} tekens")
        if not deel.tekst:
            raise InvoerFout(f"{naam}: deel {nummer} ('{deel.titel}') heeft geen tekst; vul die aan of haal het weg")
        if (te_veel := eenheden(deel.tekst) - TEKST_LENGTE) > 0:
            raise InvoerFout(
                f"{naam}: deel {nummer} ('{deel.titel}') is {te_veel} tekens te lang voor een telefoon; "
                f"maak er twee delen van"
            )
    return Conceptbestand(titel, tuple(delen))


def _markdown(inhoud: str, naam: str) -> tuple[str, list[Tekstdeel]]:
    """Read headings; what stands between the title and the first section has no place to go."""
    stukken = re.split(r"^(#{1,2})[ \t]+(.+?)[ \t#]*$", inhoud.replace("\r\n", "\n"), flags=re.MULTILINE)
    if stukken[0].strip():
        raise InvoerFout(f"{naam}: begin met een regel '# ' en de titel van het plan")
    titel, delen = "", []
    for teken, kop, tekst in zip(stukken[1::3], stukken[2::3], stukken[3::3], strict=True):
        if teken == "##":
            delen.append(Tekstdeel(kop.strip(), tekst.strip()))
        elif titel or delen:
            raise InvoerFout(f"{naam}: er mag één regel met één '#' in staan; geef een deel er twee: '## {kop}'")
        elif tekst.strip():
            raise InvoerFout(f"{naam}: de tekst onder de titel hoort bij geen deel; zet er een regel '## ' boven")
        else:
            titel = kop.strip()
    return titel, delen


def _toml(inhoud: str, naam: str) -> tuple[str, list[Tekstdeel]]:
    try:
        ruw = tomllib.loads(inhoud)
    except tomllib.TOMLDecodeError as fout:
        raise InvoerFout(f"{naam}: dit is geen TOML ({fout})") from None
    delen = ruw.get("deel", [])
    if set(ruw) - {"titel", "deel"} or not isinstance(delen, list):
        raise InvoerFout(f"{naam}: schrijf 'titel' en daarna per deel een tabel [[deel]] met 'titel' en 'tekst'")
    for deel in delen:
        if not isinstance(deel, dict) or set(deel) != {"titel", "tekst"} or not _is_tekst(*deel.values()):
            raise InvoerFout(f"{naam}: elk [[deel]] heeft een 'titel' en een 'tekst', en niets anders")
    if not _is_tekst(ruw.get("titel", "")):
        raise InvoerFout(f"{naam}: 'titel' is een tekst tussen aanhalingstekens")
    schoon = [Tekstdeel(" ".join(deel["titel"].split()), deel["tekst"].strip()) for deel in delen]
    return " ".join(ruw.get("titel", "").split()), schoon


def _is_tekst(*waarden: object) -> bool:
    return all(isinstance(waarde, str) for waarde in waarden)
