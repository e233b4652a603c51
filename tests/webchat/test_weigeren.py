"""What is refused, with which status; and that a refusal stores nothing."""

from typing import Any

import aiohttp
import pytest

from bot.webchat.tabel import METHODEN
from bot.webchat.toets import _NAAM
from tests.webchat.conftest import ANNA, TOKEN, Chat, png


def knop(**velden: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **velden}]]}


def tekst(**velden: Any) -> dict[str, Any]:
    return {"chat_id": ANNA, "text": "x", **velden}


def opdracht(command: str = "help", description: str = "x") -> dict[str, str]:
    return {"command": command, "description": description}


GEVALLEN: list[tuple[str, dict[str, Any], bool]] = [
    # unknown, missing, badly typed
    ("sendMessage", tekst(), True),
    ("sendMessage", tekst(tekst="x"), False),
    ("sendMessage", {"chat_id": ANNA}, False),
    ("sendMessage", {"text": "x"}, False),
    ("sendMessage", tekst(text=5), False),
    ("sendMessage", tekst(chat_id=str(ANNA)), True),
    ("sendMessage", tekst(chat_id=True), False),
    ("sendMessage", tekst(chat_id=1.5), False),
    ("sendMessage", tekst(chat_id="@iemand"), False),
    ("sendMessage", tekst(chat_id=31337), False),
    ("sendMessage", tekst(disable_notification="ja"), False),
    ("sendMessage", tekst(disable_notification=True), True),
    ("sendMessage", tekst(message_thread_id=1), False),
    ("sendMessage", tekst(reply_markup="{"), False),
    ("sendMessage", tekst(reply_parameters={"message_id": 99}), False),
    ("sendMessage", tekst(reply_parameters={"message_id": 99, "allow_sending_without_reply": True}), True),
    ("sendMessage", tekst(text="\ud800"), False),
    ("getMe", {"x": 1}, False),
    # lengths
    ("sendMessage", tekst(text="x" * 4096), True),
    ("sendMessage", tekst(text="x" * 4097), False),
    ("sendMessage", tekst(text=""), False),
    ("sendMessage", tekst(text="<b>" + "x" * 4096 + "</b>", parse_mode="HTML"), True),
    ("sendMessage", tekst(text="<b>x", parse_mode="HTML"), False),
    ("sendMessage", tekst(text="*x*", parse_mode="MarkdownV2"), False),
    # buttons: 1 to 64 bytes, not characters
    ("sendMessage", tekst(reply_markup=knop(callback_data="x" * 64)), True),
    ("sendMessage", tekst(reply_markup=knop(callback_data="x" * 65)), False),
    ("sendMessage", tekst(reply_markup=knop(callback_data="é" * 32)), True),
    ("sendMessage", tekst(reply_markup=knop(callback_data="é" * 33)), False),
    ("sendMessage", tekst(reply_markup=knop(callback_data="")), False),
    ("sendMessage", tekst(reply_markup=knop()), False),
    ("sendMessage", tekst(reply_markup=knop(callback_data="x", url="https://x.nl")), False),
    ("sendMessage", tekst(reply_markup=knop(url="https://x.nl")), True),
    ("sendMessage", tekst(reply_markup=knop(url="javascript:alert(1)")), False),
    ("sendMessage", tekst(reply_markup=knop(callback_data="x", kleur="rood")), False),
    ("sendMessage", tekst(reply_markup=knop(callback_data="x", style="danger")), True),
    ("sendMessage", tekst(reply_markup={"keyboard": [[{"text": "x"}]]}), False),
    ("sendMessage", tekst(reply_markup={"inline_keyboard": [{"text": "x"}]}), False),
    # entities
    ("sendMessage", tekst(text="👋x", entities=[{"type": "bold", "offset": 2, "length": 1}]), True),
    ("sendMessage", tekst(text="👋x", entities=[{"type": "bold", "offset": 1, "length": 1}]), False),
    ("sendMessage", tekst(entities=[{"type": "bold", "offset": 0, "length": 2}]), False),
    ("sendMessage", tekst(entities=[{"type": "dik", "offset": 0, "length": 1}]), False),
    ("sendMessage", tekst(entities=[{"type": "text_link", "offset": 0, "length": 1}]), False),
    # files
    ("sendPhoto", {"chat_id": ANNA, "photo": "onbekend"}, False),
    ("sendPhoto", {"chat_id": ANNA, "photo": "https://x.nl/a.png"}, False),
    ("sendPhoto", {"chat_id": ANNA, "photo": "attach://a"}, False),
    ("getFile", {"file_id": "onbekend"}, False),
    # commands
    ("setMyCommands", {"commands": [opdracht(f"c{i}") for i in range(100)]}, True),
    ("setMyCommands", {"commands": [opdracht(f"c{i}") for i in range(101)]}, False),
    ("setMyCommands", {"commands": [opdracht("x" * 32)]}, True),
    ("setMyCommands", {"commands": [opdracht("x" * 33)]}, False),
    ("setMyCommands", {"commands": [opdracht("Help")]}, False),
    ("setMyCommands", {"commands": [opdracht("hélp")]}, False),
    ("setMyCommands", {"commands": [opdracht("")]}, False),
    ("setMyCommands", {"commands": [opdracht(description="")]}, False),
    ("setMyCommands", {"commands": [opdracht(description="x" * 257)]}, False),
    ("setMyCommands", {"commands": [opdracht()], "language_code": "nederlands"}, False),
    ("setMyCommands", {"commands": [opdracht()], "scope": {"type": "iedereen"}}, False),
    ("setMyCommands", {"commands": [opdracht()], "scope": {"type": "chat"}}, False),
    ("setMyCommands", {"commands": [opdracht()], "scope": {"type": "chat", "chat_id": 31337}}, False),
    ("setMyCommands", {"commands": [opdracht()], "scope": {"type": "chat", "chat_id": ANNA}}, True),
    # taps
    ("answerCallbackQuery", {"callback_query_id": "1"}, False),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, False),
    ("sendChatAction", {"chat_id": ANNA, "action": "dansen"}, False),
    # updates
    ("getUpdates", {"limit": 0}, False),
    ("getUpdates", {"limit": 101}, False),
    ("getUpdates", {"limit": 100}, True),
    ("getUpdates", {"timeout": -1}, False),
    ("getUpdates", {"offset": "5"}, False),
    ("getUpdates", {"allowed_updates": ["message", "onzin"]}, False),
    ("setWebhook", {"url": "http://example.org/x"}, False),
    ("setWebhook", {"url": "ftp://127.0.0.1/x"}, False),
    ("setWebhook", {"url": "https://example.org/x", "secret_token": "a b"}, False),
    ("setWebhook", {"url": "https://example.org/x", "secret_token": "x" * 257}, False),
    ("setWebhook", {"url": "https://example.org/x", "max_connections": 101}, False),
    ("setWebhook", {"url": ""}, True),
]


