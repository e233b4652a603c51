"""What is written about the program is true: settings, commands, exports, paths, links; locks without addresses."""

import argparse
import json
import re
import secrets
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from importlib.metadata import PackageNotFoundError, files, metadata
from itertools import pairwise
from pathlib import Path
from typing import Any, cast, get_type_hints
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, insert

import handlers
from berichten import talen, vertaal
from berichten.catalogus import eigen_naam
from berichten.leeswoorden import leeswoorden
from bot import cli
from bot.config import Settings, Wijk
from bot.exports import als_csv, als_json, als_xlsx, maak
from bot.instellingen import load
from bot.rules.aanbod import WATTEN
from bot.rules.adressen import OPTIONEEL, VERPLICHT, lees_adressen
from bot.rules.drempels import DREMPELS
from bot.rules.momenten import lees_moment
from bot.rules.spelregels import Spelregels, uit_ruw
from bot.rules.tabellen import TABELLEN
from bot.rules.wegen import Drempelstand
from bot.services.bewijs import Feit, leg_vast
from bot.storage import aanbiedingen, concepten, kennismaking, tables
from tests import avg, builders

WORTEL = Path(__file__).parents[1]
VOORBEELD = WORTEL / "config.example.toml"
TEKSTEN = [*sorted(WORTEL.glob("*.md")), *sorted((WORTEL / "docs").rglob("*.md"))]
INSTELLING = re.compile(r"(?:# )?([a-z_]+) = \S")
SECTIES = {naam: soort for naam, soort in get_type_hints(Settings).items() if is_dataclass(soort)}


def lees(pad: str) -> str:
    return (WORTEL / pad).read_text("utf-8")


def tabel(pad: str, kop: str) -> list[list[str]]:
    """Return the rows of the first table under a heading or a line of a Markdown file."""
    rijen = re.search(r"\n((?:\|.*\n)+)", lees(pad).partition(kop)[2])
    assert rijen, f"{pad}: no table under {kop!r}"
    return [[cel.strip() for cel in rij.strip("|").split("|")] for rij in rijen[1].splitlines()][2:]


def code(cel: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cel)


def test_the_example_settings_load_as_they_are_and_show_the_defaults() -> None:
    settings = load(VOORBEELD, {})
    assert replace(settings, spelregels={}) == Settings(Wijk("Vogelbuurt"))
    assert uit_ruw(settings.spelregels, "") == Spelregels()


def test_of_each_language_is_said_whether_a_native_speaker_read_it() -> None:
    rijen = {code(taal)[0]: (naam, gelezen) for taal, naam, gelezen in tabel("docs/vertalen.md", "Which languages")}
    assert set(talen()) == set(rijen)
    assert {taal: naam for taal, (naam, _) in rijen.items()} == {taal: eigen_naam(taal) for taal in rijen}
    assert {taal for taal, (_, gelezen) in rijen.items() if not gelezen.startswith(("yes, ", "not yet"))} == set()


def test_every_setting_has_its_line_and_every_line_its_setting() -> None:
    beschreven, sectie = set(), ""
    for regel in lees("config.example.toml").splitlines():
        if kop := re.fullmatch(r"\[+([a-z.]+)\]+", regel):
            sectie = kop[1]
        elif veld := INSTELLING.match(regel):
            beschreven.add((sectie, veld[1]))
    bestaand = {(sectie, veld.name) for sectie, soort in SECTIES.items() for veld in fields(soort)}
    bestaand |= {("spelregels", veld.name) for veld in fields(Spelregels)}
    bestaand -= {("spelregels", "drempels"), ("spelregels", "versie")}  # tables of their own; given when they are fixed
    bestaand |= {("spelregels.drempels", veld.name) for soort in DREMPELS.values() for veld in fields(cast(Any, soort))}
    bestaand |= {("spelregels.drempels", "soort")}
    assert beschreven == bestaand


def test_every_setting_is_explained_right_above_its_first_line() -> None:
    regels = lees("config.example.toml").splitlines()
    gezien = set()
    for boven, regel in pairwise(regels):
        if (veld := INSTELLING.match(regel)) and veld[1] not in gezien:
            gezien.add(veld[1])
            assert re.match(r"# .*\w", boven), veld[1]
            assert not INSTELLING.match(boven), veld[1]


