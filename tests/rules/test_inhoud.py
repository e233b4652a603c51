"""What people typed keeps its text and markup on its way through HTML, whatever it holds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.rules.inhoud import Opmaak, als_html, lengte
from bot.webchat.opmaak_html import lees_html
from bot.webchat.opmaak_html import lengte as lengte_utf16
from tests.berichten.opmaak import lees

ONZE = ("bold", "italic", "underline", "strikethrough", "text_link")
ANDERE = ("code", "pre", "spoiler", "mention", "url", "custom_emoji")
ADRESSEN = (
    "https://voorbeeld.nl/",
    'http://voorbeeld.nl/?a=1&b="twee"<3>',
    "HTTPS://é.nl/'",
    "javascript:alert(1)",
    "",
    None,
)
_teksten = st.text(st.sampled_from("ab <>&\"'\n😀é{}%\x00\ud800\udc00") | st.characters(), max_size=30)
_stukken = st.lists(
    st.builds(
        Opmaak, st.sampled_from(ONZE + ANDERE), st.integers(-2, 40), st.integers(-2, 40), st.sampled_from(ADRESSEN)
    ),
    max_size=8,
)


def per_teken(tekst: str, opmaak: list[Opmaak]) -> list[tuple[str, frozenset[tuple[str, str | None]]]]:
    """Return each UTF-16 unit with the markup on it; the first half of a character takes the markup of its second."""
    rauw = tekst.encode("utf-16-le", "surrogatepass")
    uit = []
    for plek in range(len(rauw) // 2):
        eenheid = rauw[2 * plek : 2 * plek + 2]
        begin = plek + 1 if 0xD8 <= eenheid[1] <= 0xDB else plek
        op = {(o.soort, o.url) for o in opmaak if o.begin <= begin < o.begin + o.lengte}
        uit.append((eenheid.hex(), frozenset(op)))
    return uit


@given(_teksten, _stukken)
@example("😀 vet", [Opmaak("bold", 3, 3)])
@example("een twee drie", [Opmaak("bold", 0, 8), Opmaak("italic", 4, 9)])
@example("<script>alert('1')</script>", [Opmaak("underline", 1, 6)])
@example("&lt;b&gt;", [Opmaak("bold", 0, 9), Opmaak("bold", 2, 3)])
@example("klik hier", [Opmaak("text_link", 0, 9, 'https://x.nl/"><b>'), Opmaak("text_link", 2, 3, "https://y.nl")])
def test_a_text_and_its_markup_come_back_out_of_the_html(tekst: str, opmaak: list[Opmaak]) -> None:
    opgemaakt = als_html(tekst, opmaak)
    terug, entiteiten = lees_html(opgemaakt)
    heel = "".join("\ufffd" if "\ud800" <= teken <= "\udfff" else teken for teken in tekst)
    assert terug == heel.replace("\x00", "")
    assert lengte(opgemaakt) == lengte_utf16(terug)
    assert lees(opgemaakt)[1] == []
    if "\x00" not in tekst and all(o.begin >= 0 for o in opmaak):
        kan = [o for o in opmaak if o.soort != "text_link" or (o.url or "").lower().startswith("http")]
        verwacht = [
            Opmaak(o.soort, o.begin, o.lengte, o.url if o.soort == "text_link" else None)
            for o in kan
            if o.soort in ONZE
        ]
        gelezen = [Opmaak(e["type"], e["offset"], e["length"], e.get("url")) for e in entiteiten]
        assert _zonder_hoofdletters(per_teken(terug, gelezen)) == _zonder_hoofdletters(per_teken(heel, verwacht))


def _zonder_hoofdletters(tekens: list[tuple[str, frozenset[tuple[str, str | None]]]]) -> list[object]:
    return [(eenheid, {(soort, url and url.lower()) for soort, url in op}) for eenheid, op in tekens]


@pytest.mark.parametrize(
    ("tekst", "opmaak", "verwacht"),
    [
        ("Kom ook!", [Opmaak("bold", 4, 3)], "Kom <b>ook</b>!"),
        ("🎉🎉 vet", [Opmaak("bold", 5, 3)], "🎉🎉 <b>vet</b>"),
        ("alles", [Opmaak("italic", 0, 5), Opmaak("bold", 0, 5)], "<i><b>alles</b></i>"),
        ("binnen eerst", [Opmaak("italic", 0, 6), Opmaak("bold", 0, 12)], "<b><i>binnen</i> eerst</b>"),
        ("naast elkaar", [Opmaak("bold", 0, 5), Opmaak("bold", 5, 7)], "<b>naast elkaar</b>"),
        ("kruisen", [Opmaak("bold", 0, 4), Opmaak("italic", 2, 5)], "<b>kr<i>ui</i></b><i>sen</i>"),
        (
            "site",
            [Opmaak("text_link", 0, 4, 'https://x.nl/?a="b"&c')],
            '<a href="https://x.nl/?a=&quot;b&quot;&amp;c">site</a>',
        ),
        ("site", [Opmaak("text_link", 0, 4, "tg://user?id=1")], "site"),
        ("site", [Opmaak("text_link", 0, 4, "https://")], "site"),
        ("code", [Opmaak("code", 0, 4), Opmaak("blockquote", 0, 4)], "code"),
        ("te ver", [Opmaak("bold", 3, 99), Opmaak("italic", 9, 1)], "te <b>ver</b>"),
        ("<script>", [], "&lt;script&gt;"),
    ],
)
def test_markup_becomes_tags_that_nest(tekst: str, opmaak: list[Opmaak], verwacht: str) -> None:
    assert als_html(tekst, opmaak) == verwacht
