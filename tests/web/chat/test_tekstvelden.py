"""Script in every text: what people type, and each field of each message, is shown as text and never as markup."""

import contextlib
import copy
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from sqlalchemy import JSON, Connection, String, select, update
from sqlalchemy.exc import IntegrityError

from berichten import Boodschap, Toon, render, vertaal
from bot.channels.webzender import _inhoud
from bot.storage import tables as t
from bot.storage.webberichten import Webbericht
from bot.web import statisch
from bot.web.chat import scherm
from tests.berichten.voorbeelden import VOORBEELDEN
from tests.web.chat.conftest import Maak, doe_mee
from tests.web.site import Site
from tests.web.vulling import vul_alles
from tests.wereld import ANNA, NOOR, Wereld, knop, zin

KWAAD = (
    '"><script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)></li></div><iframe srcdoc=x></iframe>'
    '<a href="javascript:alert(1)" onclick=alert(1)>a</a><b style=x onmouseover=alert(1)>b</b><form action=//x>'
    "'{{7*7}}{% raw %}${7}<!--"
)
KORT = '"><img src=x onerror=alert(1)>'
_TAGS = set(("li p a br bdi img audio video div form input button time b strong i em u s code pre blockquote").split())  # noqa: SIM905 (so it can be read)
_VELDEN = "class id href rel src alt controls preload download dir method action type name value datetime tabindex"
_NOOIT = re.compile(r"on|style|srcdoc|formaction")
_SCHAKEL = re.compile(r"(https?|tel|mailto|geo|webcal):|/(?!/)|[#?]|[\w.][\w./-]*([#?].*)?$")


