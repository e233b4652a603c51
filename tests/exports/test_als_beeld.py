"""The picture of bars: every letter is drawn, nothing leaves the picture, the same data gives the same bytes."""

import io
import json
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdfium2
import pytest
import typst
from PIL import Image

from berichten import talen, vertaal
from bot.exports import als_beeld, maak
from bot.exports.letters import ONBEKEND, LettersOntbreken, letters, zet
from tests.letters import TE_TEKENEN

SJABLOON = Path(als_beeld.__file__).with_name("beeld.typ")
GROEN, WIT, INKT = (31, 92, 77), (255, 255, 255), (20, 20, 20)
RAND = 30
"""Pixels at each side where nothing may be drawn."""
LINKS = 50
"""Pixels before a bar begins (14 points)."""

Data = dict[str, Any]


def balk(**anders: Any) -> Data:
    return {"tekst": "Rood", "waarde": "3 stemmen", "zeker": 3, "hoogstens": 3, "van": 10, **anders}


def beeld(*balken: Data, **anders: Any) -> Data:
    vast = {"taal": "nl", "kop": "Welke kleur?", "legenda": [], "voet": []}
    return {**vast, "balken": list(balken) or [balk()], **anders}


def pixels(data: Data) -> Image.Image:
    return Image.open(io.BytesIO(maak("beeld", data))).convert("RGB")


def gelezen(data: Data) -> str:
    """Return the words of the picture: its template as PDF, read back."""
    pdf = zet(SJABLOON, data, [data["taal"]], format="pdf")
    return " ".join(pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range().split())


def kolommen(plaat: Image.Image, kleur: tuple[int, int, int]) -> list[int]:
    """Return the columns in which a colour stands over at least 60 pixels."""
    data = plaat.load()
    assert data is not None
    return [x for x in range(plaat.width) if sum(data[x, y] == kleur for y in range(plaat.height)) >= 60]


def test_every_character_that_is_kept_is_drawn_by_a_font_that_comes_along() -> None:
    tekens = [chr(n) for n in range(32, sys.maxunicode) if not ONBEKEND.match(chr(n))]
    te_zien = [teken for teken in tekens if unicodedata.category(teken) not in {"Cn", "Cf"}]
    assert len(te_zien) > 1500
    bron = (
        b'#set document(title: "x")\n'
        b'#set text(font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"))\n#sys.inputs.tekst'
    )
    tekst = " ".join(f"a{teken}" for teken in te_zien)
    typst.compile(bron, format="pdf", ignore_system_fonts=True, pdf_standards=["ua-1"], sys_inputs={"tekst": tekst})


@pytest.mark.parametrize("taal", TE_TEKENEN)
def test_every_letter_of_our_languages_is_drawn(taal: str) -> None:
    onze = "".join(
        sorted({teken for tekst in vertaal(taal).patronen("").values() for teken in tekst if teken.isalnum()})
    )
    assert letters(taal).schoon(onze).strip("\u2068\u2069") == onze


@pytest.mark.parametrize("taal", [een for een in TE_TEKENEN if een.values == ("ar",)])
def test_in_a_drawing_that_runs_from_the_right_a_value_keeps_its_own_order_and_a_name_of_ours_its_letters(
    taal: str,
) -> None:
    getypt = {"straat": "Merelweg 9A", "dag": "5 مارس", "verdict": "niet_gehaald", "aantal": 9, "lijst": ["a-b"]}
    apart = {"straat": "\u2068Merelweg 9A\u2069", "lijst": ["\u2068a-b\u2069"]}
    assert letters(taal).schoon(getypt) == {**getypt, **apart}
    assert letters().schoon(getypt["straat"]) == getypt["straat"]


