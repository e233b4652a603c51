"""The griffie follows by mail: added in the chat, asked by mail, yes on our page, news next morning, and stopped."""

import re
from dataclasses import replace
from datetime import timedelta

import aiohttp

from bot.config import Post
from bot.storage import tables as t
from tests.channels.test_post import Mailserver, tot
from tests.channels.test_post import server as server
from tests.wereld import ANNA, IBRAHIM, NU, Wereld, knop, zin


async def vraag(url: str, methode: str = "GET") -> tuple[int, str, str]:
    async with aiohttp.ClientSession() as http, http.request(methode, url) as antwoord:
        return antwoord.status, await antwoord.text(), antwoord.headers["Cache-Control"]


async def test_the_griffie_follows_over_a_restart_and_stops_with_one_click(
    webwereld: Wereld, server: Mailserver
) -> None:
    wereld = webwereld
    post = Post("127.0.0.1", server.poort, afzender="warmte@wijk.voorbeeld.nl", starttls=False)
    await wereld.stop()
    wereld.settings = replace(wereld.settings, post=post)
    await wereld.start()
    anna, ibrahim = await wereld.bewoner(ANNA), wereld.mens(IBRAHIM)
    await anna.vraag("/volgers", zin("geweigerd.rol_nodig"))
    leeg = await ibrahim.vraag("/volgers", zin("volger.leeg"))
    await ibrahim.druk(leeg, knop("volger.knop_erbij"), zin("volger.naam.vraag"))
    await ibrahim.vraag("Griffie Ede", zin("volger.adres.vraag"))
    await wereld.herstart()
    await ibrahim.vraag("griffie", zin("geweigerd.volger.adres"))
    rol = await ibrahim.vraag("griffie@ede.voorbeeld.nl", zin("volger.rol.vraag"))
    taal = await ibrahim.druk(rol, knop("volger.rol.griffie"), zin("volger.taal.vraag"))
    voorbeeld = await ibrahim.druk(taal, "Deutsch", zin("volger.eerst_vragen"))
    for _ in range(2):
        await ibrahim.tik(voorbeeld, knop("knop.klaar"))
    await wereld.rust()
    assert await wereld.tel(t.volger) == 1

    async def kwam(aantal: int) -> bool:
        return len(server.ontvangen) == aantal

    await tot(lambda: kwam(1))
    adres = re.findall(r"https?://\S+/volgen/\S+", server.ontvangen[0].get_content())[0]
    status, tekst, bewaard = await vraag(adres)
    assert (status, bewaard) == (200, "no-store")
    assert zin("web.volgen.ja", "de") in tekst, "the page speaks as the mail"
    assert await wereld.tel(t.volger, t.volger.c.bevestigd_op.is_not(None)) == 0, "opening the page says nothing"
    assert f'action="../volgen/{adres.rpartition("/")[2]}/ja"' in tekst, "also where the site stands in a directory"
    assert (await vraag(adres + "/ander", "POST"))[0] == 404
    assert (await vraag(adres[:-3] + "abc"))[0] == 404
    for _ in range(2):
        assert zin("web.volgen.stop", "de") in (await vraag(adres + "/ja", "POST"))[1]

    await wereld.plan_bijeenkomst()
    await wereld.herstart()
    await wereld.ga_naar(NU + timedelta(days=1))
    await tot(lambda: kwam(2))
    nieuws = server.ontvangen[1]
    assert "Café" in nieuws.get_content()
    stop = nieuws["List-Unsubscribe"].strip("<>")
    status, tekst, _ = await vraag(stop)
    assert zin("web.volgen.stop", "de") in tekst, "opening it does not stop anything"
    for _ in range(2):
        status, tekst, _ = await vraag(stop, "POST")
        assert status == 200
        assert zin("web.volgen.gestopt") in tekst
    assert await wereld.tel(t.volger) == 0
    assert await wereld.tel(t.postuit) == 0
    await ibrahim.vraag("/volgers", zin("volger.leeg"))
    brief = await ibrahim.druk(await ibrahim.laatste(), knop("volger.knop_brief"), zin("raadsbrief.klaar"), nieuw=True)
    assert brief is not None
