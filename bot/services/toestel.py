"""Where a resident takes part: Telegram, a browser, or several. Whoever has more than one counts once.

One goes on elsewhere by a code that works once, for a quarter of an hour: made where one takes part already, and typed
or opened there. A browser comes to the chat that this resident has in browsers; another network is a second account.
"""

import hashlib
import hmac
import re
from datetime import timedelta

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.rules.pacing import Baan
from bot.services import stemverhuizing
from bot.services.handeling import CONTROLEUR, Handeling, eis_bewoner, wie_handelt
from bot.services.onboarding import POGINGEN_PER_UUR
from bot.storage import accounts, geledingen, gesprekken, huishoudens, outbox, toestellen, websessies, wissen
from bot.storage.accounts import Wie
from bot.storage.toestellen import Plek
from bot.webinstellingen import KANAAL as BROWSER

GELDIG = timedelta(minutes=15)
_UUR = timedelta(hours=1)
_VORM = re.compile(r"ook[\s-]*([0-9A-Za-z]{4})[\s-]*([0-9A-Za-z]{4})")


def herken_code(tekst: str) -> bool:
    """Say whether typed text is meant as a code for another device."""
    return bool(_VORM.fullmatch(tekst.strip().lower()))


def lijst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show where the person who asks takes part, and where messages go."""
    return _lijst(tx, eis_bewoner(tx, handeling))


def maak_code(tx: Connection, handeling: Handeling, peper: bytes) -> Boodschap:
    """Give a resident the code by which they go on elsewhere; one made before works no more."""
    wie = eis_bewoner(tx, handeling)
    code = _schrijf(handeling.geheim("toestel"))
    toestellen.zet_code(tx, wie.account, _merk(code, peper), handeling.now + GELDIG)
    return Boodschap("toestel.code", {"code": code, "hier": handeling.afzender.kanaal}, wijze="nieuw")


def toon(tx: Connection, handeling: Handeling, getypt: str, peper: bytes) -> Boodschap:
    """Ask who comes with a code whether it is their own: by the code of somebody else they would speak for them.

    Raises:
        Geweigerd: who comes takes part already, or is to be independent; the code is unknown or too old.
    """
    wie = wie_handelt(tx, handeling)
    code, van = _vind(tx, handeling, wie, getypt, peper)
    if van is None:
        return Boodschap("geweigerd", {"sleutel": "toestel.code_fout", "velden": {}}, wijze="nieuw")
    return Boodschap("toestel.vraag", {"code": code}, wijze="nieuw")


def koppel(tx: Connection, handeling: Handeling, getypt: str, peper: bytes) -> Boodschap | tuple[Boodschap, ...]:
    """Let who comes with a code go on here as the resident who made it.

    Args:
        tx: under the lock of accounts.
        handeling: who acts.
        getypt: the code.
        peper: secret under which codes are kept.

    Raises:
        Geweigerd: as `toon`.
    """
    wie = wie_handelt(tx, handeling)
    _, van = _vind(tx, handeling, wie, getypt, peper)
    if van is None:
        return Boodschap("geweigerd", {"sleutel": "toestel.code_fout", "velden": {}}, wijze="nieuw")
    toestellen.gebruik_code(tx, van.account)
    gesprekken.sluit(tx, wie.account)
    return _ga_verder(tx, handeling, wie, van)


def meld_af(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Sign a browser out.

    Raises:
        Geweigerd: it is not theirs, or was signed out already.
    """
    wie = eis_bewoner(tx, handeling)
    if not any(websessies.eindig(tx, plek.id, publiek_id) for plek in toestellen.van(tx, wie.account)):
        raise Geweigerd("toestel.onbekend")
    return _lijst(tx, wie, melding="toestel.afgemeld")


def maak_los(tx: Connection, handeling: Handeling, kanaal: str) -> Boodschap:
    """Let another chat network of this resident go: who talks there is a stranger from now on.

    Raises:
        Geweigerd: there is no other.
    """
    wie = eis_bewoner(tx, handeling)
    weg = [p for p in toestellen.van(tx, wie.account) if p.kanaal == kanaal and p.id != wie.account]
    if not weg or wie.bewoner is None:
        raise Geweigerd("toestel.onbekend")
    for plek in weg:
        for sessie in websessies.van_account(tx, plek.id):
            websessies.eindig(tx, plek.id, sessie.publiek_id)
        outbox.laat_vallen_van(tx, plek.id, "losgemaakt")
        leeg = {"bewoner": None, "toestemming_versie": None, "toestemming_op": None, "elders": False}
        accounts.wijzig(tx, plek.id, **leeg)
    accounts.hoor_ergens(tx, wie.bewoner)
    return _lijst(tx, wie, melding="toestel.losgemaakt")


