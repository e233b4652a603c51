"""HTML and entities: what text and which entities come out, and what is refused."""

import contextlib
import html
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.webchat.fouten import ApiError
from bot.webchat.herken import herken
from bot.webchat.opmaak import maak_op
from bot.webchat.opmaak_html import lees_html, lengte, snij
from bot.webchat.tabel import METHODEN

TEKST = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
EMOJI = st.text(st.sampled_from("a é👋🏽😀\u200d界"), min_size=1, max_size=12)
TAGS = {"b": "bold", "i": "italic", "u": "underline", "s": "strikethrough", "tg-spoiler": "spoiler"}


def op(tekst: str, parse_mode: str | None = "HTML", maximum: int = 4096) -> tuple[str, list[dict[str, object]]]:
    return maak_op(tekst, parse_mode, None, replace(METHODEN["sendMessage"]["text"], maximum=maximum))


@given(TEKST)
def test_escaped_text_comes_out_as_it_went_in(tekst: str) -> None:
    assert lees_html(html.escape(tekst)) == (tekst, [])


@given(st.lists(st.tuples(EMOJI, st.sampled_from(sorted(TAGS)), EMOJI), max_size=6))
def test_offsets_count_utf16_units(delen: list[tuple[str, str, str]]) -> None:
    tekst, entiteiten = lees_html("".join(f"{voor}<{tag}>{in_}</{tag}>" for voor, tag, in_ in delen))
    assert tekst == "".join(voor + in_ for voor, _, in_ in delen)
    assert [e["type"] for e in entiteiten] == [TAGS[tag] for _, tag, _ in delen]
    assert [snij(tekst, e["offset"], e["length"]) for e in entiteiten] == [in_ for _, _, in_ in delen]


@given(st.text("<>/abis &;=\"'#x1 ", max_size=40))
def test_any_text_is_parsed_or_refused_never_a_crash(tekst: str) -> None:
    with contextlib.suppress(ApiError):
        gelezen, entiteiten = lees_html(tekst)
        assert all(0 <= e["offset"] < e["offset"] + e["length"] <= lengte(gelezen) for e in entiteiten)


@pytest.mark.parametrize(
    ("invoer", "tekst", "entiteiten"),
    [
        ("<b>a</b>", "a", [("bold", 0, 1)]),
        ("<strong>a</strong>", "a", [("bold", 0, 1)]),
        ("<em>a</em>", "a", [("italic", 0, 1)]),
        ("<ins>a</ins>", "a", [("underline", 0, 1)]),
        ("<del>a</del>", "a", [("strikethrough", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b>a<b>b</b></b>", "ab", [("bold", 0, 2)]),
        ("<code>a<b>b</b></code>", "ab", [("code", 0, 2)]),
        ("👋<b>x</b>", "👋x", [("bold", 2, 1)]),
        ("<B>a</B >", "a", [("bold", 0, 1)]),
        ("<a href=>x.nl</a>", "x.nl", [("text_link", 0, 4)]),
        ("<a title='&amp;' href = 'https://x.nl'>x</>", "x", [("text_link", 0, 1)]),
        ("&#0; &#x110000; &ltx;", "&#0; &#x110000; &ltx;", [("hashtag", 6, 8)]),
        ("  <b> a </b> ", "a", [("bold", 0, 1)]),
        ("<b></b>a", "a", []),
        ("a &lt; b &amp; c &#x1F44B; &unknown;", "a < b & c 👋 &unknown;", []),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("zie <a href='https://x.nl'>hier</a>", "zie hier", [("text_link", 4, 4)]),
        ("zie https://x.nl/a.", "zie https://x.nl/a.", [("url", 4, 14)]),
        ("a\r\n<b>b</b>", "a\nb", [("bold", 2, 1)]),
    ],
)
def test_html_gives_text_and_entities(invoer: str, tekst: str, entiteiten: list[tuple[str, int, int]]) -> None:
    gelezen, gevonden = op(invoer)
    assert (gelezen, [(e["type"], e["offset"], e["length"]) for e in gevonden]) == (tekst, entiteiten)


def test_code_in_pre_names_the_language() -> None:
    assert op('<pre><code class="language-python">x</code></pre>')[1] == [
        {"type": "pre", "offset": 0, "length": 1, "language": "python"}
    ]


@pytest.mark.parametrize(
    "invoer",
    ["<b>a", "a</b>", "<b><i>a</b></i>", "<h1>a</h1>", "a < b", "<span>a</span>", '<a href="x>a</a>', "<b", "&#xD800;"],
)
def test_bad_markup_is_refused(invoer: str) -> None:
    with pytest.raises(ApiError, match="can't parse entities"):
        op(invoer)


@pytest.mark.parametrize(
    ("soort", "reden"), [("MarkdownV2", "not supported by this server"), ("markdown", "not supported"), ("x", "unsupp")]
)
def test_other_parse_modes_are_refused(soort: str, reden: str) -> None:
    with pytest.raises(ApiError, match=reden):
        op("a", soort)


@pytest.mark.parametrize(
    ("invoer", "goed"),
    [
        ("x" * 4096, True),
        ("x" * 4097, False),
        ("<b>" + "x" * 4096 + "</b>", True),
        ("&lt;" * 4096, True),
        ("😀" * 2049, False),
        ("   ", False),
        ("<b> </b>", False),
        (" " * 10 + "x" * 4096, True),
    ],
)
def test_the_length_counts_after_parsing(invoer: str, goed: bool) -> None:
    if goed:
        assert lengte(op(invoer)[0]) == 4096
    else:
        with pytest.raises(ApiError):
            op(invoer)


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("/start ABC", [("bot_command", 0, 6)]),
        ("😀 /help@gehoord_bot nu", [("bot_command", 3, 17)]),
        ("1/2 en /a/b", []),
        ("mail a.b@c.nl of @gehoord_bot", [("email", 5, 8), ("mention", 17, 12)]),
        ("\u2068/stand\u2069 \u2068https://x.nl/a\u2069", [("bot_command", 1, 6), ("url", 10, 14)]),
        ("#gas (https://x.nl/?a=1).", [("hashtag", 0, 4), ("url", 6, 17)]),
    ],
)
def test_plain_text_shows_its_entities(tekst: str, gevonden: list[tuple[str, int, int]]) -> None:
    assert [(e["type"], e["offset"], e["length"]) for e in herken(tekst)] == gevonden
