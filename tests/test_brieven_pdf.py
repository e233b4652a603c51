"""`gehoord brieven`: the PDFs beside the codes, reprints, and what a run that broke off leaves to the next."""

import stat
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from sqlalchemy import Connection, select

from bot.brieven import Resultaat, herdruk, schrijf_brieven
from bot.errors import InvoerFout
from bot.rules import huishoudcode
from bot.rules.adressen import Adres, lees_sleutel
from bot.services import afdruk, onboarding
from bot.storage import Database, tables
from tests.builders import NU, PEPER, een_bewoner, handeling
from tests.exports.test_als_brief import gescand, tekst
from tests.services.test_brieven import ADRESSEN, DatabaseMetUitval, Uitval, rijen, wijk

__all__ = ["wijk"]
DRUKWERK = afdruk.Drukwerk("Vogelbuurt", "Noor", "0318 12 34 56")
VAST: dict[str, Any] = {"peper": PEPER, "botlink": "https://t.me/ProefBot", "now": NU}
NEGEN_A = "3511AB|9|A"


async def schrijf(database: Any, van: int, map_: Path, adressen: list[Adres] = ADRESSEN, **anders: Any) -> Resultaat:
    velden = VAST | {"drukwerk": DRUKWERK} | anders
    return await schrijf_brieven(database, wijk=van, adressen=adressen, map_=map_, **velden)


async def nog_eens(database: Any, van: int, map_: Path, *sleutels: str, **anders: Any) -> Resultaat:
    velden = VAST | {"drukwerk": DRUKWERK} | anders
    return await herdruk(database, wijk=van, sleutels=sleutels, map_=map_, **velden)


def namen(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir() if not pad.name.startswith("gehoord.db"))


async def codes(database: Database, sleutel: str) -> list[tuple[bytes, bool]]:
    """Return the codes of an address, oldest first, and whether each still works."""

    def lees(tx: Connection) -> list[tuple[bytes, bool]]:
        code, huishouden = tables.huishoudcode, tables.huishouden
        vraag = select(code.c.hmac, code.c.ingetrokken_op).join(huishouden, huishouden.c.id == code.c.huishouden)
        vraag = vraag.where(huishouden.c.sleutel == sleutel).order_by(code.c.id)
        return [(bytes(rij.hmac), rij.ingetrokken_op is None) for rij in tx.execute(vraag)]

    return await database.read(lees)


def woont_op(tx: Connection, wijk: int, sleutel: str) -> int:
    thuis = tx.execute(select(tables.huishouden.c.id).where(tables.huishouden.c.sleutel == sleutel)).scalar_one()
    return een_bewoner(tx, wijk, thuis)


async def tot(database: Database, bewoner: int) -> datetime | None:
    vraag = select(tables.bewoner.c.tot).where(tables.bewoner.c.id == bewoner)
    return await database.read(lambda tx: tx.scalar(vraag))


def hmac(code: str) -> bytes:
    gelezen = huishoudcode.lees(code)
    assert gelezen is not None
    return huishoudcode.hmac_van(gelezen, PEPER)


