"""Coming in at a door: with its QR, its six digits or one's own QR. That alone counts as being there.

A code is judged by the moment at which its message was sent, so one that waited is not late; a tap counts when it
comes. It never waits for anyone: twice is once.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.deurcode import EIGEN, ID, eigen_token, lees_code, weeg_code, weeg_eigen, weeg_qr
from bot.rules.pacing import Baan
from bot.services import bewijs, onboarding
from bot.services.deur import ROLLEN, bewijssoort, kort
from bot.services.handeling import Handeling, eis_bewoner, eis_ja, eis_rol, wie_handelt
from bot.storage import accounts, deuren, deurschermen, gesprekken, huishoudens, outbox
from bot.storage.accounts import Wie
from bot.storage.bewijs import aanwezigen
from bot.storage.deuren import Deur

_UUR = timedelta(hours=1)
_BEGIN_VAN_ID = 11
"""Of the doors of one day so many characters of an id name one: 66 random bits."""


def met_code(tx: Connection, handeling: Handeling, getypt: str) -> Boodschap:
    """Check in with the six digits that stood at the door.

    Raises:
        Geweigerd: not a resident yet, no door is open, too many wrong codes, or a code that was nearly right.
    """
    wie = wie_handelt(tx, handeling)
    eis_ja(wie)  # who has a role too comes for themselves
    if wie.bewoner is None:  # whatever the digits: who has not joined learns nothing about codes
        raise Geweigerd("deur.eerst_meedoen")
    moment = handeling.verzonden_op
    rond = deuren.rond(tx, handeling.wijk, moment)
    if not rond:
        raise Geweigerd("deur.geen_open")
    code = lees_code(getypt) or ""
    if len(code) != 6:
        raise Geweigerd("deur.zes_cijfers", aantal=len(code))
    if len(accounts.codepogingen(tx, wie.account, handeling.now - _UUR)) >= onboarding.POGINGEN_PER_UUR:
        raise Geweigerd("deur.te_vaak")
    oordelen = [(weeg_code(deur.geheim, deur.publiek_id, code, moment), deur) for deur in rond]
    goed = [deur for oordeel, deur in oordelen if oordeel == "goed"]
    if len(goed) > 1:  # two doors at one hour, one code in a few hundred thousand: never the wrong door
        raise Geweigerd("deur.code_dubbel")
    if goed and goed[0].staat(moment) == "gesloten":
        raise Geweigerd("deur.gesloten")
    if goed:
        return _kom_binnen(tx, handeling, wie.bewoner, goed[0], "deurcode")
    if any(oordeel == "verlopen" for oordeel, _ in oordelen):
        raise Geweigerd("deur.code_verlopen")
    accounts.noteer_codepoging(tx, wie.account, handeling.now)
    return Boodschap("geweigerd", {"sleutel": "deur.code_fout", "velden": {}}, wijze="nieuw")


def vraag_code(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask who says in a group that they are there for the code at the door; that alone checks them in.

    Raises:
        Geweigerd: not a resident yet, or that door is not open.
    """
    wie = wie_handelt(tx, handeling)
    eis_ja(wie)
    if wie.bewoner is None:
        raise Geweigerd("deur.eerst_meedoen")
    deur = deuren.zoek(tx, handeling.wijk, publiek_id)
    hoe = deur.staat(handeling.now) if deur else "gesloten"
    if deur is None or hoe != "open":
        raise Geweigerd("deur.nog_dicht" if hoe == "nog_dicht" else "deur.gesloten")
    return Boodschap("deur.typ_code", kort(deur), wijze="nieuw")


def met_qr(tx: Connection, handeling: Handeling, token: str) -> Boodschap | tuple[Boodschap, ...]:
    """Check in with the QR at the door. Who has not joined yet begins with that, and is then in without scanning again.

    Raises:
        Geweigerd: the QR is too old, or the door is not open.
    """
    wie = wie_handelt(tx, handeling)
    eis_ja(wie)
    deur = deuren.zoek(tx, handeling.wijk, token[:ID])
    moment = handeling.verzonden_op
    goed = deur is not None and weeg_qr(deur.geheim, token, moment)
    hoe = deur.staat(moment) if deur is not None else "open"
    if wie.bewoner is None:
        return _eerst_meedoen(tx, handeling, wie, deur if goed and hoe == "open" else None)
    if hoe == "gesloten":
        raise Geweigerd("deur.gesloten")
    if deur is None or not goed:
        raise Geweigerd("deur.scan_opnieuw")
    if hoe == "nog_dicht":
        raise Geweigerd("deur.nog_dicht")
    return _kom_binnen(tx, handeling, wie.bewoner, deur, "deur_qr")


def doe_mee(tx: Connection, handeling: Handeling, versie: str) -> Boodschap | tuple[Boodschap, ...]:
    """Consent and join; who scanned the QR of a door on the way here is checked in too, while it is open."""
    return _en_naar_binnen(tx, handeling, partial(onboarding.stem_in, versie=versie))


def was_bekend(tx: Connection, handeling: Handeling, antwoord: str) -> Boodschap | tuple[Boodschap, ...]:
    """Join after saying whether one was written down before; otherwise as `doe_mee`."""
    return _en_naar_binnen(tx, handeling, partial(onboarding.was_bekend, antwoord=antwoord))


def _en_naar_binnen(
    tx: Connection, handeling: Handeling, stap: Callable[[Connection, Handeling], Boodschap]
) -> Boodschap | tuple[Boodschap, ...]:
    wie = wie_handelt(tx, handeling)
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    antwoord = stap(tx, handeling)
    bewoner = wie_handelt(tx, handeling).bewoner
    onthouden = gesprek.data.get("deur") if gesprek is not None else None
    deur = deuren.zoek(tx, handeling.wijk, onthouden) if onthouden else None
    if deur is None or bewoner is None or deur.staat(handeling.now) != "open":
        return antwoord
    return antwoord, _kom_binnen(tx, handeling, bewoner, deur, "deur_qr")


