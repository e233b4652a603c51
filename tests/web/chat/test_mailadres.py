"""A resident's e-mail address, by the chat and a real mail server: confirmed, mailed once a day, and a way back."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import aiohttp

from bot.config import Post
from bot.storage import tables as t
from tests.channels.test_post import Mailserver, mailserver
from tests.web.chat.conftest import Maak, doe_mee
from tests.wereld import ANNA, BRAM, Wereld, knop, zin


async def mail(server: Mailserver, hoeveelste: int) -> tuple[str, str]:
    """Return the subject and the plain text of the mail that came so-manieth."""
    async with asyncio.timeout(20):
        while len(server.ontvangen) < hoeveelste:  # noqa: ASYNC110 (it comes over a socket)
            await asyncio.sleep(0.05)
    een = server.ontvangen[hoeveelste - 1]
    plat = een.get_body(("plain",))
    assert plat is not None
    return str(een["Subject"]), str(plat.get_content())


async def test_an_address_is_confirmed_mailed_what_was_not_seen_stopped_by_one_click_and_a_way_back(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    async with mailserver() as server:
        await chatwereld.stop()
        post = Post("127.0.0.1", server.poort, afzender="warmte@wijk.voorbeeld.nl", starttls=False)
        chatwereld.settings = replace(chatwereld.settings, post=post)
        await chatwereld.start()
        anna = await doe_mee(chatwereld, browser_van(ANNA))
        scherm = await anna.vraag("/email", zin("mailadres.kop"))
        await anna.druk(scherm, knop("mailadres.knop_geef"), zin("mailadres.vraag"))
        await anna.vraag("anna@voorbeeld.nl", "anna@voorbeeld.nl")
        _, tekst = await mail(server, 1)
        assert "Anna" not in tekst
        code = next(woord for woord in tekst.split() if woord.startswith("mail-"))
        await anna.vraag(code, "Uw adres is anna@voorbeeld.nl")
        assert "anna@voorbeeld.nl" in (await anna.vraag("/mijngegevens"))["text"]
        await anna.pagina()
        await asyncio.sleep(2.5)  # what a page showed is kept every second or two

        await chatwereld.plan_peiling()
        await chatwereld.ga_naar(datetime(2027, 2, 1, 18, 1, tzinfo=UTC))
        onderwerp, tekst = await mail(server, 2)
        assert onderwerp.startswith("Nog niet gezien")
        assert "Welke?" not in tekst, "a poll is no announcement"
        assert "Er wacht" in tekst
        stop = server.ontvangen[1]["List-Unsubscribe"].strip("<>")
        async with aiohttp.ClientSession() as zonder_sessie:
            for _ in range(2):
                async with zonder_sessie.post(stop, data={"List-Unsubscribe": "One-Click"}) as antwoord:
                    assert antwoord.status == 200
                    assert zin("web.mailstop.gestopt") in await antwoord.text()
        assert zin("mailadres.dagmail_uit") in (await anna.vraag("/email", zin("mailadres.kop")))["text"]

        nieuw = browser_van(BRAM)
        await nieuw.begin(chatwereld.codes[ANNA.id])
        welke = await nieuw.wacht(lambda b: zin("welkom.taal") in b["text"], "welkom")
        toestemming = await nieuw.druk(welke, "Nederlands", zin("welkom.toestemming"))
        hoe = await nieuw.druk(toestemming, knop("welkom.knop_al"), "ook-7K3M")
        await nieuw.druk(hoe, knop("terugkeer.knop_mail"), zin("terugkeer.mail"))
        await nieuw.vraag("anna@voorbeeld.nl", zin("terugkeer.gemaild"))
        _, tekst = await mail(server, 3)
        code = next(woord for woord in tekst.split() if woord.startswith("ook-"))
        vraag = await nieuw.vraag(code, zin("toestel.vraag"))
        await nieuw.tik(vraag, knop("toestel.knop_ja"))
        await nieuw.wacht(lambda b: zin("terugkeer.erbij_niet") in b["text"], "de chat van Anna")
        assert await chatwereld.tel(t.bewoner) == 1
