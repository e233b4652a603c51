"""Mail to followers through a real mail server on loopback: each row ends once, whatever the server does."""

import asyncio
import email
import email.policy
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import Connection, select, update

from berichten import Toon, vertaal
from bot.channels.post import Postbode, Postkantoor
from bot.config import Post, Settings, Wijk
from bot.services.handeling import AMSTERDAM
from bot.storage import Database, mailadressen, postuit, volgers
from bot.storage import tables as t
from bot.webinstellingen import Web
from tests.builders import NU, een_bewoner, een_publiek_id, een_wijk

TOON = Toon(vertaal("nl"), AMSTERDAM, "https://t.me/GehoordBot")
PUNT = {"hoe": "nieuw", "wat": "mijlpaal.bij.gemeenteraad", "titel": "Het plan", "plaats": "", "tekst": "", "pad": "m/"}
LANG_GELEDEN = datetime(2020, 1, 1, tzinfo=UTC)
NIEUWS = {"wijk": "Vogelbuurt", "punten": [PUNT | {"begin": NU.isoformat()}]}


@dataclass
class Klok:
    nu: datetime

    def now(self) -> datetime:
        return self.nu


@dataclass
class Mailserver:
    """Takes mail, or answers as it was told to."""

    poort: int
    ontvangen: list[EmailMessage] = field(default_factory=list)
    bij_mail: str = ""
    bij_rcpt: str = ""
    bij_data: str = ""
    hangt: asyncio.Event | None = None

    async def handle_MAIL(  # noqa: N802 (as below)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, mail_options: list[str]
    ) -> str:
        if not self.bij_mail:
            envelope.mail_from = address
        return self.bij_mail or "250 OK"

    async def handle_RCPT(  # noqa: N802 (aiosmtpd calls it by this name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, rcpt_options: list[str]
    ) -> str:
        if self.bij_rcpt:
            return self.bij_rcpt
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        inhoud = envelope.content
        assert isinstance(inhoud, bytes)
        gelezen = email.message_from_bytes(inhoud, policy=email.policy.default)
        assert isinstance(gelezen, EmailMessage)
        self.ontvangen.append(gelezen)
        if self.bij_data == "weg":
            assert server.transport is not None
            server.transport.close()
            return "250 OK"
        if self.hangt:
            await self.hangt.wait()
        return self.bij_data or "250 OK"


@asynccontextmanager
async def mailserver() -> AsyncIterator[Mailserver]:
    stekker = socket.create_server(("127.0.0.1", 0))
    zelf = Mailserver(stekker.getsockname()[1])
    server = await asyncio.get_running_loop().create_server(lambda: SMTP(zelf, hostname="post"), sock=stekker)
    try:
        yield zelf
    finally:
        server.close()


@pytest.fixture
async def server() -> AsyncIterator[Mailserver]:
    async with mailserver() as een:
        yield een


def een_volger(
    tx: Connection, wijk: int, naam: str = "Griffie", adres: str = "griffie@ede.voorbeeld.nl", taal: str = "nl"
) -> int:
    velden = {"publiek_id": een_publiek_id(), "geheim": een_publiek_id(), "rol": "griffie", "bevestigd_op": NU}
    return volgers.voeg_toe(tx, wijk, naam=naam, adres=adres, taal=taal, **velden)


async def met_brief(database: Database, soort: str = "volgnieuws", **velden: Any) -> int:
    """Write one mail to one follower, and return its wijk."""

    def schrijf(tx: Connection) -> int:
        wijk = een_wijk(tx)
        postuit.schrijf(tx, wijk, [een_volger(tx, wijk, **velden)], soort, NIEUWS, "k", NU)
        return wijk

    return await database.write(0, schrijf)


async def staat(database: Database) -> tuple[str, str | None]:
    rij = await database.read(lambda tx: tx.execute(select(t.postuit.c.staat, t.postuit.c.reden)).one())
    return rij.staat, rij.reden