@pytest.mark.parametrize(
    ("sectie", "veld"),
    [(s, v.name) for s, soort in SECTIES.items() for v in fields(soort)],
)
def test_a_variable_of_the_environment_goes_before_the_file(sectie: str, veld: str) -> None:
    soort = get_type_hints(SECTIES[sectie])[veld]
    anders: dict[Any, tuple[str, Any]] = {
        str: ("Europe/Brussels", "Europe/Brussels"),
        int: ("7", 7),
        bool: ("false", False),
        tuple[str, ...]: ("a:1, b:2", ("a:1", "b:2")),
        date | None: ("2027-01-31", date(2027, 1, 31)),
        time: ("22:15", time(22, 15)),
    }
    apart: dict[str, tuple[str, Any]] = {
        "api_url": ("https://eigen.example",) * 2,
        "url": ("https://p.example",) * 2,
        "metrics_adres": ("127.0.0.1:9100",) * 2,
        "adres": ("[::1]:80",) * 2,
        "afzender": ("a@b.example",) * 2,
        "tweede_persoon": ("invoer, bericht", ("invoer", "bericht")),
        "webserver": ("10.0.0.2, 172.16.0.0/12", ("10.0.0.2", "172.16.0.0/12")),
        "pushdiensten": ("https://a.example, http://127.0.0.1:8", ("https://a.example", "http://127.0.0.1:8")),
    }
    gezet, gelezen = apart.get(veld, anders[soort])
    webhook = {"GEHOORD_TELEGRAM_WEBHOOK_URL": "https://w.example", "GEHOORD_TELEGRAM_WEBHOOK_GEHEIM": "g" * 16}
    if veld == "ontvangst":
        gezet = gelezen = "webhook"
    contact = {"GEHOORD_WIJK_CONTACT_NAAM": "Noor", "GEHOORD_WIJK_CONTACT_TELEFOON": "0318 12 34 56"}
    web = {"GEHOORD_WEB_ADRES": "127.0.0.1:8080", "GEHOORD_WEB_URL": "https://w.example"}
    post = {"GEHOORD_POST_GEBRUIKER": "g", "GEHOORD_POST_WACHTWOORD": "w", "GEHOORD_POST_POORT": "465"}
    post["GEHOORD_POST_AFZENDER"] = "wijk@w.example"
    settings = load(VOORBEELD, {**webhook, **contact, **web, **post, f"GEHOORD_{sectie}_{veld}".upper(): gezet})
    assert getattr(getattr(settings, sectie), veld) == gelezen


def test_what_is_said_of_privacy_is_what_the_map_and_the_settings_say() -> None:
    assert avg.met_delen(lees("docs/avg.md")) == lees("docs/avg.md"), "run python -m tests.avg"


def test_every_command_and_each_of_its_options_is_described() -> None:
    stukken = re.split(r"^### `gehoord ([\w ]+)`$", lees("docs/opdrachten.md"), flags=re.MULTILINE)[1:]
    beschreven = {
        naam: set(re.findall(r"^- `(--[\w-]+)", stuk, re.MULTILINE))
        for naam, stuk in zip(stukken[::2], stukken[1::2], strict=True)
    }
    bestaand = {
        naam: {o for actie in deel._actions for o in actie.option_strings if o.startswith("--")} - {"--help"}
        for naam, deel in _opdrachten(cli._parser()).items()
    }
    assert beschreven == bestaand


