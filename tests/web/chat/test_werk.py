"""The wide pages of the team in the browser: who sees which, what stands in them, and that a tap there is that tap."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

from sqlalchemy import Connection, select

from berichten import Toon, vertaal
from berichten.werkblad import spelregels as spelregelblad
from bot.rules.spelregels import Spelregels
from bot.services.handeling import AMSTERDAM
from bot.storage import tables as t
from bot.voorbeeldbuurt import Rol
from bot.web.chat.werk.overzichten import OVERZICHTEN
from bot.webinstellingen import KANAAL as WEB
from tests.browser import Browsermens
from tests.builders import een_bijeenkomst, een_huishouden, een_wijk
from tests.web.chat.conftest import Maak, doe_mee
from tests.wereld import ANNA, IBRAHIM, NOOR, NU, Wereld, knop, zin

_STRATEN = ("Lindelaan", "Merelweg")
BEGIN = datetime(2027, 2, 3, 19, 0, tzinfo=UTC)


async def met_rol(wereld: Wereld, wie: Rol, rol: str, bereik: str = "") -> Browsermens:
    """Give someone a role in the browser, and return their browser."""
    velden = {"wijk": wereld.wijk, "rol": rol, "kanaal": WEB, "extern_id": str(wie.id), "bereik": bereik}
    van = {"bron": "uitnodiging", "publiek_id": f"{rol}{wie.id}".ljust(22, "x"), "toegekend_op": NU}
    await wereld.database.write(0, lambda tx: tx.execute(t.rol.insert().values(**velden, **van)) and None)
    mens = wereld.browser(wie)
    await mens.vraag("/menu", zin("menu.tekst"))
    return mens


async def blad(mens: Browsermens, pad: str) -> str:
    """Return what stands on a wide page, without the chat beside it."""
    html = await mens.html(f"/chat/werk/{pad}")
    return html.partition('<main id="werk"')[2]


def tekst(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", html)))


async def tik(mens: Browsermens, pad: str, data: str, **anders: str) -> str:
    """Tap a button of a page, as a browser without script does; return where it leads, or why nowhere."""
    html = await mens.html(f"/chat/werk/{pad}")
    velden = dict(re.findall(r'name="(csrf|keer|terug)" value="([^"]*)"', html.partition('class="doen"')[2]))
    waar = re.search(rf'value="{re.escape(data)}"[^>]*? formaction="([^"]*)"', html)
    antwoord = await mens.post(waar[1] if waar else "/chat/werk/tik", {**velden, "data": data} | anders)
    return antwoord.headers.get("Location", str(antwoord.status))


async def test_a_resident_finds_no_way_to_the_pages_of_the_team_and_gets_none_by_their_address(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    assert "/chat/werk/" not in await anna.html()
    for pad in (*(een.naam for een in OVERZICHTEN), "bestaatniet", "planning/iets"):
        adres = f"{anna.basis}/chat/werk/{pad}"
        async with anna._session.get(adres, headers=anna._koppen()) as antwoord:
            assert (antwoord.status, "werk" in await antwoord.text()) == (404, False), pad
            assert antwoord.headers["Cache-Control"] == "no-store"
        async with anna._session.get(adres, allow_redirects=False) as antwoord:  # not signed in at all
            assert antwoord.status == 303


async def test_each_role_finds_the_pages_of_its_own_commands_and_no_other(chatwereld: Wereld) -> None:
    ziet = {
        "trekker": {"planning"},
        "aanspreekpunt": {"openvragen"},
        "kerngroep": set(),
        "straatcontact": {"straten"},
        "buurtbegeleider": {"deurlijst", "straten", "planning", "openvragen", "spelregels"},
        "organisator": {een.naam for een in OVERZICHTEN},
        "beheerder": {"spelregels", "export", "rolgebruik"},
    }
    for wie, (rol, welke) in enumerate(ziet.items(), start=9100):
        mens = await met_rol(chatwereld, Rol(wie, rol), rol, "Lindelaan" if rol == "straatcontact" else "")
        gevonden = {een.naam for een in OVERZICHTEN if "<h2>" in await blad(mens, een.naam)}
        assert gevonden == welke, rol
        assert ("/chat/werk/" in await mens.html()) == bool(welke), rol


async def test_what_is_planned_stands_in_a_table_that_can_be_sorted_and_a_button_opens_it_in_the_chat(
    chatwereld: Wereld,
) -> None:
    noor = await met_rol(chatwereld, NOOR, "buurtbegeleider")
    await chatwereld.plan_bijeenkomst()
    await chatwereld.plan_peiling()
    planning = await blad(noor, "planning")
    assert "Café" in tekst(planning)
    assert "Welke?" in tekst(planning)
    assert planning.count("Welke?") < planning.index("Café"), "the first first"
    op_titel = await blad(noor, "planning?op=titel")
    titels = re.findall(r'<span dir="auto">([^<]*)</span>', op_titel)
    assert titels == sorted(titels, key=str.casefold)
    assert 'aria-sort="ascending"' in op_titel
    assert re.findall(r'<span dir="auto">([^<]*)</span>', await blad(noor, "planning?op=titel&neer=1"))[0] == "Welke?"
    data = re.findall(r'value="(pl:herinnering_dag:[^"]*)"', planning)[0]
    assert await tik(noor, "planning", data) == "/chat/#laatste"
    await noor.wacht(lambda b: zin("planning.wat.herinnering_dag") in b["text"], "in de chat")


async def test_a_question_stands_in_the_table_without_who_asks_and_is_answered_in_the_chat(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    noor = await met_rol(chatwereld, NOOR, "buurtbegeleider")
    zeker = await anna.vraag("/vraag Hoe duur is <b>een</b> warmtepomp?", zin("vraag.bevestig"))
    await anna.druk(zeker, knop("vraag.knop_plan"), zin("vraag.gestuurd", dag="{dag}").partition("{dag}")[0])
    html = await blad(noor, "openvragen")
    assert "Hoe duur is &lt;b&gt;een&lt;/b&gt; warmtepomp?" in html
    assert "Lindelaan" not in html
    assert "Anna" not in html
    data = re.findall(r'value="(vra:[^"]*)"', html)[0]
    assert await tik(noor, "openvragen", data) == "/chat/#laatste"
    await noor.wacht(lambda b: "1.000" in b["text"], "typ uw antwoord")
    await noor.typ("Dat verschilt per huis.")
    await anna.wacht(lambda b: "Dat verschilt per huis." in b["text"], "het antwoord")
    assert zin("vraagpunt.leeg") in tekst(await blad(noor, "openvragen"))


async def test_a_tap_that_is_forged_or_of_another_role_does_nothing_and_an_odd_form_is_refused(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    noor, anna = await met_rol(chatwereld, NOOR, "buurtbegeleider"), await doe_mee(chatwereld, browser_van(ANNA))
    await chatwereld.plan_bijeenkomst()
    data = re.findall(r'value="(pl:[^"]*)"', await blad(noor, "planning"))[0]
    csrf = dict(re.findall(r'name="(csrf)" value="([^"]*)"', await anna.html()))
    velden = {**csrf, "keer": "x", "terug": "/chat/werk/planning", "data": data}
    assert (await anna.post("/chat/werk/tik", velden)).status == 303
    await anna.wacht(lambda b: zin("geweigerd.rol_nodig") in b["text"], "niet voor haar")
    for anders in ({"terug": "https://elders.example/"}, {"terug": "//elders"}, {"keer": ""}, {"data": ""}):
        assert (await anna.post("/chat/werk/tik", velden | anders)).status == 400, anders
    assert (await anna.post("/chat/werk/tik", velden | {"csrf": "0"})).status == 403


async def test_who_is_at_the_door_is_ticked_in_the_table_once_however_often_it_is_sent_and_the_page_says_how_it_stands(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    noor, anna = await met_rol(chatwereld, NOOR, "buurtbegeleider"), await doe_mee(chatwereld, browser_van(ANNA))
    ibrahim = await met_rol(chatwereld, IBRAHIM, "organisator")
    bijeenkomst = await chatwereld.plan_bijeenkomst()
    await chatwereld.ga_naar(BEGIN)
    await anna.vraag(await chatwereld.deurcode(bijeenkomst), zin("deur.binnen", titel="Café"))
    eerst = await blad(noor, "deurlijst")
    assert zin("deurlijst.door_zelf") in tekst(eerst), "who came by themselves is no button"
    maria = re.findall(r'value="(dla:[^"]*:1)"', eerst)[0]
    keer = {"keer": "nog-eens"}
    naar = await tik(noor, "deurlijst", maria, **keer)
    assert naar.startswith("/chat/werk/deurlijst?net=")
    daarna = await blad(noor, naar.removeprefix("/chat/werk/"))
    assert zin("webkanaal.werk_op_lijst", wie="Bewoner 1", adres="{adres}").partition("{")[0] in tekst(daarna)
    uit = maria.replace("dla:", "dlu:")
    assert f'value="{uit}" aria-label="Bewoner 1' in daarna
    assert uit not in await blad(ibrahim, "deurlijst"), "only who ticked takes it back"
    await tik(noor, "deurlijst", maria)
    assert await chatwereld.tel(t.bewijs_prive, t.bewijs_prive.c.methode == "deurlijst") == 1
    gesprek = (await noor.pagina()).berichten
    assert sum("Lindelaan" in b["text"] for b in gesprek) == 1, "one message in the chat for all who are ticked"
    await tik(noor, "deurlijst", uit)
    await tik(noor, "deurlijst", maria, **keer)  # the first tap, sent once more by a browser that heard nothing
    assert maria in await blad(noor, "deurlijst")
    assert maria not in await blad(noor, "deurlijst?zoek=Lindelaan+999")
    assert "999" in tekst(await blad(noor, "deurlijst?zoek=Lindelaan+999"))


async def test_an_address_list_shows_how_far_a_street_is_and_a_straatcontact_only_the_own_one(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anders = await chatwereld.database.write(0, lambda tx: een_huishouden(tx, chatwereld.wijk, straat="Merelweg"))
    await doe_mee(chatwereld, browser_van(ANNA))
    noor = await met_rol(chatwereld, NOOR, "buurtbegeleider")
    alle = await blad(noor, "straten")
    assert "Lindelaan 3 1 2" in tekst(alle), "three addresses, one reached, two to go"
    straten = dict(re.findall(r'href="/chat/werk/(straten/[^"]*)">([^<]*)</a>', alle))
    lindelaan, merelweg = (next(pad for pad, naam in straten.items() if naam == wat) for wat in _STRATEN)
    assert (await blad(noor, lindelaan)).count('value="ad:') == 3
    contact = await met_rol(chatwereld, Rol(9200, "Cor"), "straatcontact", "Lindelaan")
    assert "Merelweg" not in await blad(contact, "straten")
    assert "Lindelaan" in await blad(contact, lindelaan)
    assert await blad(contact, merelweg) == ""
    assert anders.code not in alle


async def test_what_is_read_on_a_page_and_what_is_refused_there_stands_in_the_audit_trail_beside_it(
    chatwereld: Wereld,
) -> None:
    noor, ibrahim = (
        await met_rol(chatwereld, NOOR, "buurtbegeleider"),
        await met_rol(chatwereld, IBRAHIM, "organisator"),
    )
    await blad(noor, "planning")
    assert await blad(noor, "rolgebruik") == ""
    spoor = tekst(await blad(ibrahim, "rolgebruik"))
    daad = [zin(f"rolgebruik.daad.{een}") for een in ("geweigerd", "gelezen")]
    assert re.search(rf"rolgebruik · werkblad {daad[0]}.*planning · werkblad {daad[1]}", spoor), "the last first"
    gezocht = await blad(ibrahim, "rolgebruik?zoek=planning")
    assert "planning · werkblad" in gezocht
    assert "rolgebruik · werkblad" not in gezocht
    assert zin("geweigerd.rolgebruik.niets")[:20] in tekst(await blad(ibrahim, f"rolgebruik?zoek={'x' * 60}"))


async def test_counts_that_are_asked_for_on_the_page_come_in_the_chat_and_can_be_downloaded_from_both(
    chatwereld: Wereld,
) -> None:
    ibrahim = await met_rol(chatwereld, IBRAHIM, "organisator")
    assert zin("webkanaal.werk_geen_bestanden") in tekst(await blad(ibrahim, "export"))
    assert await tik(ibrahim, "export", "export") == "/chat/#laatste"
    await ibrahim.wacht(lambda b: b.get("document", {}).get("file_name") == "manifest.json", "de bestanden")
    namen = dict(re.findall(r'<a href="(/chat/bestand/[^"]*)">([^<]*)</a>', await blad(ibrahim, "export")))
    assert {"tellingen.xlsx", "tellingen-excel.csv", "manifest.json"} <= set(namen.values())
    waar = next(pad for pad, naam in namen.items() if naam == "tellingen.xlsx")
    assert (await ibrahim._haal(waar))[:2] == b"PK"


def test_versions_of_the_spelregels_stand_side_by_side_and_what_one_changed_is_marked() -> None:
    toon = Toon(vertaal("nl"), AMSTERDAM, "")
    regels = Spelregels()
    versies = [
        {"versie": 1, "concept": False, "regels": regels.als_json(), "besluit": None, "reden": None},
        {
            "versie": 2,
            "concept": True,
            "regels": replace(regels, eenheid="huishoudens").als_json(),
            "besluit": None,
            "reden": "Zo telt elk huis.",
        },
    ]
    (tabel,) = spelregelblad.blad(toon, versies).tabellen
    merken = {rij[0].tekst: rij[2].merk for rij in tabel.rijen}
    anders = zin("webkanaal.werk_anders")
    assert merken[zin("spelregelvorm.wat.eenheid")] == anders
    assert merken[zin("webkanaal.werk_reden")] == ""
    assert list(merken.values()).count("") > 1, "what stays has no mark"


async def test_what_belongs_to_another_wijk_is_no_page_and_a_tick_there_does_nothing(chatwereld: Wereld) -> None:
    def elders(tx: Connection) -> tuple[str, str]:
        ander = een_wijk(tx, "Elders")
        huis = een_huishouden(tx, ander, straat="Verweg").id
        publiek_id = tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == huis))
        return een_bijeenkomst(tx, ander, begin=BEGIN).publiek_id, publiek_id or ""

    avond, huis = await chatwereld.database.write(0, elders)
    noor = await met_rol(chatwereld, NOOR, "buurtbegeleider")
    await chatwereld.plan_bijeenkomst()
    await chatwereld.ga_naar(BEGIN)
    assert await blad(noor, f"deurlijst/{avond}") == await blad(noor, f"straten/{huis}") == ""
    assert huis not in (await blad(noor, "deurlijst?zoek=Verweg+1"))
    assert "Verweg" not in await blad(noor, f"deurlijst?bij={huis}")
    hier = re.findall(r'value="dla:([^:]*):([^:]*):1"', await blad(noor, "deurlijst"))[0]
    for bijeenkomst, waar in ((avond, huis), (hier[0], huis), (avond, hier[1])):
        await tik(noor, "deurlijst", f"dla:{bijeenkomst}:{waar}:1")
    assert await chatwereld.tel(t.bewijs_prive, t.bewijs_prive.c.methode == "deurlijst") == 0
