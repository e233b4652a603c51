"""One resident on Telegram and in browsers: tied by a code of one's own, counted once, written to where they want."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.storage import tables as t
from bot.webinstellingen import KANAAL
from tests.browser import Browsermens
from tests.web.chat.conftest import Maak, doe_mee
from tests.wereld import ANNA, BRAM, Mens, Wereld, knop, zin


async def code_van(mens: Mens) -> str:
    """Let someone make a code for another device."""
    lijst = await mens.vraag("/toestellen", zin("toestel.kop"))
    bericht = await mens.na(mens.tik(lijst, knop("toestel.knop_erbij")))
    return str(next(woord for woord in bericht["text"].split() if woord.startswith("ook-")))


async def kom(browser: Browsermens, code: str) -> None:
    """Open the chat with such a code, and say that it is one's own."""
    await browser.begin(code.replace("-", "").replace("ook", "ook-", 1))
    vraag = await browser.wacht(lambda b: zin("toestel.vraag") in b["text"], "de vraag")
    await browser.tik(vraag, knop("toestel.knop_ja"))


async def accounts_van_bewoners(wereld: Wereld) -> list[str]:
    vraag = select(t.account.c.kanaal).where(t.account.c.bewoner.is_not(None)).order_by(t.account.c.kanaal)
    return await wereld.database.read(lambda tx: list(tx.scalars(vraag)))


async def test_who_takes_part_on_telegram_goes_on_in_the_browser_and_counts_and_votes_once(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    mobiel, laptop = await chatwereld.bewoner(ANNA), browser_van(ANNA)
    await kom(laptop, await code_van(mobiel))
    await laptop.wacht(lambda b: zin("toestel.welkom") in b["text"], "welkom")
    await mobiel.wacht(lambda b: "toestel bij gekomen" in b["text"], "een waarschuwing")
    assert await accounts_van_bewoners(chatwereld) == sorted([KANAAL, chatwereld.settings.telegram.kanaal])
    assert await chatwereld.tel(t.bewoner) == 1
    await chatwereld.plan_peiling()
    peiling = await mobiel.wacht(lambda b: "Welke?" in b["text"], "de peiling")
    assert not [b for b in await laptop.berichten() if "Welke?" in b["text"]], "messages go where they went"
    await mobiel.druk(peiling, "Rood")
    lijst = await laptop.vraag("/peilingen", knop="Welke?")
    op_laptop = await laptop.druk(lijst, "Welke?")
    await laptop.druk(op_laptop, "Blauw")
    await chatwereld.rust()
    assert await chatwereld.tel(t.stemkoppeling) == 1


async def test_a_resident_chooses_where_messages_go_and_hears_elsewhere_when_that_is_blocked(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    mobiel, laptop = await chatwereld.bewoner(ANNA), browser_van(ANNA)
    await kom(laptop, await code_van(mobiel))
    lijst = await laptop.vraag("/toestellen", zin("toestel.kop"))
    await laptop.druk(lijst, "Berichten in: Browser")
    await chatwereld.plan_peiling()
    await laptop.wacht(lambda b: "Welke?" in b["text"], "de peiling")
    assert not [b for b in await mobiel.berichten() if "Welke?" in b["text"]]
    lijst = await laptop.vraag("/toestellen", zin("toestel.kop"))
    await laptop.druk(lijst, "Berichten in: Webchat")
    await mobiel.blokkeer(True)
    await chatwereld.rust()
    await chatwereld.plan_peiling("En nu?")
    await laptop.wacht(lambda b: "En nu?" in b["text"], "de peiling")


async def test_a_second_browser_shows_the_same_chat_and_can_be_signed_out_from_the_first(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    een, ander = await doe_mee(chatwereld, browser_van(ANNA)), browser_van(ANNA)
    await kom(ander, await code_van(een))
    await ander.wacht(lambda b: "toestel bij gekomen" in b["text"], "de chat van de eerste")
    assert await accounts_van_bewoners(chatwereld) == [KANAAL]
    lijst = await een.vraag("/toestellen", zin("toestel.kop"))
    af = [k for rij in lijst["reply_markup"]["inline_keyboard"] for k in rij if k["text"].startswith("Afmelden")]
    assert len(af) == 2
    for een_knop in af:
        await een.vervals(lijst, een_knop["callback_data"])
        if 'name="start"' in await ander.html():
            break
    assert 'name="start"' in await ander.html()
    assert 'name="start"' not in await een.html() or af.index(een_knop) == 0


@pytest.mark.parametrize("hoe", ["te oud", "twee keer", "geraden"])
async def test_a_code_works_once_and_for_a_quarter_of_an_hour_and_cannot_be_guessed(
    chatwereld: Wereld, browser_van: Maak, hoe: str
) -> None:
    mobiel, laptop = await chatwereld.bewoner(ANNA), browser_van(BRAM)
    code = await code_van(mobiel)
    if hoe == "te oud":
        chatwereld.klok.nu += timedelta(minutes=16)
    if hoe == "twee keer":
        await kom(eerst := browser_van(ANNA), code)
        await eerst.wacht(lambda b: zin("toestel.welkom") in b["text"], "welkom")
    await laptop.begin()
    for poging in range(6 if hoe == "geraden" else 1):
        wat = f"ook-2000-000{poging}" if hoe == "geraden" else code
        verwacht = zin("geweigerd.deur.te_vaak") if poging == 5 else zin("geweigerd.toestel.code_fout")
        await laptop.vraag(wat, verwacht)
    gekoppeld = await accounts_van_bewoners(chatwereld)
    assert len(gekoppeld) == (2 if hoe == "twee keer" else 1)


async def test_who_types_the_code_of_the_letter_again_is_told_how_to_come_back_as_the_same_person(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    await chatwereld.bewoner(ANNA)
    laptop = browser_van(ANNA)
    await laptop.begin(chatwereld.codes[ANNA.id])
    welke = await laptop.wacht(lambda b: zin("welkom.taal") in b["text"], "welkom")
    toestemming = await laptop.druk(welke, "Nederlands", zin("welkom.toestemming"))
    await laptop.druk(toestemming, knop("welkom.knop_al"), zin("toestel.hoe"))