async def test_the_pdf_has_the_letters_of_the_csv_in_its_order_and_only_the_owner_may_read_it(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    uit = tmp_path / "uit"
    lastig = [*ADRESSEN, Adres("=2+3 'Hof'", 1, "", "3511AC"), Adres("'s-Gravenpad", 1, "", "3511AD")]
    gedaan = await schrijf(database, wijk, uit, lastig)
    assert gedaan.pdfs == (uit / "brieven-1.pdf",)
    assert stat.S_IMODE(gedaan.pdfs[0].stat().st_mode) == 0o600
    assert namen(uit) == ["brieven-1.csv", "brieven-1.pdf"]
    document = pypdfium2.PdfDocument(gedaan.pdfs[0])
    verwacht = rijen(uit / "brieven-1.csv")
    assert [gescand(pagina) for pagina in document] == [[rij["link"]] for rij in verwacht]
    for pagina, rij in zip(document, verwacht, strict=True):
        assert rij["code"] in tekst(pagina)
    assert any(" =2+3 'Hof' 1 " in tekst(pagina) for pagina in document)
    assert any(" 's-Gravenpad 1 " in tekst(pagina) for pagina in document)


async def test_per_street_each_street_has_its_own_pdf(database: Database, wijk: int, tmp_path: Path) -> None:
    per_straat = replace(DRUKWERK, per_straat=True)
    meer = [*ADRESSEN, Adres("Één & ’t Höfje", 3, "", "3511AC")]
    gedaan = await schrijf(database, wijk, tmp_path / "uit", meer, drukwerk=per_straat)
    aantal = {pad.name: len(pypdfium2.PdfDocument(pad)) for pad in gedaan.pdfs}
    assert aantal == {
        "brieven-1-merelweg.pdf": 3,
        "brieven-1-spechtlaan.pdf": 1,
        "brieven-1-een-t-hofje.pdf": 1,
    }
    assert (await schrijf(database, wijk, tmp_path / "uit", meer)).pdfs == ()


async def test_place_and_language_of_the_list_come_into_the_letter_and_again_into_its_reprint(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    engels = Adres("Merelweg", 9, "A", "3511AB", plaats="Soest", taal="en")
    eerste = await schrijf(database, wijk, tmp_path, [engels])
    tweede = await nog_eens(database, wijk, tmp_path, NEGEN_A)
    for gedaan in (eerste, tweede):
        assert gedaan.dubbelzijdig
        voor, achter = pypdfium2.PdfDocument(gedaan.pdfs[0])
        assert "3511 AB Soest" in tekst(voor)
        assert "Dear neighbours" in tekst(achter)


async def test_letters_of_an_earlier_version_without_place_and_language_still_get_their_pdf(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    (tmp_path / "brieven-1.csv").write_text(
        "straat,huisnummer,toevoeging,postcode,code,link\nMerelweg,9,A,3511AB,0000-0000-0000,https://t.me/P?start=0\n"
    )
    gedaan = await schrijf(database, wijk, tmp_path, [])
    assert (len(gedaan.pdfs), gedaan.dubbelzijdig) == (1, False)


async def test_a_run_that_broke_off_before_the_pdf_is_finished_by_the_next(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    uit = tmp_path / "uit"
    with pytest.raises(Uitval):
        await schrijf(DatabaseMetUitval(database, na_commit=True), wijk, uit)
    gedaan = await schrijf(database, wijk, uit)
    assert (gedaan.afgemaakt, gedaan.pdfs) == (uit / "brieven-1.csv", (uit / "brieven-1.pdf",))


async def test_the_power_goes_while_a_pdf_is_made(
    database: Database, wijk: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uit, per_straat = tmp_path / "uit", replace(DRUKWERK, per_straat=True)
    echt = Path.rename

    def valt_uit(pad: Path, doel: Path) -> Path:
        if "spechtlaan" in pad.name:
            raise Uitval
        return echt(pad, doel)

    with monkeypatch.context() as stroom:
        stroom.setattr(Path, "rename", valt_uit)
        with pytest.raises(Uitval):
            await schrijf(database, wijk, uit, drukwerk=per_straat)
    assert namen(uit) == [".onaf-brieven-1-spechtlaan.pdf", "brieven-1-merelweg.pdf", "brieven-1.csv"]
    eerst = (uit / "brieven-1.csv").read_bytes()
    gedaan = await schrijf(database, wijk, uit)
    assert (gedaan.nieuw, gedaan.pdfs) == (0, (uit / "brieven-1-spechtlaan.pdf",)), "finished in the way it was begun"
    assert namen(uit) == ["brieven-1-merelweg.pdf", "brieven-1-spechtlaan.pdf", "brieven-1.csv"]
    assert (uit / "brieven-1.csv").read_bytes() == eerst


async def test_letters_of_which_only_the_pdf_was_kept_do_not_lend_their_number(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    await schrijf(database, wijk, tmp_path, ADRESSEN[:3])
    (tmp_path / "brieven-1.csv").unlink()
    gedaan = await schrijf(database, wijk, tmp_path)
    assert (gedaan.bestand, gedaan.pdfs) == (tmp_path / "brieven-2.csv", (tmp_path / "brieven-2.pdf",))


async def test_a_street_that_cannot_be_set_is_told_before_a_code_is_kept(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    with pytest.raises(InvoerFout, match="het teken"):
        await schrijf(database, wijk, tmp_path / "uit", [Adres("\U0010fffd", 1, "", "3511AB")])
    assert namen(tmp_path / "uit") == []
    assert await codes(database, "3511AB|1|") == []


async def test_a_csv_that_someone_changed_is_one_clear_line(database: Database, wijk: int, tmp_path: Path) -> None:
    await schrijf(database, wijk, tmp_path, drukwerk=None)
    goed = (tmp_path / "brieven-1.csv").read_bytes()
    for anders in (b"straat;code\nMerelweg;x\n", goed.replace(b",\r\n", b",xx\r\n", 1)):
        (tmp_path / "brieven-1.csv").write_bytes(anders)
        with pytest.raises(InvoerFout, match="is veranderd"):
            await schrijf(database, wijk, tmp_path)


async def test_a_reprint_is_a_new_code_and_the_old_one_says_so_kindly(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    await schrijf(database, wijk, tmp_path)
    oud = {rij["toevoeging"]: rij["code"] for rij in rijen(tmp_path / "brieven-1.csv")}
    gedaan = await nog_eens(database, wijk, tmp_path, NEGEN_A, NEGEN_A)
    assert gedaan == Resultaat(1, 0, tmp_path / "brieven-2.csv", None, (tmp_path / "brieven-2.pdf",))
    (rij,) = rijen(tmp_path / "brieven-2.csv")
    assert (rij["straat"], rij["huisnummer"], rij["toevoeging"], rij["postcode"]) == ("Merelweg", "9", "A", "3511AB")
    (pagina,) = pypdfium2.PdfDocument(tmp_path / "brieven-2.pdf")
    assert gescand(pagina) == [rij["link"]]
    assert await codes(database, NEGEN_A) == [(hmac(oud["A"]), False), (hmac(rij["code"]), True)]
    assert await codes(database, "3511AB|9|BIS") == [(hmac(oud["bis"]), True)], "the neighbours keep theirs"
    antwoord = [
        await database.write(wijk, onboarding.start, handeling(wijk, extern_id=str(n)), code.replace("-", ""), PEPER)
        for n, code in enumerate((oud["A"], rij["code"]))
    ]
    assert [boodschap.soort for boodschap in antwoord] == ["welkom.ingetrokken", "welkom.taal"]


@pytest.mark.parametrize("na_commit", [False, True])
async def test_a_reprint_that_breaks_off_leaves_one_working_code_and_its_letter(
    database: Database, wijk: int, tmp_path: Path, na_commit: bool
) -> None:
    await schrijf(database, wijk, tmp_path)
    with pytest.raises(Uitval):
        await nog_eens(DatabaseMetUitval(database, na_commit=na_commit), wijk, tmp_path, NEGEN_A)
    assert [werkt for _, werkt in await codes(database, NEGEN_A)] == ([False, True] if na_commit else [True])
    gedaan = await nog_eens(database, wijk, tmp_path, NEGEN_A)
    assert (gedaan.nieuw, gedaan.afgemaakt is not None) == (0 if na_commit else 1, na_commit)
    assert namen(tmp_path) == ["brieven-1.csv", "brieven-1.pdf", "brieven-2.csv", "brieven-2.pdf"]
    (rij,) = rijen(tmp_path / "brieven-2.csv")
    assert (await codes(database, NEGEN_A))[1:] == [(hmac(rij["code"]), True)]


@pytest.mark.parametrize("na_commit", [False, True])
async def test_a_move_that_breaks_off_ends_the_seats_with_the_code_or_neither(
    database: Database, wijk: int, tmp_path: Path, na_commit: bool
) -> None:
    await schrijf(database, wijk, tmp_path)
    bewoner = await database.write(wijk, woont_op, wijk, NEGEN_A)
    with pytest.raises(Uitval):
        await nog_eens(DatabaseMetUitval(database, na_commit=na_commit), wijk, tmp_path, NEGEN_A, verhuisd=True)
    assert [werkt for _, werkt in await codes(database, NEGEN_A)] == ([False, True] if na_commit else [True])
    assert (await tot(database, bewoner) is not None) is na_commit
    gedaan = await nog_eens(database, wijk, tmp_path, NEGEN_A, verhuisd=True)
    assert (gedaan.nieuw, gedaan.afgemaakt is not None) == (0 if na_commit else 1, na_commit)
    assert await tot(database, bewoner) == NU


async def test_a_move_after_a_reprint_that_broke_off_still_ends_the_seats(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    await schrijf(database, wijk, tmp_path)
    bewoner = await database.write(wijk, woont_op, wijk, NEGEN_A)
    with pytest.raises(Uitval):
        await nog_eens(DatabaseMetUitval(database, na_commit=True), wijk, tmp_path, NEGEN_A)
    assert (await nog_eens(database, wijk, tmp_path, NEGEN_A, verhuisd=True)).nieuw == 1
    assert await tot(database, bewoner) == NU


async def test_a_broken_reprint_whose_code_was_replaced_meanwhile_gets_another(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    uit = tmp_path / "uit"
    await schrijf(database, wijk, uit)
    with pytest.raises(Uitval):
        await nog_eens(DatabaseMetUitval(database, na_commit=True), wijk, uit, NEGEN_A)
    await nog_eens(database, wijk, tmp_path / "elders", NEGEN_A)
    assert (await nog_eens(database, wijk, uit, NEGEN_A)).nieuw == 1
    (rij,) = rijen(uit / "brieven-3.csv")
    stand = await codes(database, NEGEN_A)
    assert [werkt for _, werkt in stand] == [False, False, False, True]
    assert stand[-1][0] == hmac(rij["code"])


async def test_an_unknown_address_stops_the_whole_reprint(database: Database, wijk: int, tmp_path: Path) -> None:
    await schrijf(database, wijk, tmp_path / "uit")
    with pytest.raises(InvoerFout, match="heeft nog geen brief: 3511AB 77 A"):
        await nog_eens(database, wijk, tmp_path / "nieuw", NEGEN_A, "3511AB|77|A")
    assert not (tmp_path / "nieuw").exists()
    assert [werkt for _, werkt in await codes(database, NEGEN_A)] == [True]


@pytest.mark.parametrize(
    ("getypt", "sleutel"),
    [
        ("3511AB 9 A", NEGEN_A),
        (" 3511 ab 9a ", NEGEN_A),
        ("3511AB 9-A", NEGEN_A),
        ("3511AB 10", "3511AB|10|"),
        ("3511AB 9 b is", "3511AB|9|BIS"),
    ],
)
def test_an_address_may_be_typed_in_many_ways(getypt: str, sleutel: str) -> None:
    assert lees_sleutel(getypt) == sleutel


@pytest.mark.parametrize(
    ("getypt", "mend"),
    [
        ("", "zoals 3511AB 12 A"),
        ("Merelweg 9", "zoals 3511AB 12 A"),
        ("3511AB", "zoals 3511AB 12 A"),
        ("0511AB 9", "vier cijfers en twee letters"),
        ("3511SS 9", "vier cijfers en twee letters"),
        ("3511AB 0", "vanaf 1"),
        ("3511AB 123456", "zoals 3511AB 12 A"),
        ("3511AB 9 &", "hoogstens 10 letters en cijfers"),
    ],
)
def test_what_is_no_address_says_what_to_write(getypt: str, mend: str) -> None:
    with pytest.raises(ValueError, match=mend):
        lees_sleutel(getypt)
