"""The command line: exit codes, and for each kind of bad input one clear line and never a traceback."""

import json
import os
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest
from alembic import command
from sqlalchemy import create_engine, func, select

from berichten import talen
from bot.channels.tijdvak import Tijdvakbestand
from bot.cli import main
from bot.rules.spelregels import Spelregels
from bot.services import uitslagblad
from bot.services.handeling import AMSTERDAM
from bot.storage import aanbiedingen, tables
from bot.storage.schema import _config
from tests.builders import NU, een_account, een_rol
from tests.rules.test_warmtekaarten import TOML
from tests.services.test_bewijslog import stel_vast

ADRESSEN = "straat;huisnummer;toevoeging;postcode;volwassenen\nMerelweg;1;;3511AB;2\nMerelweg;2;A;3511AB;1\n"
Roep = Callable[..., tuple[int, str, str]]
pytestmark = pytest.mark.usefixtures("logboek_terug")


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings, in which the command runs."""
    (tmp_path / "gehoord.toml").write_text(
        '[wijk]\nnaam = "Vogelbuurt"\n[telegram]\nbotlink = "https://t.me/GehoordBot"\n'
    )
    (tmp_path / "adressen.csv").write_text(ADRESSEN)
    monkeypatch.chdir(tmp_path)
    for naam in [naam for naam in os.environ if naam.startswith("GEHOORD_")]:
        monkeypatch.delenv(naam)
    return tmp_path


@pytest.fixture
def roep(map_: Path, capsys: pytest.CaptureFixture[str]) -> Roep:
    """Run the command in that folder; give its exit code, stdout and stderr."""

    def roep(*argumenten: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(argumenten)
        return (code, *capsys.readouterr())

    return roep


@pytest.fixture
def database(map_: Path, _sqlite_sjabloon: Path) -> Path:
    """A migrated database at its place."""
    bestand = map_ / "gehoord.db"
    shutil.copy(_sqlite_sjabloon, bestand)
    return bestand


@pytest.fixture
def brieven(roep: Roep, database: Path) -> None:
    """A neighbourhood with letters."""
    assert roep("brieven", "--adressen", "adressen.csv", "--uit", "brieven")[0] == 0


def een_regel(uitkomst: tuple[int, str, str], *delen: str) -> None:
    """Check that a command ended as bad input does: 2, nothing on stdout, one line on stderr that holds these parts."""
    code, uit, fout = uitkomst
    assert code == 2, fout
    assert uit == ""
    assert fout.startswith("gehoord: ")
    assert fout.count("\n") == 1, fout
    for deel in delen:
        assert deel in fout


def test_on_sqlite_one_process_does_all_and_a_part_of_it_is_refused(
    roep: Roep, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEHOORD_TELEGRAM_TOKEN", "4242:TEST-token_of_no_one")
    een_regel(roep("start", "--rol", "werk", "zender"), "--rol", "alleen op PostgreSQL")


@pytest.mark.parametrize(
    ("argumenten", "delen"),
    [
        ((), ("opdracht",)),
        (("dansen",), ("dansen", "--help")),
        (("stand", "--xml"), ("--xml", "--help")),
        (("brieven", "--uit", "x"), ("--adressen", "--herdruk", "--verhuisd")),
        (("brieven", "--uit", "x", "--herdruk", "3511AB 1", "--verhuisd", "3511AB 2"), ("--herdruk", "--verhuisd")),
        (("brieven", "--uit", "x", "--adressen", "a.csv", "--herdruk", "3511AB 1"), ("--adressen", "--herdruk")),
        (("export",), ("--uit",)),
        (("rapport",), ("--uit",)),
        (("bewijs",), ("opdracht", "--help")),
        (("bewijs", "export"), ("--uit",)),
        (("bewijs", "export", "--uit", "x", "--accountant", "age2abc"), ("age2abc", "age1")),
        (("bewijs", "export", "--uit", "x", "--config", "weg.toml"), ("weg.toml", "config.example.toml")),
        (("backup", "k", "--bewaar", "-3"), ("--bewaar", "-3", "14")),
        (("backup", "k", "--bewaar", "0"), ("'0'", "14")),
        (("demo", "--json"), ("--verhaal",)),
        (("demo", "--poort", "tachtig"), ("tachtig", "8081")),
        (("demo", "--poort", "65536"), ("65536",)),
        (("stand", "--config", "weg.toml"), ("weg.toml", "config.example.toml")),
        (("stand", "--config", "."), ("TOML",)),
        (("stand", "--config", "adressen.csv"), ("TOML",)),
    ],
)
def test_arguments_that_cannot_be(roep: Roep, argumenten: tuple[str, ...], delen: tuple[str, ...]) -> None:
    een_regel(roep(*argumenten), *delen)


def test_help_says_what_there_is_and_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as einde:
        main(["--help"])
    assert einde.value.code == 0
    uit = capsys.readouterr().out
    for opdracht in ("start", "migreer", "brieven", "stand", "export", "rapport", "bewijs", "traject", "demo"):
        assert opdracht in uit


@pytest.mark.parametrize(
    "opdracht",
    [
        "start",
        "stand",
        "export --uit x",
        "rapport --uit x",
        "bewijs export --uit x",
        "traject kies adressen.csv --besluit 2031-06-15",
        "brieven --adressen adressen.csv --uit x",
    ],
)
def test_a_database_that_was_not_migrated(roep: Roep, map_: Path, opdracht: str) -> None:
    een_regel(roep(*opdracht.split()), "gehoord migreer")
    assert not (map_ / "x").exists()


def test_migrating_twice_is_fine(roep: Roep) -> None:
    assert roep("migreer")[0] == 0
    assert roep("migreer")[0] == 0


def test_under_a_bot_that_runs_the_schema_does_not_move(roep: Roep, database: Path, map_: Path) -> None:
    bot = Tijdvakbestand(map_ / "tijdvak.txt")
    assert roep("migreer")[0] == 0, "there is nothing to do"
    database.unlink()
    command.upgrade(_config("sqlite:///gehoord.db"), "0011")
    een_regel(roep("migreer"), "tijdvak.txt", "draait nog")
    een_regel(roep("stand"), "gehoord migreer")
    bot.sluit()
    assert roep("migreer")[0] == 0
    assert roep("backup", "k")[0] == 0


@pytest.mark.parametrize("opdracht", ["migreer", "stand", "start"])
@pytest.mark.parametrize(
    ("url", "deel"),
    [
        ("mysql://ik:wachtwoord9@h/n", "sqlite:///"),
        ("gehoord.db", "sqlite:///"),
        ("sqlite:////geen/map/gehoord.db", "/geen/map"),
        ("sqlite:///.", "database"),
        ("sqlite:///adressen.csv", "is not a database"),
        ("postgresql://ik:wachtwoord9@127.0.0.1:1/n", "127.0.0.1"),
        ("postgresql://ik:wachtwoord9@geen-machine.invalid/n", "geen-machine.invalid"),
    ],
)
def test_a_database_that_does_not_open(
    roep: Roep, monkeypatch: pytest.MonkeyPatch, opdracht: str, url: str, deel: str
) -> None:
    monkeypatch.setenv("GEHOORD_OPSLAG_DATABASE", url)
    uitkomst = roep(opdracht)
    een_regel(uitkomst, deel)
    assert "wachtwoord9" not in uitkomst[2]


def test_a_database_of_a_newer_version(roep: Roep, database: Path) -> None:
    with sqlite3.connect(database) as db:
        db.execute("UPDATE alembic_version SET version_num = 'van_morgen'")
    een_regel(roep("migreer"), "nieuwere versie")
    een_regel(roep("stand"), "migreer")


@pytest.mark.parametrize(
    "opdracht",
    ["stand", "stand --json", "export --uit x", "rapport --uit x", "lessen --uit x", "bewijs export --uit x"],
)
def test_a_database_without_a_neighbourhood_says_where_to_begin(roep: Roep, database: Path, opdracht: str) -> None:
    een_regel(roep(*opdracht.split()), "gehoord brieven")


def test_letters_are_made_once_and_added_to(roep: Roep, database: Path, map_: Path) -> None:
    code, uit, _ = roep("brieven", "--adressen", "adressen.csv", "--uit", "brieven")
    assert (code, uit) == (
        0,
        "Nieuwe adressen: 2 (brieven/brieven-1.csv). Die al een code hadden: 0.\n"
        "Om te printen: brieven/brieven-1.pdf\n",
    )
    with (map_ / "adressen.csv").open("a") as stroom:
        stroom.write("Merelweg;3;;3511AB;\n")
    code, uit, _ = roep("brieven", "--adressen", "adressen.csv", "--uit", "brieven")
    assert (code, uit) == (
        0,
        "Nieuwe adressen: 1 (brieven/brieven-2.csv). Die al een code hadden: 2.\n"
        "Om te printen: brieven/brieven-2.pdf\n",
    )


@pytest.mark.usefixtures("brieven")
def test_a_list_that_was_mended_is_taken_over_and_an_empty_cell_changes_nothing(roep: Roep, map_: Path) -> None:
    def vast() -> list[tuple[object, ...]]:
        with sqlite3.connect(map_ / "gehoord.db") as db:
            return db.execute("SELECT huisnummer, volwassenen, eigendom FROM huishouden ORDER BY huisnummer").fetchall()

    assert vast() == [(1, 2, None), (2, 1, None)]
    kop = "straat;huisnummer;toevoeging;postcode;volwassenen;eigendom\n"
    (map_ / "adressen.csv").write_text(f"{kop}Merelweg;1;;3511AB;;\nMerelweg;2;A;3511AB;3;koop\n")
    gezegd = "Nieuwe adressen: 0. Die al een code hadden: 2."
    assert roep("brieven", "--adressen", "adressen.csv", "--uit", "brieven")[1] == f"{gezegd} Daarvan bijgewerkt: 1.\n"
    assert vast() == [(1, 2, None), (2, 3, "koop")]
    assert roep("brieven", "--adressen", "adressen.csv", "--uit", "brieven")[1] == f"{gezegd}\n"


@pytest.mark.usefixtures("brieven")
def test_a_reprint_says_which_letters_to_print_and_that_the_old_codes_lapse(roep: Roep) -> None:
    code, uit, fout = roep("brieven", "--herdruk", "3511 ab 2a", "--herdruk", "3511AB 1", "--uit", "brieven")
    assert (code, uit) == (
        0,
        "Adressen met een nieuwe code: 2 (brieven/brieven-2.csv). De oude codes van die adressen werken niet meer.\n"
        "Om te printen: brieven/brieven-2.pdf\n",
    )
    assert "contact_telefoon" in fout, "nobody to call is told"


@pytest.mark.usefixtures("brieven")
@pytest.mark.parametrize(
    ("adres", "deel"), [("3511AB 99", "3511AB 99"), ("Merelweg 1", "zoals 3511AB 12 A"), ("", "3511AB")]
)
def test_a_reprint_of_an_address_that_is_not_there(roep: Roep, map_: Path, adres: str, deel: str) -> None:
    een_regel(roep("brieven", "--herdruk", adres, "--uit", "nieuw"), "--herdruk", deel)
    assert not (map_ / "nieuw").exists()


@pytest.mark.usefixtures("brieven")
def test_a_file_becomes_a_draft_of_a_plan_and_then_its_next_text(roep: Roep, map_: Path) -> None:
    plan = map_ / "plan.md"
    plan.write_text("# Buurtplan\n## Warmte\nEen warmtenet.\n## Straten\nDe Merelweg eerst.\n", "utf-8")
    over = datetime.now(AMSTERDAM).date() + timedelta(days=60)  # the command looks at the real clock
    velden = ("concept", "plan.md", "--tot", f"{over} 20:00")
    for _ in range(2):
        code, uit, _ = roep(*velden)
        assert (code, uit) == (
            0,
            "Klaar om te lezen: 'Buurtplan', versie 1, met 2 delen. Publiceer het in de chat, met /concepten.\n",
        )
    with sqlite3.connect(map_ / "gehoord.db") as db:
        assert db.execute("SELECT count(*) FROM concept").fetchone() == (1,)
    een_regel(roep(*velden[:-1], "gisteren"), "--tot", "31 maart 2027")
    een_regel(roep("concept", "nergens.md", *velden[2:]), "nergens.md", "UTF-8")


@pytest.mark.usefixtures("brieven")
def test_a_household_that_moved_gets_another_letter_and_says_what_that_means(roep: Roep, map_: Path) -> None:
    code, uit, _ = roep("brieven", "--verhuisd", "3511 ab 2a", "--uit", "brieven")
    assert (code, uit) == (
        0,
        "Adressen met een nieuwe code: 1 (brieven/brieven-2.csv). De oude codes van die adressen werken niet meer. "
        "Wie er woonde, doet niet meer mee.\nOm te printen: brieven/brieven-2.pdf\n",
    )
    een_regel(roep("brieven", "--verhuisd", "3511AB 99", "--uit", "nieuw"), "--verhuisd", "3511AB 99")
    een_regel(roep("brieven", "--verhuisd", "Merelweg 1", "--uit", "nieuw"), "--verhuisd", "zoals 3511AB 12 A")


def test_a_reprint_before_there_are_letters(roep: Roep, database: Path, map_: Path) -> None:
    een_regel(roep("brieven", "--herdruk", "3511AB 1", "--uit", "nieuw"), "gehoord brieven")
    assert not (map_ / "peper.txt").exists()


def test_bad_rows_are_all_named_and_nothing_is_written(roep: Roep, database: Path, map_: Path) -> None:
    (map_ / "adressen.csv").write_text("straat;huisnummer;toevoeging;postcode\nA;x;;3511AB\n;2;;35\n")
    code, uit, fout = roep("brieven", "--adressen", "adressen.csv", "--uit", "brieven")
    assert (code, uit) == (2, "")
    regels = fout.splitlines()
    assert len(regels) >= 2
    assert all(regel.startswith("gehoord: adressen.csv: regel ") for regel in regels)
    assert {"huisnummer", "postcode"} <= {woord.strip(",:") for regel in regels for woord in regel.split()}
    assert not (map_ / "brieven").exists()


@pytest.mark.parametrize(
    ("inhoud", "deel"), [(b"", "leeg"), (b"\xff\xfe\x00", "UTF-8"), (b"a;b\n1;2\n", "kolom"), (None, "is er niet")]
)
def test_a_list_that_is_none(roep: Roep, database: Path, map_: Path, inhoud: bytes | None, deel: str) -> None:
    (map_ / "adressen.csv").unlink()
    if inhoud is not None:
        (map_ / "adressen.csv").write_bytes(inhoud)
    code, _, fout = roep("brieven", "--adressen", "adressen.csv", "--uit", "brieven")
    assert code == 2
    assert deel in fout
    assert "Traceback" not in fout


KOP = "straat;huisnummer;toevoeging;postcode;plaats;taal"
GOED = f"{KOP}\nPrévôtlaan;1;;3511AB;Soest;en\nPrévôtlaan;2;A;3511AB;Soest;\n"


def gehoord(map_: Path, *argumenten: str) -> tuple[int, str, str]:
    """Run the command as people do: a process of its own, in that folder."""
    opdracht = [sys.executable, "-c", "import sys; from bot.cli import main; sys.exit(main())", *argumenten]
    omgeving = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[1])}
    klaar = subprocess.run(opdracht, capture_output=True, text=True, cwd=map_, env=omgeving, check=False)
    return klaar.returncode, klaar.stdout, klaar.stderr


@pytest.mark.parametrize(
    "inhoud",
    [
        GOED.encode(),
        GOED.encode("utf-8-sig"),
        GOED.replace(";", ",").encode(),
        GOED.replace(";", "\t").encode(),
        GOED.replace("\n", "\r\n\r\n").encode("utf-8-sig"),
    ],
    ids=["semicolons", "byte order mark", "commas", "tabs", "empty lines"],
)
@pytest.mark.usefixtures("database")
def test_a_list_as_spreadsheets_save_it_simply_works(roep: Roep, map_: Path, inhoud: bytes) -> None:
    (map_ / "adressen.csv").write_bytes(inhoud)
    zijn_gemaakt(roep("brieven", "--adressen", "adressen.csv", "--uit", "brieven"))


@pytest.mark.usefixtures("database")
def test_the_command_as_people_give_it_takes_such_a_list(map_: Path) -> None:
    (map_ / "adressen.csv").write_bytes(GOED.encode("utf-8-sig"))
    zijn_gemaakt(gehoord(map_, "brieven", "--adressen", "adressen.csv", "--uit", "brieven"))


def zijn_gemaakt(uitkomst: tuple[int, str, str]) -> None:
    """Check that the letters of `GOED` are there."""
    code, uit, fout = uitkomst
    assert (code, uit.splitlines()) == (
        0,
        [
            "Nieuwe adressen: 2 (brieven/brieven-1.csv). Die al een code hadden: 0.",
            "Om te printen: brieven/brieven-1.pdf",
            "Print dubbelzijdig: op de achterkant staat een brief in een tweede taal.",
        ],
    )
    assert fout.count("\n") == 1, "nobody to call is told"


@pytest.mark.parametrize(
    ("inhoud", "delen"),
    [
        (GOED.encode("cp1252"), ("regel 2, straat", "Prévôtlaan", "CSV UTF-8")),
        (GOED.encode("utf-16"), ("UTF-16", "CSV UTF-8")),
        (f"{GOED}prévôtlaan;1;;3511 ab;;\n".encode(), ("regel 4", "zelfde adres als op regel 2", "haal een")),
        (f"{GOED}Merelweg;{'9' * 31};;3511AB;;\n".encode(), ("regel 4, huisnummer", "9" * 31, "alleen het nummer")),
        (f"{GOED}Merelweg;1;{'9' * 31};3511AB;;\n".encode(), ("regel 4, toevoeging", "9" * 31, "hoogstens 10")),
        (f"{GOED}Merelweg;1;;3511AB;;Turks\n".encode(), ("regel 4, taal", "'Turks'", " of ".join(talen()))),
    ],
    ids=["Windows-1252", "UTF-16", "twice", "long number", "long addition", "language"],
)
@pytest.mark.usefixtures("database")
def test_a_list_that_is_not_right_is_one_line_with_file_field_and_mend(
    roep: Roep, map_: Path, inhoud: bytes, delen: tuple[str, ...]
) -> None:
    (map_ / "adressen.csv").write_bytes(inhoud)
    een_regel(roep("brieven", "--adressen", "adressen.csv", "--uit", "brieven"), "adressen.csv", *delen)
    assert not (map_ / "brieven").exists()


@pytest.mark.parametrize(
    "opdracht",
    ["brieven --adressen adressen.csv --uit", "export --uit", "demo --verhaal --map", "demo --poort 0 --map"],
)
@pytest.mark.parametrize("pad", ["bestand", "bestand/x"])
@pytest.mark.usefixtures("brieven")
def test_a_folder_that_cannot_be_written(roep: Roep, map_: Path, opdracht: str, pad: str) -> None:
    (map_ / "bestand").write_text("")
    (map_ / "adressen.csv").write_text(ADRESSEN + "Nieuw;9;;3511AB;1\n")
    een_regel(roep(*opdracht.split(), pad), pad, "kan hier")


def test_a_disk_that_is_full_is_one_line_and_nothing_was_kept(roep: Roep, database: Path, map_: Path) -> None:
    (map_ / "adressen.csv").write_text(ADRESSEN + "".join(f"Laan;{nr};;3511AC;1\n" for nr in range(1, 300)))
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (36_000, hard))
    try:
        een_regel(roep("brieven", "--adressen", "adressen.csv", "--uit", "x"), "gehoord.db", "nog eens")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))
    assert roep("brieven", "--adressen", "adressen.csv", "--uit", "x")[1].startswith("Nieuwe adressen: 301")


@pytest.mark.usefixtures("brieven")
def test_a_lost_pepper(roep: Roep, map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GEHOORD_TELEGRAM_TOKEN", "1:abc")
    (map_ / "peper.txt").unlink()
    een_regel(roep("start"), "peper.txt", "reservekopie")


@pytest.mark.usefixtures("database")
def test_starting_without_a_token(roep: Roep) -> None:
    een_regel(roep("start"), "[telegram] token", "GEHOORD_TELEGRAM_TOKEN")


def test_a_port_that_is_taken(roep: Roep) -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = str(bezet.getsockname()[1])
        een_regel(roep("demo", "--poort", poort, "--map", "demo"), poort, "PORT=")


def test_a_story_is_never_played_over_another(roep: Roep, map_: Path) -> None:
    (map_ / "verhaal").mkdir()
    (map_ / "verhaal" / "gehoord.db").write_text("")
    een_regel(roep("demo", "--verhaal", "--map", "verhaal"), "verhaal", "lege map")


@pytest.mark.usefixtures("brieven")
def test_the_stand_as_json_has_the_agreed_keys_and_types(roep: Roep) -> None:
    code, uit, fout = roep("stand", "--json")
    assert (code, fout) == (0, "")
    stand = json.loads(uit)
    assert set(stand) == {"wijk", "spelregels", "drempels", "vertrokken", "versies", "ervoor", "afgesloten_op", "sinds"}
    assert (stand["versies"], stand["ervoor"]) == ([], None)
    assert stand["wijk"] == "Vogelbuurt"
    for drempel in stand["drempels"]:
        assert set(drempel) == {
            "soort", "verdict", "teller", "noemer", "operator", "drempel", "nodig", "ondergrens", "bovengrens",
            "noemer_laag", "delen",
        }  # fmt: skip
        assert drempel["verdict"] in {"gehaald", "niet_gehaald", "onbeslist"}
        assert drempel["operator"] in {">", ">="}
        assert all(type(drempel[naam]) is int for naam in ("teller", "noemer", "nodig"))
    assert [(d["soort"], d["drempel"], d["noemer"]) for d in stand["drempels"]] == [
        ("gehoord", "1/2", 3),
        ("informatie", "1/3", 3),
    ]


@pytest.mark.usefixtures("brieven")
def test_the_stand_for_people_is_a_line_per_condition(roep: Roep) -> None:
    code, uit, _ = roep("stand")
    assert code == 0
    assert [regel.partition(":")[0] for regel in uit.splitlines()] == ["Tussenstand", "gehoord", "informatie"]


@pytest.mark.usefixtures("brieven")
def test_after_the_closing_the_stand_is_the_outcome_with_its_day_and_a_report_adds_none(
    roep: Roep, database: Path
) -> None:
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as tx:
        wijk = tx.scalar(select(tables.wijk.c.id)) or 0
        stel_vast(tx, wijk, Spelregels(versie=1))
        uitslagblad.sluit_af(tx, wijk, NU, AMSTERDAM, bytes(32))
    assert roep("rapport", "--uit", "rapport.pdf")[0] == 0
    assert roep("stand")[1].splitlines()[0] == "Uitkomst bij het afsluiten op 01-02-2027."
    stand = json.loads(roep("stand", "--json")[1])
    assert (stand["afgesloten_op"], stand["sinds"]) == (NU.isoformat(), [])
    with engine.begin() as tx:
        assert tx.scalar(select(func.count()).select_from(tables.uitslag)) == 1
    engine.dispose()


@pytest.mark.usefixtures("brieven")
def test_the_export_says_which_files_it_wrote(roep: Roep, map_: Path) -> None:
    code, uit, _ = roep("export", "--uit", "diep/uit")
    assert code == 0
    assert {"diep/uit/tellingen.csv", "diep/uit/tellingen.json"} <= set(uit.split())
    assert {map_ / regel for regel in uit.split()} == set((map_ / "diep/uit").iterdir())
    json.loads((map_ / "diep/uit/tellingen.json").read_text())


@pytest.mark.usefixtures("brieven")
def test_the_report_says_where_it_is(roep: Roep, map_: Path) -> None:
    assert roep("rapport", "--uit", "diep/rapport.pdf")[:2] == (0, "diep/rapport.pdf\n")
    assert (map_ / "diep/rapport.pdf").read_bytes().startswith(b"%PDF-1.7")
    (map_ / "bestand").write_text("")
    een_regel(roep("rapport", "--uit", "bestand/x.pdf"), "bestand/x.pdf", "kan hier")


def test_the_environment_goes_before_the_file(
    roep: Roep, database: Path, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEHOORD_OPSLAG_DATABASE", f"sqlite:///{map_}/anders.db")
    een_regel(roep("stand"), "anders.db", "migreer")
    monkeypatch.setenv("GEHOORD_SPELREGELS_EENHEID", "huishoudens")
    database.rename(map_ / "anders.db")
    een_regel(roep("stand"), "GEHOORD_SPELREGELS_EENHEID", "zet ze in het bestand")


@pytest.mark.usefixtures("brieven")
def test_reading_changes_nothing_but_what_was_published(roep: Roep, map_: Path) -> None:
    def inhoud() -> list[str]:
        with sqlite3.connect(map_ / "gehoord.db") as db:
            return [regel for regel in db.iterdump() if not regel.startswith('INSERT INTO "publicatie"')]

    voor = inhoud()
    assert roep("stand")[0] == 0
    assert roep("export", "--uit", "x")[0] == 0
    assert inhoud() == voor


def test_a_pipe_that_closes_and_a_locale_without_accents_give_no_traceback(map_: Path, database: Path) -> None:
    omgeving = {"PATH": os.environ["PATH"], "LC_ALL": "C"}
    klaar = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -c 'from bot.cli import main; main()' stand 2>&1 | head -c 1"],
        capture_output=True, text=True, env=omgeving, cwd=map_, check=False,
    )  # fmt: skip
    assert "Traceback" not in klaar.stdout + klaar.stderr


def test_the_token_is_never_in_the_log_of_a_start_that_fails(
    roep: Roep, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that says no, as Telegram does to a wrong token."""
    from http.server import BaseHTTPRequestHandler, HTTPServer
    from threading import Thread

    class Nee(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            inhoud = b'{"ok": false, "error_code": 401, "description": "Unauthorized"}'
            self.send_response(401)
            self.send_header("Content-Length", str(len(inhoud)))
            self.end_headers()
            self.wfile.write(inhoud)

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Nee)
    Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("GEHOORD_TELEGRAM_TOKEN", "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw")
    monkeypatch.setenv("GEHOORD_TELEGRAM_API_URL", f"http://127.0.0.1:{server.server_port}")
    uitkomst = roep("start")
    server.shutdown()
    een_regel(uitkomst, "[telegram] token", "@BotFather")
    assert "AAHdq" not in uitkomst[1] + uitkomst[2]


