"""Werkgroepen: which there are, joining one and leaving it."""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services.handeling import Handeling, eis_bewoner
from bot.storage import werkgroepen


def toon(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show the werkgroepen, and in which the resident takes part."""
    wie = eis_bewoner(tx, handeling)
    return _toon(tx, handeling, wie.bewoner or 0)


def kies(tx: Connection, handeling: Handeling, publiek_id: str, keuze: str) -> Boodschap:
    """Join (`in`) or leave (`uit`) a werkgroep; doing so twice changes nothing."""
    wie = eis_bewoner(tx, handeling)
    bewoner = wie.bewoner or 0
    gevonden = next((w for w in werkgroepen.lijst(tx, handeling.wijk, bewoner) if w.publiek_id == publiek_id), None)
    if gevonden is None or keuze not in {"in", "uit"}:
        raise Geweigerd("werkgroep.onbekend")
    werkgroepen.zet_lid(tx, handeling.wijk, gevonden.id, bewoner, lid=keuze == "in")
    return _toon(tx, handeling, bewoner, melding=f"werkgroep.{keuze}")


def _toon(tx: Connection, handeling: Handeling, bewoner: int, melding: str | None = None) -> Boodschap:
    groepen = werkgroepen.lijst(tx, handeling.wijk, bewoner)
    regels = [{"id": w.publiek_id, "naam": w.naam, "lid": w.lid} for w in groepen]
    return Boodschap("werkgroep.lijst", {"werkgroepen": regels}, melding=melding)
