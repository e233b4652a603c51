"""The workbook, read back: the same numbers as the CSV, numbers as numbers, text never a formula, the same bytes."""

import csv
import io
import time
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]  # ships no types

from bot.exports import als_xlsx, maak, rijen

SPELREGELS = {"naam": "Standaard", "versie": 3, "hash": "ab" * 32}


def deel(onderdeel: str, naam: str, metingen: dict[str, Any], **vast: Any) -> dict[str, Any]:
    return {"onderdeel": onderdeel, "naam": naam, "metingen": metingen, "id": None, "moment": None, **vast}


DELEN = [
    deel("wijk", "Vogelbuurt", {"adressen": 120, "bewoners": 88}),
    deel("drempel", "gehoord", {"verdict": "niet_gehaald", "teller": 40, "operator": ">", "drempel": "1/2"}),
    deel("bijeenkomst", "Feest", {"aangemeld_ja": 7, "aanwezig": 0}, id="p" * 22, moment="2027-07-01T20:00+02:00"),
    deel("peiling", "Welke?", {"stemmers": 9}, id="q" * 22, moment="2027-01-31T17:00+01:00"),
    deel("optie", "dinsdag", {"stemmen": "minder dan 5"}, id="q" * 22),
    deel("werkgroep", "techniek", {"leden": 5}),
    deel("straat", "Merelweg", {"adressen": 12, "bewoners": "minder dan 5", "gehoord": 0}),
    deel("straat", "Uilenpad", {"adressen": 1, "bewoners": 6, "gehoord": 5}),
]


def data(*delen: dict[str, Any]) -> dict[str, Any]:
    return {
        "wijk": "Vogelbuurt",
        "gemaakt_op": "2027-02-01T20:00+01:00",
        "spelregels": SPELREGELS,
        "onderdelen": list(delen),
    }


def boek(*delen: dict[str, Any]) -> Workbook:
    return load_workbook(io.BytesIO(maak("xlsx", data(*delen))))


def metingen_per_blad(werkboek: Workbook) -> dict[tuple[str, str, str], Any]:
    """Return what each sheet says: sheet, name and heading to the value of the cell."""
    gelezen: dict[tuple[str, str, str], Any] = {}
    for blad in werkboek.worksheets[1:]:
        koppen, *rijen = blad.iter_rows(values_only=True)
        assert len(set(koppen)) == len(koppen)
        for rij in rijen:
            gelezen |= {(blad.title, rij[0], kop): cel for kop, cel in zip(koppen, rij, strict=True)}
    return gelezen


def test_the_workbook_says_the_same_as_the_csv() -> None:
    gelezen = metingen_per_blad(boek(*DELEN))

    regels = list(csv.DictReader(io.StringIO(maak("csv", data(*DELEN)).decode(), newline="")))

    assert len(regels) == rijen("csv", data(*DELEN)) == 17
    for regel in regels:
        blad, kop = als_xlsx.BLADEN[regel["onderdeel"]], als_xlsx.KOPPEN[regel["meting"]]
        assert str(gelezen[blad, regel["naam"], kop]) == regel["waarde"]
        assert (gelezen.get((blad, regel["naam"], "Kenmerk")) or "") == regel["id"]


def test_numbers_are_numbers_and_moments_are_local_moments() -> None:
    gelezen = metingen_per_blad(boek(*DELEN))

    assert type(gelezen["Straten", "Uilenpad", "Adressen"]) is int
    assert gelezen["Straten", "Merelweg", "Gehoord"] == 0
    assert gelezen["Voorwaarden", "gehoord", "Afgesproken deel"] == "1/2"
    assert gelezen["Bijeenkomsten", "Feest", "Moment"] == datetime(2027, 7, 1, 20, 0)  # noqa: DTZ001 - a cell has no zone


def test_a_sheet_has_a_bold_frozen_heading_and_room_for_its_text() -> None:
    werkboek = boek(*DELEN, deel("straat", "Burgemeester van Oldenbarneveltlaan", {"adressen": 3, "bewoners": 5}))

    assert werkboek.sheetnames == [
        "Lees mij",
        "Wijk",
        "Voorwaarden",
        "Bijeenkomsten",
        "Peilingen",
        "Antwoorden",
        "Werkgroepen",
        "Straten",
    ]
    for blad in werkboek.worksheets:
        assert blad.freeze_panes == "A2"
        assert all(cel.font.bold for cel in blad[1])
        assert not any(cel.font.bold for cel in blad[2])
    assert 35 < werkboek["Straten"].column_dimensions["A"].width < 61


def test_the_first_sheet_says_what_this_is() -> None:
    lees_mij = {rij[0]: rij[1] for rij in boek()["Lees mij"].iter_rows(values_only=True)}

    assert lees_mij["Tellingen van de wijk"] == "Vogelbuurt"
    assert lees_mij["Geteld op"] == datetime(2027, 2, 1, 20, 0)  # noqa: DTZ001 - a cell has no zone
    assert lees_mij["Spelregels"] == "Standaard"
    assert lees_mij["Versie van de spelregels"] == 3
    assert lees_mij["Hash van de spelregels"] == "ab" * 32
    assert "minder dan 5" in lees_mij["Ronde getallen"]


@pytest.mark.parametrize(
    "naam",
    ["=1+1", '=HYPERLINK("https://x.example")', "+31", "-1", "@SUM(A1)", "{=1}", "https://x.example", "12", "1/2"],
)
def test_text_stays_text(naam: str) -> None:
    cel = boek(deel("werkgroep", naam, {"leden": 5}))["Werkgroepen"]["A2"]

    assert (cel.value, cel.data_type, cel.hyperlink) == (naam, "s", None)
    assert cel.quotePrefix is (naam[0] in "=+-@")  # stays text when somebody edits the cell


def test_a_name_of_the_wijk_that_looks_like_a_formula_is_text_too() -> None:
    werkboek = load_workbook(io.BytesIO(maak("xlsx", data() | {"wijk": "=1+1"})))

    assert (werkboek["Lees mij"]["B1"].value, werkboek["Lees mij"]["B1"].data_type) == ("=1+1", "s")


def test_a_text_longer_than_a_cell_is_cut_and_not_lost() -> None:
    assert boek(deel("werkgroep", "a" * 40_000, {"leden": 5}))["Werkgroepen"]["A2"].value == "a" * 32_767


def test_a_kind_without_a_title_or_heading_of_its_own_is_shown_all_the_same() -> None:
    gelezen = metingen_per_blad(boek(deel("nieuw_ding", "Iets", {"nog_iets": 5})))

    assert gelezen["Nieuw ding", "Iets", "Nog iets"] == 5


def test_the_same_data_gives_the_same_bytes_later() -> None:
    eerst = maak("xlsx", data(*DELEN))
    time.sleep(1.1)  # a clock of the machine in the file would show

    assert maak("xlsx", data(*DELEN)) == eerst
    assert boek().properties.created == datetime(2027, 2, 1, 19, 0)  # noqa: DTZ001 - openpyxl reads UTC as naive
