"""Practising in the bot's own chat: everything can be done, nobody gets anything of it, and it is left with one tap."""

from bot.demo.telefoon import Bericht, tekst_van
from bot.storage import tables as t
from tests.wereld import ANNA, NOOR, Mens, Wereld, knop, labels, zin

OEFENING = "OEFENING"
WIJKEN = [t.bijeenkomst, t.peiling, t.uitzending, t.bewijs, t.outbox, t.bewoner]


async def test_a_begeleider_plans_asks_writes_and_stands_at_the_door_and_no_resident_gets_anything(
    wereld_overal: Wereld,
) -> None:
    anna, noor = await wereld_overal.bewoner(ANNA), wereld_overal.mens(NOOR)
    await noor.vraag("/menu")
    vooraf = [await wereld_overal.tel(tabel) for tabel in WIJKEN]
    gelezen = await anna.berichten()
    begin = len(await noor.berichten())
    scherm = await noor.vraag("/oefenen", zin("oefenen.scherm"))
    les = await noor.druk(scherm, knop("oefenen.knop_les.bijeenkomst"), zin("oefenen.les.bijeenkomst"))
    soort = await noor.druk(les, knop("knop.bijeenkomst"), zin("bijeenkomst.soort.vraag"))
    await noor.druk(soort, knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag"))
    await noor.vraag("Koffie met buren", zin("bijeenkomst.begin.vraag"))
    await wereld_overal.herstart()
    await noor.vraag("3 februari 20:00", zin("bijeenkomst.plaats.vraag"))
    voorbeeld = await noor.vraag("Buurthuis", zin("formulier.voorbeeld"))
    await noor.tik(voorbeeld, knop("knop.klaar"))
    ging = await _ging_naar(noor)
    gezien = await noor.na(noor.tik(ging, knop("oefenen.knop_zie")))
    assert zin("oefenen.zie") in tekst_van(gezien)
    assert "Koffie met buren" in tekst_van(gezien)

    deur = await noor.vraag("/deurlijst", knop="Spechtweg")
    huis = await noor.druk(await noor.druk(deur, "Spechtweg"), "3")
    assert OEFENING in tekst_van(huis)
    stand = await noor.vraag("/stand", "108")
    assert "OEFENING Vogelbuurt" in tekst_van(stand)

    voorbeeld = await wereld_overal.vul_peiling(noor)
    await noor.tik(voorbeeld, knop("knop.klaar"))
    await _ging_naar(noor, na=ging)
    scherm = await noor.vraag("/oefenen", zin("oefenen.scherm"))
    for dag in (2, 3, 4, 5, 6):
        scherm = await noor.druk(scherm, knop("oefenen.knop_dag"), f"{dag} februari")
    lijst = await noor.vraag("/peilingen", knop="Welke?")
    await noor.tik(lijst, "Welke?")
    await noor.wacht(
        lambda b: "photo" in b and "Blauw" in tekst_van(b), "de uitslag van wat verzonnen bewoners stemden"
    )

    alles = (await noor.berichten())[begin:]
    assert all(tekst_van(een).startswith("🎓 OEFENING") for een in alles)
    assert all(knop("oefenen.knop_stop") in labels(een) for een in alles)
    await noor.tik(stand, knop("oefenen.knop_stop"))
    klaar = await noor.wacht(lambda b: zin("oefenen.klaar") in tekst_van(b), "dat de oefening voorbij is")
    menu = await noor.druk(klaar, knop("knop.menu"))
    assert OEFENING not in tekst_van(menu)
    await wereld_overal.rust()
    assert await anna.berichten() == gelezen
    assert [await wereld_overal.tel(tabel) for tabel in WIJKEN] == vooraf


async def _ging_naar(noor: Mens, na: Bericht | None = None) -> Bericht:
    """Wait until she is told to how many made-up people something went: all who take part."""
    later = na["message_id"] if na else 0
    zegt = zin("oefenen.ging_naar", aantal=54)
    return await noor.wacht(lambda b: b["message_id"] > later and zegt in tekst_van(b), "naar hoeveel mensen het ging")
