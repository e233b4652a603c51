"""Settings: what the file and the environment say, and for every mistake one line that says what to write instead."""

import glob
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from zoneinfo import ZoneInfo

import pytest

from berichten import Toon, vertaal
from bot import instellingen
from bot.clock import SystemClock
from bot.config import Settings, Wijk
from bot.errors import InvoerFout
from bot.instellingen import lees_wijken, load
from bot.storage import Database
from bot.web.routes import alle_routes

GOED = '[wijk]\nnaam = "Vogelbuurt"\n'


def schrijf(map_: Path, tekst: str) -> Path:
    bestand = map_ / "gehoord.toml"
    bestand.write_text(tekst)
    return bestand


def test_a_name_is_enough(tmp_path: Path) -> None:
    settings = load(schrijf(tmp_path, GOED), {})
    assert settings.wijk.naam == "Vogelbuurt"
    assert settings.telegram.ontvangst == "polling"
    assert settings.spelregels == {}


def test_what_stands_in_the_file_goes_before_the_default(tmp_path: Path) -> None:
    tekst = GOED + (
        'werkgroepen = ["techniek"]\n[rollen]\nbeheerder = ["telegram:1"]\n'
        "[spelregels]\naantal = 412\npeildatum = 2027-01-31\n"
        '[[spelregels.drempels]]\nsoort = "gehoord"\naandeel = "2/3"\noperator = ">="\n'
    )
    settings = load(schrijf(tmp_path, tekst), {})
    assert settings.wijk.werkgroepen == ("techniek",)
    assert settings.rollen.beheerder == ("telegram:1",)
    assert settings.spelregels == {
        "aantal": 412,
        "peildatum": date(2027, 1, 31),
        "drempels": [{"soort": "gehoord", "aandeel": "2/3", "operator": ">="}],
    }


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("", ("[wijk] naam", "ontbreekt")),
        ("naam = 'x'", ("[naam]", "ken ik niet")),
        ("[wijk\nnaam = 1", ("TOML",)),
        ('[wijk]\nnaam = ""', ("[wijk] naam", "1 tot 100")),
        (f'[wijk]\nnaam = "{"x" * 101}"', ("[wijk] naam", "1 tot 100")),
        ("[wijk]\nnaam = 7", ("[wijk] naam", "7", "tekst tussen aanhalingstekens")),
        (GOED + "tijdzne = 'x'", ("[wijk] tijdzne", "bedoelde u 'tijdzone'")),
        (GOED + "tijdzone = 'Europa/Utrecht'", ("[wijk] tijdzone", "Europe/Amsterdam")),
        (GOED + "tijdzone = '../../etc/passwd'", ("[wijk] tijdzone", "Europe/Amsterdam")),
        ("spelregels = 1\n" + GOED, ("[spelregels]", "tabel")),
        (GOED + 'werkgroepen = "techniek"', ("[wijk] werkgroepen", "een lijst")),
        (GOED + 'werkgroepen = ["a", "a"]', ("[wijk] werkgroepen", "twee keer")),
        (GOED + 'werkgroepen = [""]', ("[wijk] werkgroepen", "1 tot 60")),
        (GOED + 'contact_naam = "Noor"', ("contact_telefoon", "allebei")),
        (GOED + "[telegrm]\ntoken = 'x'", ("telegrm", "bedoelde u 'telegram'")),
        (GOED + "[telegram]\nontvangst = 'postduif'", ("[telegram] ontvangst", "polling of webhook")),
        (GOED + "[telegram]\nontvangst = 'webhook'", ("webhook_url", "webhook_geheim", "https")),
        (GOED + "[telegram]\napi_url = 'ftp://x'", ("[telegram] api_url", "https://")),
        (GOED + "[telegram]\napi_url = 'http://'", ("[telegram] api_url", "https://")),
        (GOED + "[web]\nadres = '8080'", ("[web] adres", "host:poort")),
        (GOED + "[web]\nadres = '127.0.0.1:8080'", ("[web] url", "https://")),
        (GOED + "[web]\nurl = 'wijk.example'", ("[web] url", "https://")),
        (GOED + "[web]\nurl = 'https://wijk.example'", ("[web] adres", "127.0.0.1:8080")),
        (GOED + "[post]\npoort = 70000", ("[post] poort", "65535")),
        (GOED + "[post]\ngebruiker = 'wijk'", ("[post] gebruiker en wachtwoord", "allebei")),
        (GOED + "[webchat]\npushdiensten = ['push.nl']", ("[webchat] pushdiensten", "https://push.voorbeeld.nl")),
        (GOED + "[webchat]\npushdiensten = ['http://10.0.0.1:8']", ("[webchat] pushdiensten", "https://")),
        (GOED + "[rollen]\nbeheerder = ['123']", ("[rollen] beheerder", "'123'", "kanaal:id", "/wieben")),
        (GOED + f"[rollen]\nbeheerder = ['telegram:{'9' * 41}']", ("[rollen] beheerder", "te lang")),
        ("wijk = 'Vogelbuurt'", ("[wijk]", "tabel")),
    ],
)
def test_each_mistake_is_one_line_with_the_file_the_place_and_the_mend(
    tmp_path: Path, tekst: str, delen: tuple[str, ...]
) -> None:
    bestand = schrijf(tmp_path, tekst)
    with pytest.raises(InvoerFout) as fout:
        load(bestand, {})
    regel = str(fout.value)
    assert "\n" not in regel
    for deel in (str(bestand), *delen):
        assert deel in regel


