"""Through the chat: a privacy statement that changed is asked once, and a yes can be taken back and given again."""

from sqlalchemy import update

from bot.demo.telefoon import tekst_van
from bot.rules.toestemming import VERSIE
from bot.storage import tables as t
from tests.wereld import ANNA, Wereld, knop, zin


async def test_a_new_text_comes_before_anything_else_and_who_says_no_may_come_back(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    oud = update(t.account).values(toestemming_versie=VERSIE - 1)
    await wereld.database.write(0, lambda tx: tx.execute(oud))
    vraag = await anna.vraag("/agenda", zin("toestemming.anders"))
    await wereld.herstart()
    nee = await anna.druk(vraag, knop("toestemming.knop_nee"), zin("toestemming.ingetrokken"))
    assert zin("toestemming.ingetrokken") in tekst_van(await anna.vraag("/menu"))
    weer = await anna.druk(nee, knop("toestemming.knop_weer"), zin("toestemming.anders"))
    await anna.druk(weer, knop("welkom.knop_ja"), zin("menu.tekst"))
    gegevens = await anna.vraag("/mijngegevens", zin("gegevens.geheim"))
    await anna.druk(gegevens, knop("toestemming.knop_intrekken"), zin("toestemming.vraag"))
    gegevens = await anna.vraag("/gegevens", zin("gegevens.geheim"))
    await anna.tik(gegevens, knop("gegevens.knop_bestand"))
    bestand = await anna.wacht(lambda b: zin("gegevens.bestand") in tekst_van(b), "het bestand")
    assert bestand
    await anna.vraag("/vergeetmij", zin("wissen.vraag"))
