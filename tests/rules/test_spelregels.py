"""The spelregels: built from settings, nonsense refused in one line, and one hash for one set of rules."""

from datetime import date
from typing import Any

import pytest

from bot.errors import InvoerFout
from bot.rules.canoniek import canoniek
from bot.rules.spelregels import Spelregels, uit_json, uit_ruw


def een_drempel(**velden: Any) -> dict[str, Any]:
    return {"drempels": [{"soort": "gehoord", "aandeel": "1/2", "operator": ">"} | velden]}


def test_the_rules_as_they_come_are_valid_and_read_back() -> None:
    assert uit_ruw({}, "x") == Spelregels() == uit_json(Spelregels().canoniek())
    assert Spelregels().als_json() == {
        "naam": "Spelregels",
        "versie": 0,
        "eenheid": "bewoners",
        "aantal": 0,
        "bron": "",
        "peildatum": None,
        "telt_ook": ["gesprek"],
        "van": None,
        "tot": None,
        "orgaan": "",
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
        (een_drempel(aandeel=0.5), "schrijf een breuk"),
        (een_drempel(aandeel="1/1"), "meer dan iedereen"),
        (een_drempel(operator="<"), "schrijf > (meer dan) of >= (minstens)"),
        (een_drempel(soort="gehord"), "gehoord, informatie"),
        (een_drempel(soort=["gehoord"]), "gehoord, informatie"),
        (een_drempel(deel="1/2"), "bedoelde u 'aandeel'?"),
        ({"drempels": ["gehord"]}, "kies uit afspiegeling"),
        ({"drempels": [{"soort": "gehoord"}]}, "ontbreekt"),
        ({"drempels": "gehoord"}, "schrijf blokken"),
        ({"drempels": een_drempel()["drempels"] * 2}, "staat er twee keer"),
        ({"eenheid": "mensen"}, "bewoners, huishoudens, eigenaren"),
        ({"aantal": -1}, "[spelregels] aantal"),
        ({"versie": "een"}, "een heel getal"),
        ({"versie": -1}, "[spelregels] versie"),
        ({"peildatum": "2027-02-31"}, "een datum"),
        ({"telt_ook": ["gasten"]}, "kies uit gesprek, niet_mee, reactie"),
        ({"van": "2027-02-01", "tot": "2027-01-31"}, "wissel ze om"),
        ({"orgaan": "de raad"}, "kies uit college, gemeenteraad"),
    ],
)
def test_nonsense_is_refused_with_one_line_that_says_what_to_write(velden: dict[str, Any], mend: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        uit_ruw(velden, "gehoord.toml")
    assert mend in str(fout.value)
    assert str(fout.value).startswith("gehoord.toml: [spelregels")
    assert "\n" not in str(fout.value)


def test_the_same_rules_have_the_same_hash_whatever_way_the_share_is_written() -> None:
    half, twee_kwart = (uit_ruw(een_drempel(aandeel=a), "x") for a in ("1/2", "2/4"))
    assert half.hash() == twee_kwart.hash()
    assert len(half.hash()) == 64


@pytest.mark.parametrize(("ook", "soorten"), [(("gesprek",), {"stem_besluit", "gesprek"}), ((), {"stem_besluit"})])
def test_a_conversation_at_the_door_is_being_heard_only_when_the_rules_say_so(
    ook: tuple[str, ...], soorten: set[str]
) -> None:
    regels = Spelregels(telt_ook=ook)
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
        {"telt_ook": []},
        {"van": date(2027, 1, 1), "tot": date(2027, 12, 31)},
        {"orgaan": "college"},
        een_drempel(),
    ],
)
def test_any_change_of_the_rules_changes_the_hash_and_reads_back(ander: dict[str, Any]) -> None:
    regels = uit_ruw(ander, "x")
    assert regels.hash() != Spelregels().hash()
    assert uit_json(regels.canoniek()) == regels


def test_canonical_json_has_one_form_and_takes_no_floats() -> None:
    assert canoniek({"b": [1, None], "a": "é"}) == '{"a":"é","b":[1,null]}'
    with pytest.raises(ValueError, match="float"):
        canoniek({"a": {"b": [0.5]}})


def test_rules_that_were_fixed_keep_their_text_and_hash_in_every_later_version_of_this_program() -> None:
    """A new field of the rules or of a condition may not come into the text of a version that is in a log already."""
    vast = (
        '{"aantal":412,"bron":"CBS","drempels":[{"aandeel":"1/2","operator":">","soort":"gehoord"}],'
        '"eenheid":"bewoners","naam":"Spelregels","orgaan":"college","peildatum":"2027-01-01",'
        '"telt_ook":["gesprek"],"tot":null,"van":"2027-01-01","versie":1}'
    )
    assert uit_json(vast).canoniek() == vast