@pytest.mark.parametrize(("methode", "parameters", "goed"), GEVALLEN)
async def test_the_limits_hold_and_a_refusal_stores_nothing(
    chat: Chat, methode: str, parameters: dict[str, Any], goed: bool
) -> None:
    await chat.schrijf("/start")
    voor = await chat.haal(f"personen/{ANNA}/berichten")
    envelop = await chat.roep(methode, **parameters)
    assert envelop["ok"] is goed, envelop
    if not goed:
        assert envelop["error_code"] == 400
        assert envelop["description"].startswith("Bad Request: ")
        assert await chat.haal(f"personen/{ANNA}/berichten") == voor
        assert (await chat.roep("getMyCommands"))["result"] == []


async def test_a_caption_has_its_own_limit(chat: Chat) -> None:
    await chat.schrijf("/start")
    for aantal, status in ((1024, 200), (1025, 400)):
        formulier = aiohttp.FormData({"chat_id": str(ANNA), "caption": "x" * aantal})
        formulier.add_field("photo", png(), filename="a.png", content_type="image/png")
        async with chat.http.post(f"{chat.url}/bot{TOKEN}/sendPhoto", data=formulier) as antwoord:
            assert antwoord.status == status


async def test_a_photo_must_be_a_picture_of_a_normal_shape(chat: Chat) -> None:
    await chat.schrijf("/start")
    for inhoud, status in ((b"geen plaatje", 400), (png(1, 21), 400), (png(1, 20), 200), (b"", 400)):
        formulier = aiohttp.FormData({"chat_id": str(ANNA)})
        formulier.add_field("photo", inhoud, filename="a.png", content_type="image/png")
        async with chat.http.post(f"{chat.url}/bot{TOKEN}/sendPhoto", data=formulier) as antwoord:
            assert antwoord.status == status


