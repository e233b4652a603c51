"""The public page of a bot that runs: what its nights publish, beside its other pages, its health and its figures."""

from dataclasses import replace
from datetime import timedelta

from berichten import vertaal
from tests.web.conftest import haal
from tests.wereld import ANNA, Wereld, vrije_poort


async def test_the_page_shows_what_the_night_published_and_a_restart_changes_nothing(webwereld: Wereld) -> None:
    url, nog_niet = webwereld.settings.web.url, vertaal("nl").plat("web.stand.nog_niet")
    await webwereld.bewoner(ANNA)
    assert nog_niet in (await haal(f"{url}/nl/"))[1]
    await webwereld.ga_naar(webwereld.klok.nu + timedelta(days=1))
    thuis = (await haal(f"{url}/nl/"))[1]
    assert nog_niet not in thuis
    assert vertaal("nl").plat("web.stand.niet_gehaald") in thuis
    assert "/nl/controle/" in (await haal(f"{url}/nl/archief/"))[1], "the night signed a head"
    await webwereld.stop()
    cijfers = f"127.0.0.1:{vrije_poort()}"
    webwereld.settings = replace(webwereld.settings, web=replace(webwereld.settings.web, metrics_adres=cijfers))
    await webwereld.start()
    assert (await haal(f"{url}/nl/"))[1] == thuis
    for pad in ("/healthz", "/readyz"):
        assert (await haal(url + pad))[:2] == (200, "ok\n")
    assert (await haal(f"{url}/metrics"))[0] == 404
    assert "gehoord_updates" in (await haal(f"http://{cijfers}/metrics"))[1]
