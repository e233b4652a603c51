"""What one subscribes to, as the programs of others read it: a calendar by icalendar, the news by feedparser."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
from icalendar import Calendar, Event
from sqlalchemy import Connection

from bot.storage import bijeenkomsten, mijlpalen, vraagbaak
from tests.builders import NU, een_account, een_bijeenkomst, een_publiek_id, een_uitzending
from tests.web.site import Site, over, vul
from tests.web.vulling import vul_alles


async def _agenda(site: Site, pad: str = "/nl/agenda.ics") -> dict[str, Event]:
    gehaald = await site.haal(pad)
    assert (gehaald.status, gehaald.koppen["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    kalender = Calendar.from_ical(gehaald.tekst)
    assert isinstance(kalender, Calendar)
    assert (kalender["version"], kalender["method"]) == ("2.0", "PUBLISH")
    return {str(een["summary"]): een for een in kalender.events}


async def test_a_calendar_that_subscribes_follows_a_meeting_until_it_is_cancelled(site: Site) -> None:
    def maak(tx: Connection, wijk: int) -> int:
        een_bijeenkomst(tx, wijk, titel="Overleg", doelgroep="straat", doelgroep_bereik="Merelweg", begin=over(days=1))
        return een_bijeenkomst(tx, wijk, titel="Café", begin=over(days=3), eind=over(days=3, hours=1)).id

    nummer = await site.zet(maak)
    eerst = (await _agenda(site))["Café"]
    assert (eerst["status"], eerst["sequence"]) == ("CONFIRMED", 0)
    assert (eerst.decoded("dtstart"), eerst.decoded("dtend")) == (over(days=3), over(days=3, hours=1))
    assert eerst.decoded("dtstamp") == NU
    assert str(eerst["url"]).startswith("https://wijk.voorbeeld.nl/nl/agenda/")
    await site.zet(lambda tx, wijk: bijeenkomsten.wijzig(tx, nummer, begin=over(days=4), eind=None))
    later = (await _agenda(site))["Café"]
    assert (later["uid"], later["sequence"], later.decoded("dtstart")) == (eerst["uid"], 1, over(days=4))
    await site.zet(lambda tx, wijk: bijeenkomsten.wijzig(tx, nummer, afgelast_op=NU, afgelast_reden="ziek"))
    weg = await _agenda(site)
    assert set(weg) == {"Café"}, "what is for a street is not in it"
    assert (weg["Café"]["uid"], weg["Café"]["status"], weg["Café"]["sequence"]) == (eerst["uid"], "CANCELLED", 2)
    los = await site.haal(f"/en/agenda/{str(eerst['uid']).removesuffix('@gehoord')}.ics")
    assert isinstance(een := Calendar.from_ical(los.tekst).events[0], Event)
    assert (een["uid"], een["status"]) == (eerst["uid"], "CANCELLED")


async def test_a_meeting_keeps_its_hour_across_the_change_of_the_clock(site: Site) -> None:
    """Half past seven in the evening, the day before summer time and the day on which it began."""
    momenten = [datetime(2027, 3, 27, 18, 30, tzinfo=UTC), datetime(2027, 3, 28, 17, 30, tzinfo=UTC)]
    for nummer, moment in enumerate(momenten):
        await site.zet(een_bijeenkomst, titel=f"Avond {nummer}", begin=moment)
    agenda = await _agenda(site)
    assert [agenda[f"Avond {nummer}"].decoded("dtstart") for nummer in (0, 1)] == momenten
    assert (await site.haal("/nl/agenda/")).tekst.count("om 19:30\u00a0uur") == 2


async def test_milestones_are_in_the_calendar_and_one_that_was_withdrawn_says_so(site: Site) -> None:
    velden: dict[str, Any] = {"bij": "gemeenteraad", "uitleg": "U kunt inspreken.", "link": None}

    def maak(tx: Connection, wijk: int) -> int:
        van = {"gemaakt_door": een_account(tx), "publiek_id": een_publiek_id(), **velden}
        return mijlpalen.voeg_toe(tx, wijk, titel="De gemeenteraad beslist", moment=over(days=9), **van)

    nummer = await site.zet(maak)
    assert (await _agenda(site))["De gemeenteraad beslist"]["status"] == "CONFIRMED"
    await site.zet(lambda tx, wijk: mijlpalen.zet(tx, nummer, ingetrokken_op=NU))
    await site.zet(lambda tx, wijk: mijlpalen.noteer_wijziging(tx, wijk, nummer, [], NU))
    weg = (await _agenda(site))["De gemeenteraad beslist"]
    assert (weg["status"], weg["sequence"]) == ("CANCELLED", 1)
    assert (await site.haal("/nl/mijlpalen/")).status == 404


async def test_a_feed_reader_follows_the_news_and_ids_stay(site: Site) -> None:
    leeg = await asyncio.to_thread(feedparser.parse, (await site.haal("/nl/nieuws.atom")).tekst.encode())
    assert (leeg.bozo, leeg.entries) == (False, [])
    await vul_alles(site)
    lijsten = {}
    for taal in ("nl", "en"):
        feed = await asyncio.to_thread(feedparser.parse, f"{site.url}/{taal}/nieuws.atom")
        assert (feed.bozo, feed.version, feed.feed.language) == (False, "atom10", taal)
        assert feed.feed.updated_parsed is not None
        momenten = [een.updated_parsed for een in feed.entries]
        assert momenten == sorted(momenten, reverse=True)
        assert len({een.id for een in feed.entries}) == len(feed.entries)
        lijsten[taal] = {een.id: een for een in feed.entries}
        for een in feed.entries:
            pad = een.link.removeprefix("https://wijk.voorbeeld.nl").partition("#")[0]
            assert (await site.haal(pad)).status == 200
    assert lijsten["nl"].keys() == lijsten["en"].keys()
    titels = {een.title for een in lijsten["nl"].values()}
    assert {"Uitslag: Past een warmtenet bij onze wijk?", "Spelregels vastgesteld: versie 2"} <= titels
    assert any("<b>Buurtgroep</b>" in een.content[0].value for een in lijsten["nl"].values() if "content" in een)


async def test_a_message_to_some_is_in_neither_the_archive_nor_the_feed(site: Site) -> None:
    def stuur(tx: Connection, wijk: int) -> None:
        inhoud = {"talen": {"nl": {"html": "Geheim"}}, "eigen_taal": "nl", "van": {"rol": "organisator", "bereik": ""}}
        maker = een_account(tx)
        straat = {"groep": ["straat", "Merelweg"], "eisen": [], "doorgeven": False}
        kopers = {"groep": ["wijk", ""], "eisen": [["koop", "", []]], "doorgeven": False}
        for doelgroep in (straat, kopers):
            een_uitzending(tx, wijk, maker, inhoud=inhoud, doelgroep=doelgroep, staat="klaar")
        een_uitzending(tx, wijk, maker, inhoud=inhoud, staat="gepland", moment=NU + timedelta(days=1))
        een_uitzending(tx, wijk, maker, inhoud=inhoud, staat="gestopt")

    await vul(site, stuur)
    assert (await site.haal("/nl/aankondigingen/")).status == 404
    assert "Geheim" not in (await site.haal("/nl/nieuws.atom")).tekst


async def test_what_xml_has_no_place_for_does_not_break_the_news(site: Site) -> None:
    def zet(tx: Connection, wijk: int) -> None:
        velden = {"publiek_id": een_publiek_id(), "hoe": "later", "aantal": 0, "op": NU, "gepubliceerd_op": NU}
        door = een_account(tx, "1")
        vuil = {
            "vraag": "Waarom\x0b \ufffe<b>?",
            "antwoord": "Zo\x1b\n]]> <script>x</script> \U0001f469\u200d\U0001f469",
        }
        vraagbaak.voeg_toe(tx, wijk, gemaakt_door=door, gepubliceerd_door=door, **velden, **vuil)

    await site.zet(zet)
    gelezen = feedparser.parse((await site.haal("/nl/nieuws.atom")).tekst)
    assert not gelezen.bozo
    (een,) = gelezen.entries
    assert "<b>" in een.title.replace("&lt;", "<").replace("&gt;", ">")
    assert "<script" not in een.content[0].value
    assert "\U0001f469\u200d\U0001f469" in een.content[0].value
