"""Cards of what a heat solution means: which is for which home, and a file of them or every mistake in it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import InvoerFout
from bot.rules.kaartbestand import GROOTST, MEEST_FOUTEN, NODIG, VELDEN, lees
from bot.rules.warmtekaarten import Inhoud, Kaart, Kosten, gewijzigd, uit_json, voor_woning

VANDAAG = date(2027, 2, 1)
WONINGTYPEN = ("flat", "Rijwoning")
KOSTEN = Kosten(4000, 6000, "Rekenblad", "2027-01-15")
KAART = Kaart("Warmtenet", "Rijwoning", Inhoud("stopt", "in 2035", KOSTEN, Kosten(90, 120, "RVO", "2027-01-10")))
TOML = """
[[kaart]]
oplossing = "Warmtenet"
woningtype = "rijwoning"
gas = "stopt"
gas_wanneer = "in 2035"
eenmalig = { van = 4000, tot = "6.000", bron = "Rekenblad", dag = 2027-01-15 }
maandelijks = { van = 90, tot = 120, bron = "RVO", dag = "10 januari 2027" }
"""
KOP = ";".join(NODIG)
REGEL = "Warmtenet;blijft;4000;6000;Rekenblad;2027-01-15;90;120;RVO;10-1-2027"


def van(tekst: str) -> list[Kaart]:
    return lees(tekst.encode(), "kaarten.toml", WONINGTYPEN, VANDAAG)


def fout(tekst: str) -> str:
    with pytest.raises(InvoerFout) as gevangen:
        van(tekst)
    return str(gevangen.value)


def test_a_toml_file_gives_its_cards_and_spells_the_home_as_the_address_list_does() -> None:
    assert van(TOML) == [KAART]


@pytest.mark.parametrize("teken", [";", ",", "\t"])
def test_a_csv_file_gives_the_same_however_it_was_saved(teken: str) -> None:
    kolommen = {**dict(zip(NODIG, REGEL.split(";"), strict=True)), "gas": "stopt", "gas_wanneer": "in 2035"}
    kolommen |= {"woningtype": " rijwoning "}
    regels = [teken.join(naam.upper() for naam in kolommen), teken.join(f'"{cel}"' for cel in kolommen.values()), ""]
    assert van("\ufeff" + "\r\n".join(regels)) == [KAART]


def test_what_a_card_says_is_the_same_after_it_was_kept() -> None:
    assert uit_json(KAART.inhoud.als_json()) == KAART.inhoud


@pytest.mark.parametrize(
    ("oud", "nieuw", "zegt"),
    [
        ('gas = "stopt"', "", "kaart 1: gas: ontbreekt"),
        ('gas = "stopt"', 'gas = "misschien"', "kaart 1: gas: 'misschien' kan niet; kies uit"),
        ('gas = "stopt"', 'gas = "blijft"', "kaart 1: gas_wanneer: laat dit leeg"),
        ('gas_wanneer = "in 2035"', "", "kaart 1: gas_wanneer: zeg wanneer"),
        ('"rijwoning"', '"kasteel"', "woningtype: 'kasteel' staat niet op de adressenlijst; kies uit Rijwoning, flat"),
        ("van = 4000", "van = 7000", "eenmalig_tot: 6000 is minder dan 7000; wissel ze om"),
        ("van = 4000", "van = -1", "eenmalig_van: '-1' is geen bedrag"),
        ("van = 4000", "van = 40.5", "eenmalig_van: schrijf een tekst"),
        ("van = 4000", "van = true", "eenmalig_van: schrijf een tekst"),
        ("van = 4000", "van = 4000, prijs = 3", "eenmalig_prijs: dit veld ken ik niet"),
        ('bron = "RVO", ', "", "maandelijks_bron: ontbreekt; vul dit veld in"),
        ("2027-01-15", "2027-02-02", "eenmalig_dag: 2027-02-02 moet nog komen"),
        ("2027-01-15", '"gisteren"', "eenmalig_dag: 'gisteren' is geen datum; schrijf hem zoals 2027-01-31"),
        ('bron = "RVO"', 'bron = "RVO", link = "http://x.nl"', "maandelijks_link: 'http://x.nl' is geen adres"),
        ('"Warmtenet"', f'"{"W" * 41}"', "oplossing: is 41 tekens; maak er hoogstens 40 van"),
        ("oplossing", "oplosing", "oplosing: dit veld ken ik niet; bedoelde u 'oplossing'?"),
        ("[[kaart]]", "[[kaarten]]", "kaarten: schrijf alleen blokken die met [[kaart]] beginnen"),
        ("[[kaart]]", "[[kaart]", "geen geldige TOML"),
        ('tot = "6.000"', 'tot = "999.999.999"', "eenmalig_tot: 999.999.999 is te veel"),
    ],
)
def test_a_mistake_is_said_with_its_card_its_field_and_the_mend(oud: str, nieuw: str, zegt: str) -> None:
    assert oud in TOML
    gezegd = fout(TOML.replace(oud, nieuw))
    assert gezegd.startswith("kaarten.toml: ")
    assert zegt in gezegd
    assert "\n" not in gezegd


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("", "er staat geen kaart in"),
        (KOP, "er staat geen kaart in"),
        (f"{KOP}\n{REGEL};meer", "regel 2: er staan meer cellen dan kolommen"),
        (f"{KOP};gas\n{REGEL};x", "regel 1: kolom 'gas' staat er twee keer"),
        (f'{KOP}\n"{REGEL}', "regel 2: deze regel kan ik niet lezen"),
        (f"{KOP}\n{REGEL}\n{REGEL}", "regel 3: oplossing: deze kaart staat er twee keer"),
        ("x" * (GROOTST + 1), "is groter dan"),
    ],
)
def test_a_csv_that_cannot_be_read_says_why(tekst: str, zegt: str) -> None:
    assert zegt in fout(tekst)


def test_every_card_with_a_mistake_is_named_up_to_a_few() -> None:
    regels = fout("\n".join([KOP, *[REGEL.replace("4000", "veel")] * 40])).splitlines()
    assert len(regels) == MEEST_FOUTEN
    assert regels[2].startswith("kaarten.toml: regel 4: ")


def probeer(inhoud: bytes) -> list[Kaart] | str:
    """Return the cards, or what is wrong."""
    try:
        return lees(inhoud, "b", WONINGTYPEN, VANDAAG)
    except InvoerFout as nee:
        return str(nee)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_file_gives_cards_or_says_what_is_wrong(inhoud: bytes) -> None:
    gelezen = probeer(inhoud)
    assert gelezen
    assert not isinstance(gelezen, str) or gelezen.startswith("b: ")


@given(st.sampled_from(VELDEN), st.text(max_size=300))
def test_any_value_of_a_field_gives_a_card_or_says_what_is_wrong(veld: str, waarde: str) -> None:
    cellen = {**dict(zip(NODIG, REGEL.split(";"), strict=True)), veld: waarde.replace('"', '""')}
    gelezen = probeer((f"{','.join(cellen)}\n" + ",".join(f'"{cel}"' for cel in cellen.values())).encode())
    assert "b: " in gelezen if isinstance(gelezen, str) else gelezen[0].inhoud.eenmalig.van <= 6000


def test_a_home_gets_its_own_card_and_else_the_one_for_all_homes() -> None:
    alle = [replace(KAART, oplossing=naam, woningtype=soort) for naam, soort in (
        ("warmtepomp", ""), ("Warmtenet", "Rijwoning"), ("Warmtenet", ""), ("Hybride", "flat"),
    )]  # fmt: skip
    assert [(k.oplossing, k.woningtype) for k in voor_woning(alle, "Rijwoning")] == [
        ("Warmtenet", "Rijwoning"), ("warmtepomp", ""),
    ]  # fmt: skip
    assert [k.oplossing for k in voor_woning(alle, "flat")] == ["Hybride", "Warmtenet", "warmtepomp"]
    assert [(k.oplossing, k.woningtype) for k in voor_woning(alle, "")] == [("Warmtenet", ""), ("warmtepomp", "")]


def test_only_what_says_something_else_is_a_new_version() -> None:
    ander = replace(KAART, inhoud=replace(KAART.inhoud, co2="Minder."))
    geldend = {KAART.sleutel: KAART.inhoud}
    assert gewijzigd([KAART, replace(KAART, oplossing="WARMTENET")], geldend) == []
    assert gewijzigd([ander, replace(KAART, woningtype="flat")], geldend) == [ander, replace(KAART, woningtype="flat")]
