"""The story of the demo: as the command plays it, and over this harness with every request looked at."""

import csv
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import Connection

from bot.cli import main
from bot.demo import opdracht
from bot.demo.verhaal import controleer, speel
from bot.demo.verteller import Wereld as Buurt
from bot.services.stand import bereken_stand
from bot.voorbeeldbuurt import ADRESSEN, GROOT, KLEIN
from tests.builders import een_huishouden
from tests.exports.test_als_brief import gescand, tekst
from tests.wereld import SNEL, een_wereld

GEHOORD = (sys.executable, "-c", "from bot.cli import main; raise SystemExit(main())")


def gehoord(*argumenten: str, map_: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*GEHOORD, *argumenten], capture_output=True, text=True, cwd=map_, timeout=400, check=False,
    )  # fmt: skip


@pytest.mark.usefixtures("logboek_terug")
def test_the_story_is_told_with_a_progress_bar_and_leaves_what_the_gemeenteraad_gets(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def hier(*argumenten: str, map_: Path) -> tuple[int, str, str]:
        """Give a command without a process of its own, which takes a second to load."""
        monkeypatch.chdir(map_)
        capsys.readouterr()
        return main(argumenten), *capsys.readouterr()

    klaar = gehoord("demo", "--verhaal", "--map", "verhaal", map_=tmp_path)
    assert (klaar.returncode, klaar.stderr) == (0, "")
    regels = [regel for regel in klaar.stdout.splitlines() if regel.startswith("[")]
    vol = [regel.count("█") for regel in regels]
    assert len(regels) > 30
    assert vol == sorted(vol)
    assert regels[-1].startswith("[" + "█" * vol[-1] + "]")
    for wat in ("Anneke", "Fatma", "Hanneke Prins", "Tien kloppen", "✅"):
        assert wat in klaar.stdout

    map_ = tmp_path / "verhaal"
    bestanden = {pad.relative_to(map_).as_posix() for pad in map_.rglob("*") if pad.is_file()}
    assert {"gehoord.db", "brieven/brieven-1.csv", "export/tellingen.csv", "export/tellingen.json"} <= bestanden
    assert {"bewijs.jsonl", "sleutel.pub", "rapport.pdf"} <= bestanden
    rapport = " ".join(" ".join(tekst(blad).split()) for blad in pypdfium2.PdfDocument(map_ / "rapport.pdf"))
    for deel in (
        "Dit is de uitkomst bij het afsluiten op",
        "Van de 6 afgesproken voorwaarden zijn er 5 gehaald.",
        "De gemeenteraad neemt het besluit.",
        "De gemeenteraad bevestigde haar op",
        "61 van de 108 bewoners",
        "Bezwaar: de helft gehoord is te weinig.",
        "Woningcorporatie Nestgeluk",
        "De hele buurt kan in 2030 van het gas af nee",
        "Bij 1 van de 11 klopte het niet.",
        "De raad nam de drie kaders aan zonder wijziging.",
        "Kaders voor de warmte in onze buurt (de gemeenteraad) Aangenomen",
        "€ 4.000 tot € 6.000",
        "2025 34 Verzonnen voorbeeld",
        "met een omleiding voor fietsers",
        "Voor een deel overgenomen",
    ):
        assert deel in rapport, deel
    (laatste,) = sorted(map_.glob("ijkpunten/*.txt"), key=lambda pad: int(pad.name.partition("-")[0]))[-1:]
    assert laatste.read_text().splitlines()[2] in rapport.replace(" ", ""), "the root that anyone can check"
    woorden = set(re.findall(r"\w+", rapport))
    assert not [wie.naam for wie in GROOT.mensen if wie.naam in woorden]
    opgave = ("--export", "bewijs.jsonl", "--ijkpunten", "ijkpunten", "--sleutel", "sleutel.pub")
    nagerekend, _, fout = hier("bewijs", "controleer", *opgave, map_=map_)
    assert (nagerekend, fout) == (0, ""), "what the report tells to run finds nothing wrong"
    tellingen = json.loads((map_ / "export/tellingen.json").read_text())
    assert {deel["onderdeel"] for deel in tellingen["onderdelen"]} >= {"wijk", "drempel", "bijeenkomst", "peiling"}
    with (map_ / "brieven/brieven-1.csv").open(encoding="utf-8-sig", newline="") as stroom:
        links = [rij["link"] for rij in csv.DictReader(stroom)]
    bladzijden = list(pypdfium2.PdfDocument(map_ / "brieven/brieven-1.pdf"))
    assert len(links) == 60
    assert [gescand(voorkant) for voorkant in bladzijden[:20:2]] == [[link] for link in links[:10]]
    assert len([achterkant for achterkant in bladzijden[1::2] if tekst(achterkant)]) == 1, "Maria's is in English too"

    (tmp_path / "gehoord.toml").write_text(
        '[wijk]\nnaam = "Vogelbuurt"\n[opslag]\ndatabase = "sqlite:///verhaal/gehoord.db"\n'
    )
    gepubliceerd, _, fout = hier("publiceer", "--uit", "web", map_=tmp_path)
    assert (gepubliceerd, fout) == (0, "")
    for deel, wat in (
        ("mijlpalen", "Voor de wereld"),
        ("adviezen", "wachten op nieuwe daken"),
        ("uitslagen", "Welke warmte"),
    ):
        assert wat in (tmp_path / "web/nl" / deel / "index.html").read_text(), deel

    voor = {pad: pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}
    nog_eens, uit, fout = hier("demo", "--verhaal", "--json", "--map", "verhaal", map_=tmp_path)
    assert (nog_eens, uit) == (2, "")
    assert fout.count("\n") == 1
    assert "verhaal" in fout
    assert {pad: pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()} == voor


def test_a_story_that_ends_otherwise_fails_with_nothing_but_json_on_stdout_and_keeps_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.demo.verhaal.HOOFDSTUKKEN", ())
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert opdracht.verhaal(opdracht.OEFENWIJK, None, json_=True) == 1
    uit, fout = capsys.readouterr()
    assert {drempel["soort"] for drempel in json.loads(uit)["drempels"]} == {"gehoord", "informatie"}
    assert "anders dan het moet: gehoord: verdict is 'niet_gehaald' en moet 'gehaald' zijn" in fout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_the_story_on_postgresql_with_every_request_looked_at(database_url: str, tmp_path: Path) -> None:
    """The harness checks each request of the bot against aiogram's models when its world ends."""
    async with een_wereld(database_url, tmp_path, KLEIN.mensen, replace(SNEL, per_week=10)) as wereld:

        def brieven(tx: Connection) -> list[str]:
            adressen = [regel.split(";") for regel in ADRESSEN.splitlines()[1:]]
            return [
                een_huishouden(tx, wereld.wijk, volwassenen=int(a[8]), straat=a[0], huisnummer=int(a[1])).code
                for a in adressen
            ]

        codes = await wereld.database.write(0, brieven)
        await speel(Buurt(wereld.url, codes, streng=True, zeg=lambda _regel, _deel: None))
        controleer((await wereld.database.read(bereken_stand, wereld.wijk)).als_json())
        methoden = {verzoek.methode for verzoek in wereld.verzoeken}
        assert {"sendMessage", "editMessageText", "answerCallbackQuery", "sendDocument", "sendPhoto"} <= methoden
        assert {"getMe", "getUpdates", "setMyCommands", "deleteWebhook"} <= methoden
