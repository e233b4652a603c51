"""What a set of files holds: name, rows, bytes and SHA-256 of each. Who has this can see that no file was changed."""

from hashlib import sha256
from typing import Any

from bot import exports
from bot.exports import als_json


def maak(data: dict[str, Any]) -> bytes:
    """Return the manifest as JSON.

    Args:
        data: `tellingen`, and `bestanden`: file name to kind. Each file is made again here: the same data gives
            the same bytes.
    """
    tellingen = data["tellingen"]
    bestanden = [_regel(naam, soort, tellingen) for naam, soort in data["bestanden"].items()]
    return als_json.maak({"wijk": tellingen["wijk"], "gemaakt_op": tellingen["gemaakt_op"], "bestanden": bestanden})


def _regel(naam: str, soort: str, tellingen: dict[str, Any]) -> dict[str, Any]:
    inhoud = exports.maak(soort, tellingen)
    som = sha256(inhoud).hexdigest()
    return {"naam": naam, "rijen": exports.rijen(soort, tellingen), "bytes": len(inhoud), "sha256": som}
