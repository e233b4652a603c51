"""A push service on loopback, and the browser behind an address of it: it reads what comes as a browser would."""

import base64
import json
import os
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = ec.SECP256R1()


def b64(ruw: bytes) -> str:
    return base64.urlsafe_b64encode(ruw).decode().rstrip("=")


def van_b64(tekst: str) -> bytes:
    return base64.urlsafe_b64decode(tekst + "=" * (-len(tekst) % 4))


@dataclass
class Toestel:
    """A browser's own half of an address: only it can read what comes there."""

    adres: str
    sleutel: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(CURVE))
    geheim: bytes = field(default_factory=lambda: os.urandom(16))

    @property
    def punt(self) -> bytes:
        return self.sleutel.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @property
    def velden(self) -> dict[str, str]:
        """What its page sends us."""
        return {"adres": self.adres, "punt": b64(self.punt), "geheim": b64(self.geheim)}

    def lees(self, lichaam: bytes) -> dict[str, Any]:
        """Decrypt a message (RFC 8291)."""
        zout, (_, lengte) = lichaam[:16], struct.unpack("!IB", lichaam[16:21])
        hun, inhoud = lichaam[21 : 21 + lengte], lichaam[21 + lengte :]
        samen = self.sleutel.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, hun))
        basis = HKDF(SHA256(), 32, self.geheim, b"WebPush: info\0" + self.punt + hun).derive(samen)
        sleutel = HKDF(SHA256(), 16, zout, b"Content-Encoding: aes128gcm\0").derive(basis)
        nonce = HKDF(SHA256(), 12, zout, b"Content-Encoding: nonce\0").derive(basis)
        gevuld = AESGCM(sleutel).decrypt(nonce, inhoud, None)
        velden: dict[str, Any] = json.loads(gevuld.rstrip(b"\0")[:-1])
        return velden


@dataclass
class Gekomen:
    """A message that was handed over."""

    pad: str
    koppen: dict[str, str]
    lichaam: bytes

    def wie(self) -> tuple[str, dict[str, Any]]:
        """Return the key by which it is signed (RFC 8292), once the signature is checked, and what it claims."""
        soort, _, rest = self.koppen["Authorization"].partition(" ")
        assert soort == "vapid"
        delen = dict(deel.split("=", 1) for deel in rest.replace(" ", "").split(","))
        getekend, _, handtekening = delen["t"].rpartition(".")
        ruw = van_b64(handtekening)
        dss = encode_dss_signature(int.from_bytes(ruw[:32]), int.from_bytes(ruw[32:]))
        publiek = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, van_b64(delen["k"]))
        publiek.verify(dss, getekend.encode(), ec.ECDSA(SHA256()))
        kop, claims = (json.loads(van_b64(deel)) for deel in getekend.split("."))
        assert kop["alg"] == "ES256"
        return delen["k"], claims


@dataclass
class Pushdienst:
    """What came, and what it answers."""

    url: str = ""
    status: int = 201
    koppen: dict[str, str] = field(default_factory=dict)
    gekomen: list[Gekomen] = field(default_factory=list)

    async def neem(self, vraag: web.Request) -> web.Response:
        """Take a message."""
        self.gekomen.append(Gekomen(vraag.path, dict(vraag.headers), await vraag.read()))
        return web.Response(status=self.status, headers=self.koppen)


@asynccontextmanager
async def een_pushdienst() -> AsyncIterator[Pushdienst]:
    """Run one until the block ends."""
    dienst, app = Pushdienst(), web.Application()
    app.router.add_route("*", "/{pad:.*}", dienst.neem)
    loper = web.AppRunner(app, access_log=None)
    await loper.setup()
    plek = web.TCPSite(loper, "127.0.0.1", 0)
    await plek.start()
    dienst.url = f"http://127.0.0.1:{loper.addresses[0][1]}"
    yield dienst
    await loper.cleanup()
