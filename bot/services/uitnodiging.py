"""Inviting someone to a role: a link that works once, for 48 hours, and only in the hands of one person.

made ──accepted──▶ aangenomen          what stands in the link is kept as a hash only; it is shown once
  ├──withdrawn──▶ ingetrokken
  └──48 hours──▶ works no more
"""

import hashlib
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.geleding import BURGERS, GENODIGD, VERTEGENWOORDIGER
from bot.rules.pacing import Baan
from bot.services import doelgroep, zetel
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formuliervorm import noemt_werkgroepen
from bot.services.handeling import (
    AANSPREEKPUNT,
    CONTROLEUR,
    ROLLEN,
    STRAATCONTACT,
    TREKKER,
    Handeling,
    eis_rol,
    is_binnen,
    publiek_id,
    wie_handelt,
)
from bot.services.lezers import tekst_tot
from bot.services.rol import GEVEN, bereik_naam, mag_geven
from bot.storage import (
    accounts,
    geledingen,
    kennismaking,
    opdrachtmenus,
    outbox,
    rollen,
    roluitnodigingen,
    steekproeven,
    werkgroepen,
    zetels,
)
from bot.storage.accounts import Wie
from bot.storage.roluitnodigingen import Roluitnodiging

GELDIG = timedelta(hours=48)
BEWAAR = timedelta(days=30)
"""So long after it ran out a link is still told from one that never was."""


