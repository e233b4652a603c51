"""Can everyone use the page? Judged by axe, and by hand: keyboard, screen reader, dark, right to left, 320 px."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputPollOption,
    ReplyParameters,
)
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from berichten import kies_taal
from tests.webchat.conftest import ANNA, BRAM, CHROMIUM, Chat, open_chat, open_pagina, png

pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium"),
    pytest.mark.asyncio(loop_scope="session"),  # where the browser is
]
AMINA = 1003
KNOPPEN = InlineKeyboardMarkup(
    inline_keyboard=[
        [
            InlineKeyboardButton(text="Ja, ik kom", callback_data="ja", style="primary"),
            InlineKeyboardButton(text="Nee", callback_data="nee", style="danger"),
        ],
        [InlineKeyboardButton(text="Lees meer", url="https://example.org")],
    ]
)


@pytest_asyncio.fixture(loop_scope="session")
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with open_chat(tmp_path / "chat.db") as geopend:
        yield geopend


async def _keur(pagina: Page) -> None:
    """Fail on anything that axe finds, best practices and the size of targets among it."""
    opties = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    uitslag = await Axe().run(pagina, options=opties)
    assert uitslag.violations_count == 0, uitslag.generate_report()


async def _vol_gesprek(chat: Chat, wie: int, tekst: str) -> None:
    """Everything that a message can be, in both directions."""
    bot = chat.bot
    await chat.schrijf("/start", wie=wie)
    opmaak = f"<b>{tekst}</b> <code>c</code> <a href='https://example.org'>{tekst}</a> <tg-spoiler>x</tg-spoiler> /help"
    vraag = await bot.send_message(wie, opmaak, parse_mode="HTML", reply_markup=KNOPPEN)
    await bot.send_message(wie, tekst, reply_parameters=ReplyParameters(message_id=vraag.message_id))
    await bot.send_photo(wie, BufferedInputFile(png(300, 200), "a.png"), caption=tekst, reply_markup=KNOPPEN)
    opties: list[InputPollOption | str] = [InputPollOption(text=f"{tekst} {nummer}") for nummer in range(3)]
    peiling = await bot.send_poll(wie, tekst, opties)
    await chat.stuur(f"personen/{wie}/stem", bericht=peiling.message_id, opties=[1])
    await bot.send_poll(wie, tekst, opties, is_anonymous=False, allows_multiple_answers=True)
    await bot.send_poll(wie, tekst, opties)
    await bot.send_document(wie, BufferedInputFile(b"x" * 3000, "energiecafe-in-de-nestkast-3-februari.ics"))
    await bot.send_venue(wie, 52.0263, 5.5544, title="Buurthuis De Nestkast", address="Merelstraat 9")
    await chat.stuur(f"personen/{wie}/locatie", latitude=52.0263, longitude=5.5544)
    await chat.schrijf(f"{tekst}?", wie=wie)


async def _getikt(chat: Chat, pagina: Page, antwoord: str = "", *, show_alert: bool = True) -> str | None:
    """Wait for a tap, answer it, with a dialog unless told otherwise, and return its data."""
    await expect(pagina.locator(".knop.wacht")).to_be_visible()
    while not (queries := [u.callback_query for u in await chat.bot.get_updates(timeout=5) if u.callback_query]):
        pass
    await chat.bot.answer_callback_query(queries[-1].id, antwoord, show_alert=show_alert)
    return queries[-1].data


async def test_axe_finds_nothing_in_an_empty_chat_with_and_without_a_letter(chat: Chat, pagina: Page) -> None:
    for wie in (ANNA, BRAM):
        await open_pagina(pagina, chat, wie)
        await _keur(pagina)


@pytest.mark.parametrize(("breedte", "kleuren"), [(320, "light"), (390, "dark"), (1200, "light")])
async def test_axe_finds_nothing_in_a_long_chat(chat: Chat, pagina: Page, breedte: int, kleuren: Any) -> None:
    await _vol_gesprek(chat, ANNA, "Komt u naar het energiecafé?")
    await pagina.set_viewport_size({"width": breedte, "height": 2400})
    await pagina.emulate_media(color_scheme=kleuren)
    await open_pagina(pagina, chat, ANNA)
    await _keur(pagina)


@pytest.mark.parametrize("kleuren", ["light", "dark"])
async def test_axe_finds_nothing_on_a_phone_that_reads_from_right_to_left(
    chat: Chat, pagina: Page, kleuren: Any
) -> None:
    await chat.stuur("personen", naam="أمينة", taal="ar", id=AMINA)
    await _vol_gesprek(chat, AMINA, "هل ستأتي إلى مقهى الطاقة؟")
    await pagina.set_viewport_size({"width": 320, "height": 2400})
    await pagina.emulate_media(color_scheme=kleuren)
    await open_pagina(pagina, chat, AMINA)
    await _keur(pagina)


async def test_axe_finds_nothing_in_what_opens_over_the_chat(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await chat.bot.send_message(ANNA, "Doe je mee?", reply_markup=KNOPPEN)
    await open_pagina(pagina, chat, ANNA)
    await chat.bot.send_chat_action(ANNA, "typing")
    await expect(pagina.locator(".bezig")).to_have_count(1)
    await pagina.get_by_role("button", name="Foto, bestand of plek").click()
    await _keur(pagina)
    await pagina.locator("#balk-knop").click()
    await _keur(pagina)
    await pagina.keyboard.press("Escape")
    await pagina.get_by_role("button", name="Nee").click()
    await _getikt(chat, pagina, "Let op!")
    await expect(pagina.get_by_role("dialog", name="Let op!")).to_be_visible()
    await _keur(pagina)


@pytest.mark.parametrize("kleuren", ["light", "dark"])
async def test_axe_finds_nothing_in_what_comes_and_goes(chat: Chat, pagina: Page, kleuren: Any) -> None:
    await chat.schrijf("/start")
    await chat.stuur("groepen", titel="Straat", leden=[ANNA, BRAM])
    await chat.bot.set_my_commands([BotCommand(command="agenda", description="Wat komt er?")])
    await chat.bot.send_message(ANNA, "Doe je mee?", reply_markup=KNOPPEN)
    await pagina.emulate_media(color_scheme=kleuren, reduced_motion="reduce")
    await open_pagina(pagina, chat, ANNA)
    await pagina.get_by_role("button", name="Nee").click()
    await _getikt(chat, pagina, "Genoteerd. " * 10, show_alert=False)
    await expect(pagina.locator("#toast")).to_contain_text("Genoteerd")
    await expect(pagina.get_by_role("combobox", name="Gesprekken")).to_be_visible()
    await _keur(pagina)
    await pagina.get_by_role("button", name="Menu met opdrachten").click()
    await pagina.context.set_offline(True)
    chat.webchat._omroep.sluit()
    await expect(pagina.locator("#verbinding")).to_be_visible()
    await _keur(pagina)


async def test_the_page_runs_in_the_direction_of_the_phones_language(chat: Chat, pagina: Page) -> None:
    await chat.stuur("personen", naam="أمينة", taal="ar", id=AMINA)
    await chat.schrijf("مرحبا", wie=AMINA)
    await chat.bot.send_message(AMINA, "أهلا وسهلا")
    await chat.bot.send_message(AMINA, "Dag!")
    titels = {"تصويت: \u2068Welke warmte?\u2069": "rtl", "✓ الكل": "rtl", "Stem: \u2068أمينة\u2069": "ltr"}
    toetsen = [[InlineKeyboardButton(text=titel, callback_data="x")] for titel in titels]
    await chat.bot.send_message(AMINA, "Kies", reply_markup=InlineKeyboardMarkup(inline_keyboard=toetsen))
    await open_pagina(pagina, chat, AMINA)
    assert await pagina.locator("html").get_attribute("dir") == "rtl"
    assert await pagina.locator("html").get_attribute("lang") == kies_taal("ar")
    van_bot, van_mij = pagina.locator(".rij:not(.ik) .ballon").first, pagina.locator(".rij.ik .ballon").first
    links = "(e) => e.getBoundingClientRect().left"
    assert await van_bot.evaluate(links) > await van_mij.evaluate(links)
    richting = "(e) => getComputedStyle(e).direction"
    assert await van_bot.evaluate(richting) == "rtl"
    assert await pagina.locator(".ballon", has_text="Dag!").evaluate(richting) == "ltr"
    for titel, loopt in titels.items():  # a button runs as its own words do
        assert await pagina.locator(".knop", has_text=titel).evaluate(richting) == loopt
    await open_pagina(pagina, chat, ANNA)
    assert await pagina.locator("html").get_attribute("dir") == "ltr"


@pytest.mark.parametrize("wie", [ANNA, AMINA])
async def test_nothing_needs_sideways_scrolling_at_320_pixels(chat: Chat, pagina: Page, wie: int) -> None:
    await chat.stuur("personen", naam="أمينة", taal="fa", id=AMINA)
    await _vol_gesprek(chat, wie, "Warmtepompinstallatiebedrijfsvergunning" * 2)
    await pagina.set_viewport_size({"width": 320, "height": 640})
    await open_pagina(pagina, chat, wie)
    te_breed = await pagina.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility() && !e.matches(".voorlezen")
           && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))
           .map((e) => e.tagName + "." + e.className)"""
    )
    assert te_breed == []
    assert await pagina.evaluate("document.querySelector('#berichten').scrollWidth") <= 320


