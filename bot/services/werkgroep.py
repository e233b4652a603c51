"""Werkgroepen: which there are, one of them as people see it, joining it and leaving it."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.rules.kleine_cellen import cel
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, eis_bewoner, eis_binnen, mag_voor
from bot.storage import bijeenkomsten, groepschats, werkgroepen
from bot.storage.accounts import Wie
from bot.storage.werkgroepen import Werkgroep

LEIDEN = (TREKKER, BEGELEIDER, ORGANISATOR)
"""Who may do for a werkgroep what its members do not: a trekker for the own one."""
STAF = frozenset({BEGELEIDER, ORGANISATOR})


def lijst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show the werkgroepen, and in which someone takes part or which they lead."""
    wie = eis_binnen(tx, handeling)
    regels = [
        {"id": w.publiek_id, "naam": w.naam, "lid": w.lid, "trekt": w.publiek_id in wie.trekt}
        for w in werkgroepen.lijst(tx, handeling.wijk, wie.bewoner or 0)
    ]
    return Boodschap("werkgroep.lijst", {"werkgroepen": regels})


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one werkgroep."""
    wie = eis_binnen(tx, handeling)
    return toon_aan(tx, handeling, wie, publiek_id)


def kies(tx: Connection, handeling: Handeling, publiek_id: str, keuze: str) -> Boodschap:
    """Join (`in`) or leave (`uit`) a werkgroep; doing so twice changes nothing."""
    wie = eis_bewoner(tx, handeling)
    groep = werkgroepen.zoek(tx, handeling.wijk, publiek_id)
    if groep is None or keuze not in {"in", "uit"}:
        raise Geweigerd("werkgroep.onbekend")
    werkgroepen.zet_lid(tx, handeling.wijk, groep.id, wie.bewoner or 0, lid=keuze == "in")
    return toon_aan(tx, handeling, wie, publiek_id, melding=f"werkgroep.{keuze}")


def toon_aan(tx: Connection, handeling: Handeling, wie: Wie, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Return one werkgroep as this person may see it.

    How many take part is rounded for everybody: who joins or leaves is not to be read from it. When the group meets
    everyone may know; what for and where, who is in it.

    Raises:
        Geweigerd: there is no such werkgroep.
    """
    groep = werkgroepen.zoek(tx, handeling.wijk, publiek_id, wie.bewoner or 0)
    if groep is None:
        raise Geweigerd("werkgroep.onbekend")
    voor = Doelgroep("werkgroep", publiek_id)
    leidt = mag_voor(wie, voor)
    trekkers = werkgroepen.trekkers(tx, handeling.wijk, groep)
    data = {
        **als_data(groep),
        "lid": groep.lid,
        "bewoner": wie.bewoner is not None,
        "leden": cel(werkgroepen.tel_leden(tx, groep.id)),
        "trekkers": [naam for naam in trekkers if naam is not None],
        "getrokken": bool(trekkers),
        "volgende": _volgende(tx, handeling, voor, kent=groep.lid or leidt),
        "leidt": leidt,
        "trekt": publiek_id in wie.trekt,
        "genoemd": werkgroepen.trekkernaam_van(tx, groep.id, wie.account) is not None,
        "eenzijdig": groep.eenzijdig if wie.rollen & STAF else None,
        "chat": groepschats.van_werkgroep(tx, handeling.wijk, publiek_id) is not None,
        "net_weg": melding == "werkgroep.uit",
    }
    return Boodschap("werkgroep.een", data, melding=melding)


def als_data(groep: Werkgroep) -> dict[str, Any]:
    """Return what everyone may read of a werkgroep."""
    return {
        "id": groep.publiek_id,
        "naam": groep.naam,
        "omschrijving": groep.omschrijving,
        "taal": groep.taal,
        "gezocht": list(groep.gezocht),
    }


def _volgende(tx: Connection, handeling: Handeling, voor: Doelgroep, *, kent: bool) -> dict[str, Any] | None:
    komt = bijeenkomsten.vanaf(tx, handeling.wijk, handeling.now, 1, bijeenkomsten.voor([voor]))
    if not komt:
        return None
    moment = {"op": komt[0].begin.isoformat()}
    return {**moment, "titel": komt[0].titel, "id": komt[0].publiek_id} if kent else {**moment, "id": None}
