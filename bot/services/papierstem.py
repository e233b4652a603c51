"""Entering ballots from paper: the code, then the method's very same screens, and the next one.

    code ──right code──▶ vel ──klaar, volgende──▶ code
      ▲                   └──niet invoeren──────────┘

No address and no name comes on that screen. What is entered counts as the vote of the seat for which the ballot was
printed; from so many by one person on it waits for a second person (papierstapel).
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.rules.peilingen import METHODEN, KanNiet, Opzet
from bot.rules.peilingvorm import scherm_als_data
from bot.rules.peilscherm import Scherm
from bot.services import huishouden, papierstapel, peilingvorm, stemmen, stemvel
from bot.services.gesprek import eis_open
from bot.services.handeling import Handeling, eis_binnen, mag_voor
from bot.services.kiezer import is_open, van_bewoner
from bot.services.onboarding import POGINGEN_PER_UUR
from bot.storage import accounts, adresstemmen, gesprekken, peilingen, stemvellen
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.peilingen import Peiling
from bot.storage.stemvellen import Stemvel

SOORT = "papierstem"
"""The conversation in which a code is typed, or what stands on a ballot."""
LOS = 5
"""So many ballots of one poll may one person enter before the rest waits for a second person."""
_UUR = timedelta(hours=1)


def vraag(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask for the code of a ballot."""
    wie, peiling = stemvel.eis_open(tx, handeling, publiek_id)
    return _vraag(tx, handeling, wie, peiling)


def typ(tx: Connection, handeling: Handeling, tekst: str, peper: bytes) -> Boodschap:
    """Take a code; or, while a ballot is open whose screen waits for text, what stands on it.

    Raises:
        Geweigerd: the text is too long, by how much.
    """
    wie = eis_binnen(tx, handeling)
    gesprek = eis_open(tx, wie, SOORT)
    van = peilingen.zoek(tx, handeling.wijk, publiek_id=gesprek.data["peiling"])
    if van is None or not is_open(van, handeling.now) or not mag_voor(wie, van.voor):
        gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
        return stemmen.toon_peiling(tx, handeling, wie, van)
    wie, peiling = stemvel.eis_open(tx, handeling, van.publiek_id)
    vel = stemvellen.zoek(tx, handeling.wijk, publiek_id=gesprek.data["vel"]) if gesprek.stap == "vel" else None
    if vel is None or vel.invoerder != wie.account or vel.staat != "bezig":
        return _probeer(tx, handeling, wie, peiling, tekst, peper)
    opzet = peilingvorm.lees_opzet(tx, peiling)
    tekst_tot = _scherm(peiling, opzet, vel).tekst_tot
    nieuw = peilingvorm.getypt(METHODEN[peiling.methode], opzet, vel.inhoud, tekst_tot, tekst, handeling)
    return _zet(tx, wie, peiling, opzet, vel, nieuw)


def tik(tx: Connection, handeling: Handeling, vel_id: str, daad: str) -> Boodschap:
    """Put on a ballot what stands on the paper, as its method's screen says it."""
    wie, peiling, vel = _eis(tx, handeling, vel_id)
    opzet = peilingvorm.lees_opzet(tx, peiling)
    try:
        nieuw = METHODEN[peiling.methode].stem(opzet, vel.inhoud, daad)
    except KanNiet as nee:
        melding = f"methode.{peiling.methode}.melding.{nee.melding}"
        return _toon(tx, wie, peiling, opzet, vel, melding=melding)
    return _zet(tx, wie, peiling, opzet, vel, nieuw)


def klaar(tx: Connection, handeling: Handeling, vel_id: str) -> Boodschap:
    """Let a ballot count, or wait for a second person, and ask for the next code.

    Raises:
        Geweigerd: it is not complete yet.
    """
    wie, peiling, vel = _eis(tx, handeling, vel_id)
    opzet = peilingvorm.lees_opzet(tx, peiling)
    if vel.inhoud is None or not METHODEN[peiling.methode].compleet(opzet, vel.inhoud):
        raise Geweigerd("papierstem.nog_niet_af")
    if kan_niet := _kan_niet(tx, handeling, peiling, vel):
        stemvellen.verwijder(tx, vel.id)
        return _vraag(tx, handeling, wie, peiling, kan_niet)
    eerder = stemvellen.tel(tx, peiling.id, wie.account)
    if "invoer" in handeling.tweede_persoon and eerder.get("telt", 0) + eerder.get("wacht", 0) >= LOS:
        stemvellen.zet(tx, vel.id, staat="wacht")
        papierstapel.herinner_straks(tx, handeling, peiling)
        return _vraag(tx, handeling, wie, peiling, "wacht")
    return _vraag(
        tx, handeling, wie, peiling, "telt" if papierstapel.tel_mee(tx, handeling, wie, peiling, vel) else "kan_niet"
    )


def laat_liggen(tx: Connection, handeling: Handeling, vel_id: str) -> Boodschap:
    """Forget what was entered of a ballot; its code can be used again."""
    wie, peiling, vel = _eis(tx, handeling, vel_id)
    stemvellen.zet(tx, vel.id, staat="gemaakt", code=None, inhoud=None, invoerder=None, voorstel=None)
    return _vraag(tx, handeling, wie, peiling, "weg")


def verbeter(tx: Connection, handeling: Handeling, vel_id: str) -> Boodschap:
    """Open a ballot again that one entered, as long as no second person was asked about it."""
    wie, peiling, vel = _eis(tx, handeling, vel_id, staat="wacht")
    if stemvellen.is_voorgelegd(tx, vel, handeling.now):
        raise Geweigerd("papierstem.voorgelegd")
    stemvellen.zet(tx, vel.id, staat="bezig")
    return _toon(tx, wie, peiling, peilingvorm.lees_opzet(tx, peiling), vel)


