"""A browser that becomes somebody's gets another secret: who knew the one of before has nothing by it."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from bot.services import websessie
from bot.storage import tables as t
from bot.webinstellingen import KANAAL
from tests.browser import Browsermens
from tests.web.chat.conftest import Maak, doe_mee
from tests.web.chat.test_aanvallen import velden_van
from tests.web.chat.test_terugkeer import code_aan_de_deur
from tests.web.chat.test_toestel import code_van
from tests.wereld import ANNA, BRAM, NOOR, Wereld, knop, zin


async def typ_brief(wereld: Wereld, mens: Browsermens) -> None:
    """Join with the code of a letter, and do not look what came of it."""
    welke = await mens.vraag(wereld.codes[ANNA.id], zin("welkom.taal"))
    toestemming = await mens.druk(welke, "Nederlands", zin("welkom.toestemming"))
    await mens.tik(toestemming, knop("welkom.knop_ja"))
    await wereld.rust()


async def _met_de_brief(wereld: Wereld, maak: Maak, nieuw: Browsermens) -> None:
    await typ_brief(wereld, nieuw)
    await nieuw.wacht(lambda b: zin("welkom.binnen") in b["text"], "welkom")


async def _bij_telegram(wereld: Wereld, maak: Maak, nieuw: Browsermens) -> None:
    vraag = await nieuw.vraag(await code_van(await wereld.bewoner(ANNA)), zin("toestel.vraag"))
    await nieuw.druk(vraag, knop("toestel.knop_ja"), zin("toestel.welkom"))


async def _bij_een_andere_browser(wereld: Wereld, maak: Maak, nieuw: Browsermens) -> None:
    eerst = await doe_mee(wereld, maak(ANNA))
    vraag = await nieuw.vraag(await code_van(eerst), zin("toestel.vraag"))
    await nieuw.tik(vraag, knop("toestel.knop_ja"))


async def _na_verlies(wereld: Wereld, maak: Maak, nieuw: Browsermens) -> None:
    await doe_mee(wereld, maak(ANNA))
    noor = wereld.mens(NOOR)
    code = await code_aan_de_deur(wereld, noor, await _adres(wereld))
    await nieuw.vraag(code, zin("terugkeer.brief"))
    vraag = await nieuw.vraag(wereld.codes[ANNA.id], zin("toestel.vraag"))
    await nieuw.tik(vraag, knop("toestel.knop_ja"))


async def _adres(wereld: Wereld) -> str:
    h = t.huishouden.c
    vraag = select(h.straat, h.huisnummer, h.toevoeging).join(t.bewoner)
    straat, nummer, toevoeging = await wereld.database.read(lambda tx: tx.execute(vraag).one())
    return f"{straat} {nummer}{toevoeging}"


async def sessies(wereld: Wereld) -> list[Any]:
    """Return the sessions: of whom they are, for whom their secret was made, and what waits."""
    s, a = t.websessie.c, t.account.c
    vraag = select(s.id, s.publiek_id, s.merk, s.voor, s.straks, a.bewoner).join(t.account).order_by(s.id.desc())
    return await wereld.database.read(lambda tx: list(tx.execute(vraag)))


async def stroom(mens: Browsermens) -> tuple[str, str]:
    """Open the stream of a page; return its first words, and the cookie that it brings."""
    koppen = {"Cookie": f"__Host-gehoord={mens.koekje}"}
    async with aiohttp.ClientSession() as http, http.get(f"{mens.basis}/chat/stroom?na=0", headers=koppen) as antwoord:
        return (await antwoord.content.read(200)).decode(), antwoord.headers.get("Set-Cookie", "")


@pytest.mark.parametrize("hoe", [_met_de_brief, _bij_telegram, _bij_een_andere_browser, _na_verlies])
async def test_who_knew_the_secret_of_before_is_out_and_the_browser_goes_on_as_it_was(
    chatwereld: Wereld, browser_van: Maak, hoe: Callable[[Wereld, Maak, Browsermens], Awaitable[None]]
) -> None:
    nieuw, dief = browser_van(BRAM), browser_van(BRAM)
    await nieuw.begin()
    oud = dief.koekje = nieuw.koekje
    blad = await velden_van(nieuw)
    assert (await sessies(chatwereld))[0].voor is None
    seintje = {"adres": "https://push.voorbeeld/1", "punt": b"p" * 65, "geheim": b"g" * 16, "geseind": 0}

    await hoe(chatwereld, browser_van, nieuw)
    await chatwereld.rust()
    for _ in range(2):  # the first brings it, the second shows it
        await nieuw.html()
    assert nieuw.koekje != oud
    assert 'name="start"' in await dief.html(), "the old one opens nothing"
    assert (await stroom(dief))[0].startswith("event: uit")
    nu = next(een for een in await sessies(chatwereld) if een.merk == websessie.merk(nieuw.koekje))
    assert (nu.voor, nu.straks) == (nu.bewoner, None)
    van = {"sessie": nu.id, "account": select(t.websessie.c.account).where(t.websessie.c.id == nu.id).scalar_subquery()}
    await chatwereld.database.write(0, lambda tx: tx.execute(t.seintje.insert().values(**seintje, **van)) and None)
    waarde = nieuw.koekje
    assert (await nieuw.post("/chat/typ", blad | {"tekst": "/menu", "keer": "vooraf"})).status == 303, "an old page"
    assert (await dief.post("/chat/typ", blad | {"tekst": "van de dief", "keer": "dief"})).headers[
        "Location"
    ] == "/chat/"
    await chatwereld.rust()
    assert nieuw.koekje == waarde, "once is enough"
    getypt = await chatwereld.database.read(lambda tx: [str(een) for een in tx.scalars(select(t.webbericht.c.inhoud))])
    assert not [een for een in getypt if "van de dief" in een]


async def test_an_answer_that_is_lost_shuts_nobody_out_and_two_pages_at_once_get_the_same(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = browser_van(ANNA)
    await anna.begin()
    oud = anna.koekje
    await typ_brief(chatwereld, anna)
    assert anna.koekje == oud, "nothing was asked since"
    eerst, brengt = await stroom(anna)
    assert eerst == "retry: 50\n\n", "the page asks again at once"
    await anna.html()
    assert f"__Host-gehoord={anna.koekje};" in brengt
    nieuw, anna.koekje = anna.koekje, oud
    assert zin("welkom.binnen") in await anna.html(), "the answer was lost: what it had works still"
    assert anna.koekje == nieuw, "and brings the same"
    assert (await stroom(anna))[1] == ""
    anna.koekje = oud
    assert 'name="start"' in await anna.html()
    assert anna.koekje == oud, "a page that came too late takes nothing away: another may have brought the new one"
    assert len([een for een in await sessies(chatwereld) if een.bewoner is not None]) == 1


async def test_the_team_s_second_factor_takes_the_place_of_what_waits(chatwereld: Wereld, browser_van: Maak) -> None:
    anna = browser_van(ANNA)
    await anna.begin()
    await typ_brief(chatwereld, anna)
    oud = anna.koekje
    await anna.html()
    rol = {"wijk": chatwereld.wijk, "kanaal": KANAAL, "rol": "buurtbegeleider", "bereik": "", "bron": "uitnodiging"}
    wie = select(t.account.c.extern_id).where(t.account.c.kanaal == KANAAL).scalar_subquery()
    await chatwereld.database.write(0, lambda tx: tx.execute(t.rol.insert().values(**rol, extern_id=wie)) and None)
    for koekje in (oud, anna.koekje):
        anna.koekje = koekje
        assert "/chat/bevestig" in await anna.html(), "neither shows the chat"