@pytest.mark.usefixtures("brieven")
def test_the_log_is_written_and_a_lost_key_is_one_line(roep: Roep, map_: Path) -> None:
    sleutel = str(pyrage.x25519.Identity.generate().to_public())
    namen = ["bewijs.jsonl", "ijkpunten", "sleutel.pub", "openingen.jsonl.age"]
    assert roep("bewijs", "export", "--uit", "uit")[:2] == (0, "".join(f"uit/{naam}\n" for naam in namen[:3]))
    met = ("bewijs", "--config", "gehoord.toml", "export", "--uit", "uit", "--accountant", sleutel)
    assert roep(*met)[:2] == (0, "".join(f"uit/{naam}\n" for naam in namen))
    assert sorted(pad.name for pad in (map_ / "uit").iterdir()) == sorted(namen)
    (map_ / "bewijssleutel.txt").unlink()
    een_regel(roep("bewijs", "export", "--uit", "nieuw"), "bewijssleutel.txt", "reservekopie")
    assert not (map_ / "nieuw").exists()


@pytest.mark.usefixtures("brieven")
def test_the_file_of_the_e_form_waits_for_a_second_person_and_a_mistake_is_named_by_its_line(
    roep: Roep, database: Path, map_: Path
) -> None:
    nu = datetime.now(UTC)
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as tx:
        wijk = tx.scalar(select(tables.wijk.c.id)) or 0
        bod = {"publiek_id": "a" * 22, "wat": "interesse", "titel": "Net", "tekst": "x", "kosten": "x", "gas": "x"}
        door = een_account(tx, "9002")
        aanbiedingen.maak(
            tx, wijk, **bod, op=nu - timedelta(days=9), sluit_op=nu + timedelta(days=9), gemaakt_door=door
        )
        een_rol(tx, wijk, "organisator", "9002")
    regel = f"\n3511AB;{{}};{{}};{(nu - timedelta(days=2)).date()};net"
    kop, als = "postcode;huisnummer;toevoeging;datum;aanbod", ("--namens", "telegram:9002")
    (map_ / "fout.csv").write_text(kop + regel.format(1, "") + regel.format(9, ""))
    (map_ / "goed.csv").write_text(kop + regel.format(1, "") + regel.format(2, "a"))
    een_regel(roep("aanbod", "fout.csv", *als), "fout.csv", "Regel 3: 3511AB 9 staat niet op de adressenlijst.")
    een_regel(roep("aanbod", "weg.csv", *als), "weg.csv", "wijs een bestand aan")
    een_regel(roep("aanbod", "goed.csv", "--namens", "9002"), "--namens", "telegram:123456")
    een_regel(roep("aanbod", "goed.csv", "--namens", "telegram:404"), "--namens", "organisator")
    assert roep("aanbod", "goed.csv", *als)[1].startswith("Nieuwe adressen: 2. Al bekend: 0.")
    with engine.begin() as tx:
        assert tx.scalar(select(func.count()).select_from(tables.voorstel)) == 1
        assert tx.scalar(select(func.count()).select_from(tables.intekening)) == 0
    engine.dispose()


