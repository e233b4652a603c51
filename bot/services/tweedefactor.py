"""The second factor of the team in a browser: setting it up, showing it, and what becomes of it when it is lost.

    nothing ──begin──▶ begonnen ──one right code──▶ bevestigd ──geef──▶ this browser is open for some hours
       ▲                                               │
       └──────── another of the team, with a second person ┘

Who has a role on Telegram is not asked: that signs in by itself.
"""

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import tweedefactor as regel
from bot.rules.pacing import Baan
from bot.services import voorstel, websessie
from bot.services.handeling import BEHEERDER, ORGANISATOR, Handeling, eis_rol
from bot.services.websessie import Toeval
from bot.storage import outbox, rolgebruiken, tweedefactoren, websessies, wijkwijzer
from bot.storage.tweedefactoren import Factor
from bot.storage.websessies import Sessie

_NONCE = 12
RESETTEN = (ORGANISATOR, BEHEERDER)


@dataclass(frozen=True)
class Plek:
    """In which wijk somebody confirms who they are, on which network, and the secret of the installation."""

    wijk: int
    kanaal: str
    peper: bytes


@dataclass(frozen=True)
class Stand:
    """How far somebody is who must confirm who they are.

    Args:
        staat: `niets`, `begonnen` or `bevestigd`.
        geheim: of the app, as long as it is being set up.
        wacht_tot: before this nothing is tried.
    """

    sessie: Sessie
    staat: str
    geheim: bytes | None
    wacht_tot: datetime | None


@dataclass(frozen=True)
class Uitkomst:
    """What became of a try.

    Args:
        goed: whether the browser is open now.
        codes: for when the app is lost: once, when it was set up.
    """

    goed: bool
    codes: tuple[str, ...] = ()


def stand(tx: Connection, geheim: str, now: datetime, plek: Plek) -> Stand | None:
    """Return how far somebody is whose browser is not open; None when it is open, or nobody is signed in."""
    sessie = websessies.vind_dicht(tx, websessie.merk(geheim), now)
    if sessie is None:
        return None
    factor = tweedefactoren.van(tx, sessie.account)
    if factor is None:
        return Stand(sessie, "niets", None, None)
    wacht_tot = factor.wacht_tot if factor.wacht_tot is not None and factor.wacht_tot > now else None
    if factor.bevestigd_op is not None:
        return Stand(sessie, "bevestigd", None, wacht_tot)
    nieuw = _ontsluit(factor, plek.peper)  # that of another installation is begun anew
    return Stand(sessie, "niets" if nieuw is None else "begonnen", nieuw, wacht_tot)


def begin(tx: Connection, geheim: str, now: datetime, plek: Plek, zaad: bytes, publiek_id: str) -> None:
    """Make the secret for an app, where none was confirmed yet.

    Args:
        tx: under the lock of accounts.
        geheim: of the session.
        now: the moment.
        plek: where.
        zaad: 32 fresh random bytes.
        publiek_id: a fresh one.
    """
    hier = stand(tx, geheim, now, plek)
    if hier is None or hier.staat != "niets":
        return
    nieuw = hmac.digest(zaad, b"geheim", "sha256")[: regel.GEHEIM_BYTES]
    nonce = hmac.digest(zaad, b"nonce", "sha256")[:_NONCE]
    account = hier.sessie.account
    sleutel = AESGCM(_sleutel(plek.peper))
    tweedefactoren.zet(tx, account, publiek_id, nonce + sleutel.encrypt(nonce, nieuw, _bij(account)))


