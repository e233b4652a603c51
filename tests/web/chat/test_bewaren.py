"""How long what stands in a chat in the browser is kept, and what erasing leaves of it."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from bot import opruimen
from bot.storage import tables as t
from bot.webinstellingen import KANAAL
from tests.web.chat.conftest import Maak, doe_mee
from tests.wereld import ANNA, Wereld, knop, zin


async def test_messages_go_after_their_term_and_a_browser_that_nobody_used_for_a_year_is_signed_out(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = browser_van(ANNA)
    await anna.begin()
    await anna.wacht(lambda b: True, "een antwoord")
    o, klok = chatwereld.omgeving, chatwereld.klok
    for dagen, berichten, browsers in ((91, 0, 1), (400, 0, 0)):
        klok.nu += timedelta(days=dagen)
        await opruimen.elke_nacht(o.database, o.wijk, klok, o.zone, o.settings.bewaren)
        assert await chatwereld.tel(t.webbericht) == berichten
        assert await chatwereld.tel(t.websessie) == browsers


async def test_who_is_erased_is_signed_out_and_nothing_of_the_chat_stays_in_the_file(
    chatwereld: Wereld, browser_van: Maak, tmp_path: Path
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    await anna.typ("Het kruidenrekje van mijn achternicht rammelt")
    await chatwereld.rust()
    van_haar = select(t.account.c.extern_id).where(t.account.c.kanaal == KANAAL)
    extern_id = await chatwereld.database.read(lambda tx: str(tx.scalars(van_haar).one()))
    vraag = await anna.vraag("/vergeetmij", zin("wissen.vraag"))
    zeker = await anna.druk(vraag, knop("wissen.knop_ga_door"), zin("wissen.zeker"))
    await anna.tik(zeker, knop("wissen.knop_ja"))
    await chatwereld.rust()
    assert await chatwereld.tel(t.websessie) == 0
    assert 'name="start"' in await anna.html(), "the page is that of who is not signed in"
    await chatwereld.database.wis_resten()
    inhoud = b"".join(pad.read_bytes() for pad in tmp_path.glob("gehoord.db*"))  # noqa: ASYNC240 (nothing else runs)
    assert b"kruidenrekje" not in inhoud
    assert extern_id.encode() not in inhoud
