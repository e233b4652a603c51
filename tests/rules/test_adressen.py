import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.adressen import Adres, lees_adressen, lees_lijst

KOP = "straat;huisnummer;toevoeging;postcode"


def test_a_full_list_is_read_with_columns_in_any_order_and_case() -> None:
    tekst = (
        "\ufeffPostcode, STRAAT ,huisnummer,Toevoeging,eigendom,woningtype,bouwjaar,volwassenen\r\n"
        '3511 ab,"Merelweg, achter",12,a,Koop,rijtjeshuis,1974,2\r\n'
        ",,,,,,,\r\n"
        "3511AB,Merelweg,012,,,,,\r\n"
    )
    een = Adres("Merelweg, achter", 12, "a", "3511AB", "koop", "rijtjeshuis", 1974, 2)
    assert lees_adressen(tekst) == ([een, Adres("Merelweg", 12, "", "3511AB")], [])
    assert een.sleutel == "3511AB|12|A"


@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("scheiding", [",", ";", "\t"])
def test_commas_semicolons_tabs_and_all_line_ends_are_fine(scheiding: str, einde: str) -> None:
    tekst = einde.join([KOP, "Merelweg;1;;3511AB", "Merelweg;2;;3511AB;;"]).replace(";", scheiding)
    adressen, fouten = lees_adressen(tekst)
    assert [a.huisnummer for a in adressen] == [1, 2]
    assert fouten == []


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        ("", "het bestand is leeg; zet op de eerste regel: straat;huisnummer;toevoeging;postcode"),
        ("\ufeff\n\n", "het bestand is leeg"),
        (KOP, "er staan geen adressen onder de kop"),
        ("straat;huisnummer;toevoeging", "regel 1, kop: kolom 'postcode' ontbreekt"),
        ("straat;huisnummer;postcode", "kolom 'toevoeging' ontbreekt; voeg die toe (de cellen mogen leeg zijn)"),
        (KOP + ";bouwjr", "kolom 'bouwjr' ken ik niet; bedoelt u 'bouwjaar'?"),
        (KOP + ";kleur", "kolom 'kleur' ken ik niet; dit kan wel: straat,"),
        (KOP + ";straat", "kolom 'straat' staat er twee keer"),
        (KOP + "\nMerelweg;1;3511AB", "regel 2, hele regel: 3 velden, de kop heeft er 4"),
        (KOP + "\n;1;;3511AB", "regel 2, straat: '' kan niet; schrijf 1 tot en met 100"),
        (KOP + f"\n{'x' * 101};1;;3511AB", "regel 2, straat"),
        (KOP + "\nMerel\x00weg;1;;3511AB", "regel 2, straat"),
        (KOP + "\nMerelweg;;;3511AB", "regel 2, huisnummer: '' kan niet; schrijf alleen het nummer"),
        (KOP + "\nMerelweg;12A;;3511AB", "regel 2, huisnummer: '12A' kan niet; schrijf alleen het nummer"),
        (KOP + "\nMerelweg;0;;3511AB", "regel 2, huisnummer"),
        (KOP + "\nMerelweg;１;;3511AB", "regel 2, huisnummer"),
        (KOP + "\nMerelweg;1;één;3511AB", "regel 2, toevoeging: 'één' kan niet"),
        (KOP + "\nMerelweg;1;;3511", "regel 2, postcode: '3511' kan niet; schrijf vier cijfers en twee letters"),
        (KOP + "\nMerelweg;1;;0511AB", "regel 2, postcode"),
        (KOP + "\nMerelweg;1;;3511SS", "regel 2, postcode"),
        (
            KOP + ";eigendom\nMerelweg;1;;3511AB;huurkoop",
            "regel 2, eigendom: 'huurkoop' kan niet; schrijf koop of huur",
        ),
        (KOP + ";bouwjaar\nMerelweg;1;;3511AB;74", "regel 2, bouwjaar: '74' kan niet; schrijf een jaar zoals 1974"),
        (KOP + ";volwassenen\nMerelweg;1;;3511AB;0", "regel 2, volwassenen: '0' kan niet"),
        (KOP + ";plaats\nMerelweg;1;;3511AB;" + "x" * 81, "regel 2, plaats"),
        (KOP + ";taal\nMerelweg;1;;3511AB;Engels", "regel 2, taal: 'Engels' kan niet; schrijf nl of en, of laat leeg"),
        (KOP + f"\nMerelweg;{'1' * 31};;3511AB", f"regel 2, huisnummer: '{'1' * 31}' kan niet; schrijf alleen het"),
        (KOP + '\n"Merelweg;1;;3511AB', "regel 2: kan dit niet lezen als CSV"),
        (
            KOP + "\nMerelweg;1;A;3511AB\nMerelweg;1;-a;3511 ab",
            "regel 3, zelfde adres als op regel 2 (3511AB|1|A); haal een van de twee weg",
        ),
    ],
)
def test_each_mistake_is_named_with_its_line_field_and_mend(tekst: str, fout: str) -> None:
    adressen, fouten = lees_adressen(tekst, ("nl", "en"))
    assert adressen == []
    assert len(fouten) == 1
    assert fout in fouten[0]