def test_a_language_without_its_letters_is_an_error_that_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cuneiform stands in for a language of which somebody landed the catalog on a machine without its font."""
    zonder = SimpleNamespace(patronen=lambda _: {"stand.kop": "𒀀𒁀"})
    monkeypatch.setattr("bot.exports.letters.vertaal", lambda _: zonder)
    letters.cache_clear()
    with pytest.raises(LettersOntbreken, match=r"voor zh zijn hier geen letters .*fonts-noto-cjk"):
        maak("beeld", beeld(taal="zh"))
    letters.cache_clear()


def test_an_emoji_is_left_out_and_an_option_that_is_only_that_has_its_number() -> None:
    assert maak("beeld", beeld(balk(tekst="Koken 🍳"), balk(tekst="👍🏽"))) == maak(
        "beeld", beeld(balk(tekst="Koken"), balk(tekst="2."))
    )


def test_what_people_typed_is_text_and_never_typesetting() -> None:
    lastig = '#let x = 1 *vet* _schuin_ $x$ \\n <b> [a] // "Ö" ≥ ½'
    assert f"{lastig} Rood" in gelezen(beeld(kop=lastig))


def test_the_bar_is_as_long_as_its_share_and_the_line_stands_where_it_is_enough() -> None:
    grens = {"aantal": 60, "tekst": "nodig: 60"}
    plaat = pixels(beeld(balk(zeker=25, hoogstens=40, van=100, grens=grens)))
    breed = 1080 - 2 * LINKS
    groen, lijn = kolommen(plaat, GROEN), kolommen(plaat, INKT)
    assert plaat.width == 1080
    assert abs(min(groen) - LINKS) <= 3
    zeker = next(x for x in range(min(groen), plaat.width) if x not in groen)
    assert abs(zeker - (LINKS + 0.25 * breed)) <= 5
    assert abs(sum(lijn) / len(lijn) - (LINKS + 0.60 * breed)) <= 3


def test_what_may_count_is_drawn_otherwise_than_what_counts_also_without_colour() -> None:
    zeker = pixels(beeld(balk(zeker=50, hoogstens=50, van=100))).convert("L")
    misschien = pixels(beeld(balk(zeker=0, hoogstens=50, van=100))).convert("L")
    assert zeker.size == misschien.size
    balk_ = (60, zeker.height - 100, 500, zeker.height - 70)
    assert len(zeker.crop(balk_).getcolors() or []) == 1
    assert len(misschien.crop(balk_).getcolors() or []) > 1


@pytest.mark.parametrize("soort", ["gehaald", "niet_gehaald", "onbeslist"])
def test_each_verdict_is_a_word_and_a_sign_of_its_own(soort: str) -> None:
    oordeel = {"tekst": "Zo staat het", "uitleg": "Nog 3 bewoners nodig."}
    beelden = {s: beeld(balk(oordeel={"soort": s, **oordeel})) for s in ("gehaald", "niet_gehaald", "onbeslist")}
    assert "Zo staat het Nog 3 bewoners nodig." in gelezen(beelden[soort])
    assert [s for s, data in beelden.items() if maak("beeld", data) == maak("beeld", beelden[soort])] == [soort]


@pytest.mark.parametrize(
    "tekst",
    ["W" * 100, "w" * 40, "lagetemperatuurverwarmingsvoorzieningen " * 3, "een heel gewone zin " * 15, "Київ" * 20],
)
@pytest.mark.parametrize("aantal", [0, 1, 60])
def test_nothing_leaves_the_picture(tekst: str, aantal: int) -> None:
    oordeel = {"soort": "onbeslist", "tekst": tekst, "uitleg": tekst}
    lang = balk(tekst=tekst, grens={"aantal": aantal, "tekst": tekst[:40]}, van=60, oordeel=oordeel)
    legenda = [{"soort": soort, "tekst": tekst} for soort in ("zeker", "misschien")]
    plaat = pixels(beeld(lang, kop=tekst, voet=[tekst], legenda=legenda))
    for links in (0, plaat.width - RAND):
        assert plaat.crop((links, 0, links + RAND, plaat.height)).getcolors() == [(RAND * plaat.height, WIT)]


def test_ten_long_options_fit_what_telegram_takes_as_a_picture() -> None:
    balken = [balk(tekst=f"{'lang antwoord ' * 7}{n}", zeker=n) for n in range(10)]
    inhoud = maak("beeld", beeld(*balken, kop="Wat vindt u? " * 23))
    breed, hoog = Image.open(io.BytesIO(inhoud)).size
    assert breed + hoog <= 10_000
    assert hoog <= 20 * breed
    assert len(inhoud) < 10_000_000


def test_nobody_voted_yet_is_an_empty_bar() -> None:
    assert kolommen(pixels(beeld(balk(zeker=0, hoogstens=0, van=0))), GROEN) == []


def test_the_same_data_gives_the_same_bytes() -> None:
    assert maak("beeld", beeld()) == maak("beeld", json.loads(json.dumps(beeld())))


def test_the_results_of_three_polls_that_go_to_the_whole_wijk_at_once_are_drawn_once_in_each_language() -> None:
    wat = [beeld(kop=f"Vraag {vraag}", taal=taal) for vraag in range(3) for taal in talen()]
    als_beeld._teken.cache_clear()

    for een in wat * 2:
        als_beeld.maak(een, pixels=100)

    assert als_beeld._teken.cache_info().misses == len(wat)


def test_a_picture_that_many_threads_want_at_the_same_time_is_drawn_once() -> None:
    als_beeld._teken.cache_clear()

    with ThreadPoolExecutor(8) as draden:
        getekend = set(draden.map(lambda _: als_beeld.maak(beeld(), pixels=100), range(8)))

    assert len(getekend) == als_beeld._teken.cache_info().misses == 1