def test_a_file_of_figures_goes_in_after_a_second_person_or_names_its_mistake(
    roep: Roep, map_: Path, database: Path
) -> None:
    roep("brieven", "--adressen", "adressen.csv", "--uit", "brieven")
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as tx:
        een_account(tx, "9001")
        een_rol(tx, tx.execute(select(tables.wijk.c.id)).scalar_one(), "buurtbegeleider", "9001")
    kop, als = "indicator;datum;waarde;bron;eenheid\n", ("--namens", "telegram:9001")
    (map_ / "goed.csv").write_text(f"{kop}Gas;2025;955,5;CBS;m3\n")
    (map_ / "fout.csv").write_text(f"{kop}Gas;2025;NaN;CBS;m3\n")
    een_regel(roep("indicatoren", "fout.csv", *als), "fout.csv: regel 2: waarde", "schrijf het zoals 12,5")
    een_regel(roep("indicatoren", "goed.csv", "--namens", "telegram:404"), "--namens", "organisator")
    assert roep("indicatoren", "goed.csv", *als)[1].startswith("Nieuwe cijfers: 1.")
    with engine.begin() as tx:
        assert tx.scalar(select(func.count()).select_from(tables.voorstel)) == 1
        assert tx.scalar(select(func.count()).select_from(tables.indicatorpunt)) == 0
    engine.dispose()


