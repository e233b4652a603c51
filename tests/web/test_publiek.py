"""The public page as a browser gets it: which page in which language, what it may do, and what is not there."""

import contextlib
import re
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import Connection, update
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message
from yarl import URL

from berichten import talen, vertaal
from berichten.catalogus import richting
from bot.services import publiek, standpublicatie
from bot.services.handeling import AMSTERDAM
from bot.services.publiek import Blik
from bot.storage import tables as t
from bot.web import sjabloon
from bot.web.paginas import paginas_app
from tests.builders import NU, een_bijeenkomst, een_peiling
from tests.web.site import Site, over, vul
from tests.web.vulling import vul_alles, vul_wijk


def _cafe(tx: Connection, wijk: int) -> None:
    een_bijeenkomst(tx, wijk, titel="Café <Nest>", begin=over(days=2))
    een_bijeenkomst(tx, wijk, titel="Overleg", begin=over(days=3), doelgroep="werkgroep", doelgroep_bereik="x" * 22)


@pytest.mark.parametrize(
    ("gevraagd", "taal"),
    [
        ("", "nl"),
        ("en-GB,en;q=0.9,nl;q=0.8", "en"),
        ("nl;q=0.5, en;q=0.4", "nl"),
        ("qaa, qab;q=0.9, en;q=0.1", "en"),
        ("en;q=0", "nl"),
        ("en;q=nan", "nl"),
        ("*", "nl"),
        (";;,=,q=1;en", "nl"),
        ("en," * 2_000, "en"),
    ],
)
async def test_the_front_door_leads_to_the_language_that_the_browser_asks_for(
    site: Site, gevraagd: str, taal: str
) -> None:
    voor = await site.haal("/", **{"Accept-Language": gevraagd})
    assert (voor.status, voor.koppen["Location"], voor.koppen["Vary"]) == (302, f"./{taal}/", "Accept-Language")


async def test_a_page_is_in_its_language_and_leads_to_the_same_page_in_every_other(site: Site) -> None:
    await vul(site, _cafe)
    for taal in talen():
        agenda = await site.haal(f"/{taal}/agenda/")
        assert agenda.status == 200
        assert f'<html lang="{taal}" dir="{richting(taal)}">' in agenda.tekst
        assert vertaal(taal).plat("web.agenda.kort") in agenda.tekst
        for andere in talen():
            assert f'hreflang="{andere}" href="https://wijk.voorbeeld.nl/{andere}/agenda/"' in agenda.tekst
            assert f'href="../../{andere}/agenda/"' in agenda.tekst


async def test_when_every_condition_is_met_it_says_so_and_who_decides(site: Site) -> None:
    await site.zet(vul_wijk)
    uit = await site.database.read(standpublicatie.stel_op, site.wijk, NU, AMSTERDAM)
    alles, raad = (vertaal("nl").plat(f"web.stand.{wat}") for wat in ("alles", "wie_beslist"))
    for open_ in (1, 0):
        for drempel in uit.inhoud["drempels"][open_:]:
            drempel["verdict"] = "gehaald"
        await site.zet(standpublicatie.breng_uit, uit)
        thuis = (await site.haal("/nl/")).tekst
        assert (alles in thuis, raad in thuis) == (not open_, True)


async def test_what_is_for_a_part_of_the_wijk_is_not_there_and_what_was_typed_is_no_markup(site: Site) -> None:
    await vul(site, _cafe)
    for pad in ("/nl/", "/nl/agenda/"):
        tekst = (await site.haal(pad)).tekst
        assert "Café &lt;Nest&gt;" in tekst
        assert "Overleg" not in tekst
    (een,) = re.findall(r'href="[./]+(/nl/agenda/[\w-]{22}/)"', tekst)
    assert "Buurthuis" in (await site.haal(een)).tekst


async def test_a_page_with_nothing_to_show_is_not_in_the_navigation_and_is_not_found(site: Site) -> None:
    assert "/nl/agenda/" not in (await site.haal("/nl/")).tekst
    assert (await site.haal("/nl/agenda/")).status == 404
    assert (await site.haal("/nl/archief/")).status == 404


async def test_the_home_page_leads_to_no_result_that_is_for_a_part_of_the_wijk(site: Site) -> None:
    def sluit(tx: Connection, wijk: int) -> None:
        for naar in ("wijk", "stemmers"):
            nummer = een_peiling(tx, wijk, vraag=f"Voor de {naar}?", uitslag_naar=naar)
            tx.execute(update(t.peiling).where(t.peiling.c.id == nummer).values(gesloten_op=over(days=1)))

    await vul(site, sluit)
    thuis = (await site.haal("/nl/")).tekst
    assert "Voor de wijk?" in thuis
    assert "Voor de stemmers?" not in thuis


async def test_a_browser_keeps_a_page_and_asks_whether_it_changed(site: Site) -> None:
    eerst = await site.haal("/nl/")
    merk = eerst.koppen["ETag"]
    assert eerst.koppen["Cache-Control"] == "public, max-age=60"
    for gegeven in (merk, f"W/{merk}", f'"anders", {merk}', "*"):
        nog_eens = await site.haal("/nl/", **{"If-None-Match": gegeven})
        assert (nog_eens.status, nog_eens.tekst, nog_eens.koppen["ETag"]) == (304, "", merk)
    await vul(site, _cafe)
    assert (await site.haal("/nl/", **{"If-None-Match": merk})).status == 200
    (stijl,) = re.findall(r'rel="stylesheet" href="\.\./(stijl-[0-9a-f]{12}\.css)"', eerst.tekst)
    assert (await site.haal(f"/{stijl}")).koppen["Cache-Control"].endswith("immutable")


