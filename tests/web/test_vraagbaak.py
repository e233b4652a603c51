"""The vraagbaak and the programme of a meeting on the public page: what was published, and no more."""

from tests.web.site import Site
from tests.web.vulling import vul_alles


async def test_answers_are_there_once_staff_published_them_and_a_meeting_shows_its_programme(site: Site) -> None:
    assert (await site.haal("/nl/vraagbaak/")).status == 404
    await vul_alles(site)
    vragen = (await site.haal("/nl/vraagbaak/")).tekst
    assert "Wat kost het &lt;mij&gt;?" in vragen
    assert "ongeveer 15 mensen" in vragen
    assert "Nog niet geplaatst" not in vragen
    assert "../vraagbaak/" in (await site.haal("/nl/archief/")).tekst
    agenda = (await site.haal("/nl/agenda/")).tekst
    een = await site.haal("/nl/agenda/" + agenda.split('href="../agenda/')[1].split('"')[0])
    assert "19:30 Inloop" in een.tekst
    assert "20:00 Vragen" in een.tekst
