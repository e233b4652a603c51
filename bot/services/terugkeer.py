"""A way back for who lost every device: a begeleider who stands beside them gives a code, and their letter is the rest.

Neither is enough alone: who has the letter needs the code, who gives the code needs the letter, and never sees it. All
places where the resident took part hear of it at once, and can stop it. Nobody gives it to themselves or at home.

    begeleider: person ──▶ code (15 minutes, once)
    resident:              code ──▶ letter ──▶ is it you? ──▶ in, as the same person
    or alone:   letter ──▶ e-mail address ──code by mail──▶ is it you? ──▶ in

Who asks for the mail hears the same whether that address is known or not.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.rules.pacing import Baan
from bot.services import huishouden, mailadres, toestelcode
from bot.services.deurgesprek import eis
from bot.services.gesprek import eis_open
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_bewoner, eis_rol, wie_handelt
from bot.storage import (
    accounts,
    gesprekken,
    huishoudens,
    mailadressen,
    outbox,
    postuit,
    rollen,
    terugkeren,
    toestellen,
    wijken,
)
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.huishoudens import Huishouden
from bot.storage.terugkeren import Terugkeer
from bot.storage.toestellen import Code

ROLLEN = (BEGELEIDER, ORGANISATOR)
DEUR, MAIL = "deur", "mail"
MEEST_GEGEVEN = 10
"""So many a day by one person: more is no work at the door."""
MEEST_GEKREGEN = 3
"""So many a day for one resident."""
MEEST_PER_BRIEF = 5
"""So many mails a day by one letter."""
MEEST_MIS = 5
"""After so many wrong letters a code works no more."""
_DAG = timedelta(days=1)
_MEEST_GETOOND = 5


def kies(tx: Connection, handeling: Handeling, huis_id: str) -> Boodschap:
    """Show who at an address has an account, and say what must be so before one gives a code.

    Raises:
        Geweigerd: no such role, or one's own address. So do all functions here that staff use.
    """
    wie, huis = _eis(tx, handeling, huis_id)
    mensen = [{"stoel": s.nummer, **_plekken(tx, s.bewoner)} for s in met_account(tx, huis) if s.bewoner]
    if not mensen:
        raise Geweigerd("terugkeer.niemand")
    eerder = terugkeren.bij(tx, huis.id, _MEEST_GETOOND) if ORGANISATOR in wie.rollen else []
    data = {"huis": huis.publiek_id, "adres": huishouden.adres(huis), "mensen": mensen}
    return Boodschap("terugkeer.wie", {**data, "eerder": [_als_data(een) for een in eerder]})


def geef(tx: Connection, handeling: Handeling, huis_id: str, stoel: int, peper: bytes) -> Boodschap:
    """Give a resident the code by which they come back, and tell all places where they took part.

    Args:
        tx: under the lock of accounts.
        handeling: who gives it.
        huis_id: publiek_id of the address.
        stoel: seat of the resident.
        peper: secret under which codes are kept.
    """
    wie, huis = _eis(tx, handeling, huis_id)
    bewoner = huishouden.eis_stoel(tx, huis, stoel).bewoner
    plekken = [] if bewoner is None else toestellen.van_bewoner(tx, bewoner)
    if bewoner is None or not plekken:
        raise Geweigerd("terugkeer.niemand")
    if rollen.is_een_persoon(tx, wie.account, plekken[0].id):
        raise Geweigerd("terugkeer.eigen_adres")
    if not toestelcode.rollen_mogen_mee(tx, handeling.wijk, plekken[0].id, wie):
        raise Geweigerd("terugkeer.rol")
    sinds = handeling.now - _DAG
    if (
        terugkeren.tel(tx, sinds, gegeven_door=wie.account) >= MEEST_GEGEVEN
        or terugkeren.tel(tx, sinds, bewoner=bewoner) >= MEEST_GEKREGEN
    ):
        raise Geweigerd("terugkeer.te_vaak")
    code = _geef_code(tx, handeling, bewoner, DEUR, wie.account, peper)
    return Boodschap("terugkeer.code", {"code": code, "huis": huis.publiek_id, "adres": huishouden.adres(huis)})


def _geef_code(
    tx: Connection, handeling: Handeling, bewoner: int, wijze: str, gegeven_door: int | None, peper: bytes
) -> str:
    """Return a code in place of any that was given before, and tell all places where the resident takes part."""
    plekken = toestellen.van_bewoner(tx, bewoner)
    toestellen.trek_gegeven_in(tx, [plek.id for plek in plekken])
    code = toestelcode.geef(tx, handeling, Code(plekken[0].id, wijze, gegeven_door), peper)
    terugkeren.voeg_toe(tx, handeling.wijk, bewoner, wijze, gegeven_door, handeling.now)
    boodschap = Boodschap("terugkeer.gegeven", {"op": handeling.now.isoformat(), "wijze": wijze})
    naar = accounts.alle_van_bewoner(tx, bewoner)
    outbox.schrijf(tx, handeling.wijk, f"terugkeer:{handeling.id('terugkeer')}", naar, boodschap, baan=Baan.DRINGEND)
    return code


def vraag_mail(tx: Connection, handeling: Handeling, *, post: bool) -> Boodschap:
    """Ask who typed the code of their letter for the e-mail address that they gave here.

    Args:
        post: whether mail can be sent.
    """
    wie = wie_handelt(tx, handeling)
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    brief = None if gesprek is None else toestelcode.brief_in(gesprek)
    if not post or brief is None or wie.bewoner is not None:
        return Boodschap("toestel.hoe", {"mail": False})
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(toestelcode.MET_BRIEF, "mail", {"code": brief}))
    return Boodschap("terugkeer.mail")


def _mail(tx: Connection, handeling: Handeling, wie: Wie, brief: int, getypt: str, peper: bytes) -> Boodschap:
    """Mail a code to who lives where the letter went, if this is their address; say the same if it is not."""
    toestelcode.eis_pogingen(tx, handeling, wie)
    adres = mailadres.lees(getypt)
    accounts.noteer_codepoging(tx, wie.account, handeling.now)
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(toestelcode.MET_BRIEF, "brief", {"code": brief}))
    huis = huishoudens.code(tx, handeling.wijk, brief)
    van = [] if huis is None or huis.ingetrokken else mailadressen.met_adres(tx, huis.huishouden, adres)
    plekken = toestellen.van_bewoner(tx, van[0].bewoner) if len(van) == 1 else []  # shared: of whom would it be?
    if plekken and toestelcode.rollen_mogen_mee(tx, handeling.wijk, plekken[0].id, None):
        rem = ((f"brief:{brief}", MEEST_PER_BRIEF), (f"terug:{van[0].bewoner}", MEEST_GEKREGEN))
        if mailadres.mag_mailen(tx, handeling.wijk, rem, handeling.now, peper):
            code = _geef_code(tx, handeling, van[0].bewoner, MAIL, None, peper)
            taal = accounts.van_id(tx, handeling.wijk, plekken[0].id).taal
            data = {"wijk": wijken.naam(tx, handeling.wijk), "code": code, "kanaal": handeling.afzender.kanaal}
            wat = "mail_terug", data, handeling.id("mail"), handeling.now
            postuit.schrijf_aan(tx, handeling.wijk, van[0].bewoner, van[0].adres or adres, taal, *wat)
    return Boodschap("terugkeer.gemaild")


def typ(tx: Connection, handeling: Handeling, getypt: str, peper: bytes) -> Boodschap:
    """Take the code of the letter of who comes back, which asks whether it is them; or their e-mail address.

    Raises:
        Geweigerd: nobody waits for it here, or too many wrong ones were typed.
    """
    wie = wie_handelt(tx, handeling)
    stap = eis_open(tx, wie, toestelcode.MET_BRIEF)
    if stap.stap == "mail":
        return _mail(tx, handeling, wie, stap.data["code"], getypt, peper)
    if "toestelcode" not in stap.data:  # a code is on its way by mail
        return toestelcode.FOUT
    code, gegeven = toestelcode.vind(tx, handeling, wie, stap.data["toestelcode"], peper)
    if gegeven is None:
        gesprekken.sluit(tx, wie.wijk, wie.account)
        return toestelcode.FOUT
    goed = huishoudcode.lees(getypt)
    brief = None if goed is None else _brief(tx, handeling.wijk, goed, peper)
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(stap.soort, stap.stap, {"toestelcode": code, "code": brief or 0}))
    if not toestelcode.is_genoeg(tx, handeling, wie, gegeven):
        if goed is not None:  # who mistypes is no guesser
            accounts.noteer_codepoging(tx, wie.account, handeling.now)
            toestellen.mis(tx, gegeven.account, MEEST_MIS)
        return Boodschap("geweigerd", {"sleutel": "terugkeer.brief_fout", "velden": {}}, wijze="nieuw")
    return Boodschap("toestel.vraag", {"code": code}, wijze="nieuw")


def weiger(tx: Connection, handeling: Handeling) -> Boodschap:
    """Say as a resident that a code was not asked for: it works no more, and the organisatoren hear where."""
    wie = eis_bewoner(tx, handeling)
    if toestellen.trek_gegeven_in(tx, [plek.id for plek in toestellen.van(tx, wie.account)]) and wie.bewoner:
        terugkeren.geweigerd(tx, wie.bewoner, handeling.now)
        team = rollen.accounts_met(tx, handeling.wijk, [ORGANISATOR])
        adres = huishoudens.adres(tx, wie.huishouden or 0)
        boodschap = Boodschap("terugkeer.geweigerd_team", {"adres": adres})
        sleutel = f"terugkeer niet:{handeling.id('terugkeer')}"
        outbox.schrijf(tx, handeling.wijk, sleutel, team, boodschap, baan=Baan.DRINGEND)
        return Boodschap("terugkeer.gestopt")
    return Boodschap("terugkeer.te_laat")


def met_account(tx: Connection, huis: Huishouden) -> list[huishouden.Stoel]:
    """Return the seats of who takes part themselves."""
    return [stoel for stoel in huishouden.stoelen(tx, huis) if stoel.met_account]


def _eis(tx: Connection, handeling: Handeling, huis_id: str) -> tuple[Wie, Huishouden]:
    eis_rol(tx, handeling, *ROLLEN)  # a straatcontact is a neighbour
    wie, huis = eis(tx, handeling, huis_id)
    if huis.id == wie.huishouden:
        raise Geweigerd("terugkeer.eigen_adres")
    return wie, huis


def _brief(tx: Connection, wijk: int, code: str, peper: bytes) -> int | None:
    gevonden = huishoudens.vind_code(tx, wijk, huishoudcode.hmac_van(code, peper))
    return None if gevonden is None else gevonden.id


def _plekken(tx: Connection, bewoner: int) -> dict[str, Any]:
    """Return what tells housemates apart without a name: since when, and on which networks."""
    plekken = toestellen.van_bewoner(tx, bewoner)
    sinds = terugkeren.sinds(tx, bewoner)
    return {"sinds": sinds.isoformat(), "kanalen": sorted({plek.kanaal for plek in plekken})}


def _als_data(een: Terugkeer) -> dict[str, Any]:
    kwam = een.gebruikt_op is not None
    hoe = "geweigerd" if een.geweigerd_op is not None else "gekomen" if kwam else "niet_gekomen"
    return {"op": een.gegeven_op.isoformat(), "wijze": een.wijze, "door": een.door and ":".join(een.door), "hoe": hoe}
