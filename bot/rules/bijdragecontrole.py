"""Checking the file that shows someone what is recorded about them: that it stands in the log. Pure."""

import hashlib
import hmac
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.rules.logcontrole import Onjuist, lees_canoniek, lees_hoofd, lees_sleutel
from bot.rules.merkle import blad_hash, wortel_uit_insluiting

_VELDEN = {"versie", "nummer", "grootte", "blad", "pad", "ijkpunt", "sleutel", "record"}
_HEX = re.compile("[0-9a-f]{64}")
_ZELFDE = ("versie", "id", "soort", "vervalt")


@dataclass(frozen=True)
class Bijdrage:
    """One contribution that stands in the log.

    Args:
        blad: what its leaf says.
        record: what is recorded about the person; None when the leaf is a public one.
    """

    nummer: int
    grootte: int
    blad: dict[str, Any]
    record: dict[str, Any] | None


def controleer_bijdrage(inhoud: bytes, sleutel: bytes, bewaard: Iterable[tuple[str, bytes]] = ()) -> Bijdrage:
    """Check the form of docs/bewijs.md, the signature, the proof and the commitment.

    Args:
        inhoud: the file.
        sleutel: contents of sleutel.pub.
        bewaard: heads that the verifier holds: one of the same size must be the same.

    Raises:
        Onjuist: the first thing that is wrong.
    """
    data, publiek = _lees(inhoud), lees_sleutel(sleutel)
    hoofd = lees_hoofd("het ijkpunt", data["ijkpunt"].encode(), publiek)
    nummer, grootte = data["nummer"], data["grootte"]
    if hoofd.grootte != grootte:
        raise Onjuist("bijdrage", f"het ijkpunt is over {hoofd.grootte} bladen, niet over {grootte}")
    for naam, tekst in bewaard:
        eerder = lees_hoofd(naam, tekst, publiek)
        if eerder.grootte == grootte and eerder.wortel != hoofd.wortel:
            raise Onjuist("wortel", f"het ijkpunt is een ander dan {naam}")
    pad = [bytes.fromhex(stap) for stap in data["pad"]]
    if wortel_uit_insluiting(blad_hash(data["blad"].encode()), nummer, grootte, pad) != hoofd.wortel:
        raise Onjuist("wortel", f"dit is niet blad {nummer} van het log")
    blad = lees_canoniek(data["blad"].encode())
    if not isinstance(blad, dict) or blad.get("log") != publiek.naam:
        raise Onjuist("blad", "het blad is niet van dit log")
    record = None if data["sleutel"] is None else _record(data, blad)
    return Bijdrage(nummer, grootte, blad, record)


def opent(sleutel: str, record: str, commitment: Any) -> bool:
    """Say whether a key (hex) and a canonical record open a commitment."""
    hash_ = hmac.digest(bytes.fromhex(sleutel), record.encode(), hashlib.sha256).hex()
    return isinstance(commitment, str) and hmac.compare_digest(hash_.encode(), commitment.encode())


def _record(data: dict[str, Any], blad: dict[str, Any]) -> dict[str, Any]:
    record = lees_canoniek(data["record"].encode())
    if not opent(data["sleutel"], data["record"], blad.get("commitment")):
        raise Onjuist("bijdrage", "wat er over u staat hoort niet bij dit blad")
    if not isinstance(record, dict) or any(record.get(naam) != blad.get(naam) for naam in _ZELFDE):
        raise Onjuist("bijdrage", "wat er over u staat zegt iets anders dan het blad")
    return record


def _lees(inhoud: bytes) -> dict[str, Any]:
    try:
        data = json.loads(inhoud.decode())
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or data.keys() != _VELDEN or not _heeft_vorm(data):
        raise Onjuist("bijdrage", "dit bestand heeft niet de vorm van een bijdrage")
    return data


def _heeft_vorm(data: dict[str, Any]) -> bool:
    getallen = all(type(data[naam]) is int for naam in ("versie", "nummer", "grootte"))
    if not getallen or data["versie"] != 1 or not 0 <= data["nummer"] < data["grootte"]:
        return False
    if not _is_tekst(data["blad"]) or not _is_tekst(data["ijkpunt"]) or not isinstance(data["pad"], list):
        return False
    if not all(_is_hex(stap) for stap in data["pad"]):
        return False
    return data["sleutel"] is data["record"] is None or (_is_hex(data["sleutel"]) and _is_tekst(data["record"]))


def _is_tekst(waarde: Any) -> bool:
    try:
        return isinstance(waarde, str) and waarde.encode() is not None
    except UnicodeEncodeError:
        return False


def _is_hex(waarde: Any) -> bool:
    return isinstance(waarde, str) and _HEX.fullmatch(waarde) is not None
