"""Heads of the log: a signed statement of how many leaves it had on a day, and their root. Pure.

A head is a C2SP checkpoint (tlog-checkpoint) in the form of a signed note, with one Ed25519 signature. Anyone who keeps
one can see later whether the log was changed.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ED25519 = b"\x01"
_PRIEM = 2**255 - 19
_KROMME = -121665 * pow(121666, -1, _PRIEM) % _PRIEM
_ACHT = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_KLEINE_ORDE = {0, 1, _PRIEM - 1, _ACHT, _PRIEM - _ACHT}
"""The y of the eight points of which eight times is nothing: under such a key one signature fits many texts."""
_HANDTEKENING = re.compile(r"\N{EM DASH} ([^\s+]+) ([A-Za-z0-9+/=]+)")
_TEKST = re.compile(r"([^\n]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\ndag ([0-9]{4}-[0-9]{2}-[0-9]{2})\n")


class OngeldigIjkpunt(ValueError):  # noqa: N818 (named as what it is)
    """This is no head of this log, or not one signed by this key."""


@dataclass(frozen=True)
class Ijkpunt:
    """What a head says.

    Args:
        log: origin of the log, also the name of its key.
        grootte: how many leaves there are.
        wortel: their root, 32 bytes.
        dag: local day on which it was signed.
    """

    log: str
    grootte: int
    wortel: bytes
    dag: date

    def tekst(self) -> str:
        """Return the text that is signed."""
        return f"{self.log}\n{self.grootte}\n{_base64(self.wortel)}\ndag {self.dag.isoformat()}\n"


@dataclass(frozen=True)
class Sleutel:
    """The public key of a log.

    Args:
        sleutel: 32 bytes.
    """

    naam: str
    sleutel: bytes

    def merk(self) -> bytes:
        """Return the four bytes by which signatures of this key are found."""
        return sha256(self.naam.encode() + b"\n" + _ED25519 + self.sleutel).digest()[:4]

    def tekst(self) -> str:
        """Return it as one line, as the signed-note form has it."""
        return f"{self.naam}+{self.merk().hex()}+{_base64(_ED25519 + self.sleutel)}"

    @classmethod
    def lees(cls, regel: str) -> "Sleutel":
        """Return the key that a line describes.

        Raises:
            OngeldigIjkpunt: it is no such line.
        """
        naam, _, rest = regel.strip().partition("+")
        merk, _, waarde = rest.partition("+")
        inhoud = _uit_base64(waarde)
        sleutel = cls(naam, inhoud[1:])
        goed = inhoud[:1] == _ED25519 and len(sleutel.sleutel) == 32 and sleutel.merk().hex() == merk
        if not goed or not is_punt(sleutel.sleutel):
            raise OngeldigIjkpunt("this is not the public key of a log")
        return sleutel


def is_punt(bytes_: bytes) -> bool:
    """Say whether 32 bytes are a point of the curve, written as RFC 8032 has it, and not one of small order."""
    y = int.from_bytes(bytes_, "little") & 2**255 - 1
    kwadraat = (y * y - 1) * (_KROMME * y * y + 1) % _PRIEM  # x squared, times a square
    return y < _PRIEM and y not in _KLEINE_ORDE and pow(kwadraat, (_PRIEM - 1) // 2, _PRIEM) == 1


def publiek(naam: str, geheim: bytes) -> Sleutel:
    """Return the public key that belongs to a secret one of 32 bytes."""
    return Sleutel(naam, Ed25519PrivateKey.from_private_bytes(geheim).public_key().public_bytes_raw())


def teken(ijkpunt: Ijkpunt, geheim: bytes) -> str:
    """Return a head as a signed note."""
    tekst = ijkpunt.tekst()
    handtekening = Ed25519PrivateKey.from_private_bytes(geheim).sign(tekst.encode())
    merk = publiek(ijkpunt.log, geheim).merk()
    return f"{tekst}\n\N{EM DASH} {ijkpunt.log} {_base64(merk + handtekening)}\n"


def lees(notitie: str, sleutel: Sleutel) -> Ijkpunt:
    """Return what a signed note says; signatures by other keys, such as witnesses, are passed over.

    Raises:
        OngeldigIjkpunt: it is no head of this log, or this key did not sign it.
    """
    tekst, scheiding, handtekeningen = notitie.partition("\n\n")
    gevonden = _TEKST.fullmatch(tekst + "\n")
    if not scheiding or not gevonden or gevonden[1] != sleutel.naam:
        raise OngeldigIjkpunt("this is not a head of this log")
    ijkpunt = Ijkpunt(gevonden[1], int(gevonden[2]), _uit_base64(gevonden[3]), _dag(gevonden[4]))
    *regels, slot = handtekeningen.split("\n")
    delen = [_HANDTEKENING.fullmatch(regel) for regel in regels]
    if slot or not delen or None in delen:
        raise OngeldigIjkpunt("below this head stands what is no signature")
    inhoud = [(deel[1], _uit_base64(deel[2])) for deel in delen if deel is not None]
    eigen = [waarde for naam, waarde in inhoud if naam == sleutel.naam and waarde[:4] == sleutel.merk()]
    if not any(_klopt(sleutel, waarde[4:], tekst + "\n") for waarde in eigen):
        raise OngeldigIjkpunt("the key of this log did not sign this head")
    return ijkpunt


def _klopt(sleutel: Sleutel, handtekening: bytes, tekst: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(sleutel.sleutel).verify(handtekening, tekst.encode())
    except InvalidSignature:
        return False
    return True


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise OngeldigIjkpunt("this head has no day") from None


def _base64(waarde: bytes) -> str:
    return base64.b64encode(waarde).decode()


def _uit_base64(tekst: str) -> bytes:
    try:
        waarde = base64.b64decode(tekst, validate=True)
    except binascii.Error:
        raise OngeldigIjkpunt("this is not base64") from None
    if _base64(waarde) != tekst:  # its last character has bits to spare: they say nothing, so they are none
        raise OngeldigIjkpunt("this is not base64")
    return waarde
