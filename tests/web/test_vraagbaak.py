"""The vraagbaak and the programme of a meeting on the public page: what was published, and no more."""

from sqlalchemy import select

from berichten import vertaal
from bot.storage import tables as t
from tests.web.site import Site
from tests.web.vulling import vul_alles


async def test_answers_are_there_once_staff_published_them_and_a_meeting_shows_its_programme(site: Site) -> None:
    assert (await site.haal("/nl/vraagbaak/")).status == 404
    await vul_alles(site)
    vragen = (await site.haal("/nl/vraagbaak/")).tekst
    assert "Wat kost het &lt;mij&gt;?" in vragen
    assert "ongeveer 15 mensen" in vragen
    assert "Nog niet geplaatst" not in vragen
    assert vertaal("nl").plat("web.vraagbaak.titel") in (await site.haal("/nl/archief/")).tekst
    met_programma = select(t.bijeenkomst.c.publiek_id).join(t.agendapunt)
    publiek_id = await site.database.read(lambda tx: tx.scalar(met_programma))
    een = await site.haal(f"/nl/agenda/{publiek_id}/")
    assert "19:30 Inloop" in een.tekst
    assert "20:00 Vragen" in een.tekst
