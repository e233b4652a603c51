"""The raadsbrief: one page, whatever there is to say."""

import io

import pypdfium2
import pytest

from berichten import Toon, vertaal
from berichten.raadsbrief import bijlage
from bot.exports import als_raadsbrief
from bot.services.handeling import AMSTERDAM
from tests.berichten.voorbeelden import VOORBEELDEN
from tests.berichten.voorbeelden_volger import BRIEF, LEEG

_VOL = {
    "komend": [{**een, "titel": "W" * 90} for een in BRIEF["komend"][:1] * 5],
    "adviezen": [{**een, "titel": "Warmte voor iedereen " * 5} for een in BRIEF["adviezen"] * 3],
    "stand": {**BRIEF["stand"], "drempels": BRIEF["stand"]["drempels"] * 3},
    "uitslagen": VOORBEELDEN["peiling.uitslag"][:2],
}


def test_of_every_kind_of_poll_it_says_how_many_voted_and_that_there_is_more() -> None:
    for uitslag in VOORBEELDEN["peiling.uitslag"]:
        delen = bijlage(Toon(vertaal("nl"), AMSTERDAM, "", ""), BRIEF | {"uitslagen": [uitslag]}).data["delen"]
        (regel,) = next(deel["regels"] for deel in delen if deel["kop"] == "Wat zeggen bewoners?")
        *antwoorden, stemmers = regel["tekst"]
        assert str(uitslag["stemmen"]) in stemmers.lower(), stemmers
        assert len(antwoorden) <= 4
        if len(uitslag["regels"]) > 3 or uitslag["zinnen"]:
            assert antwoorden[-1] == "De hele uitslag staat op de openbare pagina."


@pytest.mark.parametrize("taal", ["nl", "en"])
@pytest.mark.parametrize("data", [LEEG, BRIEF, BRIEF | _VOL], ids=["empty", "usual", "full"])
def test_it_is_one_page(data: dict[str, object], taal: str) -> None:
    brief = bijlage(Toon(vertaal(taal), AMSTERDAM, "", "Noor, 0318 12 34 56"), data)
    inhoud = als_raadsbrief.maak(brief.data)
    assert inhoud == als_raadsbrief.maak(brief.data), "the same data gives the same bytes"
    with pypdfium2.PdfDocument(io.BytesIO(inhoud)) as pdf:
        assert len(pdf) == 1
        tekst = pdf[0].get_textpage().get_text_range()
    assert "0318 12 34 56" in tekst, "the last line is on it too"