class Keur(HTMLParser):
    """Notes what on a page could run something, or lead where no page of ours leads.

    Args:
        streng: also whether there is anything else than a message has.
    """

    def __init__(self, *, streng: bool) -> None:
        super().__init__()
        self.streng, self.fout, self.tel = streng, list[str](), Counter[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        velden = {naam: waarde or "" for naam, waarde in attrs}
        self.tel[tag] += 1
        ons = {naam for naam in velden if naam in _VELDEN.split() or naam.startswith(("data-", "aria-"))}
        schakels = [velden[naam] for naam in ("href", "src", "action") if naam in velden]
        if (
            (self.streng and (tag not in _TAGS or ons < velden.keys()))
            or tag in {"iframe", "object", "embed", "base"}
            or (tag in {"script", "img", "form"} and not any(re.match(r"/|\.|https://t\.me/", een) for een in schakels))
            or any(_NOOIT.match(naam) for naam in velden)
            or not all(_SCHAKEL.match(een) for een in schakels)
        ):
            self.fout.append(f"<{tag} {velden}>")


def keur(html: str, *, streng: bool = False) -> Counter[str]:
    lezer = Keur(streng=streng)
    lezer.feed(html)
    lezer.close()
    assert lezer.fout == []
    return lezer.tel


def bladen(data: Any, pad: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where each text stands in the data of a message."""
    if isinstance(data, str):
        yield pad
    elif isinstance(data, dict | list):
        for plek, deel in data.items() if isinstance(data, dict) else enumerate(data):
            yield from bladen(deel, (*pad, plek))


def met(data: Any, pad: tuple[Any, ...], tekst: str) -> Any:
    anders = copy.deepcopy(data)
    waar = anders
    for plek in pad[:-1]:
        waar = waar[plek]
    waar[pad[-1]] = tekst
    return anders


@pytest.mark.parametrize("elke", [5, pytest.param(1, marks=pytest.mark.zwaar)])
def test_script_in_any_field_of_any_message_stands_on_the_page_as_text(elke: int) -> None:
    toon = Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot", KWAAD)
    nu, gekeurd, getoond = datetime(2027, 2, 1, tzinfo=UTC), 0, 0
    for soort, voorbeelden in VOORBEELDEN.items():
        for data in voorbeelden[:2]:
            for pad in list(bladen(data))[::elke]:
                try:
                    bericht = render(Boodschap(soort, met(data, pad, KWAAD)), toon)
                except Exception:
                    continue
                inhoud = _inhoud(bericht)
                html = scherm.bericht(Webbericht(1, 1, True, inhoud, nu), "nl", toon.zone, "c", "k")
                gekeurd += 1
                try:
                    tel = keur(html, streng=True)
                    assert (tel["li"], tel["form"]) == (1, int(bool(inhoud["knoppen"])))
                except AssertionError as fout:
                    fout.add_note(f"{soort} {pad}")
                    raise
                getoond += "&lt;script&gt;" in html or "&lt;img" in html
    assert gekeurd > 2000 / elke
    assert getoond > 300 / elke


async def test_script_in_what_a_resident_and_the_team_type_stands_on_every_page_as_text(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna, noor = await doe_mee(chatwereld, browser_van(ANNA)), chatwereld.mens(NOOR)
    await noor.vraag("/menu")
    await anna.typ(KWAAD)
    await anna.stuur_bestand("document", "a.txt", b"x", "text/plain", onderschrift="{{7*7}}")
    await anna.vraag("/vraag", zin("vraag.vraag"))
    await anna.typ(KWAAD)
    soort = await noor.vraag("/bijeenkomst", zin("bijeenkomst.soort.vraag"))
    await noor.druk(soort, knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag"))
    await noor.vraag(KORT, zin("bijeenkomst.begin.vraag"))
    await noor.vraag("3 februari 20:00", zin("bijeenkomst.plaats.vraag"))
    voorbeeld = await noor.vraag(KORT, zin("formulier.voorbeeld"))
    await noor.tik(voorbeeld, knop("knop.klaar"))
    await chatwereld.rust()
    await chatwereld.plan_peiling(vraag=KORT, opties=(KORT, "<script>alert(1)</script>"))
    await anna.vraag("/agenda")
    await chatwereld.rust()
    html = await anna.html()
    assert html.count("&lt;script&gt;") > 2
    assert html.count("&lt;img src=x onerror") > 2
    keur(html)
    async with aiohttp.ClientSession() as http, http.get(anna.basis + "/chat/stroom", headers=anna._koppen()) as stroom:
        while b"data:" not in (regel := await stroom.content.readline()):
            pass
    stukken = [een["html"] for een in json.loads(regel.removeprefix(b"data:"))["berichten"]]
    assert len(stukken) > 5
    for stuk in stukken:
        keur(stuk, streng=True)
    for pad in ("/nl/", "/nl/agenda/", "/ar/agenda/"):
        keur(await anna.html(pad))


def _vervuil(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {naam: _vervuil(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_vervuil(deel) for deel in waarde]
    return KWAAD if isinstance(waarde, str) and " " in waarde and waarde[0] not in "{[" else waarde


def vervuil(tx: Connection, wijk: int) -> None:
    """Put script in every text of every table: what has a space in it is no kind and no id."""
    for tabel in t.metadata.sorted_tables:
        kolommen = [k for k in tabel.c if isinstance(k.type, String | JSON)]
        sleutel = list(tabel.primary_key)
        for rij in tx.execute(select(tabel)).mappings().all():
            anders = {k.name: nieuw for k in kolommen if (nieuw := _vervuil(rij[k.name])) != rij[k.name]}
            if anders and sleutel:
                with contextlib.suppress(IntegrityError), tx.begin_nested():  # the name of a chat has a space here
                    tx.execute(update(tabel).where(*(k == rij[k.name] for k in sleutel)).values(**anders))


async def test_script_in_every_text_of_the_database_stands_on_the_public_page_as_text(site: Site) -> None:
    await vul_alles(site)
    await site.zet(vervuil)
    getoond = 0
    for naam, inhoud in (await statisch.verzamel(site.publiek)).items():
        if inhoud.startswith(b"<!doctype html>"):
            try:
                keur(inhoud.decode())
            except AssertionError as fout:
                fout.add_note(naam)
                raise
            getoond += b"&lt;script&gt;" in inhoud
    assert getoond > 20
