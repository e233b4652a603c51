"""Checking the file that shows someone what is recorded about them: that it stands in the log. Pure."""

import hashlib
import hmac
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.rules.canoniek import lees_canoniek
from bot.rules.logcontrole import Onjuist, is_dag, is_woord, lees_hoofd, lees_sleutel
from bot.rules.merkle import blad_hash, wortel_uit_insluiting

_VELDEN = {"versie", "nummer", "grootte", "blad", "pad", "ijkpunt", "sleutel", "record"}
_HEX = re.compile("[0-9a-f]{64}")
_ZELFDE = ("versie", "id", "soort", "vervalt")


@dataclass(frozen=True)
class Bijdrage:
    """One contribution that stands in the log.

    Args:
        soort: kind of evidence.
        dag: local day on which it was written.
        vergeleken: with how many heads of the same size, of those that the verifier holds, its head was compared.
    """

    nummer: int
    grootte: int
    soort: str
    dag: str
    vergeleken: int


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
    zelfde = [eerder for eerder in (lees_hoofd(*bestand, publiek) for bestand in bewaard) if eerder.grootte == grootte]
    if any(eerder.wortel != hoofd.wortel for eerder in zelfde):
        raise Onjuist("wortel", "uw ijkpunt over zoveel bladen is een ander")
    pad = [bytes.fromhex(stap) for stap in data["pad"]]
    if wortel_uit_insluiting(blad_hash(data["blad"].encode()), nummer, grootte, pad) != hoofd.wortel:
        raise Onjuist("wortel", f"dit is niet blad {nummer} van het log")
    blad = lees_canoniek(data["blad"].encode())
    if not isinstance(blad, dict) or blad.get("log") != publiek.naam:
        raise Onjuist("blad", "het blad is niet van dit log")
    if not is_woord(blad.get("soort")) or not is_dag(blad.get("dag")):
        raise Onjuist("blad", "het blad zegt niet wat, of niet wanneer")
    _controleer_record(data, blad)
    return Bijdrage(nummer, grootte, blad["soort"], blad["dag"], len(zelfde))


def opent(sleutel: str, record: str, commitment: Any) -> bool:
    """Say whether a key (hex) and a canonical record open a commitment."""
    hash_ = hmac.digest(bytes.fromhex(sleutel), record.encode(), hashlib.sha256).hex()
    return isinstance(commitment, str) and hmac.compare_digest(hash_.encode(), commitment.encode())


def _controleer_record(data: dict[str, Any], blad: dict[str, Any]) -> None:
    record = lees_canoniek(data["record"].encode())
    if not opent(data["sleutel"], data["record"], blad.get("commitment")):
        raise Onjuist("bijdrage", "wat er over u staat hoort niet bij dit blad")
    if not isinstance(record, dict) or any(record.get(naam) != blad.get(naam) for naam in _ZELFDE):
        raise Onjuist("bijdrage", "wat er over u staat zegt iets anders dan het blad")


def _lees(inhoud: bytes) -> dict[str, Any]:
    try:
        data = json.loads(inhoud.decode(), object_pairs_hook=_zonder_dubbel)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or data.keys() != _VELDEN or not _heeft_vorm(data):
        raise Onjuist("bijdrage", "dit bestand heeft niet de vorm van een bijdrage")
    return data


def _zonder_dubbel(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(dict(paren)) != len(paren):
        raise ValueError("a field stands there twice")
    return dict(paren)


def _heeft_vorm(data: dict[str, Any]) -> bool:
    getallen = all(type(data[naam]) is int for naam in ("versie", "nummer", "grootte"))
    if not getallen or data["versie"] != 1 or not 0 <= data["nummer"] < data["grootte"]:
        return False
    if not _is_tekst(data["blad"]) or not _is_tekst(data["ijkpunt"]) or not isinstance(data["pad"], list):
        return False
    if not all(_is_hex(stap) for stap in data["pad"]):
        return False
    return _is_hex(data["sleutel"]) and _is_tekst(data["record"])


def _is_tekst(waarde: Any) -> bool:
    try:
        return isinstance(waarde, str) and waarde.encode() is not None
    except UnicodeEncodeError:
        return False


def _is_hex(waarde: Any) -> bool:
    return isinstance(waarde, str) and _HEX.fullmatch(waarde) is not None
