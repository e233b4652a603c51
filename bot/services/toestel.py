"""Where a resident takes part: Telegram, a browser, or several. Whoever has more than one counts once.

One goes on elsewhere by a code that works once, for a quarter of an hour: made where one takes part already, and typed
or opened there. A browser comes to the chat that this resident has in browsers; another network is a second account.
Who lost every device is given a code (`terugkeer`); that one asks for the letter too, and brings no role along.
"""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.services import stemverhuizing, toestelcode
from bot.services.handeling import Handeling, eis_bewoner, wie_handelt
from bot.services.toestelcode import ZELF
from bot.storage import accounts, geledingen, gesprekken, outbox, terugkeren, toestellen, websessies, wissen
from bot.storage.accounts import Wie
from bot.storage.toestellen import Code, Plek
from bot.webinstellingen import KANAAL as BROWSER


def lijst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show where the person who asks takes part, and where messages go."""
    return _lijst(tx, eis_bewoner(tx, handeling))


def maak_code(tx: Connection, handeling: Handeling, peper: bytes) -> Boodschap:
    """Give a resident the code by which they go on elsewhere; one made before works no more."""
    wie = eis_bewoner(tx, handeling)
    code = toestelcode.geef(tx, handeling, Code(wie.account, ZELF, None), peper)
    return Boodschap("toestel.code", {"code": code, "hier": handeling.afzender.kanaal}, wijze="nieuw")


def toon(tx: Connection, handeling: Handeling, getypt: str, peper: bytes) -> Boodschap:
    """Ask who comes with a code whether it is their own: by the code of somebody else they would speak for them.

    Raises:
        Geweigerd: who comes takes part already, or is to be independent; the code is unknown or too old.
    """
    wie = wie_handelt(tx, handeling)
    code, gegeven = toestelcode.vind(tx, handeling, wie, getypt, peper)
    if gegeven is None:
        return toestelcode.FOUT
    if not toestelcode.is_genoeg(tx, handeling, wie, gegeven):
        return toestelcode.vraag_brief(tx, wie, code)
    return Boodschap("toestel.vraag", {"code": code}, wijze="nieuw")


def koppel(tx: Connection, handeling: Handeling, getypt: str, peper: bytes) -> Boodschap | tuple[Boodschap, ...]:
    """Let who comes with a code go on here as the resident who made it, or to whom it was given.

    Args:
        tx: under the lock of accounts.
        handeling: who acts.
        getypt: the code.
        peper: secret under which codes are kept.

    Raises:
        Geweigerd: as `toon`.
    """
    wie = wie_handelt(tx, handeling)
    code, gegeven = toestelcode.vind(tx, handeling, wie, getypt, peper)
    if gegeven is None:
        return toestelcode.FOUT
    if not toestelcode.is_genoeg(tx, handeling, wie, gegeven):
        return toestelcode.vraag_brief(tx, wie, code)
    toestellen.gebruik_code(tx, gegeven.account)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    van = accounts.van_id(tx, handeling.wijk, gegeven.account)
    nieuw = [sessie.publiek_id for sessie in websessies.van_account(tx, wie.account)]
    eerder = toestellen.van(tx, van.account)
    antwoord = _ga_verder(tx, handeling, wie, van)
    if gegeven.wijze == ZELF:
        _zeg(tx, handeling, [_eerste(eerder, handeling, van)], Boodschap("toestel.erbij", _moment(handeling)))
        return antwoord
    assert van.bewoner is not None  # noqa: S101 (`toestelcode.vind` looked)
    terugkeren.gekomen(tx, van.bewoner, handeling.now)
    plekken = toestellen.van(tx, van.account)
    toestellen.hoor_op(tx, plekken, _eerste(plekken, handeling, wie))
    erbij = {**_moment(handeling), "wijze": gegeven.wijze, "nieuw": next(iter(nieuw), None)}
    _zeg(tx, handeling, [plek.id for plek in eerder if plek.bereikbaar], Boodschap("terugkeer.erbij", erbij))
    return antwoord


def meld_af(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Sign a browser out.

    Raises:
        Geweigerd: it is not theirs, or was signed out already.
    """
    wie = eis_bewoner(tx, handeling)
    if not any(websessies.eindig(tx, plek.id, publiek_id) for plek in toestellen.van(tx, wie.account)):
        raise Geweigerd("toestel.onbekend")
    return _lijst(tx, wie, melding="toestel.afgemeld")


def meld_anderen_af(tx: Connection, handeling: Handeling, blijft: str) -> Boodschap:
    """Sign out all browsers but one.

    Raises:
        Geweigerd: that one is not theirs, or was signed out.
    """
    wie = eis_bewoner(tx, handeling)
    alle = [een for plek in toestellen.van(tx, wie.account) for een in websessies.van_account(tx, plek.id)]
    if blijft not in {een.publiek_id for een in alle}:
        raise Geweigerd("toestel.onbekend")
    for een in alle:
        if een.publiek_id != blijft:
            websessies.eindig(tx, een.account, een.publiek_id)
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
        return ()
    assert van.bewoner is not None  # noqa: S101 (`toestelcode.vind` looked)
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
    return Boodschap("toestel.welkom", {"kanalen": _kanalen(toestellen.van(tx, wie.account))})


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


def _zeg(tx: Connection, handeling: Handeling, naar: list[int], boodschap: Boodschap) -> None:
    """Tell a resident where they took part already: if it was not they, they can undo it."""
    outbox.schrijf(tx, handeling.wijk, f"toestel:{handeling.id('toestel')}", naar, boodschap, baan=Baan.DRINGEND)


def _moment(handeling: Handeling) -> dict[str, str]:
    return {"op": handeling.now.isoformat()}


def _eerste(plekken: list[Plek], handeling: Handeling, anders: Wie) -> int:
    """Return the account of the browsers of a resident where a browser came; else that of someone."""
    browser = next((plek.id for plek in plekken if plek.kanaal == BROWSER), None)
    return browser if browser is not None and handeling.afzender.kanaal == BROWSER else anders.account
