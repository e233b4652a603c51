"""Checks raw parameters against the table, and gives them their types. Knows no state: what exists is checked later."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from typing import Any

from bot.webchat.fouten import ApiError, weiger
from bot.webchat.lichaam import Ruw, Upload
from bot.webchat.tabel import METHODEN, OBJECTEN, Veld

_NAAM = {naam.lower(): naam for naam in METHODEN}


def vind_methode(naam: str) -> str:
    """Return the spelling of a method whose name may come in any case.

    Raises:
        ApiError: 404 when there is no such method here.
    """
    methode = _NAAM.get(naam.lower())
    if methode is None:
        raise weiger(f"method {naam[:64]!r} does not exist on this server", 404)
    return methode


def toets(methode: str, ruw: Ruw) -> dict[str, Any]:
    """Return the parameters of a call with their types; files as `Upload`, or text for a file id.

    Raises:
        ApiError: 400 for an unknown, missing, badly typed or out-of-bounds parameter.
    """
    velden = METHODEN[methode]
    uit: dict[str, Any] = {}
    bestanden = _Bestanden(ruw.uploads)
    for naam, waarde in ruw.waarden.items():
        veld = velden.get(naam)
        if veld is None:
            raise weiger(f"{methode} has no parameter {naam[:64]!r}")
        if waarde is not None:
            getypeerd = waarde if ruw.uit_json else _uit_formulier(naam, veld, waarde)
            uit[naam] = _waarde(naam, veld, getypeerd, bestanden)
    for naam, upload in ruw.uploads.items():
        if naam in bestanden.gebruikt:
            continue
        veld = velden.get(naam)
        if veld is None or veld.soort != "bestand" or naam in uit:
            raise weiger(f"{methode} has no use for the file {naam[:64]!r}")
        uit[naam] = upload
    _verplicht(methode, velden, uit)
    return uit


@dataclass
class _Bestanden:
    """The files of a form, and those of them that a value pointed to."""

    uploads: dict[str, Upload]
    gebruikt: set[str] = field(default_factory=set)

    def zoek(self, naam: str, waarde: str) -> Upload | str:
        """Return the file that `attach://name` points to; any other text is a file id and returned as it is."""
        if not waarde.startswith("attach://"):
            return waarde
        sleutel = waarde.removeprefix("attach://")
        if sleutel not in self.uploads:
            raise weiger(f"{naam} points to a file {sleutel[:64]!r} that is not in the form")
        self.gebruikt.add(sleutel)
        return self.uploads[sleutel]


def _verplicht(waar: str, velden: dict[str, Veld], waarden: dict[str, Any]) -> None:
    for naam, veld in velden.items():
        if veld.verplicht and naam not in waarden:
            raise weiger(f"{waar} needs {naam}")


def _uit_formulier(naam: str, veld: Veld, tekst: str) -> Any:
    """A form holds text: numbers, booleans and objects are JSON inside it."""
    if veld.soort in ("str", "bestand", "chat", "niet"):
        return tekst
    if veld.soort == "bool":
        return {"true": True, "1": True, "false": False, "0": False}.get(tekst.lower(), tekst)
    try:
        return json.loads(tekst)
    except ValueError as fout:
        raise weiger(f"{naam} is not valid JSON") from fout


def _waarde(naam: str, veld: Veld, waarde: Any, bestanden: _Bestanden) -> Any:
    soort = veld.soort
    if soort == "niet":
        raise weiger(f"{naam} is not supported by this server")
    if soort.startswith("lijst "):
        if not isinstance(waarde, list):
            raise weiger(f"{naam} must be an array")
        _binnen(naam, veld, len(waarde), "elements")
        binnen = Veld(soort.removeprefix("lijst "), keuze=veld.keuze)
        return [_waarde(naam, binnen, w, bestanden) for w in waarde]
    if soort in OBJECTEN:
        return _object(naam, soort, waarde, bestanden)
    goed = {
        "int": isinstance(waarde, int) and not isinstance(waarde, bool),
        "getal": isinstance(waarde, int | float) and not isinstance(waarde, bool) and math.isfinite(waarde),
        "bool": isinstance(waarde, bool),
        "str": isinstance(waarde, str),
        "bestand": isinstance(waarde, str),
        "chat": isinstance(waarde, int | str) and not isinstance(waarde, bool),
    }
    if not goed[soort]:
        raise weiger(f"{naam} must be of type {soort}")
    if soort in ("int", "getal"):
        _binnen(naam, veld, waarde, "")
    elif soort == "bestand":
        return bestanden.zoek(naam, waarde)
    elif soort == "str":
        _tekst(naam, veld, waarde)
    elif soort == "chat" and isinstance(waarde, str) and re.fullmatch(r"-?\d{1,18}", waarde):
        return int(waarde)
    return waarde


def _tekst(naam: str, veld: Veld, waarde: str) -> None:
    try:
        grootte = len(waarde.encode())
    except UnicodeEncodeError as fout:
        raise weiger(f"{naam} is not valid UTF-8") from fout
    if veld.maat != "na_opmaak":
        _binnen(naam, veld, grootte if veld.maat == "bytes" else len(waarde), veld.maat)
    if veld.keuze is not None and waarde not in veld.keuze:
        raise weiger(f"{naam} cannot be {waarde[:64]!r}")
    if veld.patroon is not None and not re.fullmatch(veld.patroon, waarde):
        raise weiger(f"{naam} must match {veld.patroon}")


def _binnen(naam: str, veld: Veld, getal: float, wat: str) -> None:
    if (veld.minimum is not None and getal < veld.minimum) or (veld.maximum is not None and getal > veld.maximum):
        raise weiger(f"{naam} must be {veld.minimum or 0} to {veld.maximum} {wat}, not {getal}".replace("  ", " "))


def _object(naam: str, soort: str, waarde: Any, bestanden: _Bestanden) -> dict[str, Any]:
    if not isinstance(waarde, dict):
        raise weiger(f"{naam} must be an object")
    velden = OBJECTEN[soort]
    uit: dict[str, Any] = {}
    for sleutel, inhoud in waarde.items():
        veld = velden.get(sleutel)
        if veld is None:
            raise weiger(f"{soort} has no field {sleutel[:64]!r}")
        if inhoud is not None:
            uit[sleutel] = _waarde(f"{soort}.{sleutel}", veld, inhoud, bestanden)
    _verplicht(soort, velden, uit)
    fout = _samenhang(soort, uit)
    if fout is not None:
        raise fout
    return uit


def _samenhang(soort: str, uit: dict[str, Any]) -> ApiError | None:
    """What one field says about another."""
    if soort == "InlineKeyboardButton" and ("url" in uit) == ("callback_data" in uit):
        return weiger("a button has exactly one of url and callback_data")
    if soort == "InlineKeyboardButton" and not re.match(r"https?://|tg://", uit.get("url", "tg://")):
        return weiger("the url of a button must start with http://, https:// or tg://")
    if soort == "MessageEntity" and uit["type"] == "text_link" and not uit.get("url"):
        return weiger("a text_link needs url")
    if soort == "BotCommandScope":
        nodig = {"chat": {"chat_id"}, "chat_administrators": {"chat_id"}, "chat_member": {"chat_id", "user_id"}}
        if uit.keys() - {"type"} != nodig.get(uit["type"], set()):
            return weiger(f"the scope {uit['type']} takes other fields")
    return None