def hoor_op(tx: Connection, handeling: Handeling, kanaal: str) -> Boodschap:
    """Let what this resident did not ask for go to one of their chat networks.

    Raises:
        Geweigerd: they are not on that one, or blocked the bot there.
    """
    wie = eis_bewoner(tx, handeling)
    plekken = toestellen.van(tx, wie.account)
    hier = next((plek for plek in plekken if plek.kanaal == kanaal and plek.bereikbaar), None)
    if hier is None:
        raise Geweigerd("toestel.onbekend")
    toestellen.hoor_op(tx, plekken, hier.id)
    return _lijst(tx, wie, melding="voorkeur.bewaard")


def _ga_verder(tx: Connection, handeling: Handeling, wie: Wie, van: Wie) -> Boodschap | tuple[Boodschap, ...]:
    plekken = toestellen.van(tx, van.account)
    browser = next((plek for plek in plekken if plek.kanaal == BROWSER), None)
    if handeling.afzender.kanaal == BROWSER and browser is not None:
        toestellen.verplaats_browsers(tx, wie.account, browser.id)  # its page shows that chat now
        _waarschuw(tx, handeling, browser.id)
        return ()
    assert van.bewoner is not None  # noqa: S101 (`_vind` looked)
    if (eerder := wissen.bewoner_van(tx, handeling.wijk, wie.account)) is not None:
        stemverhuizing.neem_mee(tx, handeling, eerder, van.bewoner)
    if wie.geleding is not None:
        geledingen.neem_mee(tx, handeling.wijk, wie.account, van.bewoner)
    ja_op = accounts.ja_gezegd(tx, van.account)
    accounts.wijzig(
        tx, wie.account, bewoner=van.bewoner, toestemming_versie=van.toestemming, toestemming_op=ja_op, elders=True
    )
    if wie.taal is None and van.taal is not None:
        accounts.wijzig(tx, wie.account, taal=van.taal)
    _waarschuw(tx, handeling, van.account)
    return Boodschap("toestel.welkom", {"kanalen": _kanalen(toestellen.van(tx, wie.account))})


def _vind(tx: Connection, handeling: Handeling, wie: Wie, getypt: str, peper: bytes) -> tuple[str, Wie | None]:
    """Return a code and who made it; a wrong one is counted, so that nobody goes on guessing."""
    if wie.bewoner is not None or huishoudens.heeft_bewoner(tx, wie.account):
        raise Geweigerd("toestel.al_binnen")
    if CONTROLEUR in wie.rollen:
        raise Geweigerd("uitnodiging.niet_onafhankelijk")
    if len(accounts.codepogingen(tx, wie.account, handeling.now - _UUR)) >= POGINGEN_PER_UUR:
        raise Geweigerd("deur.te_vaak")
    kaal = _VORM.fullmatch(getypt.strip().lower())
    code = huishoudcode.genormaliseerd("".join(kaal.groups()) if kaal else getypt)
    account = toestellen.van_code(tx, _merk(code, peper), handeling.now)
    van = None if account is None else accounts.van_id(tx, handeling.wijk, account)
    if van is None or van.bewoner is None:
        accounts.noteer_codepoging(tx, wie.account, handeling.now)
        return code, None
    return code, van


def _lijst(tx: Connection, wie: Wie, melding: str | None = None) -> Boodschap:
    plekken = toestellen.van(tx, wie.account)
    browsers = [sessie for plek in plekken for sessie in websessies.van_account(tx, plek.id)]
    data = {
        "kanalen": _kanalen(plekken),
        "hier": next(plek.kanaal for plek in plekken if plek.id == wie.account),
        "browsers": [
            {"id": een.publiek_id, "toestel": een.toestel, "gezien": een.gezien_op.isoformat()} for een in browsers
        ],
    }
    return Boodschap("toestel.lijst", data, melding=melding)


def _kanalen(plekken: list[Plek]) -> list[dict[str, object]]:
    """Return each chat network of a person, and whether what they did not ask for goes there."""
    gezien: dict[str, bool] = {}
    for plek in plekken:
        if plek.bereikbaar:
            gezien[plek.kanaal] = gezien.get(plek.kanaal, False) or not plek.elders
    return [{"kanaal": kanaal, "hoort": hoort} for kanaal, hoort in gezien.items()]


def _waarschuw(tx: Connection, handeling: Handeling, account: int) -> None:
    """Tell a resident where they took part already: if it was not they, they can undo it."""
    sleutel, boodschap = (
        f"toestel:{handeling.id('toestel')}",
        Boodschap("toestel.erbij", {"op": handeling.now.isoformat()}),
    )
    outbox.schrijf(tx, handeling.wijk, sleutel, [account], boodschap, baan=Baan.DRINGEND)


def _schrijf(willekeurig: bytes) -> str:
    getal = int.from_bytes(willekeurig[:5])
    return "".join(huishoudcode.ALFABET[getal >> (5 * plaats) & 31] for plaats in range(8))


def _merk(code: str, peper: bytes) -> bytes:
    return hmac.digest(peper, f"toestel:{code}".encode(), hashlib.sha256)
