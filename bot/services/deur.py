"""The door of a meeting, for who stands at it: its codes, a page to project, closing it. Coming in: `inchecken`."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from berichten import Boodschap, Toon
from bot.errors import Geweigerd
from bot.rules.deurcode import DEUR_OPEN, toont
from bot.rules.deurwacht import Wacht, wacht
from bot.rules.doelgroep import Doelgroep
from bot.services.bewijs import Bewijssoort
from bot.services.bezorging import Geval
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, eis_rol
from bot.storage import deuren, deurschermen, wekkers
from bot.storage.accounts import Wie
from bot.storage.deuren import Deur

ROLLEN = (BEGELEIDER, ORGANISATOR)
"""Who may stand at every door, with its list; a trekker at some, see `wacht_van`."""

SCHERM = timedelta(minutes=30)
"""So long a message shows the door after a tap."""

_MS = timedelta(milliseconds=1)


def kies(tx: Connection, handeling: Handeling) -> Boodschap:
    """Offer the doors that are open now, or that were closed and may open again; a trekker those of the own werkgroep.

    Of theirs also where people can ask questions: a tap says why somebody of the team stands there.
    """
    wie = eis_rol(tx, handeling, *ROLLEN, TREKKER)
    rond = deuren.rond(tx, handeling.wijk, handeling.now)
    eigen = [deur for deur in rond if _wacht(wie, deur) != "buiten_bereik"]
    return Boodschap("deur.kies", {"deuren": [kort(deur) for deur in eigen]})


def wacht_van(wie: Wie, voor: Doelgroep, *, ruimte_voor_vragen: bool) -> Wacht:
    """Say as what someone stands at the door of a meeting."""
    return wacht(voor, ruimte_voor_vragen=ruimte_voor_vragen, team=bool(wie.rollen & set(ROLLEN)), trekt=wie.trekt)


def toon(tx: Connection, handeling: Handeling, publiek_id: str, bericht_id: int | None) -> Boodschap:
    """Turn a message into the door: a QR and six digits that renew themselves for half an hour from here.

    Args:
        bericht_id: the message that was tapped; None when the chat does not say: then the next tap keeps it on.
    """
    wie, deur = _eis(tx, handeling, publiek_id)
    hoe = deur.staat(handeling.now)
    if hoe == "nog_dicht":
        return Boodschap("deur.straks", {**kort(deur), "open": (deur.begin - DEUR_OPEN).isoformat()})
    if hoe == "gesloten":
        return _dicht(wie, deur, handeling.now)
    zorg_voor_sluiting(tx, deur)
    tot = handeling.now + SCHERM
    if bericht_id is not None:
        getoond_tot = toont(deur.geheim, deur.publiek_id, handeling.now).tot
        deurschermen.zet(tx, handeling.wijk, wie.account, deur, bericht_id, getoond_tot, tot)
    return deurschermen.beeld(tx, deur, handeling.now, tot, lijst=_wacht(wie, deur) == "team")


def stop(tx: Connection, handeling: Handeling, publiek_id: str, bericht_id: int | None) -> Boodschap:
    """Show the codes in this message no longer; the door stays open."""
    wie, deur = _eis(tx, handeling, publiek_id)
    if bericht_id is not None:
        deurschermen.stop(tx, wie.account, bericht_id)
    return deurschermen.laatste_beeld(deur, handeling.now)


def sluit(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Close the door: who sends a code from now on is too late, and the page is gone."""
    wie, deur = _eis(tx, handeling, publiek_id)
    if deur.staat(handeling.now) == "open":
        _sluit(tx, deur, handeling.now)
    return _dicht(wie, deur, handeling.now)


def heropen(tx: Connection, handeling: Handeling, publiek_id: str, bericht_id: int | None) -> Boodschap:
    """Open a door again that staff closed, as long as its hours last."""
    _, deur = _eis(tx, handeling, publiek_id)
    if handeling.now <= deur.sluit_vanzelf:
        deuren.wijzig(tx, deur, deur_dicht_op=None)
    return toon(tx, handeling, publiek_id, bericht_id)


