"""What people type in a poll comes out as they typed it, wherever it comes out: every way is read back."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]  # ships no types
from sqlalchemy import Connection, select

from berichten import Bericht, Boodschap, Toon, render, vertaal
from bot.exports import als_beeld, maak
from bot.exports.letters import letters, zet
from bot.services import formulier, peiling, stemmen, weerwoord
from bot.services.handeling import AMSTERDAM, BEGELEIDER, Handeling
from bot.storage import accounts
from bot.storage import tables as t
from bot.webchat.opmaak_html import lees_html
from tests.berichten.voorbeelden import VOORBEELDEN
from tests.builders import NU, een_account, een_bewoner, een_wijk, handeling, rapport, tellingen

TEKSTEN = (
    "<b>vet</b> <script>alert(1)</script> <a href='x'>y</a>",
    "&lt;b&gt; &amp; &nbsp; &#65;",
    "**vet** _schuin_ `code` [x](http://a.nl) ~~weg~~ ||stil||",
    '#set text(red); $x^2$ #eval("1+1") @bron \\ *a* // b /* c */',
    "=1+1",
    "@SUM(A1:A9)",
    "-2+3|cmd' /C calc'!A0",
    "+31 6 12345678",
    "{aantal} {0} %s %(naam)d ${x} {{y}}",
    "مرحبا بالعالم",
    "ⵜⴰⵎⴰⵣⵉⵖⵜ",
    "中文 и русский",
    "Ťžř Đặng Łódź ſß ÿ",
    "👩‍👩‍👧 🇳🇱 👍🏽",
    "Zon 🌞 op het dak",
    "e\u0301e\u0301n n\u0303 o\u0308",
    "\u202eomgekeerd\u202c en \u2066los\u2069",
    "a\u200bb\u200dc\ufeffd",
    "\"aanhaling\" 'enkel' ; , | \\n \\t",
    "'); DROP TABLE peiling;--",
    "0",
    "-",
    "None",
    "x" * 100,
    "W" * 50 + " é€½™ — … “ja” ‘nee’",
)
NOOR = "9001"
TOON = Toon(vertaal("nl"), AMSTERDAM, "https://t.me/GehoordBot")
ALLE = {"peiling": peiling.FORMULIER, "weerwoord": weerwoord.FORMULIER}
alleen_sqlite = pytest.mark.parametrize("tx", ["sqlite"], indirect=True)


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    for nummer in range(12):
        een_account(tx, str(nummer), bewoner=een_bewoner(tx, wijk))
    return wijk


def plaats(tx: Connection, wijk: int, methode: str, *antwoorden: str | None) -> str:
    """Fill in the form by chat, typed or with a button, and place the poll; return its public id."""
    noor = handeling(wijk, NOOR)
    gezien = formulier.begin(tx, noor, peiling.FORMULIER)
    gezien = formulier.kies(tx, noor, ALLE, "methode", methode)
    for gaf in (*antwoorden, "wijk", "5-2-2027 20:00", "nee", "ja"):
        veld = gezien.data["veld"]
        knop = gaf in gezien.data["keuzes"] or gaf is None
        gezien = formulier.kies(tx, noor, ALLE, veld, gaf or "") if knop else formulier.typ(tx, noor, ALLE, gaf or "")
    assert gezien.soort == "peiling.voorbeeld"
    return str(formulier.bevestig(tx, noor, ALLE).data["id"])


def toon(boodschap: Boodschap) -> Bericht:
    return render(boodschap, TOON)


def op_telefoon(bericht: Bericht) -> str:
    """Return what a phone shows: the text, with its markup taken as Telegram takes it, and the buttons."""
    alles = "\n".join([lees_html(bericht.tekst)[0], *(knop.tekst for rij in bericht.knoppen for knop in rij)])
    return re.sub("\u2068(.*)\u2069", r"\1", alles)  # what runs the other way stands apart


def kaal(tekst: str) -> str:
    """Return a text without what a page breaks and joins: its white space, and one letter for two."""
    zonder = "".join(teken for teken in unicodedata.normalize("NFKC", tekst) if unicodedata.category(teken) != "Cf")
    return re.sub(r"[\s\ufffe\ufffd]+", "", zonder)


def op_papier(pdf: bytes) -> str:
    """Return what stands in a PDF."""
    return kaal("".join(pagina.get_textpage().get_text_range() for pagina in pypdfium2.PdfDocument(pdf)))


def zoals_getekend(teksten: Sequence[str]) -> list[str]:
    """Return how texts stand in what is drawn: what its fonts lack is `[…]`, or left out when it is a sign."""
    return [kaal(letters().schoon(tekst, zeg_het=True)) for tekst in teksten]


def per_tien() -> Iterator[tuple[str, ...]]:
    return (TEKSTEN[van : van + 10] for van in range(0, len(TEKSTEN), 10))


def stem(tx: Connection, doet: Handeling, publiek_id: str, daad: str) -> str:
    return op_telefoon(toon(stemmen.stem(tx, doet, publiek_id, daad)))


def test_questions_and_options_are_kept_as_they_were_typed(tx: Connection, wijk: int) -> None:
    for opties in per_tien():
        plaats(tx, wijk, "keuze", opties[0], "\n".join(opties), "een")
    assert set(tx.scalars(select(t.peiling_optie.c.tekst))) == set(TEKSTEN)
    assert set(tx.scalars(select(t.peiling.c.vraag))) == {opties[0] for opties in per_tien()}


@alleen_sqlite
def test_a_chat_a_picture_a_sheet_a_workbook_and_a_report_say_what_was_typed(tx: Connection, wijk: int) -> None:
    later = NU + timedelta(days=90)
    for opties in per_tien():
        publiek_id = plaats(tx, wijk, "keuze", opties[0], "\n".join(opties), "alle")
        for nummer in range(12):
            for optie in range(len(opties)):
                scherm = stem(tx, handeling(wijk, str(nummer)), publiek_id, str(optie))
        uitslag = toon(stemmen.toon(tx, handeling(wijk, now=later), publiek_id))
        for tekst in opties:
            assert tekst in scherm
            assert tekst in op_telefoon(uitslag)
    boek = load_workbook(io.BytesIO(maak("xlsx", tellingen(tx, wijk, later).als_json())))
    cellen = [cel for blad in boek.worksheets for rij in blad.iter_rows() for cel in rij]
    assert {cel.value for cel in cellen if cel.data_type == "s"} >= set(TEKSTEN)
    assert not [cel.value for cel in cellen if cel.data_type == "f"]
    for soort, scheiding in (("csv", ","), ("excel_csv", ";")):
        ruw = maak(soort, tellingen(tx, wijk, later).als_json()).decode("utf-8-sig")
        namen = [rij["naam"] for rij in csv.DictReader(io.StringIO(ruw, newline=""), delimiter=scheiding)]
        assert {naam.removeprefix("'") for naam in namen} >= {tekst.removeprefix("'") for tekst in TEKSTEN}
        assert not [naam for naam in namen if naam.startswith(("=", "+", "-", "@"))]
    delen = json.loads(maak("json", tellingen(tx, wijk, later).als_json()))["onderdelen"]
    assert {deel["naam"] for deel in delen} >= set(TEKSTEN)
    (verslag,) = render(Boodschap("rapport", rapport(tx, wijk, later)), TOON).bijlagen
    gelezen = op_papier(maak(verslag.soort, verslag.data))
    assert [tekst for tekst in zoals_getekend(TEKSTEN) if tekst not in gelezen] == []


def test_a_picture_draws_what_was_typed_or_marks_what_it_cannot_draw() -> None:
    opties = TEKSTEN[:10] + TEKSTEN[13:15]
    regels = [{"tekst": tekst, "cellen": [n]} for n, tekst in enumerate(opties, 20)]
    vast = {**VOORBEELDEN["peiling.uitslag"][0], "methode": "keuze", "kolommen": [], "stemmen": 400, "regels": regels}
    for vraag in TEKSTEN:
        uitslag = toon(Boodschap("peiling.uitslag", {**vast, "vraag": vraag}))
        assert uitslag.media is not None
        data = als_beeld.te_tekenen(uitslag.media.data)
        assert kaal(data["kop"]) == kaal(letters().schoon(vraag, zeg_het=True))
    pdf = zet(als_beeld._SJABLOON, data, ["nl"], format="pdf")
    gelezen = op_papier(pdf)
    assert [tekst for tekst in zoals_getekend(opties) if tekst not in gelezen] == []
    assert [balk["tekst"] for balk in data["balken"]][9:] == ["10. […]", "11.", "Zon op het dak"]


@alleen_sqlite
def test_a_proposal_an_objection_and_its_answer_are_shown_as_they_were_typed(tx: Connection, wijk: int) -> None:
    for nummer, tekst in enumerate(TEKSTEN):
        publiek_id, wie = plaats(tx, wijk, "consent", "Mee?", tekst), handeling(wijk, str(nummer % 12))
        assert tekst in stem(tx, wie, publiek_id, "b")
        reden = f"{tekst}\n{tekst} want"
        assert reden in op_telefoon(toon(stemmen.typ(tx, wie, reden)))
        noor = handeling(wijk, NOOR)
        gezien = weerwoord.lees(tx, noor, publiek_id)
        assert reden in op_telefoon(toon(gezien))
        weerwoord.open_vorm(tx, noor, gezien.data["stem"])
        veld = formulier.typ(tx, noor, ALLE, f"Over {tekst}: ja").data["veld"]
        assert f"Over {tekst}: ja" in op_telefoon(toon(formulier.kies(tx, noor, ALLE, veld, "nee")))
        assert f"Over {tekst}: ja" in op_telefoon(toon(stemmen.toon(tx, wie, publiek_id)))


@alleen_sqlite
def test_statements_points_and_the_words_of_a_scale_are_shown_as_they_were_typed(tx: Connection, wijk: int) -> None:
    for opties in per_tien():
        publiek_id = plaats(tx, wijk, "stellingen", opties[0], "\n".join(opties))
        wie = handeling(wijk)
        for nummer, tekst in enumerate(opties):
            assert tekst in op_telefoon(toon(stemmen.toon(tx, wie, publiek_id)))
            alles = stem(tx, wie, publiek_id, f"{nummer}e")
        assert [tekst for tekst in opties if tekst not in alles] == []
        publiek_id = plaats(tx, wijk, "punten", opties[0], "\n".join(opties[:6]), "10")
        gezien = op_telefoon(toon(stemmen.toon(tx, wie, publiek_id)))
        assert [tekst for tekst in opties[:6] if tekst not in gezien] == []
    for tekst in TEKSTEN:
        publiek_id = plaats(tx, wijk, "schaal", tekst, tekst[:40], f"{tekst[:35].strip()} heel")
        gezien = op_telefoon(toon(stemmen.toon(tx, wie, publiek_id)))
        assert f"1 is: {tekst[:40].strip()}" in gezien
        assert f"5 is: {tekst[:35].strip()} heel" in gezien


def test_a_sheet_of_paper_prints_what_was_typed_or_marks_what_it_cannot() -> None:
    woorden: dict[str, Any] = {
        **{
            naam: naam
            for naam in ("wijk", "aan", "knip", "kop", "code", "schrijf", "voet", "verder", "blad", "letters")
        },
        "vraag": TEKSTEN[3],
        "regels": [],
        "zinnen": [],
        "rijen": list(TEKSTEN),
        "kolommen": [],
        "strook": ["strook"],
        "slot": ["slot"],
    }
    vel = {"adres": TEKSTEN[0], "postcode": "3511 AB", "taal": "nl", "code": "AAAA"}
    vorm = {"taal": "nl", "titel": "t", "vak": "kruis", "lijnen": 0, "genummerd": False}
    data = {**vorm, "vellen": [vel], "woorden": {"nl": woorden}}
    gelezen = op_papier(maak("stemvel", data))
    assert [tekst for tekst in zoals_getekend(TEKSTEN) if tekst not in gelezen] == []
