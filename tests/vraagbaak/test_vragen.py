"""The set of questions is sound: a measurement on it says something."""

from tests.vraagbaak import DELEN, VERZEGELD, parafrases, vragen


def _plat(tekst: str) -> str:
    return "".join(teken for teken in tekst.casefold() if teken.isalnum())


def test_the_set_has_two_thousand_questions_each_with_its_own_id_and_words() -> None:
    alle = vragen()
    assert len(alle) == len({een.id for een in alle}) == len({_plat(een.vraag) for een in alle}) == 2000
    assert all(all(een) for een in alle)


def test_each_paraphrase_has_an_answer_and_is_in_other_words_than_any_question() -> None:
    assert {deel: len(parafrases(deel)) for deel in DELEN} == DELEN
    alle = parafrases(*DELEN, VERZEGELD)
    assert len({_plat(tekst) for tekst, _ in alle}) == len(alle) == sum(DELEN.values()) + 50
    ids, letterlijk = {een.id for een in vragen()}, {_plat(een.vraag) for een in vragen()}
    for tekst, goed in alle:
        assert set() < goed <= ids, tekst
        assert _plat(tekst) not in letterlijk, tekst
