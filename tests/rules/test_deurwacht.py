"""Who stands at which door: a table, and that what a trekker's door records counts for no condition."""

import pytest

from bot.rules import drempels
from bot.rules.deurwacht import Wacht, wacht
from bot.rules.doelgroep import WIJK, Doelgroep

TECHNIEK, ANDERE, STRAAT = (
    Doelgroep("werkgroep", "techniek"),
    Doelgroep("werkgroep", "x"),
    Doelgroep("straat", "techniek"),
)


@pytest.mark.parametrize(
    ("voor", "vragen", "trekker", "team"),
    [
        (TECHNIEK, False, "trekker", "team"),
        (TECHNIEK, True, "telt_mee", "team"),
        (ANDERE, False, "buiten_bereik", "team"),
        (ANDERE, True, "buiten_bereik", "team"),
        (WIJK, False, "buiten_bereik", "team"),
        (WIJK, True, "buiten_bereik", "team"),
        (STRAAT, False, "buiten_bereik", "team"),  # a street that is called as the werkgroep
    ],
)
def test_a_trekker_shows_the_code_of_the_own_werkgroep_where_it_counts_for_nothing(
    voor: Doelgroep, vragen: bool, trekker: Wacht, team: Wacht
) -> None:
    trekt = frozenset({"techniek"})
    assert wacht(voor, ruimte_voor_vragen=vragen, team=False, trekt=trekt) == trekker
    assert wacht(voor, ruimte_voor_vragen=vragen, team=True, trekt=trekt) == team
    assert wacht(voor, ruimte_voor_vragen=vragen, team=False, trekt=frozenset()) == "buiten_bereik"


def test_no_condition_counts_who_was_at_a_meeting_without_room_for_questions() -> None:
    assert not [naam for naam, soort in drempels.DREMPELS.items() if "aanwezig" in soort.TELT | soort.MAG_TELLEN]
