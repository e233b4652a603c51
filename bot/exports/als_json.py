"""Tellingen as JSON (UTF-8). `schema` says which version of docs/tellingen.schema.json this is."""

import json
from typing import Any

SCHEMA = 1


def maak(data: dict[str, Any]) -> bytes:
    """Return the data as readable JSON, with its schema version first."""
    return (json.dumps({"schema": SCHEMA, **data}, ensure_ascii=False, indent=2) + "\n").encode()


def rijen(data: dict[str, Any]) -> int:
    """Return how many onderdelen there are."""
    return len(data["onderdelen"])
