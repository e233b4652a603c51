"""The public page of the signed heads: before the first night, after it, and what is not there."""

import html
import re
from datetime import timedelta

import pytest

from berichten import vertaal
from bot.rules import ijkpunt
from tests.web.conftest import haal
from tests.wereld import ANNA, Wereld


async def test_after_a_night_anyone_reads_the_head_and_the_key_that_signed_it(webwereld: Wereld) -> None:
    adres = f"{webwereld.settings.web.url}/ijkpunten/"
    status, leeg, koppen = await haal(adres)
    assert (status, koppen["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "default-src 'none'" in koppen["Content-Security-Policy"]
    assert 'class="leeg"' in leeg
    assert (await haal(f"{adres}sleutel.pub"))[0] == 404, "there is no key before the first head"
    await webwereld.bewoner(ANNA)
    await webwereld.ga_naar(webwereld.klok.nu + timedelta(days=2))
    pagina = (await haal(adres))[1]
    assert 'class="leeg"' not in pagina
    assert html.escape(vertaal("nl").plat("ijkpuntpagina.bewaar")) in pagina
    namen = re.findall(r'href="(\d+-\S+\.txt)"', pagina)
    status, notitie, koppen = await haal(adres + namen[0])
    assert (status, koppen["Content-Type"]) == (200, "text/plain; charset=utf-8")
    sleutel = ijkpunt.Sleutel.lees((await haal(f"{adres}sleutel.pub"))[1].strip())
    assert namen[0].startswith(f"{ijkpunt.lees(notitie, sleutel).grootte}-")


@pytest.mark.parametrize("naam", ["0-2027-01-01.txt", "..%2f..%2fetc%2fpasswd", "%00", "sleutel", "x" * 5_000])
async def test_a_head_that_is_not_there_is_not_found(webwereld: Wereld, naam: str) -> None:
    status, tekst, _ = await haal(f"{webwereld.settings.web.url}/ijkpunten/{naam}")
    assert (status, naam in tekst) == (404, False)
