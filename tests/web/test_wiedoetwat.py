"""What the public page says of milestones, of who does what and of partners: what was chosen, and no more."""

from berichten import vertaal
from bot.storage import mijlpalen
from tests.builders import NU, een_account, een_publiek_id
from tests.web.site import Site, over
from tests.web.vulling import vul_alles


async def test_what_came_out_and_how_to_speak_stand_in_the_timeline_and_the_feed(site: Site) -> None:
    await vul_alles(site)
    weg = {"bij": "wijk", "titel": "Ingetrokken feest", "moment": over(days=3), "uitleg": "x", "ingetrokken_op": NU}
    maker = await site.database.write(None, een_account, "z")
    await site.zet(mijlpalen.voeg_toe, publiek_id=een_publiek_id(), gemaakt_door=maker, **weg)
    pagina = await site.haal("/nl/mijlpalen/")
    assert pagina.status == 200
    for zegt in ("Bel de griffie: 0318 12 34 56", "Gemeentehuis, raadzaal", "Het is aangenomen.", "U weet nu hoe"):
        assert zegt in pagina.tekst
    assert "verbeterd op" in pagina.tekst
    assert "Ingetrokken feest" not in pagina.tekst
    feed = await site.haal("/nl/nieuws.atom")
    titel = vertaal("nl").plat("web.mijlpalen.nieuws", titel="Het college bevestigt de spelregels")
    assert feed.tekst.count(titel) == 1, "a correction is no news of its own"
    assert vertaal("nl").plat("web.partners.nieuws", naam="Woonstichting De Vogel") in feed.tekst


async def test_a_contact_stands_there_only_where_that_was_chosen(site: Site) -> None:
    assert (await site.haal("/nl/wiedoetwat/")).status == 404
    assert (await site.haal("/nl/partners/")).status == 404
    await vul_alles(site)
    pagina = await site.haal("/nl/wiedoetwat/")
    assert 'href="tel:0318123456"' in pagina.tekst
    for geheim in ("Piet Geheim", "0318 65 43 21"):
        assert geheim not in pagina.tekst
    assert vertaal("nl").plat("web.wiedoetwat.in_de_chat") in pagina.tekst
    assert "De woonlasten gaan voor niemand omhoog" in pagina.tekst, "the kaders of the spelregels"
    partners = await site.haal("/nl/partners/")
    assert "Jan Geheim" not in partners.tekst
    assert "Kom kijken &amp; &lt;b&gt;vraag&lt;/b&gt;." in partners.tekst