@pytest.mark.parametrize("geheim", ["kort", "met spaties en tekens!", "é" * 20, "x" * 257])
def test_a_webhook_secret_that_telegram_would_refuse_is_refused_here(tmp_path: Path, geheim: str) -> None:
    tekst = GOED + f'[telegram]\nontvangst = "webhook"\nwebhook_url = "https://x.nl"\nwebhook_geheim = "{geheim}"\n'
    with pytest.raises(InvoerFout) as fout:
        load(schrijf(tmp_path, tekst), {})
    assert geheim not in str(fout.value)


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    omgeving = {
        "GEHOORD_WIJK_NAAM": "Bloemenbuurt",
        "GEHOORD_TELEGRAM_TOKEN": "1:geheim",
        "GEHOORD_ROLLEN_ORGANISATOR": "telegram:1, telegram:2",
        "GEHOORD_VERZENDING_PER_WEEK": "3",
        "PATH": "/bin",
    }
    settings = load(schrijf(tmp_path, GOED), omgeving)
    assert settings.wijk.naam == "Bloemenbuurt"
    assert settings.telegram.token == "1:geheim"
    assert settings.rollen.organisator == ("telegram:1", "telegram:2")
    assert settings.verzending.per_week == 3


@pytest.mark.parametrize(
    ("naam", "waarde", "deel"),
    [
        ("GEHOORD_VERZENDING_PER_WEEK", "een", "een heel getal"),
        ("GEHOORD_SPELREGELS_AANTAL", "412", "zet ze in het bestand"),
        ("GEHOORD_TELEGRAM_TOKN", "1:geheim", "bedoelde u GEHOORD_TELEGRAM_TOKEN?"),
        ("GEHOORD_OPSLAG_DB", "x", "ken ik niet"),
    ],
)
def test_a_mistake_in_the_environment_is_named_too(tmp_path: Path, naam: str, waarde: str, deel: str) -> None:
    with pytest.raises(InvoerFout, match=r"GEHOORD_|per_week") as fout:
        load(schrijf(tmp_path, GOED), {naam: waarde})
    assert deel in str(fout.value)
    assert "1:geheim" not in str(fout.value)


def test_a_variable_of_another_program_is_left_alone(tmp_path: Path) -> None:
    assert load(schrijf(tmp_path, GOED), {"GEHOORD_ZAAD": "7"}).wijk.naam == "Vogelbuurt"


def test_settings_shown_or_logged_hold_no_secret(tmp_path: Path) -> None:
    settings: Settings = load(
        schrijf(tmp_path, GOED), {"GEHOORD_TELEGRAM_TOKEN": "1:abc", "GEHOORD_TELEGRAM_WEBHOOK_GEHEIM": "sst" * 9}
    )
    assert "1:abc" not in f"{settings!r} {settings}"
    assert "sstsst" not in repr(settings)


def test_a_file_that_is_not_there_or_no_text_is_one_clear_line(tmp_path: Path) -> None:
    for bestand in (tmp_path / "weg.toml", tmp_path):
        with pytest.raises(InvoerFout, match=r"^[^\n]+$"):
            load(bestand, {})
    (tmp_path / "raar.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(InvoerFout, match=r"^[^\n]+$"):
        load(tmp_path / "raar.toml", {})


MEER = 'wijken = ["wijken/*.toml"]\n[web]\nadres = "127.0.0.1:8080"\nurl = "https://w.example"\n[webchat]\naan = true\n'


def schrijf_wijken(map_: Path, hoofd: str = MEER, **wijken: str) -> Path:
    (map_ / "wijken").mkdir()
    for naam, tekst in wijken.items():
        (map_ / "wijken" / f"{naam}.toml").write_text(tekst)
    return schrijf(map_, hoofd)


def test_each_wijk_has_its_own_file_and_what_is_of_all_stands_once(tmp_path: Path) -> None:
    bestand = schrijf_wijken(
        tmp_path, vogelbuurt=GOED, bloemen='[wijk]\nnaam = "Bloemen"\n[vraagbaak]\nwerkdagen = 5\n'
    )
    bloemen, vogels = lees_wijken(bestand, {"GEHOORD_TELEGRAM_TOKEN": "1:x"})
    assert [bloemen.wijk.naam, vogels.wijk.naam] == ["Bloemen", "Vogelbuurt"]
    assert (bloemen.vraagbaak.werkdagen, vogels.vraagbaak.werkdagen) == (5, 3)
    assert bloemen.telegram.token == vogels.telegram.token == "1:x"
    assert (bloemen.pagina_url, vogels.pagina_url) == ("https://w.example/bloemen", "https://w.example/vogelbuurt")
    assert bloemen.meedoen_url == vogels.meedoen_url == "https://w.example/chat/"


def test_in_a_folder_with_any_name_the_wijken_are_found(tmp_path: Path) -> None:
    map_ = tmp_path / "gehoord [proef] *"
    map_.mkdir()
    assert [een.sleutel for een in lees_wijken(schrijf_wijken(map_, bloemen=BLOEMEN), {})] == ["bloemen"]
    elders = MEER.replace("wijken/*", f"{glob.escape(str(map_))}/wijken/*")
    assert [een.sleutel for een in lees_wijken(schrijf(tmp_path, elders), {})] == ["bloemen"]


def test_no_wijk_can_be_called_as_another_page_of_ours_begins() -> None:
    toon = Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "")
    alle = alle_routes(cast(Database, SimpleNamespace(read=print)), 1, SystemClock(), Settings(Wijk("X")), toon)
    eerste = {route.path.split("/")[1] for route in alle} | {"chat", "healthz", "readyz", "metrics", "telegram"}
    assert {naam for naam in eerste if instellingen._SLEUTEL.fullmatch(naam)} <= instellingen._BEZET