def test_place_and_language_are_read() -> None:
    ((een, ander), _) = lees_adressen(KOP + ";plaats;taal\nA;1;;3511AB;Den  Dolder;EN\nA;2;;3511AB;;", ("nl", "en"))
    assert (een.plaats, een.taal, ander.plaats, ander.taal) == ("Den Dolder", "en", None, None)


@pytest.mark.parametrize(
    ("inhoud", "fout"),
    [
        ("Prévôtlaan;1;;3511AB".encode("cp1252"), "regel 3, straat: dit is geen UTF-8 (in Windows-1252 zou er 'Prévô"),
        ("Merelweg;1;é;3511AB".encode("cp1252"), "regel 3, toevoeging: dit is geen UTF-8"),
        (b"Merelweg;1;\x81;3511AB", "regel 3, toevoeging: dit is geen UTF-8"),
        (b"Merelweg;1;;3511AB;;\xe9", "regel 3, kop: dit is geen UTF-8"),
    ],
)
@pytest.mark.parametrize("einde", [b"\n", b"\r\n", b"\r"])
def test_what_is_no_utf8_is_shown_where_it_stands_and_how_to_save_it(inhoud: bytes, fout: str, einde: bytes) -> None:
    adressen, (regel,) = lees_lijst(einde.join([KOP.encode(), b"Merelweg;2;;3511AB", inhoud, b"\xe9"]))
    assert adressen == []
    assert fout in regel
    assert regel.endswith("bewaar de lijst als 'CSV UTF-8'")


def test_a_heading_that_is_no_utf8_and_utf16_are_told_too() -> None:
    assert lees_lijst("straße".encode("cp1252"))[1][0].startswith("regel 1, kop: dit is geen UTF-8")
    assert lees_lijst(KOP.encode("utf-16"))[1][0].startswith("regel 1: dit is UTF-16")


@given(st.binary())
def test_any_bytes_give_addresses_or_mistakes(inhoud: bytes) -> None:
    adressen, fouten = lees_lijst(inhoud)
    assert bool(adressen) != bool(fouten)


def test_all_mistakes_are_named_at_once_with_the_line_as_an_editor_counts_it() -> None:
    tekst = KOP + '\n"Merel\nweg";1;;fout\n\nMerelweg;x;;3511AB\nMerelweg;3;;3511AB\nMerelweg;y;;z'
    _, fouten = lees_adressen(tekst)
    assert [f.partition(":")[0] for f in fouten] == [
        "regel 2, postcode",
        "regel 5, huisnummer",
        "regel 7, huisnummer",
        "regel 7, postcode",
    ]


@given(st.text())
def test_any_text_gives_addresses_or_mistakes_and_never_both_or_neither(tekst: str) -> None:
    adressen, fouten = lees_adressen(tekst)
    assert bool(adressen) != bool(fouten)


huizen = st.builds(
    Adres,
    straat=st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=30).filter(
        lambda s: len(unicodedata.normalize("NFC", s)) == len(s)
    ),
    huisnummer=st.integers(1, 99999),
    toevoeging=st.sampled_from(["", "A", "bis", "2", "1 hoog", "1-2"]),
    postcode=st.from_regex(r"[1-9][0-9]{3}[A-R]{2}", fullmatch=True),
    eigendom=st.sampled_from([None, "koop", "huur"]),
    volwassenen=st.none() | st.integers(1, 99),
)


@given(st.lists(huizen, min_size=1, unique_by=lambda a: a.sleutel), st.sampled_from(",;\t"))
def test_what_a_spreadsheet_writes_is_read_back_as_it_was(adressen: list[Adres], scheiding: str) -> None:
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=scheiding)
    schrijver.writerow(["straat", "huisnummer", "toevoeging", "postcode", "eigendom", "volwassenen"])
    for a in adressen:
        schrijver.writerow([a.straat, a.huisnummer, a.toevoeging, a.postcode, a.eigendom, a.volwassenen])
    gelezen, fouten = lees_adressen(uit.getvalue())
    assert fouten == []
    assert [(a.sleutel, a.eigendom, a.volwassenen) for a in gelezen] == [
        (a.sleutel, a.eigendom, a.volwassenen) for a in adressen
    ]