async def test_a_file_that_no_parameter_points_to_is_refused(chat: Chat) -> None:
    await chat.schrijf("/start")
    formulier = aiohttp.FormData(tekst(chat_id=str(ANNA)))
    formulier.add_field("bijlage", b"x", filename="a.txt")
    async with chat.http.post(f"{chat.url}/bot{TOKEN}/sendMessage", data=formulier) as antwoord:
        assert antwoord.status == 400


@pytest.mark.parametrize(
    ("pad", "status"),
    [
        (f"bot{TOKEN}/getMe", 200),
        (f"bot{TOKEN}/GETME", 200),
        (f"bot{TOKEN}/getHim", 404),
        (f"bot{TOKEN}x/getMe", 401),
        ("bot1:x/getMe", 401),
        ("file/bot1:x/photos/a.png", 404),
        (f"file/bot{TOKEN}/photos/onbekend.png", 404),
    ],
)
async def test_an_unknown_token_method_or_file_is_refused(chat: Chat, pad: str, status: int) -> None:
    async with chat.http.get(f"{chat.url}/{pad}") as antwoord:
        assert antwoord.status == status
        assert (await antwoord.json(content_type=None)).get("ok") is (status == 200)


@pytest.mark.parametrize(
    ("soort", "lichaam", "status"),
    [
        ("application/json", b'{"chat_id": 1001, "text": "x"}', 200),
        ("application/json; charset=utf-8", b'{"chat_id": 1001, "text": "x"}', 200),
        ("application/json", b'{"chat_id": 1001,', 400),
        ("application/json", b"[1]", 400),
        ("application/x-www-form-urlencoded", b"chat_id=1001&text=a%20b", 200),
        (
            "application/x-www-form-urlencoded",
            b'chat_id=1001&text=x&entities=[{"type":"bold","offset":0,"length":1}]',
            200,
        ),
        ("application/x-www-form-urlencoded", b"chat_id=1001&text=x&entities=[{", 400),
        ("application/x-www-form-urlencoded", b"chat_id=1001&text=x&disable_notification=true", 200),
        ("application/x-www-form-urlencoded", b"chat_id=1001&text=x&disable_notification=ja", 400),
        (
            "multipart/form-data; boundary=g",
            b'--g\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n1001\r\n',
            400,
        ),
        ("multipart/form-data", b"x", 400),
        ("text/plain", b"x", 400),
    ],
)
async def test_bodies_come_in_three_forms(chat: Chat, soort: str, lichaam: bytes, status: int) -> None:
    await chat.schrijf("/start")
    kop = {"Content-Type": soort}
    async with chat.http.post(f"{chat.url}/bot{TOKEN}/sendMessage", data=lichaam, headers=kop) as antwoord:
        assert antwoord.status == status, await antwoord.text()


async def test_parameters_may_stand_in_the_address(chat: Chat) -> None:
    await chat.schrijf("/start")
    async with chat.http.get(f"{chat.url}/bot{TOKEN}/sendMessage?chat_id={ANNA}&text=hoi") as antwoord:
        assert (await antwoord.json())["result"]["text"] == "hoi"


def test_method_names_differ_by_more_than_case() -> None:
    assert len(_NAAM) == len(METHODEN)


async def test_a_file_name_may_come_in_the_extended_form(chat: Chat) -> None:
    await chat.schrijf("/start")
    lichaam = (
        b'--g\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n1001\r\n'
        b"--g\r\nContent-Disposition: form-data; name=document; filename*=utf-8'nl'%C3%A9%C3%A9n.txt\r\n"
        b"Content-Type: text/plain\r\n\r\ninhoud\r\n--g--\r\n"
    )
    kop = {"Content-Type": "multipart/form-data; boundary=g"}
    async with chat.http.post(f"{chat.url}/bot{TOKEN}/sendDocument", data=lichaam, headers=kop) as antwoord:
        document = (await antwoord.json())["result"]["document"]
    assert (document["file_name"], document["file_size"]) == ("één.txt", 6)