def test_a_file_of_cards_asks_a_second_person_or_names_its_mistake(roep: Roep, map_: Path, database: Path) -> None:
    roep("brieven", "--adressen", "adressen.csv", "--uit", "brieven")
    engine = create_engine(f"sqlite:///{database}")
    with engine.begin() as tx:
        een_account(tx, "9002")
        een_rol(tx, tx.execute(select(tables.wijk.c.id)).scalar_one(), "organisator", "9002")
    goed, als = TOML.replace('woningtype = "rijwoning"', "").replace("2027", "2026"), ("--namens", "telegram:9002")
    (map_ / "goed.toml").write_text(goed)
    (map_ / "fout.toml").write_text(goed.replace("van = 4000", "van = 9000"))
    een_regel(roep("kaarten", "fout.toml", *als), "fout.toml: kaart 1: eenmalig_tot", "wissel ze om")
    een_regel(roep("kaarten", "weg.toml", *als), "weg.toml", "wijs een bestand aan")
    een_regel(roep("kaarten", "goed.toml", "--namens", "telegram:404"), "--namens", "organisator")
    assert roep("kaarten", "goed.toml", *als)[1].startswith("Nieuwe of gewijzigde kaarten: 1.")
    with engine.begin() as tx:
        assert tx.scalar(select(func.count()).select_from(tables.voorstel)) == 1
        assert tx.scalar(select(func.count()).select_from(tables.warmtekaart)) == 0
    engine.dispose()


