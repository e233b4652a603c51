"""One push message to a browser (RFC 8030): encrypted for it alone (RFC 8291), and signed as ours (RFC 8292, VAPID)."""

import asyncio
import base64
import os
import struct
from datetime import timedelta
from time import time
from types import TracebackType
from typing import Literal, NamedTuple, Self
from urllib.parse import urlsplit

import aiohttp
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

from bot.storage.seintjes import Plek

_CURVE = ec.SECP256R1()
_ORDE = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of P-256 (FIPS 186-5)
_LENGTE = 512
"""Bytes of every message: by how long it is nobody learns its language."""
_BEWAAR = timedelta(days=3)
"""So long a push service keeps a message for a phone that is off."""
_HANDTEKENING_SECONDEN = 12 * 3600
_SECONDEN = 15
_TEGELIJK = 20
_LATER = 429


class Uitkomst(NamedTuple):
    """What a push service did: took it, knows nobody there any more, cannot now, or never will.

    Args:
        wacht: how long it wants nothing.
        reden: a status, or a kind of error; of nobody in particular.
    """

    soort: Literal["bezorgd", "weg", "later", "nee"]
    wacht: timedelta = timedelta(0)
    reden: str = ""


class Pushpost:
    """Hands messages to the push services of the makers of browsers, as one installation.

    Args:
        sleutel: 32 secret bytes.
        contact: address of our pages, by which who runs a push service finds us.
    """

    def __init__(self, sleutel: bytes, contact: str) -> None:
        self._sleutel = ec.derive_private_key(int.from_bytes(sleutel) % (_ORDE - 1) + 1, _CURVE)
        self._vapid = Vapid02(self._sleutel, {"no-strict": True})
        self._contact = contact
        self._getekend: dict[str, tuple[float, str]] = {}
        self._http: aiohttp.ClientSession | None = None

    @property
    def publiek(self) -> str:
        """What a browser ties its address to: only who has our key can write to it."""
        return base64.urlsafe_b64encode(_punt(self._sleutel.public_key())).decode().rstrip("=")

    async def __aenter__(self) -> Self:
        """Open the connections."""
        grens = aiohttp.ClientTimeout(total=_SECONDEN)
        verbindingen = aiohttp.TCPConnector(limit=_TEGELIJK)
        koekjes = aiohttp.DummyCookieJar()
        self._http = aiohttp.ClientSession(connector=verbindingen, timeout=grens, cookie_jar=koekjes)
        return self

    async def __aexit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """Close them."""
        if self._http is not None:
            await self._http.close()

    async def stuur(self, plek: Plek, inhoud: bytes) -> Uitkomst:
        """Hand over one message, in the place of one that still waits there; of the answer only the head is read."""
        assert self._http is not None  # noqa: S101 (it is opened first)
        try:
            lichaam = versleutel(inhoud, plek)
        except ValueError:
            return Uitkomst("weg", reden="no point of the curve")
        koppen = {
            "Authorization": self._handtekening(plek.adres),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(int(_BEWAAR.total_seconds())),
            "Topic": "bericht",
            "Urgency": "normal",
        }
        try:
            vraag = self._http.post(plek.adres, data=lichaam, headers=koppen, allow_redirects=False)
            async with asyncio.timeout(_SECONDEN), vraag as antwoord:
                return _duid(antwoord.status, antwoord.headers.get("Retry-After", ""))
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as fout:
            return Uitkomst("later", reden=type(fout).__name__)

    def _handtekening(self, adres: str) -> str:
        """Return who we are, for one push service; made anew now and then."""
        deel = urlsplit(adres)
        van, nu = f"{deel.scheme}://{deel.netloc}", time()
        tot, kop = self._getekend.get(van, (0.0, ""))
        if tot < nu + _HANDTEKENING_SECONDEN / 2:
            if len(self._getekend) > 100:  # Windows has a host for each part of the world
                self._getekend.clear()
            tot = nu + _HANDTEKENING_SECONDEN
            kop = self._vapid.sign({"aud": van, "exp": int(tot), "sub": self._contact})["Authorization"]
            self._getekend[van] = tot, kop
        return kop


def versleutel(
    inhoud: bytes,
    plek: Plek,
    eigen: ec.EllipticCurvePrivateKey | None = None,
    zout: bytes | None = None,
    lengte: int = _LENGTE,
) -> bytes:
    """Encrypt a message for one browser: a single record of `aes128gcm` (RFC 8188), keyed as RFC 8291 says.

    Args:
        eigen: key of this message alone.
        zout: 16 bytes of this message alone.
        lengte: to which it is filled up.

    Raises:
        ValueError: the browser's key is no point of the curve.
    """
    eigen, zout = eigen or ec.generate_private_key(_CURVE), zout or os.urandom(16)
    hun, ons = ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, plek.punt), _punt(eigen.public_key())
    van_beiden = eigen.exchange(ec.ECDH(), hun)
    basis = _hkdf(van_beiden, plek.geheim, b"WebPush: info\0" + plek.punt + ons, 32)
    sleutel = _hkdf(basis, zout, b"Content-Encoding: aes128gcm\0", 16)
    nonce = _hkdf(basis, zout, b"Content-Encoding: nonce\0", 12)
    gevuld = (inhoud + b"\2").ljust(lengte, b"\0")
    return zout + struct.pack("!IB", 4096, len(ons)) + ons + AESGCM(sleutel).encrypt(nonce, gevuld, None)


def _hkdf(van: bytes, zout: bytes, waarvoor: bytes, lengte: int) -> bytes:
    return HKDF(SHA256(), lengte, zout, waarvoor).derive(van)


def _punt(sleutel: ec.EllipticCurvePublicKey) -> bytes:
    return sleutel.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def _duid(status: int, later: str) -> Uitkomst:
    """Say what an answer means; who sends us on is not followed."""
    reden = str(status)
    if 200 <= status < 300:
        return Uitkomst("bezorgd")
    if status in {404, 410}:
        return Uitkomst("weg", reden=reden)
    if status == _LATER or status >= 500:
        seconden = int(later) if later.isascii() and later.isdigit() and len(later) < 8 else 0
        return Uitkomst("later", timedelta(seconds=seconden), reden)
    return Uitkomst("nee", reden=reden)
