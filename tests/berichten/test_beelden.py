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

BEELDEN = [
    pytest.param(taal, foto.data, id=f"{taal}-{soort}-{nummer}")
    for taal in talen()
    for soort, voorbeelden in VOORBEELDEN.items()
    for nummer, data in enumerate(voorbeelden)
    if (foto := bericht_van(taal, soort, data).media) is not None and foto.soort == "beeld"
]


def woorden(waarde: Any) -> list[str]:
    if isinstance(waarde, dict):
        return [woord for deel in waarde.values() for woord in woorden(deel)]
    if isinstance(waarde, list):
        return [woord for deel in waarde for woord in woorden(deel)]
    return [waarde] if isinstance(waarde, str) else []


@pytest.mark.parametrize(("taal", "data"), BEELDEN)
def test_a_picture_is_drawn(taal: str, data: dict[str, Any]) -> None:
    breed, hoog = Image.open(BytesIO(maak("beeld", data))).size
    assert breed == 1080
    assert breed + hoog <= 10_000


@pytest.mark.parametrize(("taal", "data"), BEELDEN)
def test_the_words_of_a_picture_have_no_markup_and_lose_no_letter(taal: str, data: dict[str, Any]) -> None:
    for woord in woorden(data):
        ons = woord.replace(LASTIG, "")
        assert not set("<>") & set(ons)
        assert "&amp;" not in woord
        assert not ONBEKEND.search(woord)