def _opdrachten(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return each command by its words."""
    gevonden: dict[str, argparse.ArgumentParser] = {}
    for actie in parser._actions:
        if isinstance(actie, argparse._SubParsersAction):
            for naam, deel in actie.choices.items():
                onder = _opdrachten(deel)
                gevonden |= {f"{naam} {woord}": d for woord, d in onder.items()} if onder else {naam: deel}
    return gevonden


def test_every_chat_command_is_described_and_no_other() -> None:
    beschreven = [code(rij[0])[0].lstrip("/") for rij in tabel("docs/opdrachten.md", "## In de chat")]
    assert sorted(beschreven) == sorted(handlers.luisteraars("COMMANDS"))


def _ankers(pad: Path) -> set[str]:
    """Return what a link can name in a text: its headings, as a reader of Markdown writes them."""
    koppen = re.findall(r"(?m)^#+ (.+)$", pad.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in koppen}


@pytest.mark.parametrize("pad", TEKSTEN, ids=lambda pad: pad.name)
def test_commands_paths_and_links_in_a_text_exist(pad: Path) -> None:
    tekst = pad.read_text("utf-8")
    (delen,) = (a for a in cli._parser()._actions if isinstance(a, argparse._SubParsersAction))
    assert set(re.findall(r"(?m)(?:`|^|bin/)gehoord ([a-z]+)", tekst)) <= set(delen.choices)
    doelen = re.findall(r"(?m)^([a-z-]+):", lees("Makefile"))
    assert set(re.findall(r"(?m)(?:`|^)make ([a-z-]+)", tekst)) <= set(doelen)
    for link, anker in re.findall(r"\]\(([^)#]*)#?([^)]*)\)", tekst):
        if not link.startswith("https://"):
            naar = pad.parent / link if link else pad
            assert naar.exists(), link
            assert not anker or anker in _ankers(naar), (link, anker)
    for genoemd in re.findall(r"`((?:bot|handlers|berichten|tests|docs|\.ci)/[\w/.-]+)`", tekst):
        assert (WORTEL / genoemd).exists(), genoemd


def test_the_fixed_list_of_published_tables_stands_in_the_guide() -> None:
    rijen = [(*code(rij[0]), *rij[1:]) for rij in tabel("docs/export.md", "Dit is de hele lijst van tabellen")]
    assert rijen == [tuple(tabel_) for tabel_ in TABELLEN]


def test_every_column_and_every_count_of_the_export_is_described(tx: Connection) -> None:
    tellingen = builders.tellingen(tx, _een_wijk_met_alles(tx))
    assert [code(rij[0])[0] for rij in tabel("docs/export.md", "## De kolommen")] == list(als_csv.KOLOMMEN)
    beschreven, onderdeel = set(), ""
    for rij in tabel("docs/export.md", "## De onderdelen"):
        onderdeel = (code(rij[0]) or [onderdeel])[0]
        beschreven |= {(onderdeel, meting) for meting in code(rij[1])}
    assert beschreven == {(deel.onderdeel, meting) for deel in tellingen.onderdelen for meting in deel.metingen}
    velden = tellingen.als_json()
    slot = set(code(lees("docs/export.md").partition("## De velden van")[2]))
    assert {"schema", *velden, *velden["onderdelen"][0]} <= slot


def test_every_sheet_and_every_heading_of_the_workbook_is_described() -> None:
    bladen = {code(rij[0])[0]: code(rij[1])[0] for rij in tabel("docs/export.md", "## De bladen")}
    assert bladen == als_xlsx.BLADEN
    koppen = {code(rij[0])[0]: code(rij[1])[0] for rij in tabel("docs/export.md", "### De koppen")}
    assert koppen == als_xlsx.KOPPEN
    metingen = {meting for rij in tabel("docs/export.md", "## De onderdelen") for meting in code(rij[1])}
    assert metingen <= set(koppen)


def test_a_real_export_fits_the_schema_and_a_changed_one_does_not(tx: Connection) -> None:
    schema = json.loads(lees("docs/tellingen.schema.json"))
    tellingen = builders.tellingen(tx, _een_wijk_met_alles(tx))
    data = json.loads(maak("json", tellingen.als_json()))
    assert schema["properties"]["schema"] == {"const": als_json.SCHEMA}
    assert {deel["onderdeel"] for deel in data["onderdelen"]} == set(als_xlsx.BLADEN)
    assert _past(data, schema, schema)
    anders: tuple[dict[str, Any], ...] = (
        {"wijk": 1},
        {"meer": 1},
        {"schema": 2},
        {"gemaakt_op": "nu"},
        {"onderdelen": [{}]},
        {"spelregels": None},
    )
    assert not [wijziging for wijziging in anders if _past(data | wijziging, schema, schema)]
    minder = [{veld: waarde for veld, waarde in data.items() if veld != weg} for weg in data]
    assert not [deel for deel in minder if _past(deel, schema, schema)]


_SOORT = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
_EISEN: dict[str, Callable[[Any, Any, dict[str, Any]], bool]] = {
    "$ref": lambda waarde, eis, wortel: _past(waarde, wortel["$defs"][eis.removeprefix("#/$defs/")], wortel),
    "anyOf": lambda waarde, eis, wortel: any(_past(waarde, keus, wortel) for keus in eis),
    "const": lambda waarde, eis, _: bool(waarde == eis),
    "enum": lambda waarde, eis, _: waarde in eis,
    "type": lambda waarde, eis, _: (
        type(waarde) in [_SOORT[soort] for soort in ([eis] if isinstance(eis, str) else eis)]
    ),
    "minimum": lambda waarde, eis, _: not isinstance(waarde, int) or waarde >= eis,
    "pattern": lambda waarde, eis, _: not isinstance(waarde, str) or bool(re.search(eis, waarde)),
    "required": lambda waarde, eis, _: set(eis) <= set(waarde),
    "items": lambda waarde, eis, wortel: all(_past(deel, eis, wortel) for deel in waarde),
}


def _past(waarde: Any, schema: dict[str, Any], wortel: dict[str, Any]) -> bool:
    """Say whether a value fits a JSON schema: as much of JSON Schema as ours uses; another word is a KeyError."""
    eisen = {woord: eis for woord, eis in schema.items() if woord not in {"$schema", "$defs", "title"}}
    velden, overig = eisen.pop("properties", {}), eisen.pop("additionalProperties", True)
    # `type` stands first in our schema, so what comes after it may count on it
    if not all(_EISEN[woord](waarde, eis, wortel) for woord, eis in eisen.items()):
        return False
    deelschemas = (
        [(deel, velden.get(veld, overig)) for veld, deel in waarde.items()] if isinstance(waarde, dict) else []
    )
    return all(deel if isinstance(deel, bool) else _past(inhoud, deel, wortel) for inhoud, deel in deelschemas)


_ZONE = ZoneInfo("Europe/Amsterdam")


def _een_wijk_met_alles(tx: Connection) -> int:
    """Return a wijk that has one of everything that is counted."""
    wijk = builders.een_wijk(tx)
    vast = {"wijk": wijk, "publiek_id": "x" * 22}
    bewoner = builders.een_bewoner(tx, wijk)
    account = builders.een_account(tx, bewoner=bewoner)
    leg_vast(tx, builders.handeling(wijk), bewoner, Feit("stem", "y" * 22, "knop"))
    avond = {"soort": "viering", "titel": "Feest", "begin": builders.NU, "plaats": "Hier", "deurgeheim": bytes(32)}
    vraag = {"vraag": "Welke?", "over_besluit": True, "sluit_op": builders.NU, "gesloten_op": builders.NU}
    vraag |= {"instellingen": {"max_keuzes": 1}}
    weegt = {"doelgroep": "geleding", "weging": "geleding"}
    tx.execute(insert(tables.werkgroep).values(**vast, naam="techniek"))
    idee = {"tekst": "Een bank", "taal": "nl", "staat": "nieuw", "op": builders.NU}
    tx.execute(insert(tables.idee).values(wijk=wijk, publiek_id=builders.een_publiek_id(), **idee))
    kennismaking.zet(tx, wijk, bewoner, "hulp", ["kerngroep"])
    tx.execute(insert(tables.bijeenkomst).values(**vast, **avond, ruimte_voor_vragen=True, gemaakt_door=account))
    nieuw = insert(tables.peiling).values(**vast, **vraag, **weegt, gemaakt_door=account).returning(tables.peiling.c.id)
    peiling = tx.scalar(nieuw)
    for wat in WATTEN:
        bod = {"publiek_id": secrets.token_hex(11), "wat": wat, "titel": wat, "tekst": "x", "kosten": "x", "gas": "x"}
        aanbiedingen.maak(tx, wijk, **bod, sluit_op=builders.NU, op=builders.NU, gemaakt_door=account)
    plan = {"soort": "wup", "titel": "Plan", "versie": 1, "tot": builders.NU, "gepubliceerd_op": builders.NU}
    concept = concepten.voeg_toe(tx, wijk, publiek_id="c" * 22, **plan)
    concepten.voeg_deel_toe(tx, wijk, concept, publiek_id="d" * 22, titel="Warmte", tekst="Zo doen we het.")
    antwoord = {"oordeel": "niet", "reden": "Te duur", "weergave": "Meer zon", "aantal": 1, "gemaakt_door": account}
    antwoord |= {"conceptdeel": concepten.delen(tx, concept)[0].id, "op": builders.NU}
    tx.execute(insert(tables.conceptantwoord).values(**vast, **antwoord))
    naast = {"publiek_id": "z" * 22, "naast": peiling, "school": "De Wilg"}
    van_school = insert(tables.peiling).values(wijk=wijk, **vraag, **naast, gemaakt_door=account)
    for waar in (peiling, tx.scalar(van_school.returning(tables.peiling.c.id))):
        optie = {"peiling": waar, "volgorde": 0, "tekst": "Ja"}
        tx.execute(insert(tables.peiling_optie).values(wijk=wijk, publiek_id=secrets.token_hex(11), **optie))
    voorstel = {"methode": "deep_democracy", "instellingen": {"voorstel": "Een net"}, "gesloten_op": builders.NU}
    builders.een_inbreng(tx, wijk, builders.een_peiling(tx, wijk, (), **voorstel), "t", "stilte", "Rust")
    return wijk


def test_the_guide_for_organisatoren_fits_the_address_list_and_the_stand() -> None:
    kolommen = [code(rij[0])[0] for rij in tabel("docs/organisatoren.md", "## De adressenlijst")]
    assert kolommen == [*VERPLICHT, *OPTIONEEL]
    voorbeeld = re.search(r"```csv\n(.*?)```", lees("docs/organisatoren.md"), re.DOTALL)
    assert voorbeeld
    adressen, fouten = lees_adressen(voorbeeld[1])
    assert (len(adressen), fouten) == (3, [])
    velden = {veld for rij in tabel("docs/organisatoren.md", "## De stand") for veld in code(rij[0])}
    assert {veld.name for veld in fields(Drempelstand)} <= velden


def test_the_moments_that_the_guide_shows_can_be_typed() -> None:
    voorbeelden = re.search(r"\*\*Wanneer\.\*\* Typ (.*)", lees("docs/begeleiders.md"))
    assert voorbeelden
    assert len([lees_moment(getypt, builders.NU, _ZONE, leeswoorden()) for getypt in code(voorbeelden[1])]) == 4


def test_every_table_stands_in_the_glossary() -> None:
    termen = re.findall(r"[a-z_]+", lees("docs/woordenlijst.md"))
    assert set(tables.metadata.tables) - set(termen) == set()


def test_every_dependency_has_its_reason_and_its_licence() -> None:
    project = tomllib.loads(lees("pyproject.toml"))["project"]
    gevraagd = project["dependencies"] + [d for extra in project["optional-dependencies"].values() for d in extra]
    namen = [(re.match(r"[\w-]+", d) or [""])[0] for d in gevraagd]
    koppen = ("## To run", "## To build", "## To develop")
    rijen = {rij[0]: rij[1:] for kop in koppen for rij in tabel("docs/dependencies.md", kop)}
    assert sorted(rijen) == sorted(namen)
    for naam, (reden, licentie) in rijen.items():
        assert reden
        try:
            gegeven = metadata(naam)
        except PackageNotFoundError:  # has no wheel for this machine
            continue
        zelf = [gegeven["License-Expression"], gegeven["License"], *(gegeven.get_all("Classifier") or [])]
        zelf += [b.read_text() for b in files(naam) or [] if b.name == "LICENSE"]  # some say it nowhere else
        assert re.split("[- ]", licentie)[0] in " ".join(deel for deel in zelf if deel), naam


@pytest.mark.parametrize("slot", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_each_package_by_hash_and_names_no_address(slot: str) -> None:
    regels = re.sub(r"\\\n", " ", lees(slot)).splitlines()
    pakketten = [regel for regel in regels if re.match(r"[a-zA-Z]", regel)]
    assert pakketten
    assert [regel for regel in pakketten if "==" not in regel or "--hash=sha256:" not in regel] == []
    assert not re.search(r"://|--(extra-)?index-url|--find-links", lees(slot))


def test_no_file_of_the_project_names_a_package_index() -> None:
    hosts = [".".join(delen) for delen in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]
    mappen = ("bot", "handlers", "berichten", "tests", "docs", ".ci")
    bestanden = [pad for map_ in mappen for pad in (WORTEL / map_).rglob("*")] + list(WORTEL.glob("*"))
    for pad in bestanden:
        if pad.is_file() and pad.suffix not in {".png", ".pyc", ".db"}:
            inhoud = pad.read_text("utf-8", errors="replace")
            assert not [host for host in hosts if host in inhoud], pad


@pytest.mark.skipif(not (WORTEL / ".git").exists() or not shutil.which("git"), reason="needs the history")
def test_nothing_that_a_running_bot_keeps_stands_in_the_code() -> None:
    """A key that everyone can read is no secret: who starts the bot in this folder would sign with it."""
    vraag = ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"]
    assert subprocess.run(vraag, cwd=WORTEL, capture_output=True, text=True, check=True).stdout == ""
    geheim = ["peper.txt", "bewijssleutel.txt", "pushsleutel.txt", "tijdvak.txt", "wislijst.txt", "gehoord.db"]
    assert set(geheim) <= {regel.strip("/*") for regel in lees(".gitignore").splitlines()}


@pytest.mark.parametrize("schakelaar", ["Invite Users via Link", "Add Users"])
def test_who_sets_up_a_group_reads_by_name_the_one_right_that_the_bot_needs_there(schakelaar: str) -> None:
    gidsen = [lees("README.md"), lees("docs/begeleiders.md")]
    gezegd = [vertaal(taal).plat("groepslink.nodig", naam="techniek", groep="Straatapp") for taal in talen()]
    assert all(schakelaar in tekst for tekst in (*gidsen, *gezegd))