def geef(tx: Connection, geheim: str, getypt: str, now: datetime, plek: Plek, toeval: Toeval, zaad: bytes) -> Uitkomst:
    """Open a browser by the digits of the app, or a code for when that is lost.

    Args:
        tx: under the lock of accounts: what works once is tried by one at a time.
        geheim: of the session.
        getypt: what was typed.
        now: the moment.
        plek: where.
        toeval: what the session is from now on; its account stays.
        zaad: 32 fresh random bytes, for the codes.
    """
    hier = stand(tx, geheim, now, plek)
    factor = tweedefactoren.van(tx, hier.sessie.account) if hier else None
    if hier is None or factor is None or hier.wacht_tot is not None:
        return Uitkomst(goed=False)
    code, account = regel.netjes(getypt), factor.account
    app = _ontsluit(factor, plek.peper)
    stap = regel.stap_van(app, code, now, factor.stap) if app is not None else None
    bevestigd = factor.bevestigd_op is not None
    goed = stap is not None or (bevestigd and tweedefactoren.gebruik_code(tx, account, _merk(code, account, plek)))
    if not goed:
        fouten = factor.fouten + 1
        wacht = regel.wacht(fouten)
        tweedefactoren.fout(tx, account, fouten, now + wacht if wacht else None)
        _spoor(tx, hier.sessie, plek, now, "tweedefactor.fout")
        return Uitkomst(goed=False)
    codes: tuple[str, ...] = ()
    if not bevestigd:
        codes = tuple(regel.herstelcodes(zaad))
        tweedefactoren.zet_codes(tx, account, [_merk(regel.netjes(een), account, plek) for een in codes])
    tweedefactoren.goed(tx, account, now, stap)
    open_(tx, hier.sessie, toeval, now)
    _spoor(tx, hier.sessie, plek, now, None)
    return Uitkomst(goed=True, codes=codes)


def open_(tx: Connection, sessie: Sessie, toeval: Toeval, now: datetime) -> None:
    """Open a browser for some hours, as another session: who knew the old one has nothing."""
    websessies.bevestig(tx, sessie, websessie.merk(toeval.geheim), toeval.publiek_id, now + regel.GELDIG)


def lijst(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show who of the team set it up, to who may let them do so anew."""
    eis_rol(tx, handeling, *RESETTEN)
    return Boodschap("tweedefactor.lijst", {"mensen": list(_mensen(tx, handeling))}, melding=melding)


def opnieuw(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask a second person that somebody who lost it may set it up anew.

    Raises:
        Geweigerd: no such role, or there is nothing to set up anew.
    """
    wie = eis_rol(tx, handeling, *RESETTEN)
    van = next((een for een in _mensen(tx, handeling) if een["id"] == publiek_id), None)
    if van is None:
        raise Geweigerd("tweedefactor.onbekend")
    return voorstel.stel_voor(
        tx, handeling, wie, "tweedefactor", {"id": publiek_id}, nummer=van["wie"].partition(":")[2]
    )


@voorstel.voert_uit("tweedefactor")
def _opnieuw(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    factor = tweedefactoren.zoek(tx, data["id"])
    if factor is None:
        raise Geweigerd("tweedefactor.onbekend")
    tweedefactoren.verwijder(tx, factor.account)
    gezegd = Boodschap("tweedefactor.opnieuw")
    outbox.schrijf(tx, handeling.wijk, f"tweedefactor:{data['id']}", [factor.account], gezegd, baan=Baan.DRINGEND)


def _mensen(tx: Connection, handeling: Handeling) -> Iterator[dict[str, Any]]:
    for publiek_id, _, kanaal, extern_id in tweedefactoren.lijst(tx, handeling.wijk):
        yield {"id": publiek_id, "wie": f"{kanaal}:{extern_id}"}


def _spoor(tx: Connection, sessie: Sessie, plek: Plek, now: datetime, geweigerd: str | None) -> None:
    velden = {"rol": "", "wat": "tweedefactor.geef", "onderwerp": None, "wijzigt": False, "geweigerd": geweigerd}
    waar = wijkwijzer.van_account(tx, plek.kanaal, sessie.extern_id).rollen  # in each the team may see it
    for wijk in waar or (plek.wijk,):
        rolgebruiken.schrijf(tx, wijk, plek.kanaal, sessie.extern_id, now, **velden)


def _sleutel(peper: bytes) -> bytes:
    return hmac.digest(peper, b"tweede factor", "sha256")


def _bij(account: int) -> bytes:
    """What a secret is tied to: put with another account it is none."""
    return f"account {account}".encode()


def _ontsluit(factor: Factor, peper: bytes) -> bytes | None:
    if factor.geheim is None:
        return None
    nonce, versleuteld = factor.geheim[:_NONCE], factor.geheim[_NONCE:]
    try:
        return AESGCM(_sleutel(peper)).decrypt(nonce, versleuteld, _bij(factor.account))
    except InvalidTag:  # another pepper: the codes for when it is lost do not work either, so somebody lets them anew
        return None


def _merk(code: str, account: int, plek: Plek) -> bytes:
    return hmac.digest(plek.peper, f"herstelcode {account}:{code}".encode(), "sha256")
