"""A round past the doors: at which address one rings, and in which order, as tables."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules import ronde
from bot.rules.huisnummers import loopsleutel
from bot.rules.ronde import DELEN, STANDEN, TERMIJN, WIJZEN, Deel, Feiten, Stand, Wijze, route, stand, telling, volgende

VANDAAG = date(2027, 3, 28)
GISTEREN = VANDAAG - timedelta(days=1)


@pytest.mark.parametrize(
    ("feiten", "verwacht"),
    [
        (Feiten(), "te_gaan"),
        (Feiten(bereikt=True), "bereikt"),
        (Feiten(laatst=("gesproken", GISTEREN)), "bereikt"),
        (Feiten(laatst=("gesproken", date(2025, 1, 1))), "bereikt"),
        (Feiten(laatst=("niet_thuis", VANDAAG)), "straks"),
        (Feiten(laatst=("later", VANDAAG)), "straks"),
        (Feiten(laatst=("niet_thuis", GISTEREN)), "te_gaan"),
        (Feiten(laatst=("later", GISTEREN)), "te_gaan"),
        (Feiten(laatst=("geweigerd", VANDAAG - TERMIJN)), "niet"),
        (Feiten(laatst=("geweigerd", VANDAAG - TERMIJN - timedelta(days=1))), "te_gaan"),
        (Feiten(geen_bezoek_tot=VANDAAG), "niet"),
        (Feiten(geen_bezoek_tot=GISTEREN), "te_gaan"),
        (Feiten(bereikt=True, geen_bezoek_tot=VANDAAG), "niet"),
        (Feiten(niet_mee=True), "niet"),
        (Feiten(niet_mee=True, bereikt=True), "niet"),
        (Feiten(bezet=True), "bezet"),
        (Feiten(bezet=True, laatst=("later", VANDAAG)), "bezet"),
        (Feiten(bezet=True, bereikt=True), "bereikt"),
        (Feiten(bezet=True, geen_bezoek_tot=VANDAAG), "niet"),
    ],
)
def test_where_one_rings_today(feiten: Feiten, verwacht: Stand) -> None:
    assert stand(feiten, VANDAAG) == verwacht


STRAAT = {f"{n}{t}": (n, t) for n, t in [(4, ""), (1, ""), (2, "B"), (2, ""), (2, "A"), (10, ""), (3, "10"), (3, "2")]}


@pytest.mark.parametrize(
    ("wijze", "deel", "verwacht"),
    [
        ("heen_terug", "alles", "1 32 310 10 4 2B 2A 2"),
        ("om_en_om", "alles", "1 2 2A 2B 32 310 4 10"),
        ("heen_terug", "oneven", "1 32 310"),
        ("om_en_om", "even", "2 2A 2B 4 10"),
    ],
)
def test_the_doors_come_as_one_walks_past_them(wijze: Wijze, deel: Deel, verwacht: str) -> None:
    assert route(STRAAT, wijze, deel) == verwacht.split()


def test_additions_are_sorted_as_on_a_door() -> None:
    toevoegingen = ["BIS", "b", "-10", "A", "", "2", " a2", "A10"]
    assert sorted(toevoegingen, key=lambda t: loopsleutel(12, t)) == ["", "2", "-10", "A", " a2", "A10", "b", "BIS"]


_NUMMERS = st.dictionaries(st.integers(), st.tuples(st.integers(1, 99), st.text("aB1 -", max_size=3)), max_size=12)


@given(_NUMMERS, st.sampled_from(WIJZEN))
def test_both_sides_together_are_the_street_and_each_door_comes_once(
    nummers: dict[int, tuple[int, str]], wijze: Wijze
) -> None:
    alle = route(nummers, wijze)
    assert sorted(alle) == sorted(nummers)
    assert sorted(route(nummers, wijze, "oneven") + route(nummers, wijze, "even")) == sorted(alle)


@given(st.lists(st.sampled_from(STANDEN), max_size=12), st.data())
def test_going_on_reaches_every_door_to_go_once_and_then_ends(standen: list[Stand], data: st.DataObject) -> None:
    langs = dict(enumerate(standen))
    te_gaan = {wie for wie, hoe in langs.items() if hoe == "te_gaan"}
    na, gehad = None, []
    while (nu := volgende(list(langs.items()), na, "te_gaan")) is not None:
        gehad.append(nu)
        langs[nu] = data.draw(st.sampled_from([een for een in STANDEN if een != "te_gaan"]))
        na = nu
    assert (set(gehad), len(gehad)) == (te_gaan, len(te_gaan))
    assert telling(list(langs.values()))["te_gaan"] == 0
    assert sum(telling(standen).values()) == 2 * len(standen)


def test_the_lists_name_every_kind() -> None:
    assert (get_args(ronde.Stand), get_args(ronde.Wijze), get_args(ronde.Deel)) == (STANDEN, WIJZEN, DELEN)
