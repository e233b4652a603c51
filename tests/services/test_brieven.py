"""Letters: a code in the file and in the database, or in neither, wherever the program breaks off."""

import csv
import io
import resource
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot.brieven import Resultaat, peper, schrijf_brieven
from bot.errors import InvoerFout
from bot.rules import huishoudcode
from bot.rules.adressen import Adres
from bot.storage import ACCOUNTS, Database, huishoudens, tables
from tests.builders import NU, PEPER, een_wijk

ADRESSEN = [
    Adres("Spechtlaan", 2, "", "3511AB"),
    Adres("Merelweg", 10, "", "3511AB", volwassenen=2),
    Adres("Merelweg", 9, "bis", "3511AB", "huur", "flat", 1974),
    Adres("Merelweg", 9, "A", "3511AB", "koop"),
]


class Uitval(Exception):  # noqa: N818
    """The moment at which the power goes."""


class DatabaseMetUitval:
    """A real database whose power fails just before or just after it keeps new codes."""

    def __init__(self, database: Database, *, na_commit: bool) -> None:
        self._database, self._na_commit = database, na_commit
        self.read = database.read

    async def write(self, wijk: int, functie: Callable[..., Any], *args: Any) -> Any:
        if not self._na_commit:
            raise Uitval
        await self._database.write(wijk, functie, *args)
        raise Uitval


@pytest.fixture
async def wijk(database: Database) -> int:
    return await database.write(ACCOUNTS, een_wijk)


async def schrijf(database: Any, wijk: int, map_: Path, adressen: list[Adres] = ADRESSEN, **anders: Any) -> Resultaat:
    vast: dict[str, Any] = {"peper": PEPER, "botlink": "https://t.me/ProefBot", "now": NU}
    return await schrijf_brieven(database, wijk=wijk, adressen=adressen, map_=map_, **(vast | anders))


def rijen(bestand: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(bestand.read_bytes().decode("utf-8-sig"), newline=""), strict=True))


async def hmacs(database: Database) -> set[bytes]:
    def lees(tx: Connection) -> set[bytes]:
        assert tx.scalar(select(func.count()).select_from(tables.huishouden)) == tx.scalar(
            select(func.count()).select_from(tables.huishoudcode)
        )
        return {bytes(hmac) for hmac in tx.scalars(select(tables.huishoudcode.c.hmac))}

    return await database.read(lees)


def af(map_: Path) -> list[str]:
    """Return the codes in finished files; nothing else may be there."""
    assert all(pad.name.startswith("brieven-") for pad in map_.iterdir())
    return [huishoudcode.lees(rij["code"]) or "" for pad in map_.iterdir() for rij in rijen(pad)]


async def bestand_en_database_zijn_eens(database: Database, map_: Path, aantal: int) -> None:
    """Every code stands in one finished file and in the database, and nothing unfinished is left."""
    codes = af(map_)
    assert len(set(codes)) == len(codes) == aantal
    assert {huishoudcode.hmac_van(code, PEPER) for code in codes} == await hmacs(database)


