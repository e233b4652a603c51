"""What only the auditor reads: what opens the leaves, and the list of addresses under ids that say nothing."""

import json
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from bot.storage.tables import bewijs, bewijs_prive, bewoner, huishouden, kennismaking, telt, uitslag


class Opening(NamedTuple):
    """What opens the leaf of an act.

    Args:
        vertrokken: it is about unnamed people of a household that moved since.
    """

    nummer: int
    blad: str
    sleutel: bytes
    record: str
    vertrokken: bool


def openingen(tx: Connection, wijk: int, vanaf: int, tot: int) -> list[Opening]:
    """Return what opens the acts from a number up to, and without, another."""
    p, b, h = bewijs_prive.c, bewijs.c, huishouden.c
    voorbij = p.aantal.is_not(None) & (p.bewijs <= func.coalesce(h.na_bewijs, 0))
    vraag = select(b.volgnummer, b.blad, p.sleutel, p.record, voorbij).join_from(bewijs, bewijs_prive, p.bewijs == b.id)
    vraag = vraag.outerjoin(huishouden, h.id == p.huishouden)
    vraag = vraag.where(b.wijk == wijk, b.volgnummer >= vanaf, b.volgnummer < tot).order_by(b.volgnummer)
    return [Opening(nr, blad, k, record, bool(weg)) for nr, blad, k, record, weg in tx.execute(vraag)]


class Rij(NamedTuple):
    """A row as the auditor sees it, after the id by which the next page goes on."""

    id: int
    gegevens: dict[str, Any]


def adressen(tx: Connection, wijk: int) -> list[tuple[str, int | None, str | None, str | None, str | None]]:
    """Return of each household its id and what the conditions take from the list, as `bot.rules.lijsthash` has it."""
    h = huishouden.c
    vraag = select(h.publiek_id, h.volwassenen, h.eigendom, h.woningtype, h.buurtdeel).where(h.wijk == wijk)
    return [(a, b, c, d, e) for a, b, c, d, e in tx.execute(vraag)]


def huishoudens(tx: Connection, wijk: int, na: int, hoeveel: int) -> list[Rij]:
    """Return the next households."""
    h = huishouden.c
    vraag = select(h.id, h.publiek_id, h.volwassenen, h.eigendom, h.woningtype, h.straat, h.buurtdeel)
    rijen = tx.execute(vraag.where(h.wijk == wijk, h.id > na).order_by(h.id).limit(hoeveel))
    namen = ("id", "volwassenen", "eigendom", "woningtype", "straat", "buurtdeel")
    return [Rij(rij[0], dict(zip(namen, rij[1:], strict=True))) for rij in rijen]


def bewoners(tx: Connection, wijk: int, na: int, hoeveel: int, zone: ZoneInfo, *, leeftijd: bool) -> list[Rij]:
    """Return the next residents; those who left too.

    Args:
        leeftijd: with the age group that they gave.
    """
    w = bewoner.c
    oud = (kennismaking.c.bewoner == w.id) & (kennismaking.c.vraag == "leeftijd")
    vraag = select(
        w.id, w.publiek_id, huishouden.c.publiek_id, w.stoel, w.sinds, w.tot, w.gewist, kennismaking.c.antwoord
    )
    vraag = vraag.join_from(bewoner, huishouden).outerjoin(kennismaking, oud)
    vraag = vraag.where(w.wijk == wijk, w.id > na).order_by(w.id).limit(hoeveel)

    def dag(moment: datetime | None) -> str | None:
        return None if moment is None else moment.astimezone(zone).date().isoformat()

    return [
        Rij(
            rij_id,
            {
                "id": wie,
                "huishouden": thuis,
                "stoel": stoel,
                "sinds": dag(sinds),
                "tot": dag(tot),
                "gewist": gewist,
                "leeftijd": antwoord if leeftijd else None,
            },
        )
        for rij_id, wie, thuis, stoel, sinds, tot, gewist, antwoord in tx.execute(vraag)
    ]


def tellers(tx: Connection, wijk: int, na: int, hoeveel: int, tot_nummer: int) -> list[Rij]:
    """Return whom the next `telt` leaves stand for, of those below a number that had not lapsed at that number."""
    einde = bewijs.alias()
    vraag = (
        select(telt.c.id, bewijs.c.blad, huishouden.c.publiek_id, bewoner.c.publiek_id, telt.c.zelf)
        .join(bewijs, bewijs.c.id == telt.c.bewijs)
        .join(huishouden, huishouden.c.id == telt.c.huishouden)
        .outerjoin(bewoner, bewoner.c.id == telt.c.bewoner)
        .outerjoin(einde, einde.c.id == telt.c.vervallen_door)
        .where(telt.c.wijk == wijk, telt.c.id > na, bewijs.c.volgnummer < tot_nummer)
        .where(einde.c.volgnummer.is_(None) | (einde.c.volgnummer >= tot_nummer))
    )
    rijen = tx.execute(vraag.order_by(telt.c.id).limit(hoeveel))
    return [
        Rij(rij, {"id": json.loads(blad)["id"], "huishouden": h, "bewoner": b, "zelf": zelf})
        for rij, blad, h, b, zelf in rijen
    ]


def uitslagen(tx: Connection, wijk: int, tot_nummer: int) -> list[tuple[int, bytes, str]]:
    """Return (number, key, record) of each outcome."""
    vraag = select(bewijs.c.volgnummer, uitslag.c.sleutel, uitslag.c.record)
    vraag = vraag.join(uitslag, uitslag.c.bewijs == bewijs.c.id).where(bewijs.c.wijk == wijk)
    vraag = vraag.where(bewijs.c.volgnummer < tot_nummer).order_by(bewijs.c.volgnummer)
    return [(nummer, sleutel, record) for nummer, sleutel, record in tx.execute(vraag)]