def mijn_code(tx: Connection, handeling: Handeling, peper: bytes) -> Boodschap:
    """Give a resident their own QR, for who stands at the door to scan; it works today and tomorrow."""
    wie = eis_bewoner(tx, handeling)
    assert wie.bewoner is not None  # noqa: S101 (a resident)
    dag = handeling.now.astimezone(handeling.zone).date()
    token = eigen_token(peper, huishoudens.bewoner_publiek_id(tx, wie.bewoner), dag)
    return Boodschap("deur.eigen", {"token": token}, wijze="nieuw")


def met_eigen_qr(tx: Connection, handeling: Handeling, token: str, peper: bytes) -> Boodschap:
    """Check in the resident whose own QR someone at the door scanned.

    Raises:
        Geweigerd: not someone who stands at doors, the QR is of another day, or no door is open.
    """
    wie, bewoner = _gescand(tx, handeling, token, peper)
    moment = handeling.verzonden_op
    rond = deuren.rond(tx, handeling.wijk, moment)
    open_ = [deur for deur in rond if deur.staat(moment) == "open"]
    if not open_:
        raise Geweigerd("deur.geen_open")
    toont_nu = deurschermen.deuren_van(tx, wie.account, handeling.now)
    eigen = [deur for deur in open_ if deur.id in toont_nu]
    if len(open_) > 1 and len(eigen) != 1:
        keuzes = [{"titel": deur.titel, "keuze": deur.publiek_id[:_BEGIN_VAN_ID] + token} for deur in open_]
        return Boodschap("deur.welke", {"deuren": keuzes}, wijze="nieuw")
    return _haal_binnen(tx, handeling, wie, bewoner, (eigen or open_)[0])


def bij_deze_deur(tx: Connection, handeling: Handeling, keuze: str, peper: bytes) -> Boodschap:
    """Check in the resident of a scanned QR at the door that was chosen.

    Args:
        keuze: the beginning of the meeting's id and what the QR carries: both whole do not fit a button of every wijk.
    """
    wie, bewoner = _gescand(tx, handeling, keuze[-EIGEN:], peper)
    begin, rond = keuze[:-EIGEN], deuren.rond(tx, handeling.wijk, handeling.now)
    deur = next((een for een in rond if len(begin) >= _BEGIN_VAN_ID and een.publiek_id.startswith(begin)), None)
    if deur is None:
        raise Geweigerd("bijeenkomst.onbekend")
    if deur.staat(handeling.now) != "open":
        raise Geweigerd("deur.gesloten")
    return _haal_binnen(tx, handeling, wie, bewoner, deur)


def _gescand(tx: Connection, handeling: Handeling, token: str, peper: bytes) -> tuple[Wie, int]:
    if not wie_handelt(tx, handeling).rollen & set(ROLLEN):  # the same for every code: nothing about whose it is
        raise Geweigerd("deur.eigen_tonen")
    wie = eis_rol(tx, handeling, *ROLLEN)
    publiek_id = weeg_eigen(peper, token, handeling.verzonden_op.astimezone(handeling.zone).date())
    bewoner = huishoudens.bewoner_met(tx, handeling.wijk, publiek_id) if publiek_id else None
    if bewoner is None:
        raise Geweigerd("deur.eigen_verlopen")
    return wie, bewoner


def _kom_binnen(tx: Connection, handeling: Handeling, bewoner: int, deur: Deur, methode: str) -> Boodschap:
    nieuw = bewijs.leg_vast(tx, handeling, bewoner, _feit(deur, methode, None))
    return Boodschap("deur.binnen" if nieuw else "deur.al_binnen", {"titel": deur.titel}, wijze="nieuw")


def _haal_binnen(tx: Connection, handeling: Handeling, wie: Wie, bewoner: int, deur: Deur) -> Boodschap:
    nieuw = bewijs.leg_vast(tx, handeling, bewoner, _feit(deur, "eigen_qr", wie))
    if nieuw:
        zij = accounts.van_bewoner(tx, bewoner)
        binnen = Boodschap("deur.binnen", {"titel": deur.titel})
        sleutel = f"binnen:{handeling.id('binnen')}"
        outbox.schrijf(tx, handeling.wijk, sleutel, zij, binnen, baan=Baan.ANTWOORD)
    aantal = len(aanwezigen(tx, handeling.wijk, deur.publiek_id))
    return Boodschap("deur.gescand", {"titel": deur.titel, "nieuw": nieuw, "aanwezig": aantal})


def _feit(deur: Deur, methode: str, vastlegger: Wie | None) -> bewijs.Feit:
    return bewijs.Feit(bewijssoort(deur), deur.publiek_id, methode, vastlegger)


def _eerst_meedoen(
    tx: Connection, handeling: Handeling, wie: Wie, deur: Deur | None
) -> Boodschap | tuple[Boodschap, ...]:
    """Ask a newcomer to join first, and keep with that conversation at which door they stand.

    Only a QR is kept so: six digits could be guessed without end by who has not joined.
    """
    data = {"onthouden": deur is not None, "menu": bool(wie.rollen)}  # a newcomer reads the next step below it
    eerst = Boodschap("deur.eerst_meedoen", data, wijze="nieuw")
    if wie.rollen:
        return eerst
    stap = onboarding.verder(tx, handeling)
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    if deur is not None and gesprek is not None and gesprek.soort == onboarding.SOORT:
        gesprekken.zet(tx, wie.wijk, wie.account, replace(gesprek, data={**gesprek.data, "deur": deur.publiek_id}))
    return eerst, stap
