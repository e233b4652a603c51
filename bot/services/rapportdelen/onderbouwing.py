"""What the conditions rest on that count no people: the declaration, the kaders, and what partners think."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import kaders, standpunten, verklaringen

_VELDEN = {
    "verklaring": ("naam", "functie", "opdrachtgever", "uitspraak", "redenen", "dag", "stuknaam", "sha256"),
    "kader": ("kader", "oordeel", "toelichting", "link", "op", "stuknaam", "sha256"),
    "standpunt": ("partner", "standpunt", "dag", "link", "ingetrokken_op", "reden", "stuknaam", "sha256", "vervangen"),
}


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return all of it, each with its `wat`; what was recorded before the first version was fixed counts for none."""
    vanaf = min(kader.spelregels.versie, 1)
    rijen = [_rij("kader", een) for een in kaders.geldende(tx, kader.wijk, vanaf).values()]
    if een := verklaringen.laatste(tx, kader.wijk, vanaf):
        rijen.append(_rij("verklaring", een))
    return Blok(rijen + [_rij("standpunt", een) for een in standpunten.alle(tx, kader.wijk)])


def _rij(wat: str, een: Any) -> dict[str, Any]:
    velden = asdict(een)
    return {"wat": wat} | {n: _json(velden[n]) for n in _VELDEN[wat]}


def _json(waarde: Any) -> Any:
    return waarde.isoformat() if hasattr(waarde, "isoformat") else waarde
