"""The spelregels: built from settings, nonsense refused in one line, and one hash for one set of rules."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.config import DrempelInstelling, SpelregelsInstelling
from bot.errors import InvoerFout
from bot.rules.canoniek import canoniek
from bot.rules.spelregels import Spelregels


def een_drempel(**velden: str) -> dict[str, Any]:
    return {"drempels": (DrempelInstelling(**({"soort": "gehoord", "aandeel": "1/2", "operator": ">"} | velden)),)}


def test_the_settings_as_they_come_are_valid_rules() -> None:
    regels = Spelregels.uit(SpelregelsInstelling())

    assert regels.als_json() == {
        "naam": "Spelregels",
        "versie": 1,
        "eenheid": "bewoners",
        "aantal": None,
        "bron": "",
        "peildatum": None,
        "deurgesprek_telt": True,
        "drempels": [
            {"soort": "gehoord", "aandeel": "1/2", "operator": ">"},
            {"soort": "informatie", "aandeel": "1/3", "operator": ">="},
        ],
    }


@pytest.mark.parametrize(
    ("velden", "mend"),
    [
        (een_drempel(aandeel="0.5"), "schrijf een breuk"),
        (een_drempel(aandeel="0/2"), "schrijf een breuk"),
        (een_drempel(aandeel="3/2"), "schrijf een breuk"),
        (een_drempel(aandeel="1/0"), "schrijf een breuk"),
        (een_drempel(aandeel="-1/2"), "schrijf een breuk"),
        (een_drempel(aandeel="½"), "schrijf een breuk"),
        (een_drempel(aandeel="1/1"), "meer dan iedereen"),
        (een_drempel(operator="<"), "schrijf > (meer dan) of >= (minstens)"),
        (een_drempel(soort="gehord"), "gehoord, informatie"),
        ({"drempels": een_drempel()["drempels"] * 2}, "elke soort mag één keer"),
        ({"eenheid": "mensen"}, "bewoners, huishoudens, eigenaren"),
        ({"aantal": -1}, "[spelregels] aantal"),
        ({"versie": 0}, "[spelregels] versie"),
    ],
)
def test_nonsense_is_refused_with_one_line_that_says_what_to_write(velden: dict[str, Any], mend: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        Spelregels.uit(SpelregelsInstelling(**velden))

    assert mend in str(fout.value)
    assert "\n" not in str(fout.value)


def test_the_same_rules_have_the_same_hash_whatever_way_the_share_is_written() -> None:
    half, twee_kwart = (Spelregels.uit(SpelregelsInstelling(**een_drempel(aandeel=a))) for a in ("1/2", "2/4"))

    assert half.hash() == twee_kwart.hash()
    assert len(half.hash()) == 64


@pytest.mark.parametrize(("telt", "soorten"), [(True, {"stem_besluit", "gesprek"}), (False, {"stem_besluit"})])
def test_a_conversation_at_the_door_is_being_heard_only_when_the_rules_say_so(telt: bool, soorten: set[str]) -> None:
    regels = Spelregels.uit(SpelregelsInstelling(deurgesprek_telt=telt))

    assert regels.telt("gehoord") == soorten
    assert regels.telt("informatie") == {"aanwezig_vragen"}


@pytest.mark.parametrize(
    "ander",
    [
        {"naam": "B"},
        {"versie": 2},
        {"eenheid": "huishoudens"},
        {"aantal": 9},
        {"bron": "CBS"},
        {"peildatum": date(2027, 1, 1)},
        {"deurgesprek_telt": False},
        een_drempel(),
    ],
)
def test_any_change_of_the_rules_changes_the_hash(ander: dict[str, Any]) -> None:
    instelling = SpelregelsInstelling()

    assert Spelregels.uit(replace(instelling, **ander)).hash() != Spelregels.uit(instelling).hash()


def test_canonical_json_has_one_form_and_takes_no_floats() -> None:
    assert canoniek({"b": [1, None], "a": "é"}) == '{"a":"é","b":[1,null]}'
    with pytest.raises(ValueError, match="float"):
        canoniek({"a": {"b": [0.5]}})