def test_a_template_is_written_adapted_and_begins_once(roep: Roep, map_: Path, database: Path) -> None:
    roep("brieven", "--adressen", "adressen.csv", "--uit", "uit")
    code, toml, _ = roep("traject", "toon", "routekaart")
    assert code == 0
    (map_ / "mijn.toml").write_text(toml.replace("weken = 26", "weken = 20"))
    kies = ("traject", "kies", "mijn.toml", "--besluit")
    een_regel(roep(*kies, "ooit"), "--besluit", "2027-06-15")
    een_regel(roep(*kies, "2001-01-01"), "--besluit", "nog komt")
    ver = f"{datetime.now(UTC).year + 4}-06-15"
    code, uit, _ = roep(*kies, ver)
    assert code == 0
    assert "Dit past" in uit
    een_regel(roep(*kies, ver), "--vervang")
    morgen = (datetime.now(AMSTERDAM) + timedelta(days=1)).date().isoformat()
    code, uit, _ = roep(*kies, morgen, "--vervang")
    assert (code, "past niet" in uit) == (1, True)
    (map_ / "mijn.toml").write_text(toml.replace("weken", "wekn"))
    een_regel(roep(*kies, ver), "mijn.toml", "[fasen.opstarten] wekn", "bedoelde u 'weken'")
    een_regel(roep("traject", "kies", "weg.toml", "--besluit", ver), "weg.toml", "lezen")
    een_regel(roep("traject", "toon", "leuk"), "leuk", "routekaart")


