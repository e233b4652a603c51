"""The report as PDF: for the archive and for a screen reader, whatever people typed, with bars as long as they are."""

import ctypes
import re
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from berichten import Toon, vertaal
from berichten.rapport import bijlage
from berichten.rapport.pen import lijst
from bot.exports import maak
from tests.berichten.voorbeeld_rapport import NOTITIE, afgesloten, rapport
from tests.qr import lees_qr

TOON = Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "")
GROEN = (31, 92, 77)
LASTIG = '#import "x": * *vet* _schuin_ $x^2$ #panic() \\n <b>{kop}</b> [a](b) // `c` "Ö" @x ≥ ½'
Data = dict[str, Any]


def document(*blokken: Data, **anders: Any) -> Data:
    """Return a report with these blocks."""
    return {**bijlage(TOON, rapport()).data, "delen": list(blokken), **anders}


def alinea(tekst: str) -> Data:
    return {"soort": "alinea", "tekst": tekst, "link": None}


def pdf(data: Data) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(maak("rapport", data))


def gelezen(data: Data) -> str:
    """Return the words of all pages, their white space made single and no place left to break a word."""
    tekst = " ".join(blad.get_textpage().get_text_range() for blad in pdf(data))
    return " ".join(tekst.replace("\u200b", "").replace("\ufffe", "").split())


@pytest.fixture(scope="module")
def heel() -> bytes:
    return maak("rapport", bijlage(TOON, rapport()).data)


