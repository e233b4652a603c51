"""The card that a visit leaves, read back from the PDF: four on a sheet in each language, with rights and contact."""

from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from berichten import Toon, talen, vertaal
from berichten.bezoekkaart import op_kaart
from bot.exports import maak

LASTIG = '"#let x = 1" *vet* $x$ <b> [a]'


@pytest.mark.parametrize("tweede", talen())
def test_four_cards_on_a_sheet_say_in_each_language_what_is_kept_and_whom_to_call(tweede: str) -> None:
    toon = Toon(vertaal("en"), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot", contact="Noor, 0343 123 456")
    data = op_kaart(toon, {"wijk": LASTIG, "tweede": tweede, "pagina": "https://wijk.voorbeeld.nl"})
    document = pypdfium2.PdfDocument(maak("bezoekkaart", data))
    kanten = list(dict.fromkeys(("nl", tweede)))
    assert len(document) == len(kanten)
    for taal, pagina in zip(kanten, document, strict=True):
        tekst = " ".join(pagina.get_textpage().get_text_range().replace("\u200b", "").replace("\ufffe", "").split())
        if not vertaal(taal).rechts:
            for naam in ("rechten_kop", "bewaard_kop", "kop"):
                assert tekst.count(data["woorden"][taal][naam]) == 4
            assert tekst.count(data["woorden"][taal]["rechten"].split(". ")[-1]) == 4, "the last sentence is there"
        assert (tekst.count(LASTIG), tekst.count("wijk.voorbeeld.nl/nl"), tekst.count("123")) == (4, 4, 4)
