"""The people's side: writing, reading along, the event stream, the clock, and who may ask."""

import asyncio
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.webchat import Demo, Persoon, Webchat
from bot.webchat.chatapi import morgen
from tests.webchat.conftest import ANNA, BRAM, TOKEN, Chat, Klok, bedien


async def test_the_people_of_the_demo_are_there_from_the_start(chat: Chat) -> None:
    anna, bram = await chat.haal("personen")
    assert anna == {
        "id": ANNA,
        "naam": "Anna",
        "rol": "bewoner, Lindelaan 4",
        "taal": "nl",
        "startcode": "BRIEF-4",
        "gestart": False,
        "geblokkeerd": False,
        "ongelezen": 0,
    }
    assert bram["taal"] == "en"


async def test_a_new_person_gets_the_id_asked_for_or_one_above_32_bits(chat: Chat) -> None:
    assert (await chat.stuur("personen", naam="Cor", id=77))["id"] == 77
    await chat.stuur("personen", 409, naam="Dop", id=77)
    assert (await chat.stuur("personen", naam="Eef", taal="en"))["id"] > 2**32
    await chat.stuur("personen", 400, naam="  ")
    await chat.stuur("personen", 400, naam="Fem", taal="<nl>")


async def test_unread_counts_the_bots_messages_until_they_are_read(chat: Chat) -> None:
    await chat.schrijf("/start")
    await chat.bot.send_message(ANNA, "een")
    laatste = await chat.bot.send_message(ANNA, "twee")
    assert (await chat.haal("personen"))[0]["ongelezen"] == 2
    await chat.stuur(f"personen/{ANNA}/gelezen", bericht=laatste.message_id)
    assert (await chat.haal("personen"))[0]["ongelezen"] == 0


async def test_a_client_can_ask_for_what_changed(chat: Chat) -> None:
    await chat.schrijf("/start")
    een = await chat.bot.send_message(ANNA, "een")
    await chat.bot.send_message(ANNA, "twee")
    volgnr = max(b["volgnr"] for b in await chat.haal(f"personen/{ANNA}/berichten"))
    assert await chat.haal(f"personen/{ANNA}/berichten?na={volgnr}") == []
    await een.edit_text("een!")
    veranderd = await chat.haal(f"personen/{ANNA}/berichten?na={volgnr}")
    assert [(b["message_id"], b["text"]) for b in veranderd] == [(een.message_id, "een!")]


@pytest.mark.parametrize(
    ("pad", "inhoud", "status"),
    [
        (f"personen/{ANNA}/tekst", {"tekst": ""}, 400),
        (f"personen/{ANNA}/tekst", {"tekst": "x" * 4097}, 400),
        (f"personen/{ANNA}/tekst", {"tekst": 5}, 400),
        (f"personen/{ANNA}/tekst", {}, 400),
        (f"personen/{ANNA}/tekst", {"tekst": "x", "chat": BRAM}, 404),
        ("personen/9/tekst", {"tekst": "x"}, 404),
        (f"personen/{ANNA}/tik", {"bericht": 1, "data": "x"}, 404),
        (f"personen/{ANNA}/tik", {"bericht": 2, "data": ""}, 400),
        (f"personen/{ANNA}/tik", {"bericht": 2, "data": "é" * 33}, 400),
        (f"personen/{ANNA}/blokkeer", {"aan": "ja"}, 400),
        ("groepen", {"titel": "", "leden": [ANNA]}, 400),
        ("groepen", {"titel": "x", "leden": []}, 400),
        ("groepen", {"titel": "x", "leden": [9]}, 404),
        ("klok", {"seconden": -5}, 400),
        ("klok", {"naar": "gisteren"}, 400),
    ],
)
async def test_what_people_cannot_do(chat: Chat, pad: str, inhoud: dict[str, Any], status: int) -> None:
    await chat.schrijf("/start")
    await chat.bot.send_message(ANNA, "x")
    aantal = len(await chat.bot.get_updates())
    await chat.stuur(pad, status, **inhoud)
    assert len(await chat.bot.get_updates()) == aantal


