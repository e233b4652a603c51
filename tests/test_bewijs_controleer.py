"""`gehoord bewijs controleer` on what the bot exports: good, spoilt, opened by the auditor, and one's own part."""

import asyncio
import base64
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyrage
import pytest
from sqlalchemy import Connection

from bot import bewijsexport, cli, verzegeling
from bot.rules import merkle
from bot.rules.canoniek import canoniek
from bot.services import bewijs, uitslagblad
from bot.services.bewijs import Feit
from bot.services.handeling import AMSTERDAM
from bot.storage import Database
from tests import builders
from tests.eigenlog import een_boom
from tests.services.test_bewijslog import gehoorden, leg_vast, regels, stel_vast
from tests.verifiers import BIJDRAGE, DOCS, PAGINA

ZAAD = bytes(range(32))


def buurt(tx: Connection) -> int:
    """A wijk where twelve residents were heard, two of one address, one takes it back and there was an outcome."""
    wijk = builders.een_wijk(tx)
    gehoorden(tx, wijk, 2)
    stel_vast(tx, wijk, regels())
    wie = gehoorden(tx, wijk, 11)
    huis = builders.een_huishouden(tx, wijk, volwassenen=1).id
    for _ in range(2):
        leg_vast(tx, wijk, builders.een_bewoner(tx, wijk, huis))
    for bewoner in wie[1:]:
        leg_vast(tx, wijk, bewoner, "aanwezig_vragen", "bijeenkomst")
    feit = Feit("aanwezig_vragen", "bijeenkomst", "deurlijst")
    bewijs.leg_aantal_vast(tx, builders.handeling(wijk), feit, 25)
    bewijs.trek_in(tx, builders.handeling(wijk), wie[0], Feit("stem_besluit", "p", "knop"))
    uitslagblad.leg_tussenstand_vast(tx, wijk, builders.NU, AMSTERDAM, ZAAD)
    return wijk


async def exporteer(database: Database, map_: Path) -> list[str]:
    """Write the files and open those of the auditor; return what the command takes."""
    wijk, accountant = await database.write(0, buurt), pyrage.x25519.Identity.generate()
    await verzegeling.verzegel(database, wijk, map_ / "geheim.txt", builders.NU, AMSTERDAM)
    await bewijsexport.exporteer(database, wijk, map_, AMSTERDAM, accountant.to_public())
    open_ = pyrage.decrypt((map_ / "openingen.jsonl.age").read_bytes(), [accountant])
    (map_ / "openingen.jsonl").write_bytes(open_)
    delen = {"--export": "bewijs.jsonl", "--ijkpunten": "ijkpunten", "--sleutel": "sleutel.pub"}
    return [deel for naam, bestand in delen.items() for deel in (naam, str(map_ / bestand))]


def controleer(*argumenten: str) -> int:
    return cli.main(["bewijs", "controleer", *argumenten])


def voer_uit(programma: Callable[..., int], argumenten: list[str]) -> int:
    """Run our command, or the main of a page in docs/, as if from the command line."""
    if programma is cli.main:
        return controleer(*argumenten)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["controleer.py", *argumenten])
        return programma()


