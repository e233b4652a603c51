"""Every picture of every message can be drawn in every language, and its words hold no markup and no lost letters."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from berichten import talen
from bot.exports import maak
from bot.exports.letters import ONBEKEND
from tests.berichten.test_render import maak as bericht_van
from tests.berichten.voorbeelden import LASTIG, VOORBEELDEN

MET_BEELD = [
    pytest.param((soort, nummer), id=f"{soort}-{nummer}")
    for soort, voorbeelden in VOORBEELDEN.items()
    for nummer, data in enumerate(voorbeelden)
    if (foto := bericht_van("nl", soort, data).media) is not None and foto.soort == "beeld"
]
"""Looked up at the start of each process, so in one language: a message has its picture in all."""


@pytest.fixture(params=MET_BEELD)
def data(request: pytest.FixtureRequest, taal: str) -> dict[str, Any]:
    soort, nummer = request.param
    foto = bericht_van(taal, soort, VOORBEELDEN[soort][nummer]).media
    assert foto is not None
    assert foto.soort == "beeld"
    return foto.data


def woorden(waarde: Any) -> list[str]:
    if isinstance(waarde, dict):
        return [woord for deel in waarde.values() for woord in woorden(deel)]
    if isinstance(waarde, list):
        return [woord for deel in waarde for woord in woorden(deel)]
    return [waarde] if isinstance(waarde, str) else []


@pytest.mark.parametrize("taal", talen())
def test_a_picture_is_drawn(data: dict[str, Any]) -> None:
    breed, hoog = Image.open(BytesIO(maak("beeld", data))).size
    assert breed == 1080
    assert breed + hoog <= 10_000


@pytest.mark.parametrize("taal", talen())
def test_the_words_of_a_picture_have_no_markup_and_lose_no_letter(data: dict[str, Any]) -> None:
    for woord in woorden(data):
        ons = woord.replace(LASTIG, "")
        assert not set("<>") & set(ons)
        assert "&amp;" not in woord
        assert not ONBEKEND.search(woord)
