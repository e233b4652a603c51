"""A broadcast once it is decided: planned, going out in parts, called off or stopped. Writing one: `opstellen`.

    gepland ──its moment──▶ bezig ──all gone──▶ klaar
       │                      └──called off──▶ gestopt ◀──called off while some of it waits──┘
       └──called off, or without sense when its moment came──▶ afgezegd

How it goes its maker sees by itself: `bot/channels/voortgang.py`. Who gets it is looked up when it goes: who voted
since, or was heard, gets no message that asks for it.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.rules.selectie import Selectie
from bot.rules.weekmaat import Onderwerp
from bot.services import selectie as selecteer
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading
from bot.services.handeling import Handeling, eis_bereik, wie_handelt
from bot.services.tijdstip import buiten_stilte
from bot.storage import (
    bewaard,
    bijeenkomsten,
    doelgroepen,
    outbox,
    peilingen,
    rollen,
    selecties,
    uitzendingen,
    voortgangen,
    wekkers,
)
from bot.storage.uitzendingen import GESTUURD, Uitzending

WEKKER = voortgangen.WEKKER
GRATIE = timedelta(hours=24)
"""Later than this it does not begin any more: what was true yesterday may not be so today."""


def plaats(
    tx: Connection,
    handeling: Handeling,
    maker: int,
    *,
    inhoud: dict[str, Any],
    selectie: Selectie,
    moment: datetime | None,
    aantal: int,
) -> Uitzending:
    """Plan a broadcast; without a moment, or for one that has passed, it goes as soon as it is not quiet.

    Args:
        maker: account of who wrote it.
        inhoud: what residents see; `id` is added.
        aantal: how many it is for, as was shown.
    """
    publiek_id = handeling.id("uitzending")
    gaat_op = buiten_stilte(max(moment or handeling.now, handeling.now), handeling)
    nieuw = uitzendingen.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=publiek_id,
        inhoud={**inhoud, "id": publiek_id},
        doelgroep=selectie.als_json(),
        aantal=aantal,
        gemaakt_door=maker,
        gemaakt_op=handeling.now,
        moment=gaat_op,
    )
    wekkers.zet(tx, handeling.wijk, WEKKER, nieuw, gaat_op)
    return _bestaand(tx, handeling, publiek_id)


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show how one stands, to its maker or to who may write to the same people."""
    return toon_aan(tx, handeling, _eis(tx, handeling, publiek_id))


