"""Trying a poll on oneself, from its preview: through the real screens, while nothing is kept or counted."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.geleding import IEDER
from bot.rules.peilingen import METHODEN, KanNiet
from bot.rules.peilingvorm import opzet_uit
from bot.services import doelgroep, peilingvorm, stemmen
from bot.services.formulier import ANDERS, VOORBEELD
from bot.services.formulier import begin as open_formulier
from bot.services.gesprek import eis_open
from bot.services.handeling import Handeling, eis_rol
from bot.services.peiling import FORMULIER
from bot.storage import gesprekken
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.peilingen import Optie, Peiling, Stem
from bot.storage.stemmers import Kiezer

SOORT = "peilingproef"
"""The conversation of who tries a poll: the answers of the form, and the ballot so far."""


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Try the poll of which the preview is open.

    Raises:
        Geweigerd: no preview of a poll is open.
    """
    wie = eis_rol(tx, handeling, *FORMULIER.rollen)
    gesprek = eis_open(tx, wie, FORMULIER.soort, VOORBEELD)
    return _zet(tx, handeling, wie, gesprek.data, None)


def tik(tx: Connection, handeling: Handeling, daad: str) -> Boodschap:
    """Tap as a voter does.

    Raises:
        Geweigerd: nothing is being tried any more.
    """
    wie, vorm, inhoud = _open(tx, handeling)
    try:
        nieuw = METHODEN[vorm["methode"]].stem(opzet_uit(vorm), inhoud, daad)
    except KanNiet as nee:
        return _toon(tx, handeling, wie, vorm, inhoud, melding=f"methode.{vorm['methode']}.melding.{nee.melding}")
    return _zet(tx, handeling, wie, vorm, nieuw or inhoud)


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Type as a voter does."""
    wie, vorm, inhoud = _open(tx, handeling)
    methode, opzet = METHODEN[vorm["methode"]], opzet_uit(vorm)
    tot = methode.scherm(opzet, inhoud, range(len(opzet.opties))).tekst_tot
    nieuw = peilingvorm.getypt(methode, opzet, inhoud, tot, tekst, handeling)
    return _zet(tx, handeling, wie, vorm, nieuw or inhoud)


def klaar(tx: Connection, handeling: Handeling) -> Boodschap:
    """Go back to the preview: nothing of the trial is left."""
    _, vorm, _ = _open(tx, handeling)
    return open_formulier(tx, handeling, FORMULIER, {**vorm, ANDERS: True})


def _open(tx: Connection, handeling: Handeling) -> tuple[Wie, dict[str, Any], str | None]:
    wie = eis_rol(tx, handeling, *FORMULIER.rollen)
    gesprek = eis_open(tx, wie, SOORT)
    return wie, gesprek.data["vorm"], gesprek.data["inhoud"]


def _zet(tx: Connection, handeling: Handeling, wie: Wie, vorm: dict[str, Any], inhoud: str | None) -> Boodschap:
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(SOORT, "proef", {"vorm": vorm, "inhoud": inhoud}))
    return _toon(tx, handeling, wie, vorm, inhoud)


def _toon(
    tx: Connection,
    handeling: Handeling,
    wie: Wie,
    vorm: dict[str, Any],
    inhoud: str | None,
    melding: str | None = None,
) -> Boodschap:
    opzet, voor = opzet_uit(vorm), doelgroep.uit(tx, handeling, vorm)
    zoals = Peiling(
        id=0,
        wijk=handeling.wijk,
        publiek_id="",
        vraag=vorm["vraag"],
        over_besluit=vorm.get("besluit") == "ja",
        methode=vorm["methode"],
        instellingen=dict(opzet.instellingen),
        live=False,
        sluit_op=datetime.fromisoformat(vorm["sluit_op"]),
        gesloten_op=None,
        ingetrokken=False,
        doelgroep=voor.soort,
        doelgroep_bereik=voor.bereik,
        vervolg_op=None,
        met_naam=vorm.get("met_naam") == "ja",
        minste_stemmen=vorm.get("minste_stemmen"),
        per_adres=vorm.get("per_adres") == "ja",
        uitslag_naar=vorm.get("uitslag_naar", "doelgroep"),
        weging=vorm.get("weging", IEDER),
    )
    af = inhoud is not None and METHODEN[vorm["methode"]].compleet(opzet, inhoud)
    had = Stem(inhoud, None) if af else Stem(None, inhoud)
    opties = [Optie("", tekst) for tekst in opzet.opties]
    data = stemmen.als_data(tx, zoals, opties, had, Kiezer("account", wie.account))
    data |= {"bewoner": True, "beheer": False, "tussenstand": None}
    return Boodschap("peiling.proef", {"open": data, "af": af}, melding=melding)
