"""Letters: what a resident reads, a phone scans and a printer gets, read back from the PDF itself."""

import re
import secrets
import time
from typing import Any

import pypdfium2
import pytest

from berichten import vertaal
from bot.errors import InvoerFout
from bot.exports import maak
from bot.rules import huishoudcode
from tests.letters import TE_TEKENEN
from tests.qr import lees_qr

LASTIG = '\'s-Gravenduin "#let x = 1" *vet* _schuin_ $x$ \\n <b> [a] // Ångströmweg'


def brief(straat: str = "Merelweg", huisnummer: int = 9, toevoeging: str = "") -> dict[str, Any]:
    code = huishoudcode.maak(secrets.token_bytes(7))
    return {
        "straat": straat,
        "huisnummer": str(huisnummer),
        "toevoeging": toevoeging,
        "postcode": "3511AB",
        "code": huishoudcode.schrijf(code),
        "link": f"https://t.me/ProefBot?start={code}",
    }


def pdf(*brieven: dict[str, Any], **anders: Any) -> pypdfium2.PdfDocument:
    vast = {"taal": "nl", "wijk": "Vogelbuurt", "contact_naam": "Noor Jansen", "contact_telefoon": "0318 12 34 56"}
    return pypdfium2.PdfDocument(maak("brief", {**vast, "brieven": list(brieven), **anders}))


def tekst(pagina: pypdfium2.PdfPage) -> str:
    """Return what stands on a page, each run of white space one space."""
    return " ".join(pagina.get_textpage().get_text_range().replace("\ufffe", "").replace("\u200b", "").split())


def gescand(pagina: pypdfium2.PdfPage) -> list[str]:
    return [gevonden.text for gevonden in lees_qr(pagina.render(scale=2).to_pil())]


@pytest.mark.parametrize("taal", TE_TEKENEN)
def test_each_letter_is_one_page_with_its_code_its_address_whom_to_call_and_a_qr_of_its_link(taal: str) -> None:
    brieven = [brief(huisnummer=nummer, toevoeging=t) for nummer, t in ((1, ""), (9, "A"), (9, "bis"), (9, "2"))]
    document = pdf(*brieven, taal=taal)
    assert len(document) == len(brieven)
    for pagina, een, adres in zip(document, brieven, ("1", "9A", "9 bis", "9 2"), strict=True):
        gelezen = tekst(pagina)
        if vertaal(taal).rechts:  # this reader turns the words about of what runs the other way
            alles = "Merelweg 3511 AB ProefBot Noor Jansen 0318 12 34 56 Vogelbuurt"
            assert set(re.findall(r"\w+", alles)) <= set(re.findall(r"\w+", gelezen))
            assert gescand(pagina) == [een["link"]]
            continue
        assert f" Merelweg {adres} 3511 AB " in gelezen
        for deel in (een["code"], "t.me/ProefBot", "Noor Jansen", "0318 12 34 56", "Vogelbuurt"):
            assert deel in gelezen
        assert gescand(pagina) == [een["link"]]


def test_names_come_out_as_they_were_typed_whatever_they_mean_to_the_typesetter() -> None:
    (pagina,) = pdf(brief(LASTIG), wijk='#"$Wijk$" & <Ö>', contact_naam="Noor *#x* & 'Fleur'")
    gelezen = tekst(pagina)
    assert LASTIG in gelezen
    assert '#"$Wijk$" & <Ö>' in gelezen
    assert "Noor *#x* & 'Fleur'" in gelezen


@pytest.mark.parametrize("straat", ["W" * 100, "Lange straat " * 7, "Burgemeester-van-der-Wildenberg-" * 3])
def test_a_long_street_stays_within_the_address_and_the_page(straat: str) -> None:
    document = pdf(brief(straat.strip(), 99999, "ABCDEFGH 9"), brief())
    assert len(document) == 2
    gelezen = tekst(document[0]).replace(" ", "")
    assert straat.replace(" ", "").replace("-", "") in gelezen.replace("-", "")
    assert gelezen.index("3511AB") < gelezen.index("Besteburen")


def test_a_letter_without_anyone_to_call_has_no_empty_place() -> None:
    (pagina,) = pdf(brief(), contact_naam="", contact_telefoon="")
    gelezen = tekst(pagina)
    assert "Bel" not in gelezen
    assert gelezen.endswith("Met vriendelijke groet, Vogelbuurt")


