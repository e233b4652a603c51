"""Which conversation gets what: every listener is found, none twice, and nothing is left to silence."""

import itertools
import types

import pytest

import handlers
from handlers import GESPREKKEN, deur, lezer, luisteraars, menu, vraag, welkom


@pytest.mark.parametrize("soort", ["COMMANDS", "TAPS", "STAPPEN", "START"])
def test_no_two_conversations_want_the_same(soort: str) -> None:
    alle = luisteraars(soort)
    assert len(alle) == sum(len(getattr(gesprek, soort, {})) for gesprek in GESPREKKEN)


def test_two_that_do_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    dubbel = types.ModuleType("dubbel")
    vars(dubbel)["COMMANDS"] = {"menu": menu.menu}
    monkeypatch.setattr(handlers, "GESPREKKEN", (*GESPREKKEN, dubbel))
    with pytest.raises(ValueError, match="menu"):
        luisteraars("COMMANDS")


def test_every_file_with_listeners_is_in_the_list() -> None:
    modulen = {m for m in vars(handlers).values() if isinstance(m, types.ModuleType)}
    namen = ("COMMANDS", "TAPS", "STAPPEN", "TEKST", "START")
    assert {m for m in modulen if any(hasattr(m, naam) for naam in namen)} == set(GESPREKKEN)


def test_conversations_do_not_import_each_other() -> None:
    for een, ander in itertools.permutations(GESPREKKEN, 2):
        assert ander not in vars(een).values()


@pytest.mark.parametrize(
    ("tekst", "wie"),
    [
        ("123456", deur.typ_code),
        ("123 456", deur.typ_code),
        ("12-34-56", deur.typ_code),
        ("O23456", deur.typ_code),
        ("7K3F-9M2A-PQ4T", welkom.typ),
        ("7k3f9m2apq4t", welkom.typ),
        ("12345", deur.typ_code),
        ("1234567", deur.typ_code),
        ("1234", vraag.los),
        ("12345678", vraag.los),
        ("hallo", vraag.los),
        ("", vraag.los),
        ("🙂", vraag.los),
    ],
)
def test_typed_text_goes_to_who_knows_it_by_its_looks(tekst: str, wie: object) -> None:
    assert lezer(tekst) is wie


def test_every_button_that_a_renderer_can_make_has_a_listener() -> None:
    """The part before the colon of every callback in berichten/."""
    import re
    from pathlib import Path

    bron = "\n".join(pad.read_text() for pad in Path("berichten").glob("*.py"))
    data = set(re.findall(r'Knop\(.*?, f?"([a-z_]+)[:"]', bron)) | set(re.findall(r'"([a-z_]+)"\)[,)]', bron))
    knoppen = {d for d in data if d in re.findall(r'Knop\([^\n]*"([a-z_]+)[:"]', bron)}
    assert knoppen, "no button found: look at this test"
    assert knoppen - set(luisteraars("TAPS")) - set(luisteraars("GROEP_TAPS")) == set()
