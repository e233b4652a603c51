"""Checks raw parameters against the table, and gives them their types. Knows no state: what exists is checked later."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from typing import Any

from bot.webchat.fouten import ApiError, weiger
from bot.webchat.lichaam import Ruw, Upload
from bot.webchat.tabel import METHODEN, OBJECTEN
from bot.webchat.veld import Veld

_NAAM = {naam.lower(): naam for naam in METHODEN}


def vind_methode(naam: str) -> str:
    """Return the spelling of a method whose name may come in any case.

    Raises:
        ApiError: 404 when there is no such method here.
    """
    methode = _NAAM.get(naam.lower())
    if methode is None:
        raise weiger("methode_onbekend")
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
            raise weiger("parameter_onbekend", methode=methode, naam=repr(naam[:64]))
        if waarde is not None:
            getypeerd = waarde if ruw.uit_json else _uit_formulier(naam, veld, waarde)
            uit[naam] = _waarde(naam, veld, getypeerd, bestanden)
    for naam, upload in ruw.uploads.items():
        if naam in bestanden.gebruikt:
            continue
        veld = velden.get(naam)
        if veld is None or veld.soort != "bestand" or naam in uit:
            raise weiger("bestand_zonder_doel", methode=methode, naam=repr(naam[:64]))
        uit[naam] = upload
    _verplicht(velden, uit)
    return uit


@dataclass
class _Bestanden:
    """The files of a form, and those of them that a value pointed to."""

    uploads: dict[str, Upload]
    gebruikt: set[str] = field(default_factory=set)

    def zoek(self, veld: Veld, waarde: str) -> Upload | str:
        """Return the file that `attach://name` points to; any other text is a file id and returned as it is."""
        if not waarde.startswith("attach://"):
            return waarde
        sleutel = waarde.removeprefix("attach://")
        if sleutel not in self.uploads:
            raise weiger(veld.mist)
        self.gebruikt.add(sleutel)
        return self.uploads[sleutel]


def _verplicht(velden: dict[str, Veld], waarden: dict[str, Any], soort: str = "") -> None:
    for naam, veld in velden.items():
        if veld.verplicht and naam not in waarden:
            gewoon = soort and veld.mist == "parameter_ontbreekt"
            raise weiger("veld_ontbreekt" if gewoon else veld.mist, naam=naam, soort=soort)


def _uit_formulier(naam: str, veld: Veld, tekst: str) -> Any:
    """A form holds text: numbers, booleans and objects are JSON inside it."""
    if veld.soort in ("str", "bestand", "chat", "niet"):
        return tekst
    if veld.soort == "bool":
        return {"true": True, "1": True, "false": False, "0": False}.get(tekst.lower(), tekst)
    try:
        return json.loads(tekst)
    except ValueError as fout:
        raise weiger("toetsenbord_geen_json" if naam == "reply_markup" else "json_onjuist", naam=naam) from fout


def _waarde(naam: str, veld: Veld, waarde: Any, bestanden: _Bestanden) -> Any:
    soort = veld.soort
    if soort == "niet":
        raise weiger("parameter_niet_hier", naam=naam)
    if soort.startswith("lijst "):
        if not isinstance(waarde, list):
            raise weiger("soort_onjuist", naam=naam, soort="array")
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
        raise weiger("soort_onjuist", naam=naam, soort=soort)
    if soort in ("int", "getal"):
        _binnen(naam, veld, waarde, "")
    elif soort == "bestand":
        return bestanden.zoek(veld, waarde)
    elif soort == "str":
        _tekst(naam, veld, waarde)
    elif soort == "chat" and isinstance(waarde, str) and re.fullmatch(r"-?\d{1,18}", waarde):
        return int(waarde)
    return waarde


def _tekst(naam: str, veld: Veld, waarde: str) -> None:
    try:
        grootte = len(waarde.encode())
    except UnicodeEncodeError as fout:
        raise weiger("geen_utf8") from fout
    if veld.maat != "na_opmaak":
        _binnen(naam, veld, grootte if veld.maat == "bytes" else len(waarde), veld.maat)
    if veld.keuze is not None and waarde not in veld.keuze:
        raise weiger(veld.anders or "keuze_onjuist", naam=naam, waarde=repr(waarde[:64]))
    if veld.patroon is not None and not re.fullmatch(veld.patroon, waarde):
        raise weiger(veld.anders or "patroon_onjuist", naam=naam, patroon=veld.patroon)


def _binnen(naam: str, veld: Veld, getal: float, wat: str) -> None:
    te_kort = veld.minimum is not None and getal < veld.minimum
    if te_kort or (veld.maximum is not None and getal > veld.maximum):
        grenzen: dict[str, object] = {
            "minimum": veld.minimum or 0,
            "maximum": veld.maximum,
            "maat": wat or "in value",
            "getal": getal,
        }
        raise weiger(veld.kort if te_kort else veld.lang, naam=naam, **grenzen)


def _object(naam: str, soort: str, waarde: Any, bestanden: _Bestanden) -> dict[str, Any]:
    if not isinstance(waarde, dict):
        raise weiger(
            "toetsenbord_geen_object" if naam == "reply_markup" else "soort_onjuist", naam=naam, soort="object"
        )
    velden = OBJECTEN[soort]
    uit: dict[str, Any] = {}
    for sleutel, inhoud in waarde.items():
        veld = velden.get(sleutel)
        if veld is None:
            raise weiger("veld_onbekend", soort=soort, naam=repr(sleutel[:64]))
        if inhoud is not None:
            uit[sleutel] = _waarde(f"{soort}.{sleutel}", veld, inhoud, bestanden)
    _verplicht(velden, uit, soort)
    fout = _samenhang(soort, uit)
    if fout is not None:
        raise fout
    return uit


def _samenhang(soort: str, uit: dict[str, Any]) -> ApiError | None:
    """What one field says about another."""
    if soort == "InlineKeyboardButton":
        if ("url" in uit) == ("callback_data" in uit):
            return weiger("knop_twee_doelen" if "url" in uit else "knop_zonder_doel")
        if not re.match(r"https?://|tg://", uit.get("url", "tg://")):
            return weiger("knop_url_onjuist")
    if soort == "MessageEntity" and uit["type"] == "text_link" and not uit.get("url"):
        return weiger("entiteit_zonder_url")
    if soort == "BotCommandScope":
        nodig = {"chat": {"chat_id"}, "chat_administrators": {"chat_id"}, "chat_member": {"chat_id", "user_id"}}
        if uit.keys() - {"type"} != nodig.get(uit["type"], set()):
            return weiger("bereik_velden", soort=uit["type"])
    return None
