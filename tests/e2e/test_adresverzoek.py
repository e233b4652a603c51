"""Through the chat: the address list is not right, and an organisator answers; with restarts."""

from bot.demo.telefoon import tekst_van
from tests.e2e.test_hulpvraag import waar_staat
from tests.wereld import ANNA, IBRAHIM, Wereld, knop, labels, zin


async def test_a_resident_says_that_the_list_is_wrong_and_hears_yes_or_no(wereld: Wereld) -> None:
    anna, ibrahim = await wereld.bewoner(ANNA), wereld.mens(IBRAHIM)
    await ibrahim.vraag("/menu")
    gegevens = await anna.vraag("/mijngegevens", zin("gegevens.geheim"))
    wat = await anna.druk(gegevens, knop("adresverzoek.knop"), zin("adresverzoek.wat"))
    await anna.druk(wat, knop("adresverzoek.knop_volwassenen"), zin("adresverzoek.typ_volwassenen"))
    await wereld.herstart()
    gevraagd = zin("adresverzoek.gevraagd", dag="4 februari 2027")
    gelezen = await anna.vraag(
        "Mijn zoon woont hier niet meer.", gevraagd, "Mijn zoon", knop=knop("adresverzoek.knop_intrekken")
    )
    assert "Mijn zoon woont hier niet meer." in tekst_van(gelezen), "what was typed is read back"
    vraag = await ibrahim.wacht(lambda b: "Mijn zoon woont" in tekst_van(b), "de vraag")
    await wereld.herstart()
    await ibrahim.druk(vraag, knop("adresverzoek.knop_nee"), zin("adresverzoek.reden"))
    await ibrahim.vraag("Hij staat er nog ingeschreven.", zin("adresverzoek.klaar_nee"))
    antwoord = await anna.wacht(lambda b: "nog ingeschreven" in tekst_van(b), "het antwoord")
    assert "Mijn zoon woont hier niet meer." in tekst_van(antwoord)
    await wereld.rust()
    assert await wereld.database.read(waar_staat, "Mijn zoon woont", ANNA) == []
    assert not [b for b in await ibrahim.berichten() if "Mijn zoon woont" in tekst_van(b)], "it leaves their chat"

    wat = await anna.druk(await anna.vraag("/mijngegevens"), knop("adresverzoek.knop"), zin("adresverzoek.wat"))
    await anna.druk(wat, knop("adresverzoek.knop_woning"), zin("adresverzoek.typ_woning"))
    await anna.vraag("Dit is een huurwoning.", zin("adresverzoek.gevraagd", dag="4 februari 2027"))
    await ibrahim.wacht(lambda b: "huurwoning" in tekst_van(b), "de vraag")
    lijst = await ibrahim.vraag("/correcties")
    alle = await ibrahim.druk(lijst, zin("adresverzoek.knop_lijst", aantal=1), zin("adresverzoek.lijst"))
    een = await ibrahim.druk(alle, labels(alle)[0], "huurwoning")
    await ibrahim.druk(een, knop("adresverzoek.knop_ja"), zin("adresverzoek.klaar_ja"))
    await anna.wacht(lambda b: zin("adresverzoek.antwoord_ja") in tekst_van(b), "dat het klopt")