def test_the_pdf_says_its_title_and_language_and_is_tagged_for_a_screen_reader() -> None:
    document = pdf(brief())
    assert document.get_metadata_value("Title") == "Brieven voor Vogelbuurt"
    assert document.is_tagged()
    ruw = maak("brief", {"taal": "en", "wijk": "W", "contact_naam": "", "contact_telefoon": "", "brieven": [brief()]})
    assert b"/Lang(en)" in ruw
    assert b"pdfuaid:part" in ruw


def test_a_character_that_the_letter_cannot_show_is_a_sentence_and_not_an_empty_box() -> None:
    with pytest.raises(InvoerFout, match="het teken 中 kan niet in een brief"):
        pdf(brief("Straat 中"))


def test_a_name_that_leaves_no_room_for_the_letter_is_a_sentence_and_not_a_second_page() -> None:
    assert len(pdf(brief(), wijk="Wijk met een lange naam in de oude binnenstad aan de rivier")) == 1
    with pytest.raises(InvoerFout, match="past niet op een bladzijde"):
        pdf(brief(), wijk="Wijk met een naam zonder eind " * 10)


def test_the_place_stands_behind_the_postcode_and_a_long_one_stays_in_the_window() -> None:
    soest, lang = pdf({**brief(), "plaats": "Soest"}, {**brief(), "plaats": "Alphen aan de Rijn-Zwammerdam " * 2})
    assert " 3511 AB Soest " in tekst(soest)
    assert "Zwammerdam Alphen" in tekst(lang)


def test_a_second_language_is_on_the_back_with_the_code_and_the_qr_stands_once() -> None:
    """All letters have a back then: printed on both sides, each is a sheet of its own."""
    nl, en = brief(huisnummer=1), {**brief(huisnummer=2), "taal": "en"}
    voor, leeg, voor_en, achter_en = pdf(nl, en)
    assert (tekst(leeg), gescand(leeg), gescand(achter_en)) == ("", [], [])
    assert [gescand(voor), gescand(voor_en)] == [[nl["link"]], [en["link"]]]
    engels, nederlands = vertaal("en"), vertaal("nl")
    assert engels.plat("brief.omslaan") in tekst(voor_en)
    assert engels.plat("brief.omslaan") not in tekst(voor)
    assert nederlands.plat("brief.kop") in tekst(voor_en)
    for sleutel in ("kop", "aanhef", "stap_scan_voorkant", "stap_code", "samen", "bewaard", "groet"):
        assert engels.plat(f"brief.{sleutel}") in tekst(achter_en)
    for deel in (en["code"], "t.me/ProefBot", "Noor Jansen", "0318 12 34 56"):
        assert deel in tekst(achter_en)


@pytest.mark.parametrize("taal", ["", "nl"])
def test_dutch_as_the_wanted_language_is_one_page_as_always(taal: str) -> None:
    assert len(pdf({**brief(), "taal": taal}, brief())) == 2


@pytest.mark.zwaar
def test_how_long_four_hundred_letters_take() -> None:
    brieven = [brief(huisnummer=nummer) for nummer in range(1, 401)]
    begin = time.perf_counter()
    document = pdf(*brieven)
    print(f"400 letters: {time.perf_counter() - begin:.2f} s")
    assert [gescand(pagina) for pagina in document] == [[een["link"]] for een in brieven]


@pytest.mark.parametrize("taal", TE_TEKENEN)
def test_a_letter_whose_link_opens_a_page_asks_for_no_app(taal: str) -> None:
    """On both sides, so in both forms of the steps; where the bot is on Telegram alone it says what one needs."""
    ander = "en" if taal == "nl" else "nl"
    bladen = {}
    for waarheen in ("https://t.me/ProefBot", "https://wijk.voorbeeld.nl/chat/"):
        een = {**brief(), "link": f"{waarheen}?start=000000000000", "taal": ander}
        bladen[waarheen] = [tekst(blad) for blad in pdf(een, taal=taal)]
    assert [["Telegram" in blad for blad in paar] for paar in bladen.values()] == [[True, True], [False, False]]