async def test_a_page_sets_no_cookie_asks_nothing_of_others_and_runs_no_script(site: Site) -> None:
    await vul(site, _cafe)
    for pad in ("/nl/", "/en/agenda/", "/nl/weg/"):
        gehaald = await site.haal(pad)
        assert "Set-Cookie" not in gehaald.koppen
        assert gehaald.koppen["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")
        assert gehaald.koppen["X-Content-Type-Options"] == "nosniff"
        assert gehaald.koppen["Referrer-Policy"] == "no-referrer"
        assert not re.search(r"<script|<style|style=|onclick|<iframe|@import|src=\"http", gehaald.tekst)


async def test_asking_for_the_head_of_a_page_gives_its_headers_only(site: Site) -> None:
    heel, kop = await site.haal("/nl/"), await site.haal("/nl/", "HEAD")
    assert (kop.status, kop.tekst) == (200, "")
    assert kop.koppen["Content-Length"] == str(len(heel.tekst.encode()))


@pytest.mark.parametrize("methode", ["POST", "PUT", "DELETE", "OPTIONS"])
async def test_nothing_can_be_sent_to_a_page(site: Site, methode: str) -> None:
    geweigerd = await site.haal("/en/", methode)
    assert (geweigerd.status, geweigerd.koppen["Allow"]) == (405, "GET, HEAD")
    assert vertaal("en").plat("web.fout.405") in geweigerd.tekst


@pytest.mark.parametrize(
    "pad",
    [
        "/nl/weg/",
        "/en/agenda/" + "x" * 22 + "/",
        "/xx/",
        "/nl//",
        "/nl/../../etc/passwd",
        "/nl/%2e%2e/%2e%2e/",
        "/nl/%00/",
        "/nl/%ff%fe/",
        "/nl/{{7*7}}/",
        "/nl/" + "a/" * 500,
        "/" + "%C3%A9" * 2_000,
        "/nl/basis/",
        "/nl/agenda/%20/",
        "/favicon.ico",
    ],
)
async def test_what_is_not_there_is_said_in_plain_words(site: Site, pad: str) -> None:
    async with site.http.get(URL(site.url + pad, encoded=True), allow_redirects=False) as antwoord:
        tekst = await antwoord.text()
        assert antwoord.status == 404, pad
        assert antwoord.headers["Cache-Control"] == "no-store"
    taal = "en" if pad.startswith("/en") else "nl"
    assert vertaal(taal).plat("web.fout.404") in tekst


@pytest.mark.parametrize(
    ("pad", "naar"), [("/nl", "./nl/"), ("/en/agenda", "./agenda/"), ("/nl/%C3%A9:", "./%C3%A9%3A/")]
)
async def test_a_forgotten_slash_leads_to_the_page_and_never_to_the_host_that_a_request_names(
    site: Site, pad: str, naar: str
) -> None:
    verkeerd = await site.haal(pad, Host="kwaad.voorbeeld")
    assert (verkeerd.status, verkeerd.koppen["Location"]) == (308, naar)
    assert (await site.haal("//kwaad.voorbeeld/nl", Host="kwaad.voorbeeld")).status == 404


async def test_a_path_that_no_database_takes_is_no_page() -> None:
    async def nooit(request: Request) -> Response:
        raise AssertionError("it came through")

    app = paginas_app([Route("/volgen/{geheim}", nooit)])
    gezegd: list[int] = []

    async def zend(bericht: Message) -> None:
        gezegd.append(bericht.get("status", 0))

    async def lees() -> Message:
        return {"type": "http.request"}

    await app({"type": "http", "method": "GET", "path": "/volgen/a\0", "headers": []}, lees, zend)
    assert gezegd[0] == 404


async def test_absurd_headers_are_refused_or_ignored(site: Site) -> None:
    for koppen in ({"If-None-Match": '"' * 9_000}, {"Accept-Language": "%" * 900}, {"Host": "kwaad.voorbeeld"}):
        assert (await site.haal("/nl/", **koppen)).status == 200
    with contextlib.suppress(aiohttp.ClientError):  # the server closed the connection while it was still being sent
        assert (await site.haal("/nl/", **{"X-Lang": "x" * 200_000})).status in {200, 400, 431}
    assert (await site.haal("/nl/")).status == 200


def test_every_part_has_its_templates() -> None:
    """A part is found by its name, and so are its templates."""
    er_zijn = {pad.name for pad in Path(sjabloon.__file__).parent.glob("sjablonen/*.html")}
    for naam, deel in publiek.DELEN.items():
        vormen = {"": deel.pagina, ".een": deel.een, ".thuis": deel.thuis}
        assert {f"{naam}{vorm}.html" for vorm, lees in vormen.items() if lees} <= er_zijn


async def test_the_full_site_that_axe_and_the_camera_see_has_something_in_every_part(site: Site) -> None:
    """A new part puts something in tests/web/vulling.py: what nobody fills, nobody looks at."""
    await vul_alles(site)
    begin = (await site.haal("/nl/")).tekst
    gevuld = await site.database.read(publiek.lees_thuis, Blik(site.wijk, site.klok.nu, AMSTERDAM))
    assert set(gevuld.delen) == {naam for naam, deel in publiek.DELEN.items() if deel.thuis}
    met_links = [begin]
    for naam in [naam for naam, deel in publiek.DELEN.items() if deel.pagina]:
        pagina = await site.haal(f"/nl/{naam}/")
        assert pagina.status == 200, naam
        met_links.append(pagina.tekst)
    for naam in [naam for naam, deel in publiek.DELEN.items() if deel.een]:
        assert any(re.search(rf"/nl/{naam}/[\w-]+/", tekst) for tekst in met_links), naam
