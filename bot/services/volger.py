"""Followers by e-mail, such as the griffie: an organisator adds them, they say yes themselves, and stop by a link.

They are no account and no resident, so that nothing they do counts. What they get: `volgpost`.

    form ──▶ wacht ──page: Ja; without pages of our own: an organisator──▶ volgt
               └──── page: Stop, or an organisator ──────────────────────────┴──▶ gone
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap, talen
from berichten.catalogus import STANDAARD, eigen_naam
from bot.errors import Geweigerd
from bot.services import volgpost
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.services.lezers import tekst_tot
from bot.storage import postuit, volgers, wijken
from bot.storage.accounts import Wie
from bot.storage.volgers import Volger
from bot.velden import is_adres

WIE = ("griffie", "raadslid", "college", "gemeente", "anders")
MEEST = 30
"""So many follow, and so many are asked in a week: to who never asked for it no more mail can be sent than that."""


def lijst(tx: Connection, handeling: Handeling, *, post: bool, melding: str | None = None) -> Boodschap:
    """Show an organisator who follows.

    Args:
        post: whether mail can be sent.
    """
    eis_rol(tx, handeling, ORGANISATOR)
    mis = postuit.niet_aangekomen(tx, handeling.wijk)
    alle = [_als_data(een, mis.get(een.id, 0)) for een in volgers.alle(tx, handeling.wijk)]
    return Boodschap("volger.lijst", {"volgers": alle, "post": post, "vol": len(alle) >= MEEST}, melding=melding)


def toon(
    tx: Connection,
    handeling: Handeling,
    publiek_id: str,
    *,
    link: bool,
    zeker: bool = False,
    melding: str | None = None,
) -> Boodschap:
    """Show one.

    Args:
        link: whether they say yes themselves, on a page of ours.
        zeker: ask whether one is sure to take them away.
    """
    een = _bestaand(tx, handeling, publiek_id)
    mis = postuit.niet_aangekomen(tx, handeling.wijk)
    return Boodschap(
        "volger.een", {**_als_data(een, mis.get(een.id, 0)), "link": link, "zeker": zeker}, melding=melding
    )


def begin(tx: Connection, handeling: Handeling, *, post: bool) -> Boodschap:
    """Open the form for one more."""
    eis_rol(tx, handeling, ORGANISATOR)
    if not post:
        raise Geweigerd("volger.geen_post")
    _eis_ruimte(tx, handeling)
    return open_formulier(tx, handeling, FORMULIER)


def bevestig(tx: Connection, handeling: Handeling, publiek_id: str, *, link: bool) -> Boodschap:
    """Write down that a follower gave their address themselves: only where they cannot say so on a page of ours."""
    een = _bestaand(tx, handeling, publiek_id)
    if link:
        raise Geweigerd("volger.zelf")
    volgers.bevestig(tx, een.id, handeling.now)
    return toon(tx, handeling, publiek_id, link=link, melding="volger.bevestigd")


def opnieuw(tx: Connection, handeling: Handeling, publiek_id: str, *, link: bool) -> Boodschap:
    """Send once more what did not arrive, or perhaps not."""
    een = _bestaand(tx, handeling, publiek_id)
    postuit.opnieuw(tx, een.id)
    return toon(tx, handeling, publiek_id, link=link, melding="volger.opnieuw")


def verwijder(tx: Connection, handeling: Handeling, publiek_id: str, *, post: bool) -> Boodschap:
    """Take one away with all that was kept; a second tap finds them gone and shows the others."""
    eis_rol(tx, handeling, ORGANISATOR)
    een = volgers.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is not None:
        volgers.verwijder(tx, een.id)
    return lijst(tx, handeling, post=post, melding="volger.weg")


def op_pagina(tx: Connection, wijk: int, geheim: str) -> dict[str, Any] | None:
    """Return what the page behind a link in their mail shows; None when there is no such follower (any more)."""
    een = volgers.zoek(tx, wijk, geheim=geheim)
    return (
        None
        if een is None
        else {
            "wijk": wijken.naam(tx, wijk),
            "volgt": een.bevestigd_op is not None,
            "taal": een.taal,
        }
    )


def zelf(tx: Connection, wijk: int, geheim: str, wat: str, now: datetime) -> None:
    """Let a follower say `ja` or `stop` by their link; saying it twice is saying it once."""
    een = volgers.zoek(tx, wijk, geheim=geheim)
    if een is None:
        return
    if wat == "ja":
        volgers.bevestig(tx, een.id, now)
    else:
        volgers.verwijder(tx, een.id)


def _bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Volger:
    eis_rol(tx, handeling, ORGANISATOR)
    een = volgers.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None:
        raise Geweigerd("volger.weg")
    return een


def _eis_ruimte(tx: Connection, handeling: Handeling) -> None:
    if len(volgers.alle(tx, handeling.wijk)) >= MEEST:
        raise Geweigerd("volger.vol", maximum=MEEST)
    if volgers.gevraagd(tx, handeling.wijk, _week(handeling)) >= MEEST:
        raise Geweigerd("volger.week_vol", maximum=MEEST)


def _week(handeling: Handeling) -> str:
    return f"{handeling.now.astimezone(handeling.zone):%G-%V}"


def _als_data(een: Volger, mis: int) -> dict[str, Any]:
    data = {"id": een.publiek_id, "naam": een.naam, "adres": een.adres, "rol": een.rol, "taal": een.taal}
    return {**data, "volgt": een.bevestigd_op is not None, "mis": mis}


def _adres(tekst: str, handeling: Handeling) -> str:
    adres = tekst.strip()
    if not is_adres(adres):
        raise Geweigerd("volger.adres")
    return adres


def _talen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Offer each language under its own name, Dutch first."""
    return [(taal, eigen_naam(taal)) for taal in sorted(talen(), key=lambda taal: (taal != STANDAARD, taal))]


def _voeg_toe(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    _eis_ruimte(tx, handeling)
    naam, _, host = data["adres"].rpartition("@")
    adres = f"{naam}@{host.lower()}"
    if volgers.zoek(tx, handeling.wijk, adres=adres) is not None:
        raise Geweigerd("volger.al")
    sleutels = {"publiek_id": handeling.id("volger"), "geheim": handeling.id("volgen")}
    nieuw = volgers.voeg_toe(
        tx, handeling.wijk, naam=data["naam"], adres=adres, rol=data["rol"], taal=data["taal"], **sleutels
    )
    wijk = {"wijk": wijken.naam(tx, handeling.wijk)}
    volgpost.plan(tx, handeling.wijk, handeling.now, handeling.zone)
    volgers.vraag(tx, handeling.wijk, _week(handeling), sleutels["publiek_id"])
    postuit.schrijf(tx, handeling.wijk, [nieuw], "bevestig", wijk, "bevestig", handeling.now)
    return Boodschap("volger.erbij", {"naam": data["naam"], "adres": adres})


FORMULIER = Formulier(
    "volger",
    (Veld("naam", tekst_tot(100)), Veld("adres", _adres), Veld("rol", keuzes=WIE), Veld("taal", haal=_talen)),
    (ORGANISATOR,),
    _voeg_toe,
)
