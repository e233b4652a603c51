"""A picture of a practice says so itself; any other file is as it was."""

import struct
from typing import Any

from bot.exports import maak


def test_a_picture_has_a_band_above_it_and_another_file_is_the_same() -> None:
    qr: dict[str, Any] = {"soort": "qr", "data": {"inhoud": "https://t.me/GehoordBot?start=deur-x"}}
    gewoon, gemerkt = maak(**qr), maak("oefening", qr)
    breed, hoog = struct.unpack(">II", gemerkt[16:24])
    assert gewoon[:4] == gemerkt[:4]
    assert hoog > breed, "the QR is a square, the band stands above it"
    kalender: dict[str, Any] = {"soort": "json", "data": {"wijk": "OEFENING Vogelbuurt"}}
    assert maak("oefening", kalender) == maak(**kalender)
