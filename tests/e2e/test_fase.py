"""A step of the traject by chat, from its checklist to what residents say of it; and an advice with its answer."""

from bot.demo.telefoon import knoppen, tekst_van
from bot.storage import tables as t
from tests.e2e.test_onderbouwing import PDF, akkoord, document
from tests.wereld import ANNA, IBRAHIM, NOOR, Wereld, knop, labels, zin


async def test_a_step_goes_from_its_checklist_to_what_residents_say_of_it(wereld: Wereld) -> None:
    anna, noor, ibrahim = await wereld.bewoner(ANNA), wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await ibrahim.vraag("/fase", zin("fase.geen"))
    await ibrahim.vraag("/traject")
    kies = await ibrahim.wacht(lambda b: knop("traject.knop_kies") in labels(b), "het traject")
    await ibrahim.tik(kies, knop("traject.knop_kies"))
    sjabloon = await ibrahim.wacht(lambda b: knop("traject.sjabloon.besluit") in labels(b), "de sjablonen")
    await ibrahim.tik(sjabloon, knop("traject.sjabloon.besluit"))
    await ibrahim.wacht(lambda b: zin("traject.besluitdatum.vraag")[:20] in tekst_van(b), "de datum")
    voorbeeld = await ibrahim.vraag("15 juni 2028", knop=knop("traject.knop_begin"))
    await ibrahim.druk(voorbeeld, knop("traject.knop_begin"), "De kaders")

    # the checklist: a double tap is one, over a restart, and not for residents
    stap = await noor.vraag("/fase", knop=knop("fase.knop_checklist"))
    lijst = await noor.druk(stap, knop("fase.knop_checklist"), "1. Bepaal het einddoel")
    vink = knoppen(lijst)[0][0]["callback_data"]
    for _ in range(2):
        await noor.vervals(lijst, vink)
    await wereld.rust()
    assert await wereld.tel(t.afvinking) == 1
    await wereld.herstart()
    weg = await anna.na(anna.vervals(await anna.laatste(), vink))
    assert zin("geweigerd.rol_nodig") in tekst_van(weg)
    assert zin("geweigerd.rol_nodig") in tekst_van(await anna.vraag("/fase"))

    # a public document
    stap = await ibrahim.vraag("/fase", knop=knop("fase.knop_stukken"))
    stukken = await ibrahim.druk(stap, knop("fase.knop_stukken"), zin("fase.nog_geen_stuk"))
    await ibrahim.druk(stukken, knop("fase.knop_stuk"), zin("fasestuk.stuk.vraag"))
    await ibrahim.na(ibrahim.stuur_bestand(*document("kaders.pdf", PDF)))
    vraag = await ibrahim.vraag("De kaders van de gemeenteraad", knop=knop("fasestuk.openbaar.ja"))
    voorbeeld = await ibrahim.druk(vraag, knop("fasestuk.openbaar.ja"), "kaders.pdf")
    await ibrahim.druk(voorbeeld, knop("knop.klaar"), "De kaders van de gemeenteraad")

    # the balance, which a second person confirms
    stap = await ibrahim.vraag("/fase", knop=knop("fase.knop_balans"))
    vraag = await ibrahim.druk(stap, knop("fase.knop_balans"), zin("fasebalans.uitkomst.vraag"))
    await ibrahim.druk(vraag, knop("fasebalans.uitkomst.verder"), "12 maart 2027")
    await ibrahim.vraag("30 januari 2027", zin("fasebalans.toelichting.vraag")[:30])
    await wereld.herstart()
    await ibrahim.vraag("De gemeenteraad stelde de kaders vast.", zin("fasebalans.eigen.vraag")[:20])
    voorbeeld = await ibrahim.vraag("We weten nu waarover het gaat.", knop=knop("onderbouwing.knop_vraag"))
    assert "nog 5 taken open" in tekst_van(voorbeeld)
    for _ in range(2):
        await ibrahim.vervals(voorbeeld, "fklaar")
    await wereld.rust()
    assert await wereld.tel(t.voorstel) == 1
    await akkoord(wereld, noor)
    assert await wereld.tel(t.fasebalans) == 1

    # residents hear what it brought, read the document, and say what they think: once
    nieuws = await anna.wacht(lambda b: "We weten nu waarover het gaat." in tekst_van(b), "het nieuws")
    assert "Spelregels bedenken" in tekst_van(nieuws)
    await anna.tik(nieuws, knop("fase.knop_lees"))
    stukken = await anna.wacht(lambda b: "De kaders van de gemeenteraad" in labels(b), "de stukken")
    await anna.tik(stukken, "De kaders van de gemeenteraad")
    stuk = await anna.wacht(lambda b: "document" in b, "de PDF")
    assert stuk["document"]["file_name"] == "kaders.pdf"
    meting = next(k["callback_data"] for rij in knoppen(nieuws) for k in rij if k["text"] == knop("fase.knop_vragen"))
    await anna.vervals(nieuws, meting)
    eerste = await anna.wacht(lambda b: zin("evaluatie.vraag.proces") in tekst_van(b), "de eerste vraag")
    await anna.tik(eerste, "4")
    tweede = await anna.wacht(lambda b: zin("evaluatie.vraag.inbreng") in tekst_van(b), "de tweede vraag")
    laatste = knoppen(tweede)[0][4]["callback_data"]
    for _ in range(2):
        await anna.vervals(tweede, laatste)
    await wereld.rust()
    assert (await wereld.tel(t.meetbiljet), await wereld.tel(t.meetdeelname)) == (1, 1)


