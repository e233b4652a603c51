"""The audit trail: what the team read and did in a role, and what was refused to them.

Each use case says by `eis_rol` and the like which role it took; where it is run, `leg_vast` makes that a row.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.momenten import naar_utc
from bot.services.bladzij import blader
from bot.services.handeling import BEHEERDER, ORGANISATOR, RANG, Handeling, eis_rol
from bot.services.lezers import datum, of_weiger
from bot.storage import rolgebruiken, rollen
from bot.storage.rolgebruiken import Rolgebruik, Zeef

_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_LANGST = 60
_VAN_HET_GESPREK = frozenset({"account", "bewaard", "gesprek", "opdrachtmenu", "voorkeur"})
"""To look at something may write in these: where somebody is, and what is their own."""


def onderwerp_van(data: str) -> str | None:
    """Return what a tap is about: the first public id in it."""
    return next((stuk for stuk in data.split(":") if _ID.fullmatch(stuk)), None)


def leg_vast(
    tx: Connection,
    handeling: Handeling,
    *,
    waarin: Collection[str] = (),
    onderwerp: str | None = None,
    geweigerd: str | None = None,
) -> None:
    """Write who used a role for what; where none was used nothing, but a refusal to who has one.

    Args:
        tx: the transaction of what was done; that of an answer, where it was only read.
        handeling: who acted, with what it took.
        waarin: the tables that it wrote to.
        onderwerp: publiek_id of what it was about.
        geweigerd: why it was refused.
    """
    gebruik, van = handeling.gebruik, handeling.afzender
    if not gebruik.rollen and not (geweigerd and gebruik.heeft):
        return
    rolgebruiken.schrijf(
        *(tx, handeling.wijk, van.kanaal, van.extern_id, handeling.now),
        rol=max(gebruik.rollen, key=RANG.index, default=""),
        wat=gebruik.wat[:_LANGST],
        onderwerp=onderwerp,
        wijzigt=not set(waarin) <= _VAN_HET_GESPREK,
        geweigerd=geweigerd and geweigerd[:_LANGST],
    )


LEZERS = (ORGANISATOR, BEHEERDER)
PER_BLADZIJ = 8
IN_BESTAND = 1000
"""So many rows stand in a file that is asked for in a chat; `gehoord rolgebruik` writes all."""
_IN_KNOP = 40
"""So many bytes of what is looked for fit in a button beside the rest."""
_WOORD = re.compile(r"[a-z_]+(\.[a-z_]+)?|formulier [a-z_]+")


def toon(tx: Connection, handeling: Handeling, getypt: str = "", bladzij: int = 0) -> Boodschap:
    """Show who used which role for what, the last first.

    Args:
        tx: the transaction.
        handeling: who acts: an organisator or beheerder.
        getypt: a day, someone's number, or what it was about, such as `deurlijst`; empty for all.
        bladzij: which page.

    Raises:
        Geweigerd: what was typed is none of these.
    """
    zeef, zoek = lees_zeef(tx, handeling, getypt), " ".join(getypt.lower().split())
    gevonden, rond = blader(
        lambda hoeveel, na: rolgebruiken.lijst(tx, handeling.wijk, zeef, hoeveel, na), bladzij, PER_BLADZIJ
    )
    return Boodschap("rolgebruik", {"regels": _als_data(tx, handeling.wijk, gevonden), "zoek": zoek, **rond})


def bestand(tx: Connection, handeling: Handeling, getypt: str = "") -> Boodschap:
    """Give the same as a file."""
    zeef = lees_zeef(tx, handeling, getypt)
    gevonden = rolgebruiken.lijst(tx, handeling.wijk, zeef, IN_BESTAND)
    data = {"regels": _als_data(tx, handeling.wijk, gevonden), "vol": len(gevonden) == IN_BESTAND}
    return Boodschap("rolgebruik.bestand", data, wijze="nieuw")


def rijen(tx: Connection, handeling: Handeling, getypt: str, hoeveel: int, na: int = 0) -> list[dict[str, Any]]:
    """Return rows for a wide table, the last first: at most so many, after leaving out so many."""
    zeef = lees_zeef(tx, handeling, getypt)
    return _als_data(tx, handeling.wijk, rolgebruiken.lijst(tx, handeling.wijk, zeef, hoeveel, na))


def alles(tx: Connection, wijk: int, sinds: datetime | None = None) -> list[dict[str, Any]]:
    """Return all rows since a moment, for a file on the server."""
    return _als_data(tx, wijk, rolgebruiken.lijst(tx, wijk, Zeef(van=sinds), None))


def lees_zeef(tx: Connection, handeling: Handeling, getypt: str) -> Zeef:
    """Read what is looked for, by who may look.

    Raises:
        Geweigerd: no such role; or it is no day, no number of somebody here and nothing that can be looked for.
    """
    eis_rol(tx, handeling, *LEZERS)
    kaal = " ".join(getypt.lower().split())
    if not kaal:
        return Zeef()
    if len(kaal.encode()) > _IN_KNOP:
        raise Geweigerd("rolgebruik.niets")
    if (account := rolgebruiken.account_met(tx, handeling.wijk, kaal)) is not None:
        return Zeef(account=account)
    try:
        dag = date.fromisoformat(datum(kaal, handeling))
    except Geweigerd:
        if _WOORD.fullmatch(kaal):
            return Zeef(wat=kaal)
        raise
    return of_weiger(lambda: Zeef(van=_begin(dag, handeling), tot=_begin(dag + timedelta(days=1), handeling)))


def _begin(dag: date, handeling: Handeling) -> datetime:
    return naar_utc(dag, time(), handeling.zone)


def _als_data(tx: Connection, wijk: int, gevonden: Sequence[Rolgebruik]) -> list[dict[str, Any]]:
    namen = {(een.kanaal, een.extern_id): een.naam for een in rollen.lijst(tx, wijk)}
    return [
        {
            "op": een.op.isoformat(),
            "wie": f"{een.kanaal}:{een.extern_id}",
            "naam": namen.get((een.kanaal, een.extern_id)),
            "gewist": een.gewist,
            "rol": een.rol,
            "wat": een.wat,
            "onderwerp": een.onderwerp,
            "daad": "geweigerd" if een.geweigerd else "gewijzigd" if een.wijzigt else "gelezen",
            "waarom": een.geweigerd,
        }
        for een in gevonden
    ]
