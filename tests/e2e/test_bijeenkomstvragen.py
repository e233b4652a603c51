"""A meeting from question to report: asked before and from inside, answered, published, and looked back on."""

from datetime import timedelta

from bot.demo.telefoon import tekst_van
from bot.exports import maak
from bot.storage import tables as t
from tests.wereld import ANNA, BRAM, NOOR, Wereld, knop, labels, zin


async def test_a_question_is_asked_answered_and_published_and_the_meeting_looked_back_on(wereld: Wereld) -> None:
    anna, bram, noor = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(NOOR)
    publiek_id = await wereld.plan_bijeenkomst("Warme avond")
    een = await anna.druk(await anna.vraag("/agenda"), "Warme avond", "Warme avond")
    vraag = await anna.na(anna.tik(een, knop("bijeenkomstvraag.knop")))
    await wereld.herstart()
    bewaard = await anna.vraag("Wat kost het mij?", zin("bijeenkomstvraag.bewaard"))
    assert "Wat kost het mij?" in tekst_van(bewaard)
    await anna.vervals(vraag, f"bv:{publiek_id}")
    nog = await anna.vraag("Hoe duur wordt het?", zin("bijeenkomstvraag.bewaard"))
    for mens, data in ((bram, f"zv:{publiek_id}"), (bram, f"bapx:{publiek_id}")):
        menu = await mens.vraag("/menu")
        assert zin("geweigerd.rol_nodig") in tekst_van(await mens.na(mens.vervals(menu, data)))

    een = await noor.druk(await noor.vraag("/agenda"), "Warme avond", "Warme avond")
    lijst = await noor.druk(een, zin("zaalvragen.knop", aantal=2), zin("zaalvragen.lijst"))
    deze = await noor.druk(lijst, "2. Hoe duur", "1 keer gesteld")
    keuze = await noor.druk(deze, knop("zaalvragen.knop_zelfde"), zin("zaalvragen.zelfde"))
    deze = await noor.druk(keuze, "Wat kost het mij?", "2 keer gesteld")
    stap = await noor.druk(deze, knop("zaalvragen.knop_antwoord"), zin("vraagantwoord.hoe.vraag"))
    await noor.druk(stap, knop("vraagantwoord.hoe.zaal"), zin("vraagantwoord.antwoord.vraag"))
    await wereld.herstart()
    stap = await noor.vraag("Tussen de 20 en 40 euro per maand.", zin("vraagantwoord.voorbeeld"))
    for _ in range(2):
        await noor.tik(stap, knop("vraagantwoord.knop_klaar"))
    await wereld.rust()
    antwoorden = [b for b in await anna.berichten() if zin("bijeenkomstvraag.antwoord") in tekst_van(b)]
    assert len(antwoorden) == 1
    assert "Tussen de 20 en 40 euro" in tekst_van(antwoorden[0])
    assert zin("vraagbaak.leeg") in tekst_van(await bram.vraag("/vragen"))
    wacht = await noor.druk(await noor.vraag("/vragen"), zin("vraagbaak.knop_wachtrij", aantal=1), "Wat kost het mij?")
    await noor.druk(wacht, knop("vraagbaak.knop_publiceer"), zin("vraagbaak.vraag.vraag"))
    stap = await noor.vraag("Wat kost het per maand?", zin("vraagbaak.antwoord.vraag"))
    stap = await noor.druk(stap, "Tussen de 20", zin("vraagbaak.voorbeeld"))
    await noor.tik(stap, knop("vraagbaak.knop_klaar"))
    await wereld.rust()
    assert "Wat kost het per maand?" in tekst_van(await bram.vraag("/vragen"))

    await anna.na(anna.vervals(nog, f"bv:{publiek_id}"))  # still waits for a question when the code of the door comes
    await wereld.ga_naar(wereld.klok.nu.replace(month=2, day=3, hour=19, minute=10))
    buiten = await anna.na(anna.vervals(nog, f"bv:{publiek_id}"))
    assert zin("geweigerd.bijeenkomstvraag.eerst_binnen") in tekst_van(buiten)
    await anna.vraag(await wereld.deurcode(publiek_id), zin("deur.binnen"))
    assert await wereld.tel(t.bijeenkomstvraag) == 2
    await wereld.ga_naar(wereld.klok.nu + timedelta(hours=15))
    stap = await anna.wacht(lambda b: zin("tevredenheid.vraag") in tekst_van(b), "de vraag achteraf")
    stap = await anna.druk(stap, "4", zin("tevredenheid.gehoord"))
    await wereld.herstart()
    await anna.druk(stap, knop("tevredenheid.gehoord.ja"), zin("tevredenheid.dank"))
    assert not [b for b in await bram.berichten() if zin("tevredenheid.vraag") in tekst_van(b)]

    verslagen = await noor.druk(await noor.vraag("/agenda"), knop("verslag.knop_alle"), zin("verslag.lijst"))
    scherm = await noor.druk(verslagen, "Warme avond", zin("verslag.nog_geen"))
    stap = await noor.druk(scherm, knop("verslag.knop_foto_erbij"), zin("verslagfoto.foto.vraag"))
    plaatje = maak("qr", {"inhoud": "een plaatje"})
    stap = await noor.na(noor.stuur_bestand("foto", "zaal.png", plaatje, "image/png"))
    scherm = await noor.druk(stap, knop("verslagfoto.toestemming.ja"), zin("verslag.nog_geen"))
    await noor.druk(scherm, knop("verslag.knop_schrijf"), zin("verslag.tekst.vraag"))
    stap = await noor.vraag("We waren met z'n twintigen.", zin("verslag.stuk.vraag"))
    stap = await noor.druk(stap, knop("knop.overslaan"), zin("verslag.voorbeeld"))
    await noor.tik(stap, knop("knop.klaar"))
    await wereld.rust()
    await wereld.ga_naar(wereld.klok.nu + timedelta(days=8))  # two unasked messages came this week already
    nieuw = await anna.wacht(lambda b: zin("verslag.nieuw") in tekst_van(b), "het verslag")
    foto = await anna.na(anna.tik(nieuw, zin("verslag.knop_fotos", aantal=1)))
    assert foto["photo"]
    assert knop("verslag.knop_foto_weg") not in labels(foto)
