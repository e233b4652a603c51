"""The code by which a resident goes on elsewhere: making one, and finding what one that is typed gives.

A resident makes it where they take part. To who lost every device it is given (`terugkeer`): then the letter is asked
too, and no role comes along that the giver may not give.
"""

import hashlib
import hmac
from datetime import timedelta

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.kortecode import TOESTEL, maak
from bot.services import rol
from bot.services.handeling import CONTROLEUR, Handeling
from bot.services.onboarding import POGINGEN_PER_UUR
from bot.services.onboarding import SOORT as WELKOM
from bot.storage import accounts, gesprekken, huishoudens, rollen, toestellen
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.toestellen import Code
from bot.webinstellingen import KANAAL as BROWSER

ZELF = "zelf"
MET_BRIEF = "terugkeer"
"""The kind of open conversation in which someone types the code of their letter, with a code that was given."""
GELDIG = timedelta(minutes=15)
FOUT = Boodschap("geweigerd", {"sleutel": "toestel.code_fout", "velden": {}}, wijze="nieuw")
_UUR = timedelta(hours=1)


def geef(tx: Connection, handeling: Handeling, van: Code, peper: bytes) -> str:
    """Return a new code for an account; one made before works no more."""
    code = maak(handeling.geheim("toestel"))
    toestellen.zet_code(tx, van, merk_van(code, peper), handeling.now + GELDIG)
    return code


def vind(tx: Connection, handeling: Handeling, wie: Wie, getypt: str, peper: bytes) -> tuple[str, Code | None]:
    """Return a code and what it gives; a wrong one is counted, so that nobody goes on guessing.

    Raises:
        Geweigerd: who comes takes part already, or is to be independent, or typed too many wrong ones.
    """
    if wie.bewoner is not None or huishoudens.heeft_bewoner(tx, wie.account):
        raise Geweigerd("toestel.al_binnen")
    if CONTROLEUR in wie.rollen:
        raise Geweigerd("uitnodiging.niet_onafhankelijk")
    eis_pogingen(tx, handeling, wie)
    code = TOESTEL.lees(getypt)
    gevonden = toestellen.van_code(tx, merk_van(code, peper), handeling.now)
    if gevonden is None or not _geldt(tx, handeling, wie, gevonden):
        accounts.noteer_codepoging(tx, wie.account, handeling.now)
        return code, None
    return code, gevonden


def eis_pogingen(tx: Connection, handeling: Handeling, wie: Wie) -> None:
    """Refuse who typed too many wrong codes.

    Raises:
        Geweigerd: they did.
    """
    if len(accounts.codepogingen(tx, wie.account, handeling.now - _UUR)) >= POGINGEN_PER_UUR:
        raise Geweigerd("deur.te_vaak")


def is_genoeg(tx: Connection, handeling: Handeling, wie: Wie, code: Code) -> bool:
    """Say whether a code is enough; with one that was given, who comes must have typed that of the letter too."""
    if code.wijze == ZELF:
        return True
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    nummer = None if gesprek is None else brief_in(gesprek)
    brief = None if nummer is None else huishoudens.code(tx, handeling.wijk, nummer)
    thuis = accounts.van_id(tx, handeling.wijk, code.account).huishouden
    return brief is not None and not brief.ingetrokken and brief.huishouden == thuis


def brief_in(gesprek: Gesprek) -> int | None:
    """Return which code of a letter somebody typed who comes in here; None when they typed none."""
    if gesprek.soort not in {WELKOM, MET_BRIEF}:
        return None
    nummer: int | None = gesprek.data.get("code") or gesprek.data.get("brief")
    return nummer


def vraag_brief(tx: Connection, wie: Wie, code: str) -> Boodschap:
    """Ask who comes with a code that was given for that of their letter."""
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(MET_BRIEF, "brief", {"toestelcode": code}))
    return Boodschap("terugkeer.brief", wijze="nieuw")


def rollen_mogen_mee(tx: Connection, wijk: int, account: int, gever: Wie | None) -> bool:
    """Say whether the browser chat of a person may be opened to who comes back: with it come its roles.

    Args:
        gever: who gives the code, None for nobody of the team.
    """
    browsers = (plek.id for plek in toestellen.van(tx, account) if plek.kanaal == BROWSER)
    mee = [(waar, een) for plek in browsers for waar, een in rollen.alle_van_account(tx, plek)]
    return all(gever is not None and waar == wijk and rol.mag_geven(gever, een) for waar, een in mee)


def _geldt(tx: Connection, handeling: Handeling, wie: Wie, code: Code) -> bool:
    """Say whether a code is of a resident; what was given works not for the giver, nor where a role came meanwhile."""
    if accounts.van_id(tx, handeling.wijk, code.account).bewoner is None:
        return False
    if code.wijze == ZELF:
        return True
    gever = None if code.gegeven_door is None else accounts.van_id(tx, handeling.wijk, code.gegeven_door)
    return code.gegeven_door != wie.account and rollen_mogen_mee(tx, handeling.wijk, code.account, gever)


def merk_van(code: str, peper: bytes) -> bytes:
    """Return the hash under which a code is kept."""
    return hmac.digest(peper, f"toestel:{code}".encode(), hashlib.sha256)