def zeg_af(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Call one off: nobody gets it any more, also what was held back. A second tap only shows how it stands.

    One that is for later asks first whether one is sure; one on its way stops at once, whether asked or not.
    """
    deze = _eis(tx, handeling, publiek_id)
    if deze.staat == "gepland":
        stand = toon_aan(tx, handeling, deze)
        if stand.data["straks"] and not zeker:
            return Boodschap("uitzending.zeker", stand.data)
        uitzendingen.zet(tx, deze.id, "gepland", staat="afgezegd")
        wekkers.vervallen(tx, handeling.wijk, WEKKER, deze.id, handeling.now)
    elif deze.staat == "bezig" or (deze.staat == "klaar" and bewaard.tel(tx, deze.id)):
        voortgangen.stop(tx, handeling.wijk, deze.id, handeling.now)
    return toon_aan(tx, handeling, _bestaand(tx, handeling, publiek_id))


def toon_aan(tx: Connection, handeling: Handeling, deze: Uitzending) -> Boodschap:
    """Return how one stands, for who may see that: of what went out how it fares."""
    if deze.staat in GESTUURD:
        return voortgangen.beeld(voortgangen.lees(tx, voortgangen.van(tx, deze.id)))
    selectie = Selectie.uit_json(deze.doelgroep)
    moment = wekkers.moment_van(tx, handeling.wijk, WEKKER, deze.id) or deze.moment  # /planning may have moved it
    data = {
        "id": deze.publiek_id,
        "staat": deze.staat,
        "moment": moment.isoformat(),
        "straks": moment > handeling.now,
        "stil": moment > handeling.now and buiten_stilte(handeling.now, handeling) == moment,
        "doorgeven": selectie.doorgeven,
        "aantal": deze.aantal,
        "ongeveer": bool(selectie.eisen),
        **selecteer.voor_wie(tx, handeling.wijk, selectie),
    }
    return Boodschap("uitzending.een", data)


def lading(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Give the next part of a broadcast that goes; the first part begins it, unless it makes no sense any more."""
    deze = uitzendingen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if deze is None or deze.staat not in {"gepland", "bezig"}:
        return NIETS
    selectie = Selectie.uit_json(deze.doelgroep)
    if deze.staat == "gepland":
        laat = geval.now - geval.wekker.moment >= GRATIE
        if reden := "te_laat" if laat else selecteer.vervallen(tx, geval.wijk, selectie, geval.now):
            uitzendingen.zet(tx, deze.id, "gepland", staat="afgezegd")
            gezegd = Boodschap("uitzending.vervallen", {"reden": reden, **selecteer.voor_wie(tx, geval.wijk, selectie)})
            outbox.schrijf(
                tx, geval.wijk, f"uitzending:{deze.id}:weg", [deze.gemaakt_door], gezegd, baan=Baan.HERINNERING
            )
            return TE_LAAT if laat else NIETS
        uitzendingen.zet(tx, deze.id, "gepland", staat="bezig", moment=geval.wekker.moment, begonnen_op=geval.now)
    wijk, na = geval.wijk, geval.wekker.na_account
    if selectie.doorgeven:
        naar = [wie for wie in rollen.straatcontacten(tx, wijk, selecteer.straat(selectie.groep)) if wie > na]
        straks = Boodschap("uitzending.doorgeven")
        return Lading(naar[:hoeveel], straks, Baan.HERINNERING, uitzending=deze.id)
    waar = selecties.voorwaarden(tx, wijk, selectie)
    naar = doelgroepen.accounts_van(tx, wijk, selectie.groep, na, hoeveel, *waar)
    niet_na, vraagt_om_stem = tot(tx, wijk, selectie)
    return Lading(
        naar,
        Boodschap("uitzending"),
        over=_over(selectie),
        niet_na=niet_na,
        uitzending=deze.id,
        aansporing=vraagt_om_stem,
    )


def _over(selectie: Selectie) -> Onderwerp | None:
    """Return what it is about, for who chooses what to hear; who comes to a meeting asked for it."""
    if selectie.over("komt"):
        return None
    if selectie.over("niet_gestemd"):
        return "peilingen"
    return "werkgroepen" if selectie.groep.soort == "werkgroep" else "buurt"


def tot(tx: Connection, wijk: int, selectie: Selectie) -> tuple[datetime | None, int | None]:
    """Return until when it makes sense, and the poll (by id) in which it asks to vote once more.

    To who did not vote until the poll closes, to who comes until the meeting is over.
    """
    if peiling := selectie.over("niet_gestemd"):
        open_ = peilingen.zoek(tx, wijk, publiek_id=peiling)
        return (open_.sluit_op, open_.id) if open_ else (None, None)
    if bijeenkomst := selectie.over("komt"):
        komt = bijeenkomsten.zoek(tx, wijk, publiek_id=bijeenkomst)
        return (komt.eind or komt.begin if komt else None), None
    return None, None


def _eis(tx: Connection, handeling: Handeling, publiek_id: str) -> Uitzending:
    """Return one that this person may see and call off: their own, or one to people for whom they may act."""
    wie = wie_handelt(tx, handeling)
    deze = _bestaand(tx, handeling, publiek_id)
    if not rollen.is_een_persoon(tx, wie.account, deze.gemaakt_door):
        eis_bereik(tx, handeling, Selectie.uit_json(deze.doelgroep).groep)
    return deze


def _bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Uitzending:
    deze = uitzendingen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if deze is None:
        raise Geweigerd("uitzending.onbekend")
    return deze