def test_it_says_that_it_is_for_the_archive_and_for_everyone(heel: bytes) -> None:
    for wat in (b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A<", b"<pdfuaid:part>1<", b"nl-NL", b"OutputIntent"):
        assert wat in heel
    assert b"Tussenstand voor de gemeenteraad: Vogelbuurt" in heel


def _bladen(data: Data) -> list[str]:
    return [" ".join(blad.get_textpage().get_text_range().split()) for blad in pdf(bijlage(TOON, data).data)]


def test_the_first_pages_say_whether_it_is_the_outcome_or_an_interim_standing() -> None:
    eerste = _bladen(rapport())[:3]
    assert "Tussenstand voor de gemeenteraad" in eerste[0]
    assert all("ussenstand" in blad for blad in eerste)
    slot = _bladen(afgesloten())
    assert "Dit is de uitkomst bij het afsluiten op 28 maart 2027" in slot[0]
    assert not [blad for blad in slot if "ussenstand" in blad or "og niet gehaald" in blad]
    assert "Opnieuw geteld scheelt dat minder dan 5. De uitkomst blijft." in " ".join(slot)
    assert "Opnieuw geteld zou dit nu zijn: niet gehaald." in " ".join(slot)


def test_each_result_says_what_is_counted_and_a_vacant_geleding_is_read_in_both_ways() -> None:
    tekst = gelezen(bijlage(TOON, rapport()).data)
    for deel in (
        "Vacant, want er zit niemand in: bedrijven.",
        "Geluid 45% 56% Kosten 35% 44%",
        "Burgers die stemden: 45. Wie voor een andere geleding stemde, is hier niet meegeteld.",
        "Elk adres had één stem. Adressen die stemden: 45.",
        "Daar kunnen mensen van andere geledingen bij zijn. Zij tellen niet als gehoord.",
        "Wij willen van het gas af 25 10 niet getoond",
        "1 (geen) minder dan 5",
        "Stelling eens oneens geen keuze Wij willen van het gas af 15 5 minder dan 5",
        "Het gaat door vanaf 60 adressen.",
    ):
        assert deel in tekst, deel
    assert "Welke kleur krijgt het gebouw? Keuze" not in tekst


def test_a_poll_that_closed_an_hour_before_the_closing_stands_before_it() -> None:
    """One moment is written in local time, the other is not."""
    delen = bijlage(TOON, rapport(afsluiting=[{"op": "2027-03-01T19:30:00+00:00"}])).data["delen"]
    wat = [rij[1] for deel in delen if deel["soort"] == "tabel" for rij in deel["rijen"] if len(rij) == 3]
    assert wat.index("Peiling: Welke warmte?") < wat.index("Traject afgesloten")


def test_it_is_tagged_with_headings_in_order_table_headers_and_figures_that_say_what_they_show(heel: bytes) -> None:
    document_ = pypdfium2.PdfDocument(heel)
    assert pdfium.FPDFCatalog_IsTagged(document_.raw)
    elementen = [element for blad in document_ for element in _elementen(blad)]
    soorten = [soort for soort, _ in elementen]
    assert {"H1", "H2", "Table", "TH", "TD", "L", "LI", "Figure", "TOC"} <= set(soorten)
    niveaus = [int(soort[1:]) for soort in soorten if soort.startswith("H") and soort[1:].isdigit()]
    assert all(na <= voor + 1 for voor, na in zip([1, *niveaus], niveaus, strict=False)), niveaus
    assert all(alt for soort, alt in elementen if soort == "Figure")


def _elementen(blad: pypdfium2.PdfPage) -> list[tuple[str, str]]:
    """Return kind and alternative text of every element of a page's structure, in order of reading."""
    boom = pdfium.FPDF_StructTree_GetForPage(blad.raw)
    gevonden = []

    def tekst(vraag: Any, element: Any) -> str:
        lengte = vraag(element, None, 0)
        buffer = ctypes.create_string_buffer(max(lengte, 2))
        vraag(element, buffer, lengte)
        return buffer.raw[:lengte].decode("utf-16-le").rstrip("\0")

    def loop(element: Any) -> None:
        gevonden.append(
            (tekst(pdfium.FPDF_StructElement_GetType, element), tekst(pdfium.FPDF_StructElement_GetAltText, element))
        )
        for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
            if kind := pdfium.FPDF_StructElement_GetChildAtIndex(element, n):
                loop(kind)

    for n in range(pdfium.FPDF_StructTree_CountChildren(boom)):
        loop(pdfium.FPDF_StructTree_GetChildAtIndex(boom, n))
    pdfium.FPDF_StructTree_Close(boom)
    return gevonden


def test_a_screen_reader_comes_past_all_words_in_the_order_of_the_page_and_hears_the_title(heel: bytes) -> None:
    assert b"/Marked true" in heel
    assert b"/DisplayDocTitle true" in heel
    voorgelezen: list[str] = []
    for nummer, blad in enumerate(pypdfium2.PdfDocument(heel)):
        op_blad = blad.get_textpage()
        merken: dict[int, str] = {}
        for deel in blad.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
            merk = pdfium.FPDFPageObj_GetMarkedContentID(deel.raw)
            merken[merk] = merken.get(merk, "") + _tekst_van(deel, op_blad)
        gelezen_ = _merken(blad)
        assert set(merken) - {-1} <= set(gelezen_), f"page {nummer + 1} has words outside the structure"
        assert len(gelezen_) == len(set(gelezen_)), "nothing is read twice"
        voorgelezen += [merken.get(merk, "") for merk in gelezen_]
    delen = bijlage(TOON, rapport()).data["delen"]
    koppen = [blok["tekst"] for blok in delen if blok["soort"] == "kop" and blok["niveau"] == 1]
    tekst = " ".join(" ".join(voorgelezen).split())
    plekken = [tekst.rindex(f"{nummer} {kop}") for nummer, kop in enumerate(koppen, 1)]
    assert plekken == sorted(plekken)
    assert tekst.index(vertaal("nl").tekst("rapport.samenvatting.kop")) < plekken[0]


def _tekst_van(deel: pypdfium2.PdfObject, blad: pypdfium2.PdfTextPage) -> str:
    lengte = pdfium.FPDFTextObj_GetText(deel.raw, blad.raw, None, 0)
    buffer = (ctypes.c_ushort * max(lengte // 2, 1))()
    pdfium.FPDFTextObj_GetText(deel.raw, blad.raw, buffer, lengte)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _merken(blad: pypdfium2.PdfPage) -> list[int]:
    """Return the marks of the content of a page in order of reading."""
    boom, gevonden = pdfium.FPDF_StructTree_GetForPage(blad.raw), []

    def loop(element: Any) -> None:
        for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
            if kind := pdfium.FPDF_StructElement_GetChildAtIndex(element, n):
                loop(kind)
            elif (merk := pdfium.FPDF_StructElement_GetChildMarkedContentID(element, n)) >= 0:
                gevonden.append(merk)

    for n in range(pdfium.FPDF_StructTree_CountChildren(boom)):
        loop(pdfium.FPDF_StructTree_GetChildAtIndex(boom, n))
    pdfium.FPDF_StructTree_Close(boom)
    return gevonden


def test_hundreds_of_meetings_with_names_in_any_script_and_of_any_length_all_stand_in_it() -> None:
    gegevens = rapport()
    namen = ["Zażółć gęślą jaźń", "Щедрик їжак Ґалаґан", "مقهى الطاقة", "Lange " + "Burgemeesterslaan" * 12]
    avond = {"onderdeel": "bijeenkomst", "id": "", "metingen": {"aanwezig": 25, "afgelast": "nee"}}
    gegevens["tellingen"]["onderdelen"] += [
        {**avond, "naam": f"{namen[n % 4]} nr. {n}", "moment": "2027-01-05T19:30+01:00"} for n in range(400)
    ]
    data = bijlage(TOON, gegevens).data
    tekst = gelezen(data)
    assert {f"nr. {n}" for n in range(400)} <= set(re.findall(r"nr\. \d+", tekst.replace("nr.  ", "nr. ")))
    for naam in (*namen[:2], "[…]"):
        assert naam in tekst, naam
    assert tekst.count(vertaal("nl").tekst("rapport.letters")) == 1


def test_every_font_is_in_the_file(heel: bytes) -> None:
    for blad in pypdfium2.PdfDocument(heel):
        letters = [pdfium.FPDFTextObj_GetFont(deel.raw) for deel in blad.get_objects([pdfium.FPDF_PAGEOBJ_TEXT])]
        assert letters
        assert all(pdfium.FPDFFont_GetIsEmbedded(letter) == 1 for letter in letters)


def test_the_same_data_gives_the_same_bytes(heel: bytes) -> None:
    assert maak("rapport", bijlage(TOON, rapport()).data) == heel


def test_what_people_typed_is_text_and_never_typesetting() -> None:
    tabel = {"soort": "tabel", "koppen": [LASTIG], "rijen": [[LASTIG]], "breedtes": [1], "getal": [False]}
    blokken = [{"soort": "kop", "niveau": 1, "tekst": LASTIG}, alinea(LASTIG), {"soort": "klein", "tekst": LASTIG}]
    blokken += [lijst([LASTIG]), {"soort": "kader", "regels": [LASTIG, LASTIG]}, tabel]
    blokken += [{"soort": "tekst", "regels": [LASTIG]}]
    tekst = gelezen(document(*blokken, kop=LASTIG, titel=LASTIG))
    assert tekst.count(LASTIG) == 11  # each once, the table's head and row, twice in the frame, contents, cover


def test_an_emoji_is_left_out_and_words_in_another_script_say_that_they_were() -> None:
    tekst = gelezen(document(alinea("Koken 🍳 op gas. مرحبا بكم! Прости")))
    assert "Koken op gas. […]! Прости" in tekst
    assert vertaal("nl").tekst("rapport.letters") in tekst
    assert "schrift" not in gelezen(document(alinea("Koken 🍳")))


@pytest.mark.parametrize("lang", ["x" * 5000, "warmte " * 700, "é" * 5000], ids=["een woord", "veel", "accenten"])
def test_a_text_of_any_length_goes_on_on_the_next_page_and_leaves_none(lang: str) -> None:
    rij = [lang, lang, "3"]
    tabel = {"soort": "tabel", "koppen": ["A", "B", "C"], "rijen": [rij], "breedtes": [1, 2, 0], "getal": [False] * 3}
    data = document({"soort": "kop", "niveau": 1, "tekst": lang}, alinea(lang), tabel)
    assert gelezen(data).replace(" ", "").replace("-", "").count(lang[0]) >= 3 * lang.count(lang[0])
    for blad in pdf(data):
        beeld: Image.Image = blad.render(scale=0.5).to_pil().convert("L")
        for rand in ((0, 0, 20, beeld.height), (beeld.width - 20, 0, beeld.width, beeld.height)):
            assert beeld.crop(rand).getextrema() == (255, 255)


@pytest.mark.parametrize(("zeker", "van"), [(207, 412), (206, 412), (1, 3), (7, 7), (6, 7)])
def test_a_bar_is_as_long_as_its_part(zeker: int, van: int) -> None:
    balk = {"tekst": "A", "waarde": "B", "zeker": zeker, "hoogstens": zeker, "van": van, "grens": None, "alt": "A"}
    oordeel: Data = {"soort": "oordeel", "tekst": "A", "balken": [balk], "verdict": "onbeslist", "oordeel": "B"}
    oordeel |= {"regels": [], "punten": [], "kort": False}
    beeld = pdf(document(oordeel))[2].render(scale=8).to_pil().convert("RGB")
    breed = (210 - 26 - 24) / 25.4 * 72 * 8
    groen = max(_aantal(beeld.crop((0, y, beeld.width, y + 1)), GROEN) for y in range(0, beeld.height, 40))
    assert abs(groen - breed * zeker / van) < breed / van / 2 + 2


def _aantal(beeld: Image.Image, kleur: tuple[int, int, int]) -> int:
    return sum(aantal for aantal, gevonden in beeld.getcolors(100_000) or () if gevonden == kleur)


def test_the_signed_head_can_be_scanned_from_the_page(heel: bytes) -> None:
    platen = [blad.render(scale=3, grayscale=True).to_pil() for blad in pypdfium2.PdfDocument(heel)]
    assert [code.text for plaat in platen for code in lees_qr(plaat)] == [NOTITIE]