async def tot(klopt: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(20):
        while not await klopt():  # noqa: ASYNC110 (what is waited for are rows in a database)
            await asyncio.sleep(0.02)


@asynccontextmanager
async def bode(
    database: Database, wijk: int, poort: int, url: str = "https://wijk.nl", nu: datetime = NU
) -> AsyncIterator["asyncio.Task[None]"]:
    post = Post("127.0.0.1", poort, afzender="warmte@wijk.voorbeeld.nl", starttls=False)
    settings = Settings(Wijk("Vogelbuurt"), web=Web(url=url), post=post)
    een = Postbode(database, wijk, settings, lambda taal: replace(TOON, t=vertaal(taal or "nl")), Klok(nu))
    taak = asyncio.create_task(Postkantoor(database, {wijk: een}).werk())
    try:
        yield taak
    finally:
        taak.cancel()
        await asyncio.gather(taak, return_exceptions=True)


async def test_mail_arrives_once_with_how_to_stop_and_no_name_adds_a_header(
    database: Database, server: Mailserver
) -> None:
    wijk = await met_brief(database, naam="Griffie\r\nBcc: ieder@een.nl \u2028 <x>")
    async with bode(database, wijk, server.poort):
        await tot(lambda: is_(database, "verzonden"))
    (mail,) = server.ontvangen
    assert mail["Bcc"] is None
    assert mail["To"].addresses[0].addr_spec == "griffie@ede.voorbeeld.nl"
    assert mail["From"].addresses[0].display_name == "Vogelbuurt"
    stop = mail["List-Unsubscribe"].strip("<>")
    assert stop.startswith("https://wijk.nl/volgen/")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content_type() == "text/plain"
    tekst = mail.get_content()
    assert "Het plan" in tekst
    assert stop.removesuffix("/stop") in tekst
    assert await database.read(lambda tx: tx.scalar(select(t.postuit.c.data))) == {}


async def is_(database: Database, wat: str) -> bool:
    return (await staat(database))[0] == wat


@pytest.mark.parametrize("taal", ["de", "ar"])
async def test_each_follower_reads_their_own_language_and_comes_to_pages_in_it(
    database: Database, server: Mailserver, taal: str
) -> None:
    wijk = await met_brief(database, taal=taal)
    async with bode(database, wijk, server.poort):
        await tot(lambda: is_(database, "verzonden"))
    tekst = server.ontvangen[0].get_content()
    assert vertaal(taal).plat("post.aanhef", naam="Griffie") in tekst
    assert f"https://wijk.nl/{taal}/" in tekst


async def test_without_pages_of_our_own_one_stops_by_an_answer(database: Database, server: Mailserver) -> None:
    wijk = await met_brief(database)
    async with bode(database, wijk, server.poort, url=""):
        await tot(lambda: is_(database, "verzonden"))
    (mail,) = server.ontvangen
    assert mail["List-Unsubscribe"] == "<mailto:warmte@wijk.voorbeeld.nl?subject=stop>"
    assert mail["List-Unsubscribe-Post"] is None
    assert "het woord stop" in mail.get_content()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_server_that_takes_no_mail_of_ours_at_all_loses_none(database: Database, server: Mailserver) -> None:
    server.bij_mail = "550 not from you"
    wijk = await met_brief(database)
    async with bode(database, wijk, server.poort):

        async def wacht() -> bool:
            return await staat(database) == ("wachtend", "550 not from you")

        await tot(wacht)
    assert server.ontvangen == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("bij_rcpt", "bij_data", "einde", "reden"),
    [
        ("550 no such box", "", "mislukt", "550 no such box"),
        ("450 try later", "", "wachtend", "450 try later"),
        ("450 4.2.0 <griffie@ede.voorbeeld.nl>: Greylisted", "", "wachtend", "450 4.2.0 <•••>: Greylisted"),
        ("", "554 refused", "mislukt", "554 refused"),
        ("", "451 later", "wachtend", "451 later"),
        ("", "weg", "onzeker", "SMTPServerDisconnected"),
    ],
)
async def test_each_ends_as_what_the_server_said(
    database: Database, server: Mailserver, bij_rcpt: str, bij_data: str, einde: str, reden: str
) -> None:
    server.bij_rcpt, server.bij_data = bij_rcpt, bij_data
    wijk = await met_brief(database)
    async with bode(database, wijk, server.poort):

        async def geeindigd() -> bool:
            return await staat(database) == (einde, reden)

        await tot(geeindigd)
    assert len(server.ontvangen) == (not bij_rcpt)


async def test_a_mail_server_that_is_away_is_tried_again_and_nothing_goes_after_a_week(
    database: Database, server: Mailserver
) -> None:
    wijk = await met_brief(database)
    with socket.create_server(("127.0.0.1", 0)) as dicht:
        poort = dicht.getsockname()[1]
    async with bode(database, wijk, poort):

        async def teruggezet() -> bool:
            return await staat(database) == ("wachtend", "SMTPConnectError")

        await tot(teruggezet)
    assert await database.write(None, postuit.claim, wijk, datetime.now(UTC), NU) is None, "it waits a minute"
    await database.write(0, lambda tx: tx.execute(update(t.postuit).values(niet_voor=LANG_GELEDEN)))
    async with bode(database, wijk, server.poort, nu=NU + timedelta(days=8)):
        await tot(lambda: is_(database, "mislukt"))
    assert server.ontvangen == []


