"""The page of all wijken of a gemeente: in the order of a street index, and nothing untrue of what cannot be read."""

import logging
import re
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from berichten import Toon, vertaal
from bot.clock import SystemClock
from bot.rules import spelregels
from bot.web.overzicht import Overzicht, Wijk

REGELS = spelregels.uit_ruw({}, "de test")
NAMEN = ("Überwijk", "'t Zand", "<b>Noord</b>", "oost", "Écluse")


class Bron(Overzicht):
    """Reads how each stands from here."""

    async def _stand(self, wijk: Wijk) -> dict[str, Any] | None:
        gehaald = [{"soort": een.soort, "verdict": "gehaald"} for een in REGELS.drempels]
        over = {"regels": REGELS.als_json(), "drempels": gehaald, "afgesloten": None, "dag": "2027-02-01"}
        return {"a": over, "b": None}.get(wijk.sleutel, over)


def overzicht(soort: type[Overzicht], database: Any) -> Overzicht:
    wijken = [Wijk(nummer, naam, "abcde"[nummer]) for nummer, naam in enumerate(NAMEN)]
    toon = Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "")
    return soort(database, wijken, SystemClock(), toon, "https://gemeente.example")


async def test_the_wijken_stand_by_name_each_with_its_link_and_no_name_is_markup() -> None:
    html = (await overzicht(Bron, None).pagina("nl")).decode()
    assert re.findall(r'<h2><a href="\.\./(\w)/nl/">(.*?)</a>', html) == [
        ("c", "&lt;b&gt;Noord&lt;/b&gt;"),
        ("e", "Écluse"),
        ("d", "oost"),
        ("b", "&#39;t Zand"),
        ("a", "Überwijk"),
    ]
    assert html.count("Zo stond het op 1 februari 2027.") == 4
    assert html.count(vertaal("nl").plat("web.wijken.geen")) == 1


async def test_of_a_wijk_that_cannot_be_read_it_does_not_say_that_nothing_was_agreed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        html = (await overzicht(Overzicht, None).pagina("nl")).decode()
    assert "could not be read" in caplog.text
    assert html.count(vertaal("nl").plat("web.wijken.later")) == len(NAMEN)
    assert vertaal("nl").plat("web.wijken.geen") not in html
