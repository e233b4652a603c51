"""A template as TOML and back: what an organiser may change, and each mistake in one line that says the mend."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from berichten import vertaal
from bot.errors import InvoerFout
from bot.rules.trajecten import TRAJECTEN, Taak, Traject
from bot.rules.trajectvorm import naar_json, naar_toml, uit_json, uit_toml

KOP = 'sjabloon = "besluit"\n'
KADERS = '[[fasen]]\nnaam = "kaders"\n'
BESLUIT = '[[fasen]]\nnaam = "besluit"\n'
EIGEN = '[[fasen]]\nnaam = "markt"\ntitel = "Warmtemarkt"\ndoel = "Alles zien."\nweken = 3\n'


def lees(tekst: str) -> Traject:
    return uit_toml(tekst.encode(), "mijn.toml")


@pytest.mark.parametrize("traject", TRAJECTEN.values(), ids=list(TRAJECTEN))
def test_a_template_that_is_written_reads_the_same_and_so_do_its_words_when_they_are_taken_over(
    traject: Traject,
) -> None:
    teksten = vertaal("nl").patronen("traject.")

    def zeg(fase: str, deel: str) -> str:
        return teksten.get(f"traject.{traject.naam}.{fase}.{deel.replace('documentnaam', 'document')}", "")

    geschreven = naar_toml(traject, zeg)
    assert lees(geschreven) == traject
    overgenomen = lees(geschreven.replace("\n# titel", "\ntitel").replace("\n# doel", "\ndoel"))
    assert [fase.titel for fase in overgenomen.fasen] == [zeg(fase.naam, "titel") for fase in traject.fasen]
    assert uit_json(naar_json(overgenomen)) == overgenomen


def test_what_is_not_written_stays_as_the_template_has_it() -> None:
    assert lees(KOP) == TRAJECTEN["besluit"]
    kort = lees(KOP + 'titel = "Vechtzoom"\n' + KADERS + "weken = 3\n" + BESLUIT)
    assert kort.titel == "Vechtzoom"
    assert [(fase.naam, fase.weken, fase.na) for fase in kort.fasen] == [
        ("kaders", 3, ()),
        ("besluit", 10, ("kaders",)),
    ]
    assert kort.fasen[0].taken == TRAJECTEN["besluit"].fasen[0].taken


def test_names_weeks_tasks_order_and_who_decides_can_change_and_a_stage_of_ones_own_can_come() -> None:
    eigen = lees(
        KOP + KADERS + 'titel = "  Het   begin "\nbeslist = "college"\n'
        'taken = ["einddoel", {naam = "griffie", tekst = "Bel de griffie."}, {naam = "bronnen", tekst = "Zoek."}]\n'
        + EIGEN + 'trede = "klankbord"\ndocument = "foto"\ndocumentnaam = "Foto"\n' + BESLUIT
    )  # fmt: skip
    kaders, markt, besluit = eigen.fasen
    assert (kaders.titel, kaders.beslist) == ("Het begin", "college")
    assert kaders.taken == (Taak("einddoel"), Taak("griffie", "Bel de griffie."), Taak("bronnen", "Zoek."))
    assert (markt.naam, markt.weken, markt.na, markt.trede) == ("markt", 3, ("kaders",), "klankbord")
    assert besluit.na == ("markt",)
    assert uit_json(naar_json(eigen)) == eigen


def test_parallel_stages_name_what_they_wait_for() -> None:
    traject = lees(KOP + KADERS + EIGEN + 'na = ["kaders"]\n' + BESLUIT + 'na = ["kaders"]\n')
    assert [fase.na for fase in traject.fasen] == [(), ("kaders",), ("kaders",)]


_FOUT: list[tuple[str, tuple[str, ...]]] = [
    ("", ("sjabloon", "besluit, ")),
    ('sjabloon = "leuk"', ("sjabloon", "'leuk'", "routekaart")),
    ("sjabloon = 3", ("sjabloon",)),
    ("sjabloon = [3]", ("sjabloon",)),
    (KOP + "fasen = []", ("fasen", "geen fase")),
    (KOP + "fasen = 3", ("[[fasen]]",)),
    (KOP + 'fasen = ["kaders"]', ("[[fasen]]",)),
    (KOP + 'kleur = "rood"', ("kleur", "titel")),
    (KOP + 'titel = " "', ("titel", "leeg")),
    (KOP + "titel = 3", ("titel", "tekst")),
    (KOP + "[[fasen]]\nweken = 3", ("naam ontbreekt",)),
    (KOP + '[[fasen]]\nnaam = "Het begin"', ("naam", "kleine letters")),
    (KOP + KADERS + "wekne = 3\n" + BESLUIT, ("wekne", "bedoelde u 'weken'")),
    (KOP + KADERS + 'weken = "3"\n' + BESLUIT, ("[fasen.kaders] weken", "heel getal")),
    (KOP + KADERS + "weken = 1.5\n" + BESLUIT, ("weken", "heel getal")),
    (KOP + KADERS + "weken = true\n" + BESLUIT, ("weken", "heel getal")),
    (KOP + KADERS + "weken = 0\n" + BESLUIT, ("[fasen.kaders] weken", "van 1 tot 260")),
    (KOP + KADERS + KADERS + BESLUIT, ("[fasen.kaders] naam", "twee keer")),
    (KOP + KADERS + 'na = ["besluit"]\n' + BESLUIT + 'na = ["kaders"]\n', ("na", "kring")),
    (KOP + KADERS + 'na = ["start"]\n' + BESLUIT, ("[fasen.kaders] na", "'start'")),
    (KOP + KADERS + 'na = "besluit"\n' + BESLUIT, ("na", "lijst")),
    (KOP + KADERS, ("besluit", "precies één")),
    (KOP + KADERS + "besluit = true\n" + BESLUIT, ("besluit", "precies één")),
    (KOP + KADERS + 'beslist = "raad"\n' + BESLUIT, ("[fasen.kaders] beslist", "gemeenteraad")),
    (KOP + KADERS + 'bob = "besluitvorming"\n[[fasen]]\nnaam = "tot_besluit"\n' + BESLUIT, ("tot_besluit] bob",)),
    (KOP + KADERS + 'doel = ""\n' + BESLUIT, ("doel", "leeg")),
    (KOP + KADERS + f'doel = "{"a" * 301}"\n' + BESLUIT, ("doel", "301", "300")),
    (KOP + KADERS + 'doel = "a\\u202Eb"\n' + BESLUIT, ("doel", "niemand ziet")),
    (KOP + KADERS + 'taken = ["eindoel"]\n' + BESLUIT, ("taken", "bedoelde u 'einddoel'")),
    (KOP + KADERS + 'taken = ["xyz"]\n' + BESLUIT, ("taken", "eigen taak")),
    (KOP + KADERS + 'taken = ["einddoel", "einddoel"]\n' + BESLUIT, ("taken", "twee keer")),
    (KOP + KADERS + "taken = [3]\n" + BESLUIT, ("taken", "lijst")),
    (KOP + KADERS + 'taken = [{naam = "x", tekst = ""}]\n' + BESLUIT, ("tekst", "leeg")),
    (KOP + KADERS + 'taken = [{naam = "x", tekst = "y", wie = "z"}]\n' + BESLUIT, ("wie ken ik niet",)),
    (KOP + '[[fasen]]\nnaam = "kadres"\n' + BESLUIT, ("[fasen.kadres]", "bedoelde u de fase 'kaders'")),
    (KOP + '[[fasen]]\nnaam = "markt"\n' + BESLUIT, ("titel", "eigen fase")),
    (KOP + EIGEN + 'document = "foto"\n' + BESLUIT, ("documentnaam",)),
    (KOP + KADERS + 'document = "foto"\n' + BESLUIT, ("documentnaam",)),
    (KOP + KADERS + 'document = "De Foto"\ndocumentnaam = "Foto"\n' + BESLUIT, ("document", "kleine letters")),
    (KOP + KADERS + 'spoor = "links"\n' + BESLUIT, ("spoor", "laat het weg")),
    (KOP + KADERS + "spoor = [3]\n" + BESLUIT, ("spoor",)),
    (KOP + "".join(EIGEN.replace("markt", f"m{n}") for n in range(21)) + BESLUIT, ("hoogstens 20",)),
    ("a = [" * 3, ("TOML",)),
    ("x" * 64_001, ("te groot",)),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "delen"), _FOUT, ids=range(len(_FOUT)))
def test_a_mistake_is_one_line_with_the_file_the_field_and_the_mend(tekst: str, delen: tuple[str, ...]) -> None:
    with pytest.raises(InvoerFout) as gevonden:
        lees(tekst)
    regel = str(gevonden.value)
    assert "\n" not in regel
    assert regel.startswith("mijn.toml: ")
    assert all(deel in regel for deel in delen), regel


def test_what_is_no_text_is_said() -> None:
    with pytest.raises(InvoerFout, match="UTF-8"):
        uit_toml(b"\xff\xfe", "mijn.toml")


def test_the_example_in_the_docs_reads() -> None:
    docs = (Path(__file__).parents[2] / "docs/organisatoren.md").read_text("utf-8")
    (voorbeeld,) = re.findall(r"```toml\n(sjabloon = .*?)```", docs, re.DOTALL)
    traject = lees(voorbeeld)
    assert [fase.naam for fase in traject.fasen] == ["kaders", "warmtemarkt", "tot_besluit", "besluit", "aan_de_slag"]
    assert traject.fasen[2].na == ("warmtemarkt",)


def test_an_adapted_template_without_words_of_its_own_keeps_those_of_the_catalog() -> None:
    assert tomllib.loads(KOP)["sjabloon"] == "besluit"
    assert "titel" not in naar_json(TRAJECTEN["besluit"])
    assert '"titel"' in naar_json(replace(TRAJECTEN["besluit"], titel="x"))