def pagina(tx: Connection, handeling: Handeling, publiek_id: str, basis: str) -> Boodschap:
    """Give the address of a page to project, made when it is first asked for; it works until the door closes.

    Args:
        basis: where this installation's pages are; empty when it serves none.
    """
    wie, deur = _eis(tx, handeling, publiek_id)
    if not basis:
        raise Geweigerd("deur.geen_pagina")
    if deur.staat(handeling.now) == "gesloten":
        return _dicht(wie, deur, handeling.now)
    naam = deur.pagina or handeling.id("deurpagina")
    deuren.wijzig(tx, deur, deurpagina=naam)
    zorg_voor_sluiting(tx, deur)
    return Boodschap("deur.pagina", {**kort(deur), "adres": f"{basis.rstrip('/')}/deur/{naam}"}, wijze="nieuw")


class Deurbeeld(NamedTuple):
    """What the page of a door shows.

    Args:
        wanneer: when the door opens, as people say it; empty once it is open.
        code: six digits as people read them, empty before the door opens; so is `link`, what the QR opens.
        over_ms: milliseconds until it shows something else.
    """

    titel: str
    wanneer: str
    code: str
    link: str
    over_ms: int


def op_pagina(tx: Connection, wijk: int, naam: str, now: datetime, toon: Toon) -> Deurbeeld | None:
    """Return what a page shows now; None when nobody asked for a page of this name, or the door has closed."""
    deur = deuren.op_pagina(tx, wijk, naam)
    if deur is None:
        return None
    hoe = deur.staat(now)
    if hoe == "gesloten":
        return None
    if hoe == "nog_dicht":
        opent = deur.begin - DEUR_OPEN
        wanneer = toon.t.plat("deurpagina.straks", open=toon.moment(opent.isoformat()))
        return Deurbeeld(deur.titel, wanneer, "", "", (opent - now) // _MS)
    wat = toont(deur.geheim, deur.publiek_id, now)
    link = f"{toon.overal}?start=deur-{wat.token}"
    return Deurbeeld(deur.titel, "", f"{wat.code[:3]} {wat.code[3:]}", link, (wat.tot - now) // _MS)


def bewijssoort(deur: Deur) -> Bewijssoort:
    """Return what coming in at this door is evidence of."""
    return "aanwezig_vragen" if deur.ruimte_voor_vragen else "aanwezig"


def zorg_voor_sluiting(tx: Connection, deur: Deur) -> None:
    """See to it that the door closes by itself, some hours after the beginning."""
    wekkers.zorg_voor(tx, deur.wijk, "deur_sluit", deur.id, deur.sluit_vanzelf)


def sluit_vanzelf(tx: Connection, geval: Geval) -> None:
    """Close a door whose hours are over; of a meeting that was moved, look again later."""
    deur = deuren.lees(tx, geval.wekker.onderwerp)
    if deur is None or deur.dicht_op is not None:
        return
    if geval.now < deur.sluit_vanzelf:
        zorg_voor_sluiting(tx, deur)
    else:
        _sluit(tx, deur, deur.sluit_vanzelf)


def _sluit(tx: Connection, deur: Deur, op: datetime) -> None:
    deuren.wijzig(tx, deur, deur_dicht_op=op, deurpagina=None)
    deurschermen.stop_alle(tx, deur, op)


def _eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Deur]:
    wie = eis_rol(tx, handeling, *ROLLEN, TREKKER)
    deur = deuren.zoek(tx, handeling.wijk, publiek_id)
    if deur is None:
        raise Geweigerd("bijeenkomst.onbekend")
    als = _wacht(wie, deur)
    if als == "buiten_bereik":
        raise Geweigerd("buiten_bereik")
    if als == "telt_mee":
        raise Geweigerd("deur.telt_mee", titel=deur.titel)
    if deur.afgelast_op is not None:
        raise Geweigerd("bijeenkomst.afgelast")
    return wie, deur


def kort(deur: Deur) -> dict[str, str]:
    """Return what a list says of a door."""
    return {"id": deur.publiek_id, "titel": deur.titel, "begin": deur.begin.isoformat()}


def _wacht(wie: Wie, deur: Deur) -> Wacht:
    return wacht_van(wie, deur.voor, ruimte_voor_vragen=deur.ruimte_voor_vragen)


def _dicht(wie: Wie, deur: Deur, now: datetime) -> Boodschap:
    heropenen = now <= deur.sluit_vanzelf
    return Boodschap("deur.dicht", {**kort(deur), "heropenen": heropenen, "lijst": _wacht(wie, deur) == "team"})
