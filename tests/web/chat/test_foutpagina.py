"""Who asks what cannot be reads why in their own language, with the way back."""

import pytest

from berichten import vertaal
from bot.storage import tables as t
from tests.web.chat.conftest import Maak
from tests.web.chat.test_aanvallen import velden_van
from tests.wereld import ANNA, BRAM, Wereld

_VAN_MENSEN = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}


async def test_who_may_not_or_asks_too_much_or_what_is_gone_reads_it_in_their_language_with_the_way_back(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna, vreemd = browser_van(ANNA), browser_van(BRAM)
    await anna.begin()
    velden = await velden_van(anna)
    await chatwereld.database.write(0, lambda tx: tx.execute(t.account.update().values(taal="ar")))
    anna.koppen |= _VAN_MENSEN
    vreemd.koppen |= _VAN_MENSEN | {"Accept-Language": "uk"}
    te_oud = await anna.post("/chat/typ", velden | {"csrf": "0"})
    while (te_vaak := await anna.post("/chat/tik", velden | {"data": "x", "bericht": "0"})).status == 303:
        pass
    assert (te_oud.status, te_vaak.status) == (403, 429)
    gezegd = {
        ("ar", "fout"): await te_oud.text(),
        ("ar", "te_druk"): await te_vaak.text(),
        ("ar", "fout_weg"): await anna.html("/chat/bestand/999"),
        ("uk", "fout_weg"): await vreemd.html("/chat/was-er/nooit"),
    }
    for (taal, wat), inhoud in gezegd.items():
        assert vertaal(taal).plat(f"webkanaal.{wat}") in inhoud, (taal, wat)
        assert '<a class="knop" href="/chat/">' in inhoud
        assert f'lang="{taal}" dir="{"rtl" if taal == "ar" else "ltr"}"' in inhoud


@pytest.mark.parametrize("koppen", [{"X-Gehoord": "script"} | _VAN_MENSEN, {"Accept": "image/avif,*/*"}])
async def test_a_script_or_a_picture_gets_no_page(
    chatwereld: Wereld, browser_van: Maak, koppen: dict[str, str]
) -> None:
    anna = browser_van(ANNA)
    await anna.begin()
    anna.koppen |= koppen
    assert await anna.html("/chat/bestand/999") == "Not Found"