async def test_everything_can_be_done_with_the_keyboard_and_the_focus_is_seen(chat: Chat, pagina: Page) -> None:
    await open_pagina(pagina, chat, ANNA)
    await expect(pagina.get_by_role("button", name="Open de brief")).to_be_focused()
    await pagina.keyboard.press("Enter")
    await expect(pagina.get_by_role("button", name="Start", exact=True)).to_be_focused()
    await pagina.keyboard.press("Enter")
    await expect(pagina.get_by_role("textbox", name="Typ een bericht")).to_be_focused()
    await chat.bot.send_message(ANNA, "Doe je mee?", reply_markup=KNOPPEN)
    knop = pagina.get_by_role("button", name="Ja, ik kom")
    await expect(knop).to_be_visible()
    gezien: list[str] = []
    for _ in range(30):
        await pagina.keyboard.press("Shift+Tab")
        gezien.append(
            await pagina.evaluate(
                "document.activeElement.id || document.activeElement.dataset.data || document.activeElement.tagName"
            )
        )
        omlijnd = await pagina.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert omlijnd != "none" or gezien[-1] == "BODY", gezien[-1]
        if gezien[-1] == "balk-knop":
            break
    # the last BUTTON is the command in what Anna wrote
    assert gezien == ["bijlage-knop", "A", "nee", "ja", "BUTTON", "berichten", "blokkeer", "balk-knop"]
    await knop.focus()
    await pagina.keyboard.press("Space")
    assert await _getikt(chat, pagina) == "ja"


