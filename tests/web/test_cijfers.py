"""Figures and what solutions mean, on the public page: with their sources, and only what is public."""

import re
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from bot.storage import indicatoren
from tests.builders import NU, een_account, een_publiek_id
from tests.services.test_warmtekaart import plaats
from tests.web.site import Site, vul


def kaarten_en_cijfers(tx: Connection, wijk: int) -> None:
    """Publish two cards, a series with a gap, and one that is not public."""
    plaats(tx, wijk, "Warmtenet <b>", "rijwoning", ruimte="Een kast & meer.")
    plaats(tx, wijk, "Warmtepomp")
    door = een_account(tx, een_publiek_id())
    vast = {"op": NU, "gemaakt_door": door}
    for naam, openbaar in (("Isolatie <i>", True), ("Geheim", False)):
        velden = {"naam": naam, "eenheid": "huizen", "uitleg": "Dak en muren.", "soort": "maand", "openbaar": openbaar}
        reeks = indicatoren.maak(tx, wijk, publiek_id=een_publiek_id(), **velden, **vast)
        for maand, waarde in ((9, "120"), (10, "131.5"), (12, "150"), (12, "151")):
            begin, reden = date(2026, maand, 1), "Vergeten." if waarde == "151" else None
            punt = {"begin": begin, "bron": "Gemeente", "reden": reden}
            indicatoren.voeg_toe(tx, wijk, reeks, Decimal(waarde), **punt, **vast)


async def test_a_series_is_drawn_with_the_same_in_a_table_and_what_was_corrected(site: Site) -> None:
    await vul(site, kaarten_en_cijfers)
    tekst = (await site.haal("/nl/cijfers/")).tekst
    assert re.findall(r'<th scope="row">([^<]*)</th><td>([^<]*)</td>', tekst) == [
        ("september 2026", "120"), ("oktober 2026", "131,5"), ("november 2026", "geen cijfer"),
        ("december 2026", "151"),
    ]  # fmt: skip
    assert "Bron: Gemeente" in tekst
    assert "december 2026 was 150 en is 151." in tekst
    assert tekst.count('class="gat"') == 2
    assert "Isolatie &lt;i&gt;" in tekst
    assert "Geheim" not in tekst
    assert "151<" in (await site.haal("/en/cijfers/")).tekst


async def test_each_solution_has_its_costs_for_all_homes_with_their_sources(site: Site) -> None:
    await vul(site, kaarten_en_cijfers)
    tekst = (await site.haal("/en/warmtekaarten/")).tekst
    assert "Warmtenet &lt;b&gt;" in tekst
    assert "Een kast &amp; meer." in tekst
    assert "<td>€4,000 to €6,000</td>" in tekst
    assert "Source: Rekenblad, 15 January 2027." in tekst
    assert "The gas stops. When: in 2035." in tekst


async def test_without_figures_and_cards_there_are_no_such_pages(site: Site) -> None:
    assert {(await site.haal(f"/nl/{deel}/")).status for deel in ("cijfers", "warmtekaarten")} == {404}