def test_a_file_of_days_that_do_not_count_is_read_at_the_start(
    roep: Roep, map_: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEHOORD_TELEGRAM_TOKEN", "1:x")
    monkeypatch.setenv("GEHOORD_TRAJECT_VRIJ_BESTAND", "vrij.toml")
    een_regel(roep("start"), "vrij.toml", "lezen")
    (map_ / "vrij.toml").write_text('[[vrij]]\nnaam = "reces"\n')
    een_regel(roep("start"), "vrij.toml", "[[vrij]] 1 van", "ontbreekt")


def test_with_more_wijken_a_command_is_about_one_of_them_or_says_that_it_must_be_named(
    roep: Roep, map_: Path, database: Path
) -> None:
    (map_ / "gehoord.toml").write_text('wijken = ["wijken/*.toml"]\n[telegram]\nbotlink = "https://t.me/GehoordBot"\n')
    (map_ / "wijken").mkdir()
    for naam in ("Bloemenbuurt", "Vogelbuurt"):
        (map_ / "wijken" / f"{naam.lower()}.toml").write_text(f'[wijk]\nnaam = "{naam}"\n')
    maak = "brieven", "--adressen", "adressen.csv", "--uit"
    een_regel(roep(*maak, "brieven"), "--wijk", "bloemenbuurt, vogelbuurt")
    een_regel(roep(*maak, "brieven", "--wijk", "mussen"), "--wijk 'mussen'", "ken ik niet", "bloemenbuurt, vogelbuurt")
    assert roep(*maak, "vogels", "--wijk", "vogelbuurt")[0] == 0
    een_regel(roep("stand"), "er is nog geen wijk")
    assert roep(*maak, "bloemen", "--wijk", "Bloemenbuurt")[0] == 0, "the same addresses, in another wijk"

    koppen = [regel.partition(":")[0] for regel in roep("stand")[1].splitlines()]
    assert koppen == ["Bloemenbuurt. Tussenstand", "gehoord", "informatie", "Vogelbuurt. Tussenstand", *koppen[1:3]]
    assert set(json.loads(roep("stand", "--json")[1])) == {"bloemenbuurt", "vogelbuurt"}
    assert json.loads(roep("stand", "--json", "--wijk", "vogelbuurt")[1])["wijk"] == "Vogelbuurt"
    assert roep("export", "--uit", "uit")[0] == 0
    assert {een.name for een in (map_ / "uit").iterdir()} == {"bloemenbuurt", "vogelbuurt"}
