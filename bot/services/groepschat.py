"""Joining a group on the chat network to a werkgroep, and letting it go. Both are said in the group by who may.

no group ──/koppel CODE, in the group──▶ joined ──/ontkoppel, or the bot is removed──▶ no group
"""

import hashlib
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.rules.pacing import Baan
from bot.services.groepslink import te_weigeren
from bot.services.handeling import (
    BEGELEIDER,
    ORGANISATOR,
    TREKKER,
    Groep,
    Handeling,
    eis_rol,
    mag_voor,
    publiek_id,
    wie_in_groep,
)
from bot.storage import groepschats, outbox, werkgroepen
from bot.storage.accounts import Wie
from bot.storage.groepschats import Groepschat
from bot.storage.werkgroepen import Werkgroep
from bot.webinstellingen import KANAAL as BROWSER

ROLLEN = (TREKKER, BEGELEIDER, ORGANISATOR)
GELDIG = timedelta(hours=1)


def lijst(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show the werkgroepen for which someone may join a group, and which have one."""
    wie = _eis_groepen(tx, handeling)
    groepen = {
        groep.werkgroep: groep.titel for groep in groepschats.alle(tx, handeling.wijk, handeling.afzender.kanaal)
    }
    regels = [
        {"id": een.publiek_id, "naam": een.naam, "groep": groepen.get(een.publiek_id)}
        for een in werkgroepen.lijst(tx, handeling.wijk, 0)
        if _mag(wie, een.publiek_id)
    ]
    return Boodschap("groepschat.lijst", {"werkgroepen": regels}, melding=melding)


def vraag_code(tx: Connection, handeling: Handeling, werkgroep: str) -> Boodschap:
    """Give the link and the code that join a group to a werkgroep; made anew, the one before works no more."""
    gevonden = _eis(tx, handeling, werkgroep)
    geheim, tot = publiek_id(handeling.geheim("koppelcode")), handeling.now + GELDIG
    groepschats.zet_code(tx, handeling.wijk, gevonden.id, merk_van(geheim), tot)
    return Boodschap("groepschat.code", {"naam": gevonden.naam, "geheim": geheim, "tot": tot.isoformat()})


def verbreek(tx: Connection, handeling: Handeling, werkgroep: str) -> Boodschap:
    """Let the group of a werkgroep go, from one's own chat; doing so twice changes nothing."""
    _eis(tx, handeling, werkgroep)
    weg = None
    if groep := groepschats.van_werkgroep(tx, handeling.wijk, werkgroep):
        groepschats.laat_los(tx, groep.id)
        weg = te_weigeren(groep)
    return replace(lijst(tx, handeling, melding="groepschat.los"), intrekken=weg)


def elders(tx: Connection, handeling: Handeling, _: str = "") -> Boodschap:
    """Say, in one's own chat, that the link is for a group."""
    _eis_groepen(tx, handeling)
    raise Geweigerd("groepschat.niet_in_groep")


def koppel(tx: Connection, handeling: Handeling, geheim: str) -> Boodschap:
    """Join the group in which this is said to the werkgroep of a code.

    Raises:
        Geweigerd: the code is unknown or too old, who says it may not, or one of the two has another already.
    """
    groep, wie = _groep(handeling), wie_in_groep(tx, handeling)
    code = groepschats.zoek_code(tx, handeling.wijk, merk_van(geheim.strip()))
    if code is None or handeling.now >= code.verloopt_op:
        raise Geweigerd("groepschat.code_onbekend")
    if wie is None or not _mag(wie, code.publiek_id):  # the same: the group must not read who joined in the wijk
        raise Geweigerd("groepschat.niet_aan_u")
    kanaal = handeling.afzender.kanaal
    if hier := groepschats.in_chat(tx, handeling.wijk, kanaal, groep.id):
        raise Geweigerd("groepschat.al_hier", werkgroep=hier.naam)
    if groepschats.is_bezet(tx, kanaal, groep.id):
        raise Geweigerd("groepschat.al_andere_wijk")
    if groepschats.van_werkgroep(tx, handeling.wijk, code.publiek_id):
        raise Geweigerd("groepschat.al_elders", werkgroep=code.naam)
    groepschats.gebruik(tx, code.id)
    groepschats.koppel(
        tx, handeling.wijk, code.werkgroep, kanaal, groep.id, groep.titel[:255], wie.account, groep.onderwerp
    )
    return Boodschap("groepschat.gekoppeld", {"naam": code.naam}, wijze="nieuw")


def ontkoppel(tx: Connection, handeling: Handeling) -> Boodschap:
    """Let the group go in which this is said.

    Raises:
        Geweigerd: it belongs to no werkgroep, or who says it may not.
    """
    groep, wie = _groep(handeling), wie_in_groep(tx, handeling)
    hier = groepschats.in_chat(tx, handeling.wijk, handeling.afzender.kanaal, groep.id)
    if hier is None:
        raise Geweigerd("groepschat.niet_gekoppeld")
    if wie is None or not _mag(wie, hier.werkgroep):
        raise Geweigerd("groepschat.niet_aan_u")
    groepschats.laat_los(tx, hier.id)
    return Boodschap("groepschat.ontkoppeld", {"naam": hier.naam}, wijze="nieuw", intrekken=te_weigeren(hier))


def bot_weg(tx: Connection, handeling: Handeling) -> tuple[Boodschap, ...]:
    """Let a group go from which the bot was removed, and tell who joined it; nothing can be said there any more."""
    groep = _groep(handeling)
    if hier := groepschats.in_chat(tx, handeling.wijk, handeling.afzender.kanaal, groep.id):
        meld_weg(tx, handeling.wijk, hier, handeling.id("groep weg"))
    return ()


def meld_weg(tx: Connection, wijk: int, hier: Groepschat, keer: str) -> None:
    """Let a group go in which the bot is not any more, and tell who joined it.

    Args:
        keer: names this time.
    """
    groepschats.laat_los(tx, hier.id)
    weg = Boodschap("groepschat.weg", {"naam": hier.naam, "groep": hier.titel})
    outbox.schrijf(tx, wijk, f"groepschat:{keer}", [hier.gekoppeld_door], weg, baan=Baan.HERINNERING)


def verhuis(tx: Connection, handeling: Handeling, van: int, naar: int) -> tuple[Boodschap, ...]:
    """Follow a group that got another id; nothing is said."""
    groepschats.verhuis(tx, handeling.afzender.kanaal, van, naar)
    return ()


def alleen_prive(tx: Connection, handeling: Handeling) -> Boodschap:
    """Lead a command in a group to the private chat."""
    raise Geweigerd("alleen_prive")


def _groep(handeling: Handeling) -> Groep:
    if handeling.afzender.groep is None:
        raise Geweigerd("groepschat.niet_in_groep")
    return handeling.afzender.groep


def _mag(wie: Wie, werkgroep: str) -> bool:
    return bool(wie.rollen & set(ROLLEN)) and mag_voor(wie, Doelgroep("werkgroep", werkgroep))


def _eis_groepen(tx: Connection, handeling: Handeling) -> Wie:
    """Return who may join groups; refuse where the chat network has none."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    if handeling.afzender.kanaal == BROWSER:
        raise Geweigerd("groepschat.in_browser")
    return wie


def _eis(tx: Connection, handeling: Handeling, werkgroep: str) -> Werkgroep:
    wie = _eis_groepen(tx, handeling)
    gevonden = next((een for een in werkgroepen.lijst(tx, handeling.wijk, 0) if een.publiek_id == werkgroep), None)
    if gevonden is None:
        raise Geweigerd("werkgroep.onbekend")
    if not _mag(wie, werkgroep):
        raise Geweigerd("buiten_bereik")
    return gevonden


def merk_van(geheim: str) -> bytes:
    """Return the hash under which the secret of a link is kept that joins a group."""
    return hashlib.sha256(geheim.encode()).digest()  # 128 random bits: nothing to guess, so no pepper