async def test_escape_closes_what_is_open_and_returns_to_where_one_was(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await open_pagina(pagina, chat, ANNA)
    for knop, binnen in (("#bijlage-knop", "#stuur-foto"), ("#balk-knop", "#personen")):
        await pagina.locator(knop).focus()
        await pagina.keyboard.press("Enter")
        await expect(pagina.locator(binnen)).to_be_visible()
        await pagina.keyboard.press("Escape")
        await expect(pagina.locator(binnen)).to_be_hidden()
        await expect(pagina.locator(knop)).to_be_focused()


async def test_a_screen_reader_hears_who_says_what_and_only_what_is_new(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await chat.bot.send_message(ANNA, "Oud bericht")
    await pagina.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
             const lijst = document.querySelector("#berichten");
             window.gehoord = [];
             new MutationObserver((stappen) => {
               if (lijst.ariaBusy === "true") return;
               for (const stap of stappen) for (const nieuw of stap.addedNodes) gehoord.push(nieuw.textContent);
             }).observe(lijst, { childList: true });
           })"""
    )
    await open_pagina(pagina, chat, ANNA)
    log = pagina.get_by_role("log", name="Gesprek")
    await expect(log).not_to_have_attribute("aria-busy", "true")
    await chat.bot.send_message(ANNA, "Nieuw bericht")
    await chat.schrijf("Dank u")
    await expect(pagina.locator(".rij.ik").last).to_contain_text("U:Dank u")
    gehoord = [regel.partition("10:30")[0] for regel in await pagina.evaluate("gehoord")]
    assert gehoord == ["Gehoord:Nieuw bericht", "U:Dank u"]


async def test_who_wants_no_motion_gets_none(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await pagina.emulate_media(reduced_motion="reduce")
    await open_pagina(pagina, chat, ANNA)
    await chat.bot.send_chat_action(ANNA, "typing")
    await expect(pagina.locator(".bezig")).to_have_count(1)
    assert await pagina.evaluate("document.getAnimations().length") == 0
