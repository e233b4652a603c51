"""Every picture of every message can be drawn in every language, and its words hold no markup and no lost letters."""

import re
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from berichten import Bericht
from bot.exports import als_beeld
from bot.exports.letters import letters
from tests.berichten.lastig import LASTIG, Data
from tests.berichten.test_render import bij_elk_voorbeeld
from tests.berichten.voorbeelden import VOORBEELDEN
from tests.letters import TE_TEKENEN

PIXELS = 108
"""Wide: of a picture as large as people get it, which `tests/exports` draws, most of the time goes to its dots."""

_EEN_PER_SCHRIFT = [
    een if een.values[0] in {"nl", "ar", "uk"} else pytest.param(*een.values, marks=[*een.marks, pytest.mark.zwaar])
    for een in TE_TEKENEN
]
"""In the others the letters are those of Dutch, with which `tests/exports` draws too."""


def woorden(waarde: Any) -> list[str]:
    if isinstance(waarde, dict):
        return [woord for deel in waarde.values() for woord in woorden(deel)]
    if isinstance(waarde, list):
        return [woord for deel in waarde for woord in woorden(deel)]
    return [waarde] if isinstance(waarde, str) else []


def _zonder_isolaat(tekst: str) -> list[str]:
    return re.sub("[\u2068\u2069]", "", tekst).split()


@pytest.mark.parametrize("taal", _EEN_PER_SCHRIFT)
def test_a_picture_is_drawn_and_its_words_have_no_markup_and_lose_no_letter(taal: str) -> None:
    getekend = set()

    def proef(_: Data, bericht: Bericht) -> None:
        if bericht.media is None or bericht.media.soort != "beeld":
            return
        breed, hoog = Image.open(BytesIO(als_beeld.maak(bericht.media.data, PIXELS))).size
        assert 0.9 * PIXELS < breed <= PIXELS
        assert (breed + hoog) * 1080 / PIXELS <= 10_000
        for woord in woorden(bericht.media.data):
            ons = woord.replace(LASTIG, "")
            assert not set("<>") & set(ons)
            assert "&amp;" not in woord
            getekend_als = letters(taal).schoon(woord, zeg_het=True)
            assert _zonder_isolaat(getekend_als) == _zonder_isolaat(woord)
        getekend.add(soort)

    for soort in VOORBEELDEN:
        bij_elk_voorbeeld(soort, proef, taal)
    assert {"stand", "peiling.uitslag"} <= getekend


def test_only_what_is_the_same_for_all_is_sent_on_by_its_number() -> None:
    """Not what is someone's own: a code, a proof, their file, what they sent to the team; nor what one person asks for.

    The calendar file, the poster of a school and the like are small, or go to few.
    """
    wel: dict[str, set[str]] = {}
    for soort in VOORBEELDEN:

        def proef(_: Data, bericht: Bericht, soort: str = soort) -> None:
            for een in (*([bericht.media] if bericht.media else ()), *bericht.bijlagen):
                if een.voor_velen:
                    wel.setdefault(een.soort, set()).add(soort)

        bij_elk_voorbeeld(soort, proef, "nl")
    assert wel == {
        "beeld": {"stand", "peiling.uitslag", "peilingkaart.uitslag"},
        "grafiek": {"cijfers.reeks"},
        "file_id": {
            *("bijeenkomst.nieuw", "bijeenkomst.voorbeeld", "uitzending"),
            *("idee.foto", "stuk", "verslag.foto"),
        },
    }