def test_a_file_with_one_wijk_is_what_it_was(tmp_path: Path) -> None:
    (settings,) = lees_wijken(schrijf(tmp_path, GOED), {"GEHOORD_WIJK_NAAM": "Bloemen"})
    assert (settings.wijk.naam, settings.sleutel) == ("Bloemen", "")


BLOEMEN = '[wijk]\nnaam = "Bloemen"\n'


@pytest.mark.parametrize(
    ("hoofd", "wijken", "omgeving", "delen"),
    [
        ('wijken = "wijken"', {}, {}, ("gehoord.toml", "wijken: schrijf een lijst", "wijken/*.toml")),
        (MEER, {}, {}, ("gehoord.toml", "'wijken/*.toml'", "geen bestand", "een per wijk")),
        (MEER + GOED, {"bloemen": BLOEMEN}, {}, ("gehoord.toml", "[wijk]", "bestand van die wijk")),
        (MEER + "[rollen]", {"bloemen": BLOEMEN}, {}, ("gehoord.toml", "[rollen]", "bestand van die wijk")),
        (MEER + "[post]\npoort = 0", {"bloemen": BLOEMEN}, {}, ("gehoord.toml", "[post] poort", "65535")),
        (MEER, {"bloemen": BLOEMEN + "[telegram]"}, {}, ("bloemen.toml", "[telegram]", "hoofdbestand")),
        (MEER, {"bloemen": BLOEMEN + "[verzending]"}, {}, ("bloemen.toml", "[verzending]", "hoofdbestand")),
        (MEER, {"bloemen": '[wijk]\nnaam = ""'}, {}, ("bloemen.toml", "[wijk] naam", "1 tot 100")),
        (MEER, {"bloemen": 'sleutel = "x"\n' + BLOEMEN}, {}, ("bloemen.toml", "sleutel", "ken ik niet")),
        (MEER, {"bloemen": '[wijk]\nnaam = " - "'}, {}, ("bloemen.toml", "[wijk] naam", "een letter of een cijfer")),
        (MEER, {"Bloemen": BLOEMEN}, {}, ("Bloemen.toml", "kleine letters")),
        (MEER, {"onze wijk": BLOEMEN}, {}, ("onze wijk.toml", "kleine letters")),
        (MEER, {"bloemen.oud": BLOEMEN}, {}, ("bloemen.oud.toml", "kleine letters")),
        (
            MEER,
            {"een": '[wijk]\nnaam = "Caf\u00e9  Noord"', "twee": '[wijk]\nnaam = "CAFE\u0301 noord "'},
            {},
            ("een.toml en twee.toml", "eigen naam"),
        ),
        (MEER, {"chat": BLOEMEN}, {}, ("chat.toml", "pagina's")),
        (MEER, {"een": BLOEMEN, "twee": BLOEMEN.upper().lower()}, {}, ("een.toml en twee.toml",) * 2),
        (MEER, {"een": BLOEMEN, "twee": GOED + 'tijdzone = "Europe/Brussels"'}, {}, ("tijdzone", "één bot")),
        (MEER, {"bloemen": BLOEMEN}, {"GEHOORD_WIJK_NAAM": "x"}, ("GEHOORD_WIJK_NAAM", "bestand van die wijk")),
    ],
)
def test_each_mistake_in_more_files_is_one_line_that_names_the_file_and_the_mend(
    tmp_path: Path, hoofd: str, wijken: dict[str, str], omgeving: dict[str, str], delen: tuple[str, ...]
) -> None:
    bestand = schrijf_wijken(tmp_path, hoofd, **wijken)
    with pytest.raises(InvoerFout) as fout:
        lees_wijken(bestand, omgeving)
    regel = str(fout.value)
    assert "\n" not in regel
    for deel in delen:
        assert deel in regel
