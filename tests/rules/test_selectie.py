"""Whom a message is for, and what may be said of how many they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.doelgroep import WIJK, Doelgroep
from bot.rules.selectie import Aantal, Eis, Selectie, aantal, aantal_in, ruw, tik

TE_KLEIN = Aantal(te_klein=True, aantal=0, ongeveer=True)


@pytest.mark.parametrize(
    ("selectie"),
    [
        Selectie(),
        Selectie(Doelgroep("straat", "Merelweg"), doorgeven=True),
        Selectie(WIJK, (Eis("koop"), Eis("niet_gehoord", telt=("gesprek", "stem_besluit")), Eis("komt", "A" * 22))),
    ],
    ids=["all", "passed on", "asked"],
)
def test_a_selection_is_the_same_after_it_was_kept(selectie: Selectie) -> None:
    assert Selectie.uit_json(selectie.als_json()) == selectie


def test_a_selection_tells_which_poll_it_is_about() -> None:
    selectie = Selectie(WIJK, (Eis("koop"), Eis("niet_gestemd", "P")))
    assert (selectie.over("niet_gestemd"), selectie.over("komt")) == ("P", None)


@pytest.mark.parametrize(
    ("gekozen", "keuze", "daarna"),
    [
        ([], "koop", ["koop"]),
        (["koop"], "koop", []),
        (["koop", "komt"], "huur", ["komt", "huur"]),
        (["huur"], "koop", ["koop"]),
        (["niet_gehoord"], "niet_geinformeerd", ["niet_gehoord", "niet_geinformeerd"]),
    ],
)
def test_a_tap_adds_or_takes_away_and_nobody_is_owner_and_tenant(
    gekozen: list[str], keuze: str, daarna: list[str]
) -> None:
    assert tik(gekozen, keuze) == daarna


@pytest.mark.parametrize(
    ("met", "zonder", "gezien"),
    [
        (0, [], Aantal(te_klein=True, aantal=0, ongeveer=False)),
        (4, [], Aantal(te_klein=True, aantal=0, ongeveer=False)),
        (5, [], Aantal(te_klein=False, aantal=5, ongeveer=False)),
        (413, [], Aantal(te_klein=False, aantal=413, ongeveer=False)),
        (0, [40], TE_KLEIN),
        (4, [40], TE_KLEIN),
        (5, [9], TE_KLEIN),  # 4 others
        (9, [9], TE_KLEIN),  # all of them: also said of who did not
        (5, [10], Aantal(te_klein=False, aantal=5, ongeveer=True)),
        (6, [10], Aantal(te_klein=False, aantal=10, ongeveer=True)),  # 4 others: as when there are none
        (10, [10], Aantal(te_klein=False, aantal=10, ongeveer=True)),
        (49, [413], Aantal(te_klein=False, aantal=45, ongeveer=True)),
        (42, [47], Aantal(te_klein=False, aantal=40, ongeveer=True)),
        (43, [47], Aantal(te_klein=False, aantal=45, ongeveer=True)),
        (47, [47], Aantal(te_klein=False, aantal=45, ongeveer=True)),
        (20, [90, 23], Aantal(te_klein=False, aantal=20, ongeveer=True)),
        (28, [32, 30], Aantal(te_klein=False, aantal=30, ongeveer=True)),
        (20, [90, 8], TE_KLEIN),
    ],
)
def test_how_many_may_be_shown(met: int, zonder: list[int], gezien: Aantal) -> None:
    assert aantal(met, zonder) == gezien


@given(st.integers(0, 500), st.integers(0, 500))
def test_nobody_learns_of_one_to_four_people_how_many_they_are(een: int, ander: int) -> None:
    """Whatever is shown beside the exact size of the audience, it fits none to four others alike, or more than that."""
    groep, met = max(een, ander), min(een, ander)
    gezien = aantal(met, [groep])
    passend = {groep - n for n in range(groep + 1) if aantal(n, [groep]) == gezien}
    if groep - met < 5:
        assert passend >= set(range(min(5, groep + 1)))
    if met < 5:
        assert {groep - n for n in range(min(5, groep + 1))} <= passend


@given(st.integers(5, 500), st.lists(st.integers(0, 500), max_size=3))
def test_a_number_shown_is_never_above_any_audience(met: int, erbij: list[int]) -> None:
    zonder = [met + n for n in erbij]
    assert aantal(met, zonder).aantal <= min(zonder, default=met)


@pytest.mark.parametrize(("mensen", "gezegd"), [(-3, 0), (0, 0), (9, 0), (10, 10), (127, 120)])
def test_people_without_a_chat_are_said_roughly(mensen: int, gezegd: int) -> None:
    assert ruw(mensen) == gezegd


def cellen(groep: int, stemden: int, *vast: bool) -> dict[tuple[bool, ...], int]:
    """An audience of which so many voted; the other things asked hold for all of it, or for none."""
    return {(True, *vast): groep - stemden, (False, *vast): stemden}


@given(st.integers(10, 300), st.integers(0, 4), st.integers(0, 4), st.integers(0, 3))
def test_asking_what_holds_for_everyone_uncovers_nothing(groep: int, een: int, ander: int, erbij: int) -> None:
    """Whether nobody voted or four did, and however often one asks for more, the number shown is the same."""
    vast = (True,) * erbij
    gezien = aantal_in(cellen(groep, een, *vast), 1 + erbij)
    if min(groep - een, groep - ander) >= 5:
        assert gezien == aantal_in(cellen(groep, ander, *vast), 1 + erbij) == aantal_in(cellen(groep, een), 1)


@pytest.mark.parametrize(
    ("cellen", "eisen", "gezien"),
    [
        ({(): 43}, 0, Aantal(te_klein=False, aantal=43, ongeveer=False)),
        ({}, 1, TE_KLEIN),
        ({(True, True): 20, (True, False): 70, (False, True): 30}, 2, Aantal(False, 20, True)),
        ({(True, True): 20, (True, False): 70, (False, True): 3}, 2, Aantal(False, 20, True)),  # as of the 23
        ({(True, True): 6, (True, False): 70, (False, True): 3}, 2, TE_KLEIN),  # 3 others of 9
    ],
)
def test_several_things_asked_are_each_a_group_of_their_own(
    cellen: dict[tuple[bool, ...], int], eisen: int, gezien: Aantal
) -> None:
    assert aantal_in(cellen, eisen) == gezien
