"""In which wijk something happens, where there are more: what a code or link names, else where its person is."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.rules.deurcode import ID, lees_code
from bot.rules.kortecode import MAIL, TOESTEL
from bot.services import bewoner, groepschat, toestelcode, uitnodiging
from bot.services.handeling import Handeling, wie_spreekt
from bot.storage import accounts, opdrachtmenus, wijken, wijkwijzer
from bot.storage.wijkwijzer import Plaatsen

_GEHEIM = {"rol": uitnodiging.merk_van, "koppel": groepschat.merk_van}
_MET_ID = frozenset({"b", "er", "deur", "p", "school", "ik"})
"""Links that begin with the id of what they are for."""


@dataclass(frozen=True)
class Waar:
    """Where something happens.

    Args:
        wijk: None for who is in none yet, with what leads to none.
        te_onthouden: whether who has no wijk of their own goes on there.
    """

    wijk: int | None
    te_onthouden: bool = False


def toon(tx: Connection, handeling: Handeling) -> Boodschap:
    """Say in which wijk someone is, and lead to their others."""
    wie_spreekt(tx, handeling)
    anders = set(eigen(tx, handeling.afzender.kanaal, handeling.afzender.extern_id)) - {handeling.wijk}
    namen = [{"id": een.id, "naam": een.naam} for een in wijken.alle(tx) if een.id in anders]
    op_naam = sorted(namen, key=lambda een: str(een["naam"]).casefold())
    return Boodschap("wijk.hier", {"hier": wijken.naam(tx, handeling.wijk), "anders": op_naam})


def hier(tx: Connection, handeling: Handeling) -> Boodschap:
    """Be in this wijk from now on, and see its menu.

    Args:
        tx: under the lock of accounts.

    Raises:
        Geweigerd: someone neither lives here nor has a role here.
    """
    wie = wie_spreekt(tx, handeling)
    if handeling.wijk not in eigen(tx, handeling.afzender.kanaal, handeling.afzender.extern_id):
        raise Geweigerd("nog_niet_binnen")
    accounts.wijzig(tx, wie.account, gekozen_wijk=handeling.wijk)
    opdrachtmenus.wens(tx, handeling.wijk, [wie.account])
    return replace(bewoner.menu(tx, handeling), melding="wijk.gekozen")


def waar(tx: Connection, kanaal: str, extern_id: str, getypt: str, peper: bytes, now: datetime) -> Waar:
    """Return in which wijk it belongs what someone does in their own chat.

    Args:
        getypt: what they typed, a link's `/start` too; empty for all else.
        peper: secret under which codes are kept.
    """
    plaatsen = wijkwijzer.van_account(tx, kanaal, extern_id)
    if (gewezen := _gewezen(tx, getypt, plaatsen, peper, now)) is not None:
        return Waar(gewezen, te_onthouden=not plaatsen.eigen and plaatsen.gekozen != gewezen)
    hier = _hier(plaatsen)
    if getypt and not getypt.startswith("/"):
        if plaatsen.bezig in hier:
            return Waar(plaatsen.bezig)
        if plaatsen.thuis is not None and lees_code(getypt):
            return Waar(plaatsen.thuis)  # who comes in at a door does so where they live
    return Waar(_gekozen(plaatsen))


def huidig(tx: Connection, kanaal: str, extern_id: str) -> int | None:
    """Return in which wijk someone is: the one that they chose, else where they live or have a role; None for none."""
    return _gekozen(wijkwijzer.van_account(tx, kanaal, extern_id))


def _hier(plaatsen: Plaatsen) -> tuple[int, ...]:
    return plaatsen.eigen or ((plaatsen.gekozen,) if plaatsen.gekozen is not None else ())


def _gekozen(plaatsen: Plaatsen) -> int | None:
    hier = _hier(plaatsen)
    return plaatsen.gekozen if plaatsen.gekozen in hier else next(iter(hier), None)


def eigen(tx: Connection, kanaal: str, extern_id: str) -> tuple[int, ...]:
    """Return the wijken in which someone lives or has a role."""
    return wijkwijzer.van_account(tx, kanaal, extern_id).eigen


def onthoud(tx: Connection, kanaal: str, extern_id: str, wijk: int) -> None:
    """Let someone without a wijk of their own go on in the one to which a link led them.

    Args:
        tx: under the lock of accounts.
    """
    accounts.wijzig(tx, accounts.maak(tx, wijk, kanaal, extern_id).account, gekozen_wijk=wijk)


def van_groep(tx: Connection, kanaal: str, chat: int, getypt: str) -> int | None:
    """Return the wijk of what happens in a group: that of a code to join it, else the one to which it belongs."""
    opdracht, _, rest = getypt.partition(" ")
    if opdracht.partition("@")[0] in {"/start", "/koppel"}:
        geheim = rest.strip().removeprefix("koppel-")
        if (gewezen := wijkwijzer.met_merk(tx, "koppel", groepschat.merk_van(geheim))) is not None:
            return gewezen
    return wijkwijzer.van_groep(tx, kanaal, chat)


def _gewezen(tx: Connection, getypt: str, plaatsen: Plaatsen, peper: bytes, now: datetime) -> int | None:
    """Return the wijk of the code or link that was typed or followed; None when it is neither."""
    opdracht, _, rest = getypt.partition(" ")
    if opdracht == "/start":
        getypt = rest.strip()
        soort, streep, deel = getypt.partition("-")
        if streep and soort in _MET_ID:
            return wijkwijzer.met_id(tx, soort, deel[:ID])
        if streep and soort in _GEHEIM:
            return wijkwijzer.met_merk(tx, soort, _GEHEIM[soort](deel))
        if streep and soort == MAIL.woord:
            return plaatsen.thuis
        if streep and soort == TOESTEL.woord:
            return wijkwijzer.met_toestel(tx, toestelcode.merk_van(TOESTEL.lees(getypt), peper), now)
    if TOESTEL.herken(getypt):
        return wijkwijzer.met_toestel(tx, toestelcode.merk_van(TOESTEL.lees(getypt), peper), now)
    if MAIL.herken(getypt):
        return plaatsen.thuis
    code = huishoudcode.lees(getypt)  # also of twelve letters: it is a code when there is a letter with it
    return None if code is None else wijkwijzer.met_brief(tx, huishoudcode.hmac_van(code, peper))