async def test_what_the_bot_exports_is_taken_by_both_verifiers_and_opens_for_the_auditor(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vast = await exporteer(database, tmp_path)

    assert controleer(*vast, "--openingen", str(tmp_path / "openingen.jsonl")) == 0
    uit = capsys.readouterr().out
    assert "spelregels 1, gehoord: 11 bewoners tellen\n" in uit
    assert "spelregels 1, informatie: 10 bewoners tellen\n" in uit
    assert "dicht, want gewist: 0" in uit
    opdracht = [sys.executable, str(DOCS / "controleer.py"), *vast]
    pagina = await asyncio.to_thread(subprocess.run, opdracht, capture_output=True, text=True, check=False)
    assert (pagina.returncode, pagina.stderr) == (0, "")
    alleen = ("geopend", "adressenlijst", "nagerekend", "methoden")
    zegt = [regel for regel in uit.splitlines() if not any(woord in regel for woord in alleen)]
    assert zegt == pagina.stdout.splitlines()
    assert "rapport van 2027-02-01, gehoord: " in uit


async def test_what_is_not_there_or_is_no_file_is_one_line_and_exit_code_2(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vast = await exporteer(database, tmp_path)
    map_, weg = tmp_path / "map", tmp_path / "weg"
    (map_ / "1-2027-01-01.txt").mkdir(parents=True)
    kapot = tmp_path / "kapot"
    kapot.mkdir()
    (kapot / "1-2027-01-01.txt").symlink_to(weg)
    slecht = [(plek, pad) for plek in (1, 3, 5) for pad in (weg, map_)] + [(3, kapot), (3, tmp_path / "sleutel.pub")]
    for programma in (cli.main, PAGINA.main):
        for plek, pad in slecht:
            argumenten = [*vast[:plek], str(pad), *vast[plek + 1 :]]
            assert voer_uit(programma, argumenten) == 2, argumenten
            err = capsys.readouterr().err
            assert err.count("\n") == 1
            assert "niet te lezen" in err
    assert voer_uit(BIJDRAGE.main, ["--bijdrage", str(weg), "--sleutel", vast[5]]) == 2


ANDERS: tuple[tuple[str, dict[str, Any], str | None], ...] = (
    ("opening", {"sleutel": "0" * 64}, "opening: opening van blad"),
    ("telt", {"zelf": False}, "telt: gehoord"),
    ("telt", {"bewoner": None}, "telt: gehoord"),
    ("bewoner", {"tot": "2027-01-01"}, "telt: gehoord"),
    ("bewoner", {"huishouden": "e" * 22}, "lijst: bewoner"),
    ("uitslag", {"sleutel": "0" * 64}, "opening: opening van blad"),
    ("bewoner", {"sinds": "2020-01-01"}, None),
)


async def test_an_opening_that_says_something_else_is_found(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vast, pad = await exporteer(database, tmp_path), tmp_path / "openingen.jsonl"
    ruw = pad.read_text("utf-8")
    for soort, verander, fout in ANDERS:
        rijen = [json.loads(regel) for regel in ruw.splitlines()]
        wie = {rij["telt"]["bewoner"] for rij in rijen if "telt" in rij}
        deze = next(rij for rij in rijen if soort in rij and (soort != "bewoner" or rij["bewoner"]["id"] in wie))
        deze[soort] |= verander
        pad.write_text("".join(f"{canoniek(rij)}\n" for rij in rijen), "utf-8")

        assert controleer(*vast, "--openingen", str(pad)) == (0 if fout is None else 1)
        err = capsys.readouterr().err
        assert err.count("\n") == (fout is not None)
        assert err.startswith(fout or "")
    pad.write_text("".join(regel for regel in ruw.splitlines(keepends=True) if '{"telt":' not in regel), "utf-8")
    assert controleer(*vast, "--openingen", str(pad)) == 1


async def test_the_first_thing_that_is_wrong_is_one_line_and_a_file_that_is_not_there_is_said(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vast = await exporteer(database, tmp_path)
    (hoofd,) = (tmp_path / "ijkpunten").iterdir()
    bewaard = tmp_path / "bewaard.txt"
    bewaard.write_bytes(hoofd.read_bytes())
    bladen = tmp_path / "bewijs.jsonl"
    alles = bladen.read_bytes().splitlines(keepends=True)
    bladen.write_bytes(b"".join(alles[:-1]))

    assert controleer(*vast, "--bewaard", str(bewaard)) == 1
    assert capsys.readouterr().err.startswith("einde: er zijn")
    een, ander = (plek for plek, _ in zip((i for i, r in enumerate(alles) if b'"hash"' in r[:7]), "ab", strict=False))
    alles[een], alles[ander] = alles[ander], alles[een]
    bladen.write_bytes(b"".join(alles))
    assert controleer(*vast) == 1
    assert capsys.readouterr().err.startswith("wortel: ")
    bladen.unlink()
    assert controleer(*vast) == 2
    assert "is niet te lezen" in capsys.readouterr().err
    assert controleer("--export", str(bladen), "--sleutel", str(tmp_path / "sleutel.pub")) == 2
    assert "--ijkpunten" in capsys.readouterr().err


async def test_a_contribution_is_shown_to_stand_in_the_log_and_a_changed_one_is_not(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await exporteer(database, tmp_path)
    rijen = [json.loads(regel) for regel in (tmp_path / "openingen.jsonl").read_text("utf-8").splitlines()]
    opening = next(rij["opening"] for rij in rijen if "opening" in rij)
    regels_ = [json.loads(regel) for regel in (tmp_path / "bewijs.jsonl").read_text("utf-8").splitlines()]
    hashes = [
        bytes.fromhex(r["hash"]) if "hash" in r else merkle.blad_hash(canoniek(r["blad"]).encode()) for r in regels_
    ]
    (hoofd,) = (tmp_path / "ijkpunten").iterdir()
    goed: dict[str, Any] = {
        "versie": 1,
        "nummer": opening["nummer"],
        "grootte": len(hashes),
        "blad": canoniek(opening["blad"]),
        "pad": [stap.hex() for stap in een_boom(hashes).insluiting(opening["nummer"], len(hashes))],
        "ijkpunt": hoofd.read_text("utf-8"),
        "sleutel": opening["sleutel"],
        "record": canoniek(opening["record"]),
    }
    pad = tmp_path / "bijdrage.json"

    def oordeel(**anders: Any) -> int:
        pad.write_text(json.dumps(goed | anders), "utf-8")
        return controleer("--bijdrage", str(pad), "--sleutel", str(tmp_path / "sleutel.pub"))

    assert oordeel() == 0
    zegt, let_op = capsys.readouterr().out.splitlines()
    assert zegt == (
        f"Dit staat in het log: blad {opening['nummer']} van {len(hashes)}, {opening['blad']['soort']} op 2027-02-01"
    )
    assert let_op == f"Let op: u hebt geen ijkpunt over {len(hashes)} bladen genoemd, dus is er niet mee vergeleken."
    for programma in (cli.main, BIJDRAGE.main):
        vast = ["--bijdrage", str(pad), "--sleutel", str(tmp_path / "sleutel.pub"), "--ijkpunten", str(hoofd.parent)]
        assert voer_uit(programma, vast) == 0
        assert capsys.readouterr().out == f"{zegt}\n"
    vreemd = base64.b16encode(ZAAD).decode().lower()
    slecht: tuple[dict[str, Any], ...] = (
        {"nummer": opening["nummer"] ^ 1},
        {"blad": goed["blad"].replace("knop", "brief").replace("deurlijst", "brief")},
        {"pad": goed["pad"][:-1]},
        {"pad": [vreemd, *goed["pad"][1:]]},
        {"sleutel": vreemd},
        {"record": None, "sleutel": None},
        {"grootte": len(hashes) + 1},
        {"ijkpunt": goed["ijkpunt"].replace("2027", "2028")},
        {"versie": True},
    )
    assert [oordeel(**anders) for anders in slecht] == [1] * len(slecht)
