"""Dutch words to stems, and which answers are nearest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.vraagtaal import LANGSTE_STAM, kenmerken, ook_gezegd
from bot.rules.vraagwoorden import BEGRIPPEN, ONDERWERPEN
from bot.rules.vraagzoeker import EENHEID, gewichten, rangschik, van_vraag
from tests.vraagbaak import parafrases, vragen

ANTWOORDEN = [
    ("Wat kost een warmtepomp?", "Tussen de vijf en tien duizend euro."),
    ("Maakt een warmtepomp geluid?", "Ja, een zacht gezoem."),
    ("Hoe lang duurt spouwmuurisolatie?", "Een dag."),
    ("Wie beslist er in een flat?", "De vergadering van eigenaren."),
]


def zoek(tekst: str) -> list[int]:
    index = [gewichten(*een) for een in ANTWOORDEN]
    gevraagd = van_vraag(tekst)
    rijen = [(stam, nr, index[nr][stam]) for nr in range(len(index)) for stam in gevraagd if stam in index[nr]]
    return [nr for nr, _ in rangschik(gevraagd, rijen, len(index))]


@pytest.mark.parametrize(
    ("tekst", "eerste"),
    [
        ("Hoe duur is zo'n WARMTEPOMP nou", 0),
        ("wat betaal ik voor warmtepompen", 0),
        ("is dat ding niet te luidruchtig, zo'n warmte pomp", 1),
        ("hoelang zijn ze bezig met de spouw isoleren", 2),
        ("appartementen: wie neemt het besluit", 3),
    ],
)
def test_other_words_find_the_same_question(tekst: str, eerste: int) -> None:
    assert zoek(tekst)[0] == eerste


@pytest.mark.parametrize("tekst", ["", "?!", "is het er al", "👍", "Ünïcode żółw"])
def test_what_says_nothing_finds_nothing(tekst: str) -> None:
    assert zoek(tekst) == []


def test_a_compound_is_found_by_its_parts_and_an_accent_makes_no_difference() -> None:
    assert kenmerken("spouwmuurisolatie").keys() >= kenmerken("spouw").keys()
    assert kenmerken("Financiële") == kenmerken("financiele")


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("de open haard", "=houtkachel"),
        ("wat is het verkoopprijsje", "=waarde"),
        ("een 2 onder 1 kap", "=tweekap"),
        ("wanneer", "?wanneer"),
    ],
)
def test_a_text_says_its_concepts_in_one_word_or_more_and_how_it_is_asked(tekst: str, zegt: str) -> None:
    assert zegt in kenmerken(tekst)
    assert kenmerken("70 graden") == kenmerken("zeventig graden")
    assert kenmerken("uit 1974") == kenmerken("uit de jaren zeventig")


@pytest.mark.parametrize("fout", ["isolaite", "isolati", "izolatie", "isolatiee"])
def test_one_letter_that_is_wrong_in_a_question_is_mended(fout: str) -> None:
    assert "=isolatie" in van_vraag(f"wat kost {fout}")


def test_an_answer_is_also_found_by_what_people_say_of_its_subject() -> None:
    assert "vlek" in ook_gezegd("Hoe maak ik een inductieplaat schoon?")
    assert "vlek" not in ook_gezegd("Wat kost een inductieplaat?")


def test_the_lists_are_sound_each_concept_and_subject_once_with_words() -> None:
    namen = [regel.partition(":")[0] for regel in BEGRIPPEN]
    eist = [frozenset(regel.partition(" > ")[0].split()) for regel in ONDERWERPEN]
    assert len(set(namen)) == len(namen)
    assert len(set(eist)) == len(eist)
    assert all(regel.partition(": ")[2] for regel in BEGRIPPEN)
    assert all(regel.partition(" > ")[2] for regel in ONDERWERPEN)


@given(tekst=st.text(max_size=300))
def test_any_text_gives_whole_positive_weights_of_stems_that_fit_the_index(tekst: str) -> None:
    for stam, gewicht in gewichten(tekst, tekst).items():
        assert 0 < len(stam) <= LANGSTE_STAM
        assert isinstance(gewicht, int)
        assert 0 < gewicht <= 3 * EENHEID


def test_the_order_in_which_a_database_gives_the_rows_changes_nothing() -> None:
    index = [gewichten(een.vraag, een.antwoord) for een in vragen()[::8]]
    for tekst, _ in parafrases()[::9]:
        gevraagd = van_vraag(tekst)
        rijen = [(stam, nr, een[stam]) for nr, een in enumerate(index) for stam in gevraagd if stam in een]
        assert rangschik(gevraagd, rijen, len(index)) == rangschik(gevraagd, rijen[::-1], len(index)), tekst