async def test_who_is_stopped_finishes_the_mail_that_is_being_sent(database: Database, server: Mailserver) -> None:
    server.hangt = asyncio.Event()
    wijk = await met_brief(database)
    async with bode(database, wijk, server.poort) as taak:

        async def binnen() -> bool:
            return len(server.ontvangen) == 1

        await tot(binnen)
        taak.cancel()
        await asyncio.sleep(0)
        assert await is_(database, "bezig")
        server.hangt.set()
        await asyncio.gather(taak, return_exceptions=True)
    assert await is_(database, "verzonden")


def test_a_kill_while_sending_leaves_it_uncertain_and_only_staff_let_it_go_again(tx: Connection) -> None:
    wijk = een_wijk(tx)
    volger = een_volger(tx, wijk)
    for _ in range(2):
        postuit.schrijf(tx, wijk, [volger], "volgnieuws", NIEUWS, "k", NU)
    nu = datetime.now(UTC)
    brief = postuit.claim(tx, wijk, nu, nu + timedelta(minutes=5))
    assert brief is not None
    assert postuit.claim(tx, wijk, nu, nu) is None, "the same key is one mail"
    assert postuit.verlopen(tx, nu) == 0
    assert postuit.verlopen(tx, nu + timedelta(minutes=6)) == 1
    postuit.eindig(tx, brief, "verzonden")
    assert postuit.niet_aangekomen(tx, wijk) == {volger: 1}, "a lease that ran out ends nothing any more"
    postuit.opnieuw(tx, volger)
    assert postuit.claim(tx, wijk, nu, nu) is not None


def test_a_restored_backup_sends_no_mail_by_itself(tx: Connection) -> None:
    wijk = een_wijk(tx)
    postuit.schrijf(tx, wijk, [een_volger(tx, wijk)], "volgnieuws", NIEUWS, "k", NU)
    postuit.houd_vast(tx)
    assert postuit.claim(tx, wijk, datetime.now(UTC), NU) is None


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("taal", ["nl", "ar"])
@pytest.mark.parametrize("soort", ["mail_bundel", "mail_bevestig", "mail_gewijzigd", "mail_terug"])
async def test_mail_to_a_resident_names_nobody_is_html_too_and_leaves_no_address_behind(
    database: Database, server: Mailserver, soort: str, taal: str
) -> None:
    """Only what comes by itself can be stopped; what was asked for has no link that a stranger could use."""
    data = {"wijk": "Vogelbuurt", "teksten": ["Kom <b> & luister"], "antwoorden": 1, "andere": 2}
    data |= {"code": "7K3MQ9XR", "kanaal": "web"}

    def schrijf(tx: Connection) -> int:
        wijk = een_wijk(tx)
        wie = een_bewoner(tx, wijk)
        mailadressen.zet(tx, wijk, wie, "geheim", adres="anna@voorbeeld.nl")
        postuit.schrijf_aan(tx, wijk, wie, "anna@voorbeeld.nl", taal, soort, data, "k", NU)
        return wijk

    wijk = await database.write(0, schrijf)
    async with bode(database, wijk, server.poort):
        await tot(lambda: is_(database, "verzonden"))
    (mail,) = server.ontvangen
    assert mail["To"].addresses[0].display_name == ""
    assert (mail["List-Unsubscribe"] is not None) == (soort == "mail_bundel")
    if soort == "mail_bundel":
        assert mail["List-Unsubscribe"] == "<https://wijk.nl/mail/geheim/stop>"
        assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail.get_content_type() == "multipart/alternative"
    plat, html = (deel.get_content() for deel in mail.iter_parts())
    assert f'lang="{taal}" dir="{"rtl" if taal == "ar" else "ltr"}"' in html
    if soort == "mail_bundel":
        assert "Kom <b> & luister" in plat
        assert "Kom &lt;b&gt; &amp; luister" in html
    rij = await database.read(lambda tx: tx.execute(select(t.postuit.c.adres, t.postuit.c.data)).one())
    assert tuple(rij) == (None, {})


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_mail_to_a_resident_that_broke_off_is_never_sent_again_and_forgets_whom_it_was_for(
    database: Database, server: Mailserver
) -> None:
    server.bij_data = "weg"

    def schrijf(tx: Connection) -> int:
        wijk = een_wijk(tx)
        wie = een_bewoner(tx, wijk)
        postuit.schrijf_aan(tx, wijk, wie, "anna@voorbeeld.nl", "nl", "mail_gewijzigd", {"wijk": "Vogelbuurt"}, "k", NU)
        return wijk

    wijk = await database.write(0, schrijf)
    async with bode(database, wijk, server.poort):
        await tot(lambda: is_(database, "onzeker"))
    assert len(server.ontvangen) == 1
    rij = await database.read(lambda tx: tx.execute(select(t.postuit.c.adres, t.postuit.c.data)).one())
    assert tuple(rij) == (None, {})
