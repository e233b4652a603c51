"""The codes of a door, like those of a bank's app: made from a secret and the time, and judged by the moment at which
someone sent theirs. No clock here, and no rows: who asks gives the secret and the moment.
"""

import base64
import hashlib
import hmac
import re
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple

from bot.rules.leeswoorden import met_cijfers

DEUR_OPEN = timedelta(hours=1)
"""Before the beginning of a meeting."""
DEUR_DICHT = timedelta(hours=6)
"""After the beginning, when nobody said when the meeting ends, and nobody closed the door before."""
NA_EIND = timedelta(hours=2)
"""After the end that was said beforehand."""

QR_NIEUW = timedelta(seconds=30)
CODE_NIEUW = timedelta(minutes=5)
SPELING = timedelta(seconds=5)
"""So far our clock may run ahead of the chat network's: a code that is brand new here is good there."""

ID = 22
_MERK = 16
EIGEN = ID + _MERK
"""So long is what a resident's own QR carries."""
_NET_VERLOPEN = 4
_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)
_GETYPT = re.compile(r"[\s\u002D\u2010-\u2015\u2212.\u200e\u200f\u2066-\u2069]+")
"""What may stand between: a phone may turn a dash into a longer one, and a copied code keeps its direction."""

Staat = Literal["nog_dicht", "open", "gesloten"]
Oordeel = Literal["goed", "verlopen", "fout"]


class Toont(NamedTuple):
    """What a door shows at a moment: what its QR carries, the typed code, and until when the QR stands there."""

    token: str
    code: str
    tot: datetime


def sluit_vanzelf(begin: datetime, eind: datetime | None) -> datetime:
    """Return when the door of a meeting closes by itself."""
    try:
        return begin + DEUR_DICHT if eind is None else eind + NA_EIND
    except OverflowError:  # the last evening of the calendar
        return datetime.max.replace(tzinfo=UTC)


def staat(begin: datetime, eind: datetime | None, dicht_op: datetime | None, moment: datetime) -> Staat:
    """Say how a door is at a moment.

    Args:
        begin: of the meeting.
        eind: of the meeting, None when nobody said.
        dicht_op: when the door was closed; None when nobody did.
    """
    if (dicht_op is not None and moment >= dicht_op) or moment > sluit_vanzelf(begin, eind):
        return "gesloten"
    return "nog_dicht" if begin - moment > DEUR_OPEN else "open"


def toont(geheim: bytes, publiek_id: str, moment: datetime) -> Toont:
    """Return what a door shows at a moment.

    Args:
        geheim: the meeting's own 32 secret bytes.
        publiek_id: of the meeting; it stands in the QR.
    """
    venster = _venster(QR_NIEUW, moment)
    code = _code(geheim, publiek_id, _venster(CODE_NIEUW, moment))
    return Toont(publiek_id + _qr_merk(geheim, publiek_id, venster), code, _BEGIN + (venster + 1) * QR_NIEUW)


def weeg_qr(geheim: bytes, token: str, moment: datetime) -> bool:
    """Say whether a QR was good at a moment: from its first second to the sixtieth."""
    publiek_id = token[:ID]
    vensters = _geldig(QR_NIEUW, moment)
    return any(_gelijk(token, publiek_id + _qr_merk(geheim, publiek_id, venster)) for venster in vensters)


def weeg_code(geheim: bytes, publiek_id: str, code: str, moment: datetime) -> Oordeel:
    """Judge six digits: good for ten minutes from their first second, and told apart from wrong ones for 20 more."""
    vensters = _geldig(CODE_NIEUW, moment)
    if any(_gelijk(code, _code(geheim, publiek_id, venster)) for venster in vensters):
        return "goed"
    eerder = range(vensters[0] - _NET_VERLOPEN, vensters[0])
    return "verlopen" if any(_gelijk(code, _code(geheim, publiek_id, v)) for v in eerder) else "fout"


def lees_code(getypt: str) -> str | None:
    """Return what someone typed as digits, whatever spaces and dashes stand between; None when it is no door code.

    One digit too few or too many is a code too: one that can be answered with that.
    """
    cijfers = _GETYPT.sub("", met_cijfers(getypt)).upper().replace("O", "0")
    return cijfers if re.fullmatch("[0-9]{5,7}", cijfers) else None


def eigen_token(peper: bytes, publiek_id: str, dag: date) -> str:
    """Return what a resident's own QR carries: their random id, and a mark that holds for this day and the next.

    Args:
        peper: the installation's secret outside the database.
    """
    return publiek_id + _kort(hmac.digest(peper, f"gehoord: eigen QR/{publiek_id}/{dag}".encode(), hashlib.sha256))


def weeg_eigen(peper: bytes, token: str, dag: date) -> str | None:
    """Return whose own QR this is; None when it is nobody's, or of another day than this one and the one before."""
    publiek_id = token[:ID]
    dagen = (dag, dag - timedelta(days=1))
    return publiek_id if any(_gelijk(token, eigen_token(peper, publiek_id, d)) for d in dagen) else None


def _venster(stap: timedelta, moment: datetime) -> int:
    return (moment - _BEGIN) // stap


def _geldig(stap: timedelta, moment: datetime) -> range:
    """Return the windows whose code is good at a moment: a code lives for two, its own and the next."""
    return range(_venster(stap, moment) - 1, _venster(stap, moment + SPELING) + 1)


def _code(geheim: bytes, publiek_id: str, venster: int) -> str:
    return f"{int.from_bytes(_hmac(geheim, 'code', publiek_id, venster)) % 1_000_000:06}"


def _qr_merk(geheim: bytes, publiek_id: str, venster: int) -> str:
    return _kort(_hmac(geheim, "qr", publiek_id, venster))


def _hmac(geheim: bytes, soort: str, publiek_id: str, venster: int) -> bytes:
    return hmac.digest(geheim, f"gehoord: deur/{soort}/{publiek_id}/{venster}".encode(), hashlib.sha256)


def _kort(merk: bytes) -> str:
    return base64.urlsafe_b64encode(merk).decode()[:_MERK]


def _gelijk(gegeven: str, goed: str) -> bool:
    return hmac.compare_digest(gegeven.encode(), goed.encode())
