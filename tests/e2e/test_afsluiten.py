"""Closing the process in the chat: two people over a restart, told to everyone, and what a correction asks after it."""

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.e2e.test_bijdrage import een_gesprek, open_gesprek
from tests.e2e.test_spelregels import voorstel_id, vraag_vast, zeg_ja
from tests.wereld import ANNA, BRAM, IBRAHIM, NOOR, NU, Wereld, knop, labels, zin


async def test_two_people_close_it_once_over_a_restart_and_then_a_correction_asks_a_second_person(
    wereld: Wereld,
) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await noor.vraag("/menu")
    await ibrahim.vraag("/afsluiten", zin("geweigerd.afsluiten.geen_spelregels"))
    await vraag_vast(ibrahim)
    await zeg_ja(wereld, noor)
    await een_gesprek(wereld, anna)
    menu = await bram.vraag("/menu")
    for data in ("afsluiten", "afsluiten:" + "A" * 22):
        assert zin("geweigerd.rol_nodig") in tekst_van(await bram.na(bram.vervals(menu, data)))

    regels = await ibrahim.vraag("/spelregels", zin("spelregels.nodig"))
    scherm = await ibrahim.druk(regels, knop("spelregels.knop_afsluiten"), zin("afsluiten.betekent"))
    for _ in range(2):
        await ibrahim.tik(scherm, knop("afsluiten.knop_vraag"))
    await wereld.rust()
    assert await wereld.tel(t.voorstel, t.voorstel.c.soort == "afsluiten", t.voorstel.c.staat == "open") == 1
    await wereld.herstart()
    vraag = await noor.wacht(
        lambda b: zin("voorstel.wat.afsluiten") in tekst_van(b) and knop("voorstel.knop_lees") in labels(b), "de vraag"
    )
    await noor.tik(vraag, knop("voorstel.knop_lees"))
    knoppen = await noor.wacht(
        lambda b: zin("voorstel.wat.afsluiten") in tekst_van(b) and knop("voorstel.knop_ja") in labels(b), "de knoppen"
    )
    assert any(zin("afsluiten.betekent") in tekst_van(b) for b in await noor.berichten())
    await noor.tik(knoppen, knop("voorstel.knop_ja"))
    await noor.vervals(knoppen, f"vja:{voorstel_id(knoppen)}")
    await wereld.rust()
    await wereld.herstart()
    await wereld.rust()
    assert (await wereld.tel(t.afsluiting), await wereld.tel(t.uitslag)) == (1, 1), "two taps and a restart are one"
    assert await wereld.tel(t.ijkpunt, t.ijkpunt.c.notitie.is_(None)) == 0, "its head is signed"

    await wereld.ga_naar(NU)
    bericht = await anna.wacht(lambda b: zin("afgesloten.verder") in tekst_van(b), "dat het is afgesloten")
    uitkomst = await anna.druk(bericht, knop("afgesloten.knop"), zin("stand.voet.slot"))
    assert zin("stand.kop", wijk="Vogelbuurt") not in tekst_van(uitkomst)
    await ibrahim.vraag("/afsluiten", zin("geweigerd.afsluiten.al"))

    een = await open_gesprek(anna)
    wat = await anna.druk(een, knop("bijdrage.knop_klopt_niet"), zin("correctie.wat"))
    await anna.druk(wat, knop("correctie.knop_niet"), zin("correctie.gevraagd"))
    vraag = await ibrahim.wacht(lambda b: knop("correctie.knop_ja") in labels(b), "de correctie")
    await ibrahim.druk(vraag, knop("correctie.knop_ja"), zin("voorstel.gemaakt"))
    await wereld.rust()
    assert await wereld.tel(t.bewijs_prive, ~t.bewijs_prive.c.vervallen) == 1, "nothing before a second person"