def stop(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Stop entering: what is typed from here on is no code."""
    wie, _ = stemvel.eis_open(tx, handeling, publiek_id)
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    return stemvel.toon(tx, handeling, publiek_id)


def _probeer(tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling, getypt: str, peper: bytes) -> Boodschap:
    pogingen = accounts.codepogingen(tx, wie.account, handeling.now - _UUR)
    if len(pogingen) >= POGINGEN_PER_UUR:
        return _vraag(tx, handeling, wie, peiling, "te_vaak", vanaf=(pogingen[0] + _UUR).isoformat())
    code = huishoudcode.lees(getypt)
    if code is None:
        return _vraag(tx, handeling, wie, peiling, "typefout")
    vel = stemvellen.zoek(tx, handeling.wijk, hmac=huishoudcode.hmac_van(code, peper))
    if vel is None or vel.peiling != peiling.id:
        accounts.noteer_codepoging(tx, wie.account, handeling.now)
        return _vraag(tx, handeling, wie, peiling, "onbekend")
    if vel.staat in ("wacht", "telt"):
        return _vraag(tx, handeling, wie, peiling, "al_gebruikt")
    if vel.huishouden == wie.huishouden:
        return _vraag(tx, handeling, wie, peiling, "eigen_adres")
    if kan_niet := _kan_niet(tx, handeling, peiling, vel):
        stemvellen.verwijder(tx, vel.id)
        return _vraag(tx, handeling, wie, peiling, kan_niet)
    if vel.invoerder != wie.account:  # who has the paper in hand enters it, also when somebody else began
        vel = replace(vel, staat="bezig", code=code, inhoud=None, invoerder=wie.account)
        stemvellen.zet(tx, vel.id, staat="bezig", code=code, inhoud=None, invoerder=wie.account)
    return replace(_toon(tx, wie, peiling, peilingvorm.lees_opzet(tx, peiling), vel), wijze="nieuw")


def _kan_niet(tx: Connection, handeling: Handeling, peiling: Peiling, vel: Stemvel) -> str | None:
    """Return why a ballot cannot count, if so: its seat has a vote, from paper or from chat."""
    if stemvellen.andere_ingevoerd(tx, vel):
        return "plek_gebruikt"
    huis = huishouden.lees(tx, handeling, stemvellen.huis_van(tx, vel))
    if not huishouden.heeft_stoel(tx, huis, vel.stoel):
        return "kan_niet"
    bewoner = huishouden.eis_stoel(tx, huis, vel.stoel).bewoner
    als = van_bewoner(tx, bewoner, peiling) if bewoner is not None else None
    gestemd = papierstapel.heeft_stem(tx, peiling, als) if als is not None else False
    return "al_gestemd" if gestemd or (peiling.per_adres and adresstemmen.heeft_stem(tx, peiling.id, huis.id)) else None


def _eis(tx: Connection, handeling: Handeling, vel_id: str, staat: str = "bezig") -> tuple[Wie, Peiling, Stemvel]:
    """Return who acts, the poll and a ballot that they are entering."""
    vel = stemvellen.zoek(tx, handeling.wijk, publiek_id=vel_id)
    eis_binnen(tx, handeling)
    van = peilingen.zoek(tx, handeling.wijk, id=vel.peiling) if vel else None
    if vel is None or van is None:
        raise Geweigerd("papierstem.niet_open")
    wie, peiling = stemvel.eis_open(tx, handeling, van.publiek_id)
    if vel.invoerder != wie.account or vel.staat != staat:
        raise Geweigerd("papierstem.niet_open")
    return wie, peiling, vel


def _zet(tx: Connection, wie: Wie, peiling: Peiling, opzet: Opzet, vel: Stemvel, nieuw: str | None) -> Boodschap:
    if nieuw is not None:
        stemvellen.zet(tx, vel.id, inhoud=nieuw)
        vel = replace(vel, inhoud=nieuw)
    return _toon(tx, wie, peiling, opzet, vel)


def _toon(
    tx: Connection, wie: Wie, peiling: Peiling, opzet: Opzet, vel: Stemvel, melding: str | None = None
) -> Boodschap:
    gesprekken.zet(
        tx, wie.wijk, wie.account, Gesprek(SOORT, "vel", {"peiling": peiling.publiek_id, "vel": vel.publiek_id})
    )
    af = vel.inhoud is not None and METHODEN[peiling.methode].compleet(opzet, vel.inhoud)
    data = {
        "id": vel.publiek_id,
        "code": huishoudcode.schrijf(vel.code or ""),
        "vraag": peiling.vraag,
        "methode": peiling.methode,
        "scherm": scherm_als_data(_scherm(peiling, opzet, vel)),
        "af": af,
    }
    return Boodschap("papierstem", data, melding=melding)


def _vraag(
    tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling, gezegd: str | None = None, **velden: Any
) -> Boodschap:
    """Ask for the next code, after what is said of the one before."""
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(SOORT, "code", {"peiling": peiling.publiek_id, "vel": ""}))
    eigen = stemvellen.tel(tx, peiling.id, wie.account)
    data = {"id": peiling.publiek_id, "vraag": peiling.vraag, "gezegd": gezegd, **velden}
    data |= {"telt": eigen.get("telt", 0), "wacht": eigen.get("wacht", 0)}
    stapel = stemvellen.stapel(tx, peiling.id, wie.account, handeling.now)
    return Boodschap("papierstem.code", {**data, "stapel": len(stapel)})


def _scherm(peiling: Peiling, opzet: Opzet, vel: Stemvel) -> Scherm:
    volgorde = peilingvorm.volgorde_op(peiling, opzet, vel.publiek_id)
    return METHODEN[peiling.methode].scherm(opzet, vel.inhoud, volgorde)
