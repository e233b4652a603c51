"""What the decision is about, who decides what, and whom one can ask; a contact only where that was chosen."""

from typing import Any

from sqlalchemy import Connection

from bot.services.publiek import Blik, Deel
from bot.services.wiedoetwat import CONTACTEN, lees


def _pagina(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    data = lees(tx, blik.wijk)
    delen = data["delen"]
    afgesproken = data["afgesproken"] if data["vast"] else []
    if not delen and not afgesproken:
        return None
    contacten = [
        {"wie": wie, "een": delen[wie] if wie in delen and delen[wie]["openbaar"] else None, "is_er": wie in delen}
        for wie in CONTACTEN
    ]
    rollen = [{"wie": naam, **een} for naam, een in delen.items() if naam.startswith("rol_")]
    return {"kaders": delen.get("kaders"), "afgesproken": afgesproken, "contacten": contacten, "rollen": rollen}


DEEL = Deel(pagina=_pagina, plek=30)
