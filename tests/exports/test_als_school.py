"""The poster of a school: one page that can be scanned, whatever the question is."""

import io

import pypdfium2
import pytest

from bot.exports import als_school
from tests.qr import lees_qr

LINK = "https://t.me/GehoordBot?start=school-AbCdEfGhIjKlMnOpQrStUv"
WOORDEN = {"scan": "Scan deze code.", "of": "Of open deze link:", "tot": "Tot morgen.", "apart": "Apart.", "taal": "nl"}


@pytest.mark.parametrize("vraag", ["Wat vindt u?", "W" * 300, "مرحبا <b>=1+1 #set 👩‍👩‍👧 é"])
def test_it_is_one_page_with_a_code_that_opens_the_link(vraag: str) -> None:
    data = {**WOORDEN, "vraag": vraag, "naam": "W" * 60, "link": LINK}
    pdf = pypdfium2.PdfDocument(io.BytesIO(als_school.maak(data)))
    assert len(pdf) == 1
    (gelezen,) = lees_qr(pdf[0].render(scale=2).to_pil())
    assert gelezen.text == LINK
    tekst = pdf[0].get_textpage().get_text_range()
    assert "Scan deze code." in tekst
    assert ("[…]" in tekst) == ("مرحبا" in vraag)
    assert ("<b>=1+1 #set" in tekst) == ("<b>" in vraag)