async def test_every_address_gets_a_letter_in_walking_order_that_only_the_owner_may_read(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    uit = tmp_path / "uit"
    resultaat = await schrijf(database, wijk, uit)
    assert resultaat == Resultaat(4, 0, uit / "brieven-1.csv", None)
    brieven = rijen(uit / "brieven-1.csv")
    assert [(b["straat"], b["huisnummer"], b["toevoeging"]) for b in brieven] == [
        ("Merelweg", "9", "A"),
        ("Merelweg", "9", "bis"),
        ("Merelweg", "10", ""),
        ("Spechtlaan", "2", ""),
    ]
    for brief in brieven:
        assert brief["link"] == "https://t.me/ProefBot?start=" + brief["code"].replace("-", "")
    assert stat.S_IMODE((uit / "brieven-1.csv").stat().st_mode) == 0o600
    assert (
        (uit / "brieven-1.csv")
        .read_bytes()
        .startswith(b"\xef\xbb\xbfstraat,huisnummer,toevoeging,postcode,plaats,code,link,taal\r\n")
    )
    await bestand_en_database_zijn_eens(database, uit, 4)


async def test_the_same_list_twice_writes_nothing_and_says_so(database: Database, wijk: int, tmp_path: Path) -> None:
    await schrijf(database, wijk, tmp_path / "uit")
    assert await schrijf(database, wijk, tmp_path / "uit") == Resultaat(0, 4, None, None)
    assert len(list((tmp_path / "uit").iterdir())) == 1


async def test_a_second_run_adds_new_addresses_in_a_file_of_their_own_and_changes_no_code(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    uit = tmp_path / "uit"
    await schrijf(database, wijk, uit, ADRESSEN[:3])
    eerst = (uit / "brieven-1.csv").read_bytes()
    assert await schrijf(database, wijk, uit) == Resultaat(1, 3, uit / "brieven-2.csv", None)
    assert (uit / "brieven-1.csv").read_bytes() == eerst
    await bestand_en_database_zijn_eens(database, uit, 4)


async def test_a_cell_that_a_spreadsheet_would_run_is_written_as_text(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    lastig = [Adres(f'{teken}1, "x"', 1, "", f"351{i}AB") for i, teken in enumerate("=+-@")]
    await schrijf(database, wijk, tmp_path, lastig)
    assert {rij["straat"] for rij in rijen(tmp_path / "brieven-1.csv")} == {f"'{a.straat}" for a in lastig}


async def test_a_crash_before_the_commit_leaves_no_letters_and_the_next_run_makes_them(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    with pytest.raises(Uitval):
        await schrijf(DatabaseMetUitval(database, na_commit=False), wijk, tmp_path / "uit")
    assert await hmacs(database) == set()
    assert not list((tmp_path / "uit").glob("brieven-*"))
    assert await schrijf(database, wijk, tmp_path / "uit") == Resultaat(4, 0, tmp_path / "uit" / "brieven-1.csv", None)
    await bestand_en_database_zijn_eens(database, tmp_path / "uit", 4)


@pytest.mark.parametrize("eerder", [0, 2])
async def test_a_crash_after_the_commit_keeps_the_letters_and_the_next_run_finishes_them(
    database: Database, wijk: int, tmp_path: Path, eerder: int
) -> None:
    uit = tmp_path / "uit"
    if eerder:
        await schrijf(database, wijk, uit, ADRESSEN[:eerder])
    with pytest.raises(Uitval):
        await schrijf(DatabaseMetUitval(database, na_commit=True), wijk, uit, ADRESSEN[:3])
    afgemaakt = uit / f"brieven-{2 if eerder else 1}.csv"
    assert not afgemaakt.exists()
    assert len(await hmacs(database)) == 3
    nieuw = uit / f"brieven-{3 if eerder else 2}.csv"
    assert await schrijf(database, wijk, uit) == Resultaat(1, 3, nieuw, afgemaakt)
    await bestand_en_database_zijn_eens(database, uit, 4)


async def test_a_file_that_breaks_off_anywhere_is_removed_when_its_codes_are_not_kept(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    with pytest.raises(Uitval):
        await schrijf(DatabaseMetUitval(database, na_commit=False), wijk, tmp_path / "uit")
    (onaf,) = (tmp_path / "uit").iterdir()
    inhoud = onaf.read_bytes()
    for lengte in range(0, len(inhoud), 7):
        onaf.write_bytes(inhoud[:lengte])
        assert await schrijf(database, wijk, tmp_path / "uit", []) == Resultaat(0, 0, None, None)
        assert not list((tmp_path / "uit").iterdir())


@contextmanager
def volle_schijf(na_bytes: int) -> Iterator[None]:
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (na_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


async def test_a_disk_that_is_full_halfway_is_one_clear_line_and_keeps_no_code(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    veel = [Adres("Merelweg", nummer, "", "3511AB") for nummer in range(1, 3001)]
    with volle_schijf(100_000), pytest.raises(InvoerFout, match="kan hier geen brieven schrijven"):
        await schrijf(database, wijk, tmp_path / "uit", veel)
    assert await hmacs(database) == set()
    assert (await schrijf(database, wijk, tmp_path / "uit", veel)).nieuw == 3000
    await bestand_en_database_zijn_eens(database, tmp_path / "uit", 3000)


async def test_two_runs_at_once_give_each_address_one_code(database: Database, wijk: int, tmp_path: Path) -> None:
    class Ander:
        """A second run, in another folder, comes between reading and keeping."""

        read = database.read

        async def write(self, *args: Any) -> Any:
            await schrijf(database, wijk, tmp_path / "ander")
            return await database.write(*args)

    with pytest.raises(InvoerFout, match="begin opnieuw"):
        await schrijf(Ander(), wijk, tmp_path / "uit")
    assert await schrijf(database, wijk, tmp_path / "uit") == Resultaat(0, 4, None, None)
    assert not list((tmp_path / "uit").iterdir())
    await bestand_en_database_zijn_eens(database, tmp_path / "ander", 4)


async def test_a_second_run_in_the_same_folder_waits_its_turn(database: Database, wijk: int, tmp_path: Path) -> None:
    class Ander:
        read = database.read

        async def write(self, *args: Any) -> Any:
            with pytest.raises(InvoerFout, match="al bezig"):
                await schrijf(database, wijk, tmp_path / "uit")
            return await database.write(*args)

    assert (await schrijf(Ander(), wijk, tmp_path / "uit")).nieuw == 4
    await bestand_en_database_zijn_eens(database, tmp_path / "uit", 4)


async def test_another_pepper_is_refused_before_anything_is_written_or_removed(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    with pytest.raises(Uitval):
        await schrijf(DatabaseMetUitval(database, na_commit=True), wijk, tmp_path / "uit")
    (onaf,) = (tmp_path / "uit").iterdir()
    inhoud = onaf.read_bytes()
    with pytest.raises(InvoerFout, match="andere peper"):
        await schrijf(database, wijk, tmp_path / "uit", peper=bytes(32))
    assert onaf.read_bytes() == inhoud
    with pytest.raises(InvoerFout, match="andere peper"):
        await schrijf(database, wijk, tmp_path / "nieuw", ADRESSEN[:1], peper=bytes(32))


async def test_a_folder_that_cannot_be_made_and_a_missing_botlink_are_one_clear_line(
    database: Database, wijk: int, tmp_path: Path
) -> None:
    with pytest.raises(InvoerFout, match="kan hier geen brieven schrijven"):
        await schrijf(database, wijk, tmp_path / "geen" / "map")
    with pytest.raises(InvoerFout, match="botlink"):
        await schrijf(database, wijk, tmp_path, botlink="")


def test_the_pepper_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    bestand = tmp_path / "peper.txt"
    nieuw = peper(bestand, None, maken=True)
    assert len(nieuw) == 32
    assert stat.S_IMODE(bestand.stat().st_mode) == 0o600
    assert peper(bestand, None, maken=True) == peper(bestand, huishoudcode.merk_van(nieuw)) == nieuw
    assert [pad.name for pad in tmp_path.iterdir()] == ["peper.txt"]


@pytest.mark.parametrize(
    ("inhoud", "merk", "zin"),
    [
        (None, huishoudcode.merk_van(PEPER), "de peper is weg"),
        (None, None, "er is nog geen peper"),
        (bytes(32).hex(), huishoudcode.merk_van(PEPER), "een andere peper"),
        ("kort", None, "geen peper van 64 tekens"),
        ("é", None, "kan de peper niet lezen"),
    ],
)
def test_a_lost_exchanged_or_broken_pepper_is_one_clear_line(
    tmp_path: Path, inhoud: str | None, merk: bytes | None, zin: str
) -> None:
    bestand = tmp_path / "peper.txt"
    if inhoud is not None:
        bestand.write_text(inhoud)
    with pytest.raises(InvoerFout, match=zin) as gevangen:
        peper(bestand, merk, maken=merk is not None)
    assert str(bestand) in str(gevangen.value)
    assert "\n" not in str(gevangen.value)


async def test_the_first_letters_fix_the_pepper_in_the_database(database: Database, wijk: int, tmp_path: Path) -> None:
    assert await database.read(huishoudens.peper_merk) is None
    await schrijf(database, wijk, tmp_path)
    assert await database.read(huishoudens.peper_merk) == huishoudcode.merk_van(PEPER)
