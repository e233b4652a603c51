"""Values keep their own order in a sentence that runs the other way, and what is copied out of it is read as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from berichten import Veilig, kies_taal, talen, vertaal
from berichten.bericht import inkorten
from berichten.catalogus import apart, eigen_naam, met_opdrachten_apart, richting
from bot.rules import huishoudcode
from handlers.inhoud import leesbaar

AHMED = "أحمد"


@pytest.mark.parametrize(
    ("waarde", "naar_links", "naar_rechts"),
    [
        ("Jan", True, False),
        (AHMED, False, True),
        (f"{AHMED}, Merelweg 9A", True, True),
        ("Київ", True, False),
        ("0318 12 34 56", True, False),
        ("ABCD-EFGH-JKMN", True, False),
        ("-5", True, False),
        ("412/1000", False, False),
        ("19:30", False, False),
        ("1.250", False, False),
        ("✅", False, False),
        ("", False, False),
        ("https://t.me/GehoordBot?start=x", False, False),
        (Veilig("<b>Jan</b>"), True, False),
        (Veilig(f"<b>{AHMED}</b> \u2068Jan\u2069"), False, True),
        (Veilig(f'<a href="https://voorbeeld.nl">{AHMED}</a>'), False, True),
    ],
)
def test_a_value_stands_apart_where_it_would_run_against_its_sentence(
    waarde: str, naar_links: bool, naar_rechts: bool
) -> None:
    for rechts, verwacht in ((True, naar_links), (False, naar_rechts)):
        gezegd = apart(waarde, rechts=rechts)
        assert gezegd == (f"\u2068{waarde}\u2069" if verwacht else waarde)
        assert type(gezegd) is type(waarde)
        assert apart(gezegd, rechts=rechts) == gezegd, "once is enough"


@given(st.binary(min_size=7, max_size=7))
def test_a_code_that_is_copied_with_its_isolates_is_still_that_code(willekeurig: bytes) -> None:
    code = huishoudcode.maak(willekeurig)
    getoond = apart(huishoudcode.schrijf(code), rechts=True)
    assert huishoudcode.lees(getoond) == code
    assert leesbaar(f"\u200f{getoond}") == huishoudcode.schrijf(code)


def test_a_command_in_a_text_stands_apart_and_nothing_else_with_a_slash() -> None:
    patroon = "اكتب /stand أو /menu. 1/2 <b>x</b> https://a.nl/b"
    verwacht = "اكتب \u2068/stand\u2069 أو \u2068/menu\u2069. 1/2 <b>x</b> https://a.nl/b"
    assert met_opdrachten_apart(patroon) == verwacht
    assert "\u2068/menu\u2069" in vertaal("ar").tekst("geweigerd.toestemming_nodig")


@given(
    st.lists(st.sampled_from(["Jan de Vries ", AHMED, "\u2068Jan\u2069 ", "\u2068\u2068a\u2069 b\u2069"])),
    st.integers(2, 40),
)
def test_what_is_cut_closes_what_stood_apart(delen: list[str], lengte: int) -> None:
    kort = inkorten("".join(delen), lengte)
    assert kort.count("\u2068") == kort.count("\u2069")


@pytest.mark.parametrize(
    ("gevraagd", "gekozen"),
    [("en-GB", "en"), ("EN", "en"), ("en_US", "en"), ("nl", "nl"), (None, "nl"), ("", "nl"), ("xx", "nl"), ("e", "nl")],
)
def test_the_language_of_a_phone_is_the_nearest_of_ours(gevraagd: str | None, gekozen: str) -> None:
    assert kies_taal(gevraagd) == gekozen


def test_each_language_is_listed_by_its_own_name() -> None:
    namen = {"nl": "Nederlands", "ar": "العربية", "tr": "Türkçe", "uk": "Українська", "pt_BR": "Português (Brasil)"}
    assert {taal: eigen_naam(taal) for taal in namen} == namen
    assert len({eigen_naam(taal) for taal in talen()}) == len(talen())


@pytest.mark.parametrize(
    ("taal", "loopt"), [("ar", "rtl"), ("fa-IR", "rtl"), ("nl", "ltr"), ("xx", "ltr"), ("'", "ltr")]
)
def test_the_direction_of_any_language_is_known(taal: str, loopt: str) -> None:
    assert richting(taal) == loopt


@pytest.mark.parametrize(("taal", "zin", "klein"), [("nl", "Peilingen", "peilingen"), ("en", "Ideas", "ideas")])
def test_a_name_of_a_button_stands_small_inside_a_sentence(taal: str, zin: str, klein: str) -> None:
    assert vertaal(taal).in_zin(zin) == klein


@pytest.mark.parametrize(
    ("titel", "staat_er"),
    [
        ("Welke warmte?", "bij <b>Welke warmte?</b>"),
        ("Kom!", "bij <b>Kom!</b>"),
        ("لماذا؟", "bij <b>\u2068لماذا؟\u2069</b>"),
        ("Wat? Hoe.", "bij <b>Wat? Hoe.</b>."),
        ("Energiecafé", "bij <b>Energiecafé</b>."),
    ],
)
def test_after_a_title_that_asks_stands_no_full_stop_and_no_colon(titel: str, staat_er: str) -> None:
    nl = vertaal("nl")
    assert nl.tekst("bijdrage.wat.aanwezig", dag="1 mei", titel=titel) == f"Op 1 mei was u {staat_er}"
    assert nl.tekst("menu.regel", knop="Wie doet wat?", wat="Wie beslist") == "<b>Wie doet wat?</b> Wie beslist"


def test_numbers_lists_and_parts_of_a_hundred_are_written_as_in_the_language() -> None:
    nl, en = vertaal("nl"), vertaal("en")
    assert (nl.getal(1250), en.getal(1250)) == ("1.250", "1,250")
    assert (nl.procent(57), en.procent(57)) == ("57%", "57%")
    assert nl.lijst(["a", "b & c", AHMED]) == f"a, b & c en \u2068{AHMED}\u2069"
    assert nl.lijst([Veilig("<b>a</b>"), "b & c"]) == "<b>a</b> en b &amp; c"
    assert isinstance(nl.lijst([Veilig("a"), "b"]), Veilig)
    assert en.lijst(["a", "b", "c"], "or") == "a, b, or c"
    assert nl.reeks(["Merelweg 1, links", "Merelweg 2"]) == "Merelweg 1, links; Merelweg 2"
    assert nl.reeks([AHMED, "Jan"]) == f"\u2068{AHMED}\u2069; Jan"
    assert vertaal("ar").reeks([AHMED, "Merelweg 1"]) == f"{AHMED}؛ \u2068Merelweg 1\u2069"
