"""What `gehoord doctor` finds: all well, each thing that can be wrong with its mend, and never a secret."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult
from sqlalchemy import Connection, insert
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.bewaartermijnen import Bewaren
from bot.cli import main
from bot.cli.doctor import toon
from bot.config import Opslag, Post, Rollen, Settings, Telegram, Traject, Wijk
from bot.doctor import Regel, database, onderzoek
from bot.rules import huishoudcode
from bot.services import bewaren, uitslagblad
from bot.services.handeling import AMSTERDAM
from bot.storage import open_database, wijken
from bot.storage import tables as t
from bot.web.koppen import met_koppen
from bot.webinstellingen import Web
from tests.builders import een_publiek_id
from tests.services.test_bewijslog import regels, stel_vast
from tests.webchat.conftest import bedien

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")  # it is loopback
TOKEN, WACHTWOORD, HAAK, PEPER = "4242:geheim_van_niemand", "mailgeheim", "haakgeheim-haakgeheim", b"p" * 32


@dataclass
class Buiten:
    """The outside: the Bot API, a public address and a mail server, each as it is told to be."""

    ik: Any = field(default_factory=lambda: {"id": 4242, "is_bot": True, "username": "GehoordBot"})
    haak: dict[str, Any] = field(default_factory=dict)
    scheelt: timedelta = timedelta(0)
    pagina: Callable[[], Response] = lambda: PlainTextResponse("ok\n")
    koppen: bool = True
    login: bool = True
    zonder_pagina: Collection[str] = ()

    async def botapi(self, request: Request) -> Response:
        if request.path_params["token"] != f"bot{TOKEN}" or self.ik is None:
            return JSONResponse({"ok": False, "error_code": 401, "description": "Unauthorized"}, 401)
        wat = (
            self.ik
            if request.path_params["methode"] == "getMe"
            else {"url": "", "pending_update_count": 0, **self.haak}
        )
        datum = format_datetime(datetime.now(UTC) + self.scheelt, usegmt=True)
        return JSONResponse({"ok": True, "result": wat}, headers={"Date": datum})

    async def healthz(self, request: Request) -> Response:
        return self.pagina()

    async def openbaar(self, request: Request) -> Response:
        return PlainTextResponse("", 404 if request.path_params["wijk"] in self.zonder_pagina else 302)


@asynccontextmanager
async def wereld(buiten: Buiten, map_: Path) -> AsyncIterator[Settings]:
    """Serve the outside, and give settings that use all of it."""
    wegen = {"/{token}/{methode}": buiten.botapi, "/healthz": buiten.healthz, "/{wijk:path}": buiten.openbaar}
    app = Starlette(routes=[Route(pad, doe) for pad, doe in wegen.items()])
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(
            None,
            auth_require_tls=False,
            auth_required=True,
            authenticator=lambda *_: AuthResult(success=buiten.login, handled=buiten.login),
        ),
        "127.0.0.1",
        0,
    )
    async with bedien(met_koppen(app, "https://x") if buiten.koppen else app) as url, server:
        yield Settings(
            Wijk("Vogelbuurt", contact_naam="Tineke", contact_telefoon="030 123"),
            Opslag(
                f"sqlite:///{map_}/gehoord.db",
                *(str(map_ / naam) for naam in ("peper.txt", "tijdvak.txt", "bewijssleutel.txt", "pushsleutel.txt")),
            ),
            Telegram(TOKEN, "https://t.me/GehoordBot", url, webhook_geheim=HAAK),
            Web("127.0.0.1:1", url),
            post=Post(
                "127.0.0.1", server.sockets[0].getsockname()[1], "wij", WACHTWOORD, "a@b.example", starttls=False
            ),
            rollen=Rollen(beheerder=("telegram:1",), organisator=("telegram:2",)),
        )


@pytest.fixture
def map_(tmp_path: Path, _sqlite_sjabloon: Path) -> Path:
    """A folder with an installation: a database that knows a peper, the peper, and the settings."""
    shutil.copy(_sqlite_sjabloon, tmp_path / "gehoord.db")
    (tmp_path / "gehoord.db").chmod(0o600)
    (tmp_path / "gehoord.toml").write_text(f'[wijk]\nnaam = "Vogelbuurt"\n[telegram]\ntoken = "{TOKEN}"\n')
    (tmp_path / "gehoord.toml").chmod(0o600)
    (tmp_path / "peper.txt").write_text(PEPER.hex())
    (tmp_path / "peper.txt").chmod(0o600)

    async def vul() -> None:
        database = await open_database(f"sqlite:///{tmp_path}/gehoord.db")
        await database.write(0, zet_wijk, "Vogelbuurt")
        await database.close()

    asyncio.run(vul())
    return tmp_path


def zet_wijk(tx: Connection, naam: str, sleutel: str | None = None) -> None:
    """Put in a wijk, with one address."""
    merk = {"publiek_id": een_publiek_id(), "naam": naam, "peper_merk": huishoudcode.merk_van(PEPER)}
    wijk = tx.scalar(insert(t.wijk).values(**merk, sleutel=sleutel).returning(t.wijk.c.id))
    adres = {"straat": "Merelweg", "huisnummer": 1, "toevoeging": "", "postcode": "3511AB", "volwassenen": 1}
    tx.execute(insert(t.huishouden).values(wijk=wijk, publiek_id=een_publiek_id(), sleutel=str(wijk), **adres))


def kijk(map_: Path, buiten: Buiten, anders: Callable[[Settings], Settings] = lambda s: s) -> list[Regel]:
    """Return what the doctor finds, and check that no secret is among it."""
    return kijk_naar(map_, buiten, lambda settings: [anders(settings)], [map_ / "gehoord.toml"])


def kijk_naar(
    map_: Path, buiten: Buiten, wijken_van: Callable[[Settings], Sequence[Settings]], bestanden: Sequence[Path]
) -> list[Regel]:
    """Return what the doctor finds in these wijken, and check that no secret is among it."""

    async def doe() -> list[Regel]:
        async with wereld(buiten, map_) as settings:
            return [regel async for regel in onderzoek(wijken_van(settings), bestanden)]

    gevonden = asyncio.run(doe())
    assert [geheim for geheim in (TOKEN, WACHTWOORD, HAAK, PEPER.hex()) if geheim in str(gevonden)] == []
    return gevonden


def test_where_all_is_well_every_line_says_so(map_: Path) -> None:
    gevonden = kijk(map_, Buiten())
    mis = [regel for regel in gevonden if regel.hoe != "ok"]
    assert [regel.wat for regel in mis if regel.wat not in ("letters", "koppen")] == [], mis
    assert {regel.wat for regel in gevonden} >= {
        *("schijf", "rechten", "letters", "database", "opslaan", "peper", "bewijssleutel"),
        *("token", "klok van Telegram", "pagina", "openbare pagina", "mail", "instellingen", "beginnen"),
    }
    assert "zonder https" in str(mis), "this test has no certificate"


def weg(request: Any = None) -> Response:
    return PlainTextResponse("hier staat iets anders", 404)


def _webhook(settings: Settings) -> Settings:
    haak = replace(settings.telegram, ontvangst="webhook", webhook_url="https://wijk.example")
    return replace(settings, telegram=haak)


NU = int(datetime.now(UTC).timestamp())
FOUTEN: dict[str, tuple[Buiten, Callable[[Settings], Settings] | None, str, str]] = {
    "refused": (Buiten(ik=None), None, "fout", "@BotFather"),
    "another bot": (Buiten(ik={"username": "Anders"}), None, "let op", "@Anders"),
    "no Telegram": (
        Buiten(),
        lambda s: replace(s, telegram=replace(s.telegram, api_url="http://127.0.0.1:1")),
        "fout",
        "api_url",
    ),
    "no token": (Buiten(), lambda s: replace(s, telegram=Telegram()), "fout", "GEHOORD_TELEGRAM_TOKEN"),
    "a clock behind": (Buiten(scheelt=timedelta(seconds=20)), None, "let op", "timedatectl"),
    "a wrong clock": (Buiten(scheelt=timedelta(minutes=-9)), None, "fout", "timedatectl"),
    "a webhook of others": (Buiten(haak={"url": "https://x.example"}), None, "let op", "gebruikt nog iemand"),
    "much that waits": (Buiten(haak={"pending_update_count": 500}), None, "let op", "500"),
    "Telegram cannot reach us": (
        Buiten(haak={"url": "https://wijk.example/telegram", "last_error_date": NU, "last_error_message": "SSL error"}),
        _webhook,
        "let op",
        "SSL error",
    ),
    "no page": (Buiten(), lambda s: replace(s, web=Web("127.0.0.1:1", "http://127.0.0.1:1")), "fout", "draait de bot"),
    "another page": (Buiten(pagina=weg), None, "fout", "laat de webserver alles doorgeven"),
    "no headers": (Buiten(koppen=False), None, "fout", "Content-Security-Policy"),
    "mail refuses": (Buiten(login=False), None, "fout", "wachtwoord niet aan"),
    "no mail server": (Buiten(), lambda s: replace(s, post=replace(s.post, poort=1)), "fout", "kijk naar [post]"),
    "figures for all": (
        Buiten(),
        lambda s: replace(s, web=replace(s.web, metrics_adres="0.0.0.0:9")),
        "let op",
        "0.0.0.0",
    ),
    "nobody in charge": (Buiten(), lambda s: replace(s, rollen=Rollen()), "let op", "[rollen]"),
    "one person": (
        Buiten(),
        lambda s: replace(s, rollen=Rollen(("telegram:1",), ("telegram:1",))),
        "let op",
        "nodig iemand uit",
    ),
    "someone of elsewhere": (
        Buiten(),
        lambda s: replace(s, rollen=replace(s.rollen, buurtbegeleider=("signal:1",))),
        "let op",
        "schrijf telegram:",
    ),
    "nobody to call": (
        Buiten(),
        lambda s: replace(s, wijk=Wijk("Vogelbuurt")),
        "let op",
        "contact_telefoon",
    ),
    "no free days": (Buiten(), lambda s: replace(s, traject=Traject("weg.toml")), "fout", "weg.toml"),
    "rules that cannot be": (Buiten(), lambda s: replace(s, spelregels={"eenheid": "katten"}), "fout", "katten"),
    "no public page": (Buiten(zonder_pagina=("",)), None, "fout", "start de bot opnieuw"),
    "no database": (
        Buiten(),
        lambda s: replace(s, opslag=replace(s.opslag, database="postgresql://ik:mailgeheim@127.0.0.1:1/n")),
        "fout",
        "127.0.0.1",
    ),
}


@pytest.mark.parametrize("naam", FOUTEN)
def test_each_thing_that_is_wrong_is_named_with_its_mend(map_: Path, naam: str) -> None:
    buiten, anders, hoe, deel = FOUTEN[naam]
    gevonden = kijk(map_, buiten, anders or (lambda s: s))
    assert [regel for regel in gevonden if regel.hoe == hoe and deel in regel.tekst], gevonden


@pytest.mark.parametrize(
    ("dicht", "hoe", "delen"),
    [
        (False, "fout", ["sinds 03-05-2027", "blijft zo zonder einde staan", "/afsluiten"]),
        (True, "let op", ["sinds 03-05-2027", "op 30-10-2027 gaat daar alles weg", "zet het bestand terug"]),
    ],
)
def test_a_wijk_without_settings_is_named_with_what_becomes_of_its_people(
    map_: Path, dicht: bool, hoe: str, delen: list[str]
) -> None:
    sinds = datetime(2027, 5, 3, tzinfo=UTC)

    def doe(tx: Connection) -> None:
        wijken.zet_stil(tx, [], sinds)
        if dicht:
            (wijk,) = [een.id for een in wijken.stille(tx)]
            stel_vast(tx, wijk, regels())
            uitslagblad.sluit_af(tx, wijk, sinds, AMSTERDAM, b"s" * 32)
            bewaren.na_afsluiting(tx, wijk, sinds, AMSTERDAM, Bewaren(), b"z" * 32, stil=True)

    async def schrijf() -> None:
        database = await open_database(f"sqlite:///{map_}/gehoord.db")
        await database.write(0, doe)
        await database.close()

    asyncio.run(schrijf())
    (regel,) = [regel for regel in kijk(map_, Buiten()) if regel.wat == "wijk"]
    assert regel.hoe == hoe
    assert [deel for deel in delen if deel not in regel.tekst] == []


def test_of_forty_wijken_each_finding_is_said_once_with_the_names_of_its_wijken(map_: Path) -> None:
    """What is of the installation stays one line, and all of it fits on a screen."""
    namen = [f"wijk-{nummer:02}" for nummer in range(40)]
    zonder_brieven, open_ = set(namen[5:8]), namen[9]
    (map_ / "wijken").mkdir()
    for naam in namen:
        (map_ / "wijken" / f"{naam}.toml").touch(0o666 if naam == open_ else 0o600)
    (map_ / "wijken" / f"{open_}.toml").chmod(0o666)

    async def vul() -> None:
        database = await open_database(f"sqlite:///{map_}/gehoord.db")
        for naam in set(namen) - zonder_brieven:
            await database.write(0, zet_wijk, naam, naam)
        await database.close()

    def alle(settings: Settings) -> list[Settings]:
        def van(nummer: int, naam: str) -> Settings:
            een = replace(settings, sleutel=naam, wijk=replace(settings.wijk, naam=naam))
            if nummer % 2:
                een = replace(een, wijk=Wijk(naam))
            return replace(een, rollen=Rollen(organisator=een.rollen.organisator, beheerder=("telegram:2",)))

        return [van(nummer, naam) for nummer, naam in enumerate(namen)]

    asyncio.run(vul())
    bestanden = [map_ / "gehoord.toml", *(map_ / "wijken" / f"{naam}.toml" for naam in namen)]
    gevonden = kijk_naar(map_, Buiten(zonder_pagina=(f"{namen[3]}/",)), alle, bestanden)

    van = {regel.wat: set(regel.wijken) for regel in gevonden if regel.hoe != "ok" and regel.wijken}
    assert van == {
        "instellingen": {open_},
        "brieven": zonder_brieven,
        "contact": set(namen[1::2]),
        "team": set(namen),
        "openbare pagina": {namen[3]},
    }
    assert len({(regel.wat, regel.tekst) for regel in gevonden}) == len(gevonden)
    uit = "".join(toon(regel, len(namen)) for regel in gevonden)
    assert "let op  team (alle 40 wijken): " in uit
    assert "let op  brieven (wijk-05, wijk-06, wijk-07): " in uit
    assert "let op  contact (20 van de 40 wijken): " in uit
    assert max(len(regel) for regel in uit.splitlines() if regel.startswith(" ")) <= 100
    assert "ok      openbare pagina (39 van de 40 wijken): is er\nfout" in uit
    assert len(uit.splitlines()) < 30


def test_files_that_others_can_read_are_lost_or_belong_elsewhere_are_named(map_: Path) -> None:
    def fouten() -> str:
        return str([regel for regel in kijk(map_, Buiten()) if regel.hoe == "fout"])

    (map_ / "peper.txt").write_text("0" * 64)
    (map_ / "gehoord.db").chmod(0o644)
    (map_ / "gehoord.toml").chmod(0o644)
    map_.chmod(0o777)
    gevonden = fouten()
    assert "een andere peper" in gevonden
    for naam in ("gehoord.db", "gehoord.toml"):
        assert f"chmod 600 {map_ / naam}" in gevonden
    assert f"chmod 700 {map_}" in gevonden
    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(os, "geteuid", lambda: 12345)
        gevonden = fouten()
    assert f"chmod 600 {map_ / 'gehoord.toml'}" not in gevonden, "then the bot could not read it any more"
    assert "GEHOORD_TELEGRAM_TOKEN" in gevonden
    (map_ / "peper.txt").unlink()
    assert "peper is weg" in fouten()
    os.truncate(map_ / "gehoord.db", 0)
    assert "gehoord migreer" in fouten()


async def test_of_postgresql_it_says_what_a_power_cut_would_cost(database_url: str, tmp_path: Path) -> None:
    """The server of the tests has fsync off, on purpose."""
    if not database_url.startswith("postgresql"):
        pytest.skip("it is about PostgreSQL")
    opslag = Opslag(database_url, *(str(tmp_path / naam) for naam in "abcd"))
    gevonden = [regel async for regel in database.kijk([Settings(Wijk("X"), opslag)], datetime.now(UTC))]
    assert [regel.tekst for regel in gevonden if regel.hoe == "fout"] == [
        "fsync staat uit: een stroomstoring kost stemmen; zet het aan in PostgreSQL"
    ]
    assert [regel for regel in gevonden if regel.wat == "klok van PostgreSQL" and regel.hoe == "ok"]


def test_the_command_ends_with_one_when_something_must_be_mended(
    map_: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(map_)
    monkeypatch.setenv("GEHOORD_TELEGRAM_API_URL", "http://127.0.0.1:1")
    assert main(["doctor"]) == 1
    uit = capsys.readouterr().out
    assert uit.endswith("Eerst te doen: 1, zie fout hierboven.\n")
    assert TOKEN not in uit
    monkeypatch.setenv("GEHOORD_TELEGRAM_TOKEN", "")
    monkeypatch.setenv("GEHOORD_WEBCHAT_AAN", "true")
    monkeypatch.setenv("GEHOORD_WEB_ADRES", "127.0.0.1:1")
    monkeypatch.setenv("GEHOORD_WEB_URL", "https://wijk.invalid")
    assert main(["doctor"]) == 1
    assert "wijk.invalid antwoordt niet" in capsys.readouterr().out


def test_looking_makes_and_changes_no_file(map_: Path) -> None:
    voor = sorted(een.name for een in map_.iterdir() if "-" not in een.name)
    kijk(map_, Buiten())
    assert sorted(een.name for een in map_.iterdir() if "-" not in een.name) == voor
