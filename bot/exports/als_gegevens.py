"""All that is kept of one person, as the file that they may have: `bot.storage.eigenbestand`."""

import json
from typing import Any


def maak(data: dict[str, Any]) -> bytes:
    """Return it as readable JSON."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
