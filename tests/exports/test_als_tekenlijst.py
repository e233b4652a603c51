"""The sign-in sheet, read back from the PDF: who signs reads no address, and nobody's code tells where it belongs."""

import pypdfium2

from bot.exports import maak
from bot.exports.als_tekenlijst import PER_BLAD

LASTIG = '"#let x = 1" *vet* $x$ <b> [a] // Ångström'


def bladen(aantal: int) -> list[str]:
    codes = [f"C{n:03}" for n in range(aantal)]
    huizen = [[str(n), codes[n : n + 2]] for n in range(0, aantal, 2)]
    woorden = ("titel", "kop", "kruis", "kop_zoek", "zoek", "geheim", "blad")
    data = {
        "taal": "nl",
        "wijk": LASTIG,
        "titel": LASTIG,
        "moment": "straks",
        "plaats": "hier",
        "codes": codes,
        "straten": [{"straat": "Merelweg", "huizen": huizen}],
        "woorden": {naam: f"dit is {naam}" for naam in woorden},
    }
    document = pypdfium2.PdfDocument(maak("tekenlijst", data))
    return [" ".join(pagina.get_textpage().get_text_range().split()) for pagina in document]


def test_pages_to_sign_have_forty_codes_and_no_address_and_the_look_up_pages_say_that_they_are_secret() -> None:
    alle = bladen(2 * PER_BLAD + 1)
    teken = [blad for blad in alle if "dit is kruis" in blad]
    assert [sum(f"C{n:03}" in blad for n in range(2 * PER_BLAD + 1)) for blad in teken] == [PER_BLAD, PER_BLAD, 1]
    assert not any("Merelweg" in blad for blad in teken)
    zoek = alle[len(teken) :]
    assert zoek
    assert all("dit is geheim" in blad and "Merelweg" in blad for blad in zoek)
    assert LASTIG in alle[0]


def test_a_wijk_of_fifteen_hundred_adults_fits() -> None:
    assert len(bladen(1500)) < 60