async def test_the_stream_tells_of_everything_a_page_shows(chat: Chat) -> None:
    gezien: list[tuple[str, dict[str, Any]]] = []
    async with chat.http.get(f"{chat.url}/chat/api/personen/{ANNA}/stroom") as stroom:
        assert stroom.content_type == "text/event-stream"

        async def lees(aantal: int) -> None:
            async for regel in stroom.content:
                if regel.startswith(b"event: "):
                    data = (await stroom.content.readline()).decode().removeprefix("data: ")
                    gezien.append((regel.decode()[7:].strip(), json.loads(data)))
                    if len(gezien) == aantal:
                        return

        await chat.schrijf("/start")
        bericht = await chat.bot.send_message(ANNA, "een")
        await bericht.edit_text("twee")
        tik = await chat.tik(bericht.message_id, "ja")
        await chat.bot.answer_callback_query(tik, "Dank je")
        await chat.bot.send_chat_action(ANNA, "typing")
        await bericht.delete()
        await chat.bot.set_my_commands([])
        await chat.stuur("klok", seconden=60)
        await chat.schrijf("hoi", wie=BRAM)
        await asyncio.wait_for(lees(9), 20)
    soorten = [soort for soort, _ in gezien]
    assert soorten == [*["bericht"] * 3, "antwoord", "typt", "verwijderd", "commandos", "klok", "elders"]
    assert gezien[2][1]["text"] == "twee"
    assert gezien[3][1] == {"tik": tik, "tekst": "Dank je", "alert": False}


async def test_the_clock_moves_forward_only_as_told(chat: Chat) -> None:
    assert (await chat.haal("klok"))["nu"] == "2026-11-21T09:30:00+00:00"
    assert (await chat.stuur("klok", seconden=3600))["nu"] == "2026-11-21T10:30:00+00:00"
    assert (await chat.stuur("klok", naar="morgen"))["nu"] == "2026-11-22T07:00:00+00:00"


@pytest.mark.parametrize(
    ("nu", "duur"),
    [
        (datetime(2026, 11, 21, 9, tzinfo=UTC), timedelta(hours=22)),
        (datetime(2026, 11, 20, 23, tzinfo=UTC), timedelta(hours=32)),
        (datetime(2026, 10, 24, 6, tzinfo=UTC), timedelta(hours=25)),
        (datetime(2026, 3, 28, 7, tzinfo=UTC), timedelta(hours=23)),
    ],
)
def test_tomorrow_is_eight_oclock_local_time_across_a_clock_change_too(nu: datetime, duur: timedelta) -> None:
    assert morgen(nu) == duur


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost:8080", 200),
        ("[::1]:80", 200),
        ("example.org", 421),
        ("127.0.0.1.example.org", 421),
        ("localhost@example.org", 421),
    ],
)
async def test_only_this_machine_is_served(chat: Chat, host: str, status: int) -> None:
    for pad in ("", "chat/api/personen", "static/app.js"):
        async with chat.http.get(f"{chat.url}/{pad}", headers={"Host": host}) as antwoord:
            assert antwoord.status == status


@pytest.mark.parametrize("soort", ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data"])
async def test_a_form_of_another_site_cannot_write(chat: Chat, soort: str) -> None:
    adres = f"{chat.url}/chat/api/personen/{ANNA}/tekst"
    async with chat.http.post(adres, data=b'{"tekst":"x"}', headers={"Content-Type": soort}) as antwoord:
        assert antwoord.status == 415
    assert await chat.haal(f"personen/{ANNA}/berichten") == []


async def test_the_page_may_load_only_its_own_files(chat: Chat) -> None:
    async with chat.http.get(f"{chat.url}/") as antwoord:
        assert antwoord.headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert "//" not in (await antwoord.text()).replace("/static/", "")


async def test_without_a_demo_there_is_only_the_bots_side(tmp_path: Path) -> None:
    webchat = await Webchat.open(tmp_path / "x.db", token=TOKEN, username="x", naam="X")
    try:
        async with bedien(webchat.app()) as url, aiohttp.ClientSession() as http:
            for pad, status in (
                ("", 404),
                ("chat/api/personen", 404),
                ("chat/api/klok", 404),
                (f"bot{TOKEN}/getMe", 200),
            ):
                async with http.get(f"{url}/{pad}") as antwoord:
                    assert antwoord.status == status
    finally:
        await webchat.close()


async def test_a_letter_code_must_fit_in_a_link(tmp_path: Path) -> None:
    webchat = await Webchat.open(tmp_path / "x.db", token=TOKEN, username="x", naam="X")
    klok = Klok()
    try:
        for code in ("", "x" * 65, "a b", "é"):
            with pytest.raises(ValueError, match="startcode"):
                webchat.app(Demo([Persoon(1, "A", "bewoner", startcode=code)], klok, klok.verzet))
    finally:
        await webchat.close()


def test_the_web_chat_shares_no_code_with_the_bot_or_a_telegram_library() -> None:
    vreemd = "[m for m in sys.modules if m.split('.')[0] in ('telegram', 'aiogram', 'handlers')"
    vreemd += " or m.startswith(('bot.services', 'bot.channels', 'bot.storage'))]"
    klaar = subprocess.run(
        [sys.executable, "-c", f"import sys, bot.webchat; print({vreemd})"], capture_output=True, text=True, check=True
    )
    assert klaar.stdout.strip() == "[]"