def _straten(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    return doelgroep.alle(tx, handeling, "straat")


def _werkgroepen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    return doelgroep.alle(tx, handeling, "werkgroep")


def _van_werkgroep(data: dict[str, Any]) -> bool:
    return data.get("rol") == TREKKER or (data.get("rol") == AANSPREEKPUNT and data.get("voor") == "werkgroep")


def _nodig_uit(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    if not mag_geven(wie, data["rol"]):
        raise Geweigerd("rol.niet_aan_u")
    bereik = ""
    if data["rol"] == STRAATCONTACT:
        bereik = dict(_straten(tx, handeling, data))[data["straat"]]
    if _van_werkgroep(data):
        bereik = data["werkgroep"]
    if data["rol"] == VERTEGENWOORDIGER:
        bereik = data["geleding"]
    return maak(tx, handeling, wie, data["rol"], bereik, data.get("namens"))


def maak(tx: Connection, handeling: Handeling, wie: Wie, rol: str, bereik: str, namens: str | None = None) -> Boodschap:
    """Make an invitation and return its link; the caller knows that who acts may give the role."""
    geheim, verloopt_op = publiek_id(handeling.geheim("uitnodiging")), handeling.now + GELDIG
    roluitnodigingen.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=handeling.id("uitnodiging open"),
        merk=merk_van(geheim),
        rol=rol,
        bereik=bereik,
        gemaakt_door=wie.account,
        gemaakt_op=handeling.now,
        verloopt_op=verloopt_op,
        namens=namens,
    )
    gemaakt = _gevonden(tx, handeling, geheim)
    return Boodschap("uitnodiging.link", {**_als_data(tx, handeling, gemaakt), "geheim": geheim})


FORMULIER = Formulier(
    "uitnodiging",
    (
        Veld("rol", keuzes=(*ROLLEN, VERTEGENWOORDIGER), mag=mag_geven),
        Veld("voor", keuzes=("wijk", "werkgroep"), als=lambda data: data.get("rol") == AANSPREEKPUNT),
        Veld(
            "straat",
            haal=_straten,
            als=lambda data: data.get("rol") == STRAATCONTACT,
        ),
        Veld(
            "werkgroep",
            haal=_werkgroepen,
            bekijk=noemt_werkgroepen,
            als=_van_werkgroep,
        ),
        Veld("geleding", keuzes=GENODIGD, als=lambda data: data.get("rol") == VERTEGENWOORDIGER),
        Veld("namens", tekst_tot(60), als=lambda data: data.get("rol") == VERTEGENWOORDIGER),
    ),
    GEVEN,
    _nodig_uit,
    voorbeeld=False,
)


def toon(tx: Connection, handeling: Handeling, geheim: str) -> Boodschap:
    """Tell who opens the link what the role means, and ask; a role does not need to live here."""
    wie = wie_handelt(tx, handeling)
    gevonden = _geldig(tx, handeling, wie, geheim)
    data = {**_als_data(tx, handeling, gevonden), "geheim": geheim, "wie": _wie(handeling)}
    return Boodschap("uitnodiging.vraag", data, wijze="nieuw")


def neem_aan(tx: Connection, handeling: Handeling, geheim: str) -> Boodschap:
    """Take the role on. Of two who tap at the same moment, one gets it.

    Raises:
        Geweigerd: the link is unknown, used, withdrawn or too old, their own, or for a role that they have.
    """
    wie = wie_handelt(tx, handeling)
    gevonden = _geldig(tx, handeling, wie, geheim)
    if gevonden.rol == CONTROLEUR and is_binnen(wie):
        raise Geweigerd("uitnodiging.niet_onafhankelijk")
    if not roluitnodigingen.eindig(tx, gevonden.id, "aangenomen", wie.account, handeling.now):
        raise Geweigerd("uitnodiging.al_aangenomen")
    rollen.geef(
        tx,
        handeling.wijk,
        wie.account,
        publiek_id=handeling.id("rol"),
        soort=gevonden.rol,
        bereik=gevonden.bereik,
        toegekend_door=gevonden.gemaakt_door,
        toegekend_op=handeling.now,
        namens=gevonden.namens,
    )
    if gevonden.rol == TREKKER and wie.bewoner is not None:  # who leads a werkgroep hears what it hears
        groep = next(w for w in werkgroepen.lijst(tx, handeling.wijk, 0) if w.publiek_id == gevonden.bereik)
        werkgroepen.zet_lid(tx, handeling.wijk, groep.id, wie.bewoner, lid=True)
    if gevonden.rol == VERTEGENWOORDIGER:  # no burger any more
        zetel.laat_los(tx, handeling.wijk, zetels.accounts_van(tx, wie.account), gevonden.publiek_id, van=BURGERS)
    opdrachtmenus.wens(tx, handeling.wijk, [wie.account])
    data = _als_data(tx, handeling, gevonden)
    naam = kennismaking.naam(tx, wie.bewoner) if wie.bewoner is not None else None
    aangenomen = Boodschap("uitnodiging.aangenomen", {**data, "wie": _wie(handeling), "naam": naam})
    sleutel = f"rol:{gevonden.publiek_id}"
    outbox.schrijf(tx, handeling.wijk, sleutel, [gevonden.gemaakt_door], aangenomen, baan=Baan.HERINNERING)
    leidt = gevonden.bereik if gevonden.rol == TREKKER else None
    return Boodschap("uitnodiging.welkom", {**data, "werkgroep": leidt})


def lijst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show the invitations that are open, of those who may give these roles."""
    wie = eis_rol(tx, handeling, *GEVEN)
    return _lijst(tx, handeling, wie)


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Withdraw an invitation; its link works no more."""
    wie = eis_rol(tx, handeling, *GEVEN)
    gevonden = roluitnodigingen.zoek(tx, handeling.wijk, publiek_id)
    if gevonden is None or not (gevonden.gemaakt_door == wie.account or mag_geven(wie, gevonden.rol)):
        raise Geweigerd("uitnodiging.onbekend")
    if not roluitnodigingen.eindig(tx, gevonden.id, "ingetrokken", wie.account, handeling.now):
        raise Geweigerd(f"uitnodiging.al_{gevonden.staat}")
    return _lijst(tx, handeling, wie, melding="uitnodiging.ingetrokken")


def _lijst(tx: Connection, handeling: Handeling, wie: Wie, melding: str | None = None) -> Boodschap:
    open_ = [u for u in roluitnodigingen.open_(tx, handeling.wijk, handeling.now) if mag_geven(wie, u.rol)]
    return Boodschap("uitnodiging.lijst", {"open": [_als_data(tx, handeling, u) for u in open_]}, melding=melding)


def _geldig(tx: Connection, handeling: Handeling, wie: Wie, geheim: str) -> Roluitnodiging:
    gevonden = _gevonden(tx, handeling, geheim)
    if gevonden.staat != "open":
        raise Geweigerd(f"uitnodiging.al_{gevonden.staat}")
    if handeling.now >= gevonden.verloopt_op:
        raise Geweigerd("uitnodiging.verlopen")
    if rollen.is_een_persoon(tx, wie.account, gevonden.gemaakt_door):
        raise Geweigerd("uitnodiging.eigen")
    if not mag_geven(accounts.van_id(tx, handeling.wijk, gevonden.gemaakt_door), gevonden.rol):
        raise Geweigerd("uitnodiging.al_ingetrokken")  # who invited lost the role that allowed it
    if gevonden.rol == CONTROLEUR and not steekproeven.is_vrij(tx, handeling.wijk, gevonden.bereik):
        raise Geweigerd("uitnodiging.al_ingetrokken")
    if rollen.heeft(tx, handeling.wijk, wie.account, gevonden.rol, gevonden.bereik):
        raise Geweigerd("uitnodiging.heb_je_al")
    if gevonden.rol == VERTEGENWOORDIGER and geledingen.van_wie(tx, handeling.wijk, wie) is not None:
        raise Geweigerd("uitnodiging.al_in_geleding")
    return gevonden


def _gevonden(tx: Connection, handeling: Handeling, geheim: str) -> Roluitnodiging:
    gevonden = roluitnodigingen.vind(tx, handeling.wijk, merk_van(geheim))
    if gevonden is None:
        raise Geweigerd("uitnodiging.onbekend")
    return gevonden


def merk_van(geheim: str) -> bytes:
    """Return the hash under which the secret of an invitation is kept."""
    return hashlib.sha256(geheim.encode()).digest()  # 128 random bits: nothing to guess, so no pepper


def _wie(handeling: Handeling) -> str:
    return f"{handeling.afzender.kanaal}:{handeling.afzender.extern_id}"


def _als_data(tx: Connection, handeling: Handeling, gevonden: Roluitnodiging) -> dict[str, Any]:
    return {
        "id": gevonden.publiek_id,
        "rol": gevonden.rol,
        "bereik": bereik_naam(tx, handeling.wijk, gevonden.rol, gevonden.bereik),
        "namens": gevonden.namens,
        "tot": gevonden.verloopt_op.isoformat(),
    }