async def test_an_advice_is_answered_with_a_reason_and_residents_hear_it(wereld: Wereld) -> None:
    anna, noor, ibrahim = await wereld.bewoner(ANNA), wereld.mens(NOOR), wereld.mens(IBRAHIM)
    lijst = await noor.vraag("/adviezen", knop=knop("advies.knop_nieuw"))
    van = await noor.druk(lijst, knop("advies.knop_nieuw"), zin("advies.van.vraag")[:20])
    aan = await noor.druk(van, knop("advies.van.bewoners"), zin("advies.aan.vraag"))
    await noor.druk(aan, knop("advies.aan.college"), zin("advies.titel.vraag"))
    await noor.vraag("Begin bij de huurders", zin("advies.tekst.vraag")[:20])
    await noor.vraag("Zij wachten al lang op <b>isolatie</b>.", zin("advies.dag.vraag")[:20])
    voorbeeld = await noor.vraag("30 januari 2027", "Begin bij de huurders")
    await noor.druk(voorbeeld, knop("knop.klaar"), zin("advies.wacht"))
    await noor.vervals(voorbeeld, "fklaar")
    await wereld.rust()
    assert await wereld.tel(t.advies) == 1
    await wereld.herstart()
    lijst = await ibrahim.vraag("/adviezen", zin("advies.open", aantal=1))
    een = await ibrahim.druk(lijst, "Begin bij de huurders", zin("advies.wacht"))
    antwoord = knoppen(een)[0][0]["callback_data"]
    assert zin("geweigerd.rol_nodig") in tekst_van(await anna.na(anna.vervals(await anna.laatste(), antwoord)))
    vraag = await ibrahim.druk(een, knop("advies.knop_antwoord"), zin("adviesantwoord.oordeel.vraag"))
    await ibrahim.druk(vraag, knop("adviesantwoord.oordeel.nee"), zin("adviesantwoord.reden.vraag")[:20])
    await ibrahim.vraag("Nee.", zin("geweigerd.advies.reden_te_kort"))
    voorbeeld = await ibrahim.vraag("De corporatie begint pas in 2029 met isoleren.", zin("advies.antwoord.nee"))
    await ibrahim.druk(voorbeeld, knop("knop.klaar"), "2029")
    nieuws = await anna.wacht(lambda b: "De corporatie begint pas in 2029" in tekst_van(b), "het antwoord")
    await anna.tik(nieuws, knop("advies.knop_lees"))
    gelezen = await anna.wacht(lambda b: "<b>isolatie</b>" in tekst_van(b), "het advies")
    assert knop("advies.knop_opnieuw") not in labels(gelezen)
