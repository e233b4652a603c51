"""The page in a real browser: Debian's chromium, which is never downloaded here."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputPollOption,
)
from playwright.async_api import Page, expect

from tests.webchat.conftest import ANNA, BRAM, CHROMIUM, Chat, open_chat, open_pagina, png

pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium at /usr/bin/chromium"),
    pytest.mark.asyncio(loop_scope="session"),  # where the browser is
]


@pytest_asyncio.fixture(loop_scope="session")
async def chat(tmp_path: Path) -> AsyncIterator[Chat]:
    async with open_chat(tmp_path / "chat.db") as geopend:
        yield geopend


async def test_a_person_writes_taps_and_sees_the_message_change_in_place(chat: Chat, pagina: Page) -> None:
    await open_pagina(pagina, chat, BRAM)
    await pagina.get_by_role("button", name="Start", exact=True).click()
    await pagina.get_by_role("textbox", name="Type a message").fill("Hallo <b>bot</b>")
    await pagina.keyboard.press("Enter")
    await expect(pagina.locator(".rij.ik .tekst").last).to_have_text("Hallo <b>bot</b>")
    knoppen = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Ja", callback_data="ja")]])
    bericht = await chat.bot.send_message(BRAM, "Doe je <b>mee</b>?", parse_mode="HTML", reply_markup=knoppen)
    await expect(pagina.locator(".rij strong", has_text="mee")).to_be_visible()
    await pagina.get_by_role("button", name="Ja").click()
    query = (await chat.bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.data == "ja"
    await bericht.edit_text("Je doet mee.")
    await chat.bot.answer_callback_query(query.id, "Genoteerd")
    plek = pagina.locator(f'[data-bericht="{bericht.message_id}"]')
    await expect(plek.locator(".tekst")).to_have_text("Je doet mee.")
    await expect(plek.locator(".gewijzigd")).to_be_visible()
    await expect(plek.locator(".knop")).to_have_count(0)
    await expect(pagina.locator("#toast")).to_have_text("Genoteerd")
    await expect(pagina.locator("html")).to_have_attribute("lang", "en")


async def test_signs_around_words_become_markup_as_on_a_phone(chat: Chat, pagina: Page) -> None:
    await open_pagina(pagina, chat, BRAM)
    await pagina.get_by_role("button", name="Start", exact=True).click()
    await chat.bot.get_updates()
    await pagina.locator("#tekst").fill("😀 **vet __en schuin__** ~~weg~~ [hier](https://x.nl/a_(b)) 2 ** 3 <b>x</b>")
    await pagina.keyboard.press("Enter")
    regel = pagina.locator(".rij.ik .tekst").last
    await expect(regel).to_have_text("😀 vet en schuin weg hier) 2 ** 3 <b>x</b>")
    await expect(regel.locator("strong em")).to_have_text("en schuin")
    bericht = (await chat.bot.get_updates())[-1].message
    assert bericht is not None
    gevonden = [(e.type, e.extract_from(bericht.text or "")) for e in bericht.entities or []]
    assert gevonden == [
        ("bold", "vet en schuin"),
        ("italic", "en schuin"),
        ("strikethrough", "weg"),
        ("text_link", "hier"),
    ]


async def test_a_video_and_a_voice_message_can_be_played(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await chat.bot.send_video(ANNA, BufferedInputFile(b"film", "a.mp4"), caption="Zo gaat het")
    await chat.bot.send_voice(ANNA, BufferedInputFile(b"geluid", "a.ogg"))
    await open_pagina(pagina, chat, ANNA)
    await expect(pagina.locator("video.film")).to_be_visible()
    await expect(pagina.locator("audio.spraak")).to_be_visible()


async def test_the_letter_leads_to_start_with_its_code(chat: Chat, pagina: Page) -> None:
    await pagina.goto(chat.url)
    await pagina.get_by_role("button", name="Open de brief").click()
    await pagina.get_by_role("button", name="Start", exact=True).click()
    await expect(pagina.locator(".rij.ik .tekst")).to_have_text("/start BRIEF-4")
    await expect(pagina.locator("#start")).to_be_hidden()


async def test_a_link_with_a_code_picks_its_person_or_makes_a_new_one(chat: Chat, pagina: Page) -> None:
    await pagina.goto(f"{chat.url}/?start=BRIEF-4")
    await expect(pagina.locator("#ik-naam")).to_have_text("Anna")
    await pagina.goto(f"{chat.url}/?start=ANDERE")
    await expect(pagina.locator("#ik-naam")).to_have_text("Nieuwe bewoner")
    await pagina.reload()
    await pagina.get_by_role("button", name="Start", exact=True).click()
    await expect(pagina.locator(".rij.ik .tekst")).to_have_text("/start ANDERE")
    assert len(await chat.haal("personen")) == 3


async def test_a_start_link_in_a_message_asks_for_start(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await chat.bot.send_message(ANNA, f"Kom erbij: {chat.url}/?start=GROEP_1")
    await open_pagina(pagina, chat, ANNA)
    await pagina.locator(".tekst a").click()
    await pagina.get_by_role("button", name="Start", exact=True).click()
    await expect(pagina.locator(".rij.ik .tekst").last).to_have_text("/start GROEP_1")


async def test_menu_photo_document_and_deletion_show_without_a_reload(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await open_pagina(pagina, chat, ANNA)
    await chat.bot.set_my_commands([BotCommand(command="agenda", description="Wat komt er?")])
    await chat.bot.send_photo(ANNA, BufferedInputFile(png(), "a.png"), caption="Kaart")
    await expect(pagina.get_by_role("img", name="Kaart")).to_have_js_property("naturalWidth", 3)
    await chat.bot.send_document(ANNA, BufferedInputFile(b"verslag", "verslag.pdf"))
    async with pagina.expect_download() as bezig:
        await pagina.get_by_role("link", name="Download verslag.pdf").click()
    assert (await (await bezig.value).path()).read_bytes() == b"verslag"
    weg = await chat.bot.send_message(ANNA, "Even maar")
    await expect(pagina.get_by_text("Even maar")).to_be_visible()
    await weg.delete()
    await expect(pagina.get_by_text("Even maar")).to_have_count(0)
    await pagina.get_by_role("button", name="Menu met opdrachten").click()
    await pagina.get_by_role("button", name="Wat komt er?").click()
    await expect(pagina.locator(".rij.ik .tekst").last).to_have_text("/agenda")


async def test_the_bar_switches_people_and_moves_the_clock(chat: Chat, pagina: Page) -> None:
    await pagina.set_viewport_size({"width": 1200, "height": 800})
    await pagina.goto(chat.url)
    await expect(pagina.locator("#tijd")).to_have_text("zaterdag 21 november om 10:30")
    await pagina.get_by_role("button", name="Een uur verder").click()
    await expect(pagina.locator("#tijd")).to_have_text("zaterdag 21 november om 11:30")
    await pagina.get_by_role("button", name="Morgen").click()
    await expect(pagina.locator("#tijd")).to_have_text("zondag 22 november om 08:00")
    await chat.schrijf("/start", wie=BRAM)
    await chat.bot.send_message(BRAM, "Dag Bram")
    await expect(pagina.locator(".aantal")).to_have_text("1")
    await pagina.get_by_role("button", name="Bram").click()
    await expect(pagina.get_by_text("Dag Bram")).to_be_visible()
    await expect(pagina.locator(".aantal")).to_have_count(0)
    assert pagina.url.endswith(f"?als={BRAM}")


@pytest.mark.parametrize("breedte", [320, 390, 1200])
async def test_nothing_is_wider_than_the_screen(chat: Chat, pagina: Page, breedte: int) -> None:
    await chat.schrijf("/start")
    await chat.schrijf("x" * 300)
    rij = [InlineKeyboardButton(text="Een heel lang antwoord op de vraag", callback_data=str(i)) for i in range(3)]
    await chat.bot.send_message(
        ANNA,
        "<pre>" + "y" * 200 + "</pre>",
        parse_mode="HTML",
        reply_markup=InlineKeyboardMarkup(inline_keyboard=[rij]),
    )
    await pagina.set_viewport_size({"width": breedte, "height": 640})
    await open_pagina(pagina, chat, ANNA)
    te_breed = await pagina.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((e) => !e.closest("pre") && e.checkVisibility()
           && e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.tagName + "." + e.className)"""
    )
    assert te_breed == []


