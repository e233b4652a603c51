"""A push message as the standard has it: its own example, byte for byte, and what answers of a push service mean."""

import base64
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from bot.channels.webpush import _duid, versleutel
from bot.storage.seintjes import Plek


def b64(tekst: str) -> bytes:
    return base64.urlsafe_b64decode(tekst + "=" * (-len(tekst) % 4))


def test_the_example_of_rfc_8291_comes_out_as_it_stands_there() -> None:
    plek = Plek(
        "https://push.voorbeeld.nl/",
        b64("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
        b64("BTBZMqHH6r4Tts7J_aSIgg"),
    )
    eigen = int.from_bytes(b64("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
    sleutel, zout = ec.derive_private_key(eigen, ec.SECP256R1()), b64("DGv6ra1nlYgDCS1FRnbzlw")
    staat_er = b64(
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl"
        "7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )
    assert versleutel(b"When I grow up, I want to be a watermelon", plek, sleutel, zout, lengte=0) == staat_er
    assert len({len(versleutel(tekst, plek)) for tekst in (b"", b"kort", b"heel wat langer" * 20)}) == 1


@pytest.mark.parametrize(
    ("status", "later", "soort", "seconden"),
    [
        (201, "", "bezorgd", 0),
        (202, "", "bezorgd", 0),
        (404, "", "weg", 0),
        (410, "", "weg", 0),
        (429, "120", "later", 120),
        (503, "Fri, 31 Dec 2027 23:59:59 GMT", "later", 0),
        (502, "9" * 5000, "later", 0),
        (302, "", "nee", 0),
        (307, "", "nee", 0),
        (400, "", "nee", 0),
        (403, "", "nee", 0),
        (413, "", "nee", 0),
    ],
)
def test_what_a_push_service_says_ends_an_address_waits_or_gives_up(
    status: int, later: str, soort: str, seconden: int
) -> None:
    uitkomst = _duid(status, later)
    assert (uitkomst.soort, uitkomst.wacht) == (soort, timedelta(seconds=seconden))
