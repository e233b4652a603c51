"""The question at which moment a message goes, and the one that follows when that is in the quiet hours."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.stilte import Stilte
from bot.services.formulier import Veld
from bot.services.handeling import Handeling
from bot.services.lezers import moment


def met_stilte(op: datetime, handeling: Handeling) -> dict[str, Any]:
    """Return a moment as a form keeps it, with when a message that is not urgent goes then.

    Returns:
        `op` and, in the quiet hours, `gaat`: when these are over; ISO strings in UTC.
    """
    gaat = buiten_stilte(op, handeling)
    return {"op": op.isoformat(), "gaat": None if gaat == op else gaat.isoformat()}


def buiten_stilte(moment: datetime, handeling: Handeling) -> datetime:
    """Return a moment, or when the quiet hours around it are over."""
    return Stilte(handeling.verzending.stil_van, handeling.verzending.stil_tot).na(moment, handeling.zone)


def op(data: dict[str, Any], handeling: Handeling) -> datetime:
    """Return the moment that was filled in.

    Raises:
        Geweigerd: it has passed meanwhile.
    """
    gekozen = datetime.fromisoformat(data["moment"]["op"])
    if gekozen <= handeling.now:
        raise Geweigerd("moment.voorbij")
    return gekozen


def _lees(tekst: str, handeling: Handeling) -> dict[str, Any]:
    return met_stilte(datetime.fromisoformat(moment(tekst, handeling)), handeling)


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    return {"gaat": data["moment"]["gaat"]}


STIL = Veld(
    "stil",
    keuzes=("goed",),
    teksten="tijdstip",
    als=lambda data: isinstance(data.get("moment"), dict) and bool(data["moment"]["gaat"]),
    toont="tijdstip.stil",
    bekijk=_bekijk,
)
VELDEN = (Veld("moment", _lees, teksten="tijdstip"), STIL)