async def test_every_control_has_a_name(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await open_pagina(pagina, chat, ANNA)
    await pagina.locator("#balk-knop").click()
    boom = await pagina.locator("body").aria_snapshot()
    assert '- button "Verstuur"' in boom
    assert re.findall(r"- (?:button|link|textbox|combobox|img)(?: \[.*\])?:?$", boom, re.MULTILINE) == []


async def test_an_alert_is_a_dialog_and_a_block_can_be_undone(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    knoppen = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Ja", callback_data="ja")]])
    await chat.bot.send_message(ANNA, "Doe je mee?", reply_markup=knoppen)
    await open_pagina(pagina, chat, ANNA)
    await pagina.get_by_role("button", name="Ja").click()
    await expect(pagina.locator(".knop.wacht")).to_be_visible()
    query = (await chat.bot.get_updates())[-1].callback_query
    assert query is not None
    await chat.bot.answer_callback_query(query.id, "Let op!", show_alert=True)
    await expect(pagina.get_by_role("dialog")).to_contain_text("Let op!")
    await pagina.get_by_role("button", name="Oké").click()
    await expect(pagina.locator(".knop.wacht")).to_have_count(0)
    await pagina.get_by_role("button", name="Blokkeer").click()
    await pagina.get_by_role("button", name="Deblokkeer").click()
    await expect(pagina.get_by_role("textbox", name="Typ een bericht")).to_be_visible()


async def test_a_group_can_be_chosen_and_written_in(chat: Chat, pagina: Page) -> None:
    groep = (await chat.stuur("groepen", titel="Werkgroep techniek", leden=[BRAM, ANNA]))["id"]
    await chat.schrijf("Dag allemaal", wie=BRAM, chat=groep)
    await open_pagina(pagina, chat, ANNA)
    await pagina.get_by_role("combobox", name="Gesprekken").select_option("Werkgroep techniek")
    await expect(pagina.locator(".afzender")).to_have_text("Bram")
    await expect(pagina.get_by_text("Bram maakte de groep")).to_be_visible()
    await pagina.get_by_role("textbox", name="Typ een bericht").fill("Hoi Bram")
    await pagina.keyboard.press("Enter")
    await expect(pagina.locator(".rij.ik .tekst")).to_have_text("Hoi Bram")
    bericht = (await chat.bot.get_updates())[-1].message
    assert bericht is not None
    assert bericht.chat.id == groep


async def test_what_came_while_the_connection_was_away_is_shown_after_it(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await open_pagina(pagina, chat, ANNA)
    await pagina.context.set_offline(True)
    chat.webchat._omroep.sluit()
    await expect(pagina.locator("#verbinding")).to_be_visible()
    await chat.bot.send_message(ANNA, "Tussendoor")
    await pagina.context.set_offline(False)
    await expect(pagina.get_by_text("Tussendoor")).to_be_visible()
    await expect(pagina.locator("#verbinding")).to_be_hidden()


async def test_a_picture_is_replaced_in_its_place_and_the_buttons_under_it_work(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await open_pagina(pagina, chat, ANNA)
    knoppen = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Nog eens", callback_data="weer")]])
    bericht = await chat.bot.send_photo(
        ANNA, BufferedInputFile(png(30, 20), "a.png"), caption="Stand", reply_markup=knoppen
    )
    plek = pagina.locator(f'[data-bericht="{bericht.message_id}"]')
    await expect(plek.locator("img")).to_have_js_property("naturalWidth", 30)
    await plek.get_by_role("button", name="Nog eens").press("Enter")
    await expect(plek.locator(".knop.wacht")).to_be_visible()
    media = InputMediaPhoto(media=BufferedInputFile(png(40, 20), "b.png"), caption="Nieuwe stand")
    await bericht.edit_media(media, reply_markup=knoppen)
    await expect(plek.locator("img")).to_have_js_property("naturalWidth", 40)
    await expect(plek.locator(".tekst")).to_have_text("Nieuwe stand")
    await expect(plek.get_by_role("button", name="Nog eens")).to_be_focused()
    hoogte = await plek.evaluate(
        """(rij) => [".foto", ".tekst", ".knoppen"].map((k) => rij.querySelector(k).getBoundingClientRect().top)"""
    )
    assert hoogte == sorted(hoogte)


async def test_a_phone_sends_a_picture_with_a_caption_a_file_and_its_place(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await pagina.context.grant_permissions(["geolocation"])
    await pagina.context.set_geolocation({"latitude": 52.0263, "longitude": 5.5544})
    await open_pagina(pagina, chat, ANNA)
    await pagina.get_by_role("textbox", name="Typ een bericht").fill("Mijn meterkast")
    clip = pagina.get_by_role("button", name="Foto, bestand of plek")
    for knop, bestand in (("Stuur een foto", "kast.png"), ("Stuur een bestand", "lijst.csv")):
        await clip.click()
        async with pagina.expect_file_chooser() as kiezer:
            await pagina.get_by_role("button", name=knop).click()
        await (await kiezer.value).set_files({"name": bestand, "mimeType": "text/csv", "buffer": png()})
        await expect(pagina.locator(".rij.ik .foto, .rij.ik .document").last).to_be_visible()
    await expect(pagina.locator(".rij.ik .document")).to_contain_text("lijst.csv")
    await clip.click()
    await pagina.get_by_role("button", name="Stuur waar ik ben").click()
    kaart = pagina.get_by_role("link", name="Bekijk op de kaart")
    await expect(kaart).to_have_attribute("href", re.compile("mlat=52.02630&mlon=5.55440"))
    foto, document, plek = [u.message for u in (await chat.bot.get_updates())[-3:]]
    assert foto is not None
    assert document is not None
    assert plek is not None
    assert (foto.caption, document.caption) == ("Mijn meterkast", None)
    assert foto.photo is not None
    assert document.document is not None
    assert plek.location is not None


async def test_a_tap_in_a_poll_is_a_vote_that_can_be_taken_back(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await open_pagina(pagina, chat, ANNA)
    bericht = await chat.bot.send_poll(ANNA, "Welke kleur?", [InputPollOption(text=k) for k in ("Rood", "Blauw")])
    peiling = pagina.locator(".peiling")
    await peiling.get_by_role("group", name="Welke kleur?").get_by_role("button", name="Blauw").press("Enter")
    await expect(peiling.locator(".eigen")).to_contain_text("100%")
    await expect(peiling.get_by_role("button", name="Trek uw stem in")).to_be_focused()
    await pagina.reload()
    await expect(peiling.get_by_role("img", name="Uw stem:")).to_be_visible()
    await peiling.get_by_role("button", name="Trek uw stem in").click()
    await expect(peiling.get_by_text("Stemmen: 0")).to_be_visible()
    await chat.bot.stop_poll(ANNA, bericht.message_id)
    await expect(peiling).to_contain_text("gesloten")
    await expect(peiling.locator(".optie")).to_have_count(0)


async def test_several_answers_are_ticked_and_then_sent(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    opties: list[InputPollOption | str] = [InputPollOption(text=k) for k in ("Rood", "Blauw", "Geel")]
    await chat.bot.send_poll(ANNA, "Welke kleuren?", opties, is_anonymous=False, allows_multiple_answers=True)
    await open_pagina(pagina, chat, ANNA)
    for optie in ("Rood", "Geel"):
        await pagina.get_by_role("checkbox", name=optie).check()
    await pagina.locator(".peiling").get_by_role("button", name="Stem").click()
    await expect(pagina.locator(".eigen")).to_have_count(2)
    antwoord = (await chat.bot.get_updates())[-1].poll_answer
    assert antwoord is not None
    assert antwoord.option_ids == [0, 2]


async def test_three_dots_show_that_the_bot_is_busy_until_its_next_message(chat: Chat, pagina: Page) -> None:
    await chat.schrijf("/start")
    await open_pagina(pagina, chat, ANNA)
    await pagina.clock.install()
    await pagina.clock.pause_at(datetime.now(tz=UTC) + timedelta(hours=1))  # the dots go by themselves after 5 s
    await chat.bot.send_chat_action(ANNA, "typing")
    await expect(pagina.locator("#berichten > :last-child")).to_have_class("rij bezig")
    await expect(pagina.locator("#stand")).to_have_text("is bezig …")
    await chat.schrijf("En?")
    await expect(pagina.locator(".rij.ik .tekst").last).to_have_text("En?")
    await expect(pagina.locator("#berichten > :last-child")).to_have_class("rij bezig")
    await chat.bot.send_message(ANNA, "Klaar")
    await expect(pagina.locator(".bezig")).to_have_count(0)
    await chat.bot.send_chat_action(ANNA, "upload_photo")
    await expect(pagina.locator(".bezig")).to_have_count(1)
    await pagina.clock.fast_forward(5001)
    await expect(pagina.locator(".bezig")).to_have_count(0)
