"""The letter and what hangs or shines somewhere lead to the browser, and from there to Telegram for who wants that."""

from pathlib import Path
from typing import Any

from bot import brieven
from bot.rules.adressen import Adres
from tests.builders import PEPER
from tests.services.test_brieven import rijen
from tests.web.chat.conftest import Maak
from tests.wereld import ANNA, NU, Wereld, zin


async def test_the_letter_opens_the_browser_with_its_code_and_offers_telegram_with_the_same(
    chatwereld: Wereld, browser_van: Maak, tmp_path: Path
) -> None:
    hier = chatwereld.settings.meedoen_url
    waar: dict[str, Any] = {
        "wijk": chatwereld.wijk,
        "map_": tmp_path / "brieven",
        "peper": PEPER,
        "now": NU,
        "botlink": hier,
    }
    huis = Adres("Meidoornlaan", 1, "", "3512MD", volwassenen=1)
    await brieven.schrijf_brieven(chatwereld.database, adressen=[huis], **waar)
    [brief] = rijen(tmp_path / "brieven" / "brieven-1.csv")
    assert brief["link"].startswith(f"{chatwereld.settings.web.url}/chat/?start=")
    start = brief["link"].partition("=")[2]
    pagina = await browser_van(ANNA).html(f"/chat/?start={start}")
    assert f'name="start" value="{start}"' in pagina
    assert f'href="{chatwereld.settings.telegram.botlink}?start={start}"' in pagina


async def test_the_code_at_the_door_can_be_scanned_by_who_has_no_telegram(chatwereld: Wereld) -> None:
    toon = chatwereld.omgeving.toon("nl")
    assert toon.overal == chatwereld.settings.meedoen_url
    assert toon.botlink == chatwereld.settings.telegram.botlink, "what is tapped in a chat stays on its own network"


async def test_the_public_page_says_nothing_of_telegram_where_the_browser_is_enough(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    pagina = (await browser_van(ANNA).html("/nl/meedoen/")).partition(zin("web.meedoen.gegevens"))
    assert chatwereld.settings.meedoen_url in pagina[0]
    assert "Telegram" not in pagina[0]
