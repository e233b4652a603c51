"""The file that proves one contribution, as docs/bewijs.md describes it."""

import json
from typing import Any


def maak(data: dict[str, Any]) -> bytes:
    """Return the fields of the file as readable JSON."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
