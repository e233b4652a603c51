"""A plan from its first part to the reactienota, over restarts; and who says at any moment: ik doe niet mee."""

from typing import Any

from sqlalchemy import select

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.e2e.test_spelregels import leest
from tests.wereld import ANNA, BRAM, IBRAHIM, NOOR, Mens, Wereld, knop, labels, zin

TITEL = "Buurtplan Vogelbuurt"


async def maak(ibrahim: Mens) -> Any:
    """Let the organisator make a plan of two parts, and ask a second person to publish it."""
    lijst = await ibrahim.vraag("/concepten", zin("concept.lijst_leeg"))
    stap = await ibrahim.druk(lijst, knop("concept.knop_nieuw"), zin("concept.soort.vraag"))
    await ibrahim.druk(stap, knop("concept.soort.buurtplan"), zin("concept.titel.vraag"))
    await ibrahim.vraag(TITEL, zin("concept.tot.vraag"))
    stap = await ibrahim.vraag("31 maart 2027 20:00", zin("concept.stuk.vraag"))
    plan = await ibrahim.druk(stap, knop("knop.overslaan"), zin("concept.geen_delen"))
    for kop, tekst in (("Warmte", "We kiezen een warmtenet."), ("Straten", "De Merelweg is het eerst.")):
        await ibrahim.druk(plan, knop("concept.knop_deel"), zin("conceptdeel.titel.vraag"))
        await ibrahim.vraag(kop, zin("conceptdeel.tekst.vraag"))
        plan = await ibrahim.vraag(tekst, zin("concept.kies_deel"))
    return await ibrahim.druk(plan, knop("concept.knop_publiceer"), zin("voorstel.gemaakt"))


async def lees_deel(mens: Mens, deel: str) -> Any:
    lijst = await mens.vraag("/concepten", TITEL)
    plan = await mens.druk(lijst, TITEL, zin("concept.kies_deel"))
    return await mens.druk(plan, next(label for label in labels(plan) if label.startswith(deel)), "van 2")


async def test_from_the_first_part_over_reactions_and_answers_to_the_nota(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await noor.vraag("/menu")
    await maak(ibrahim)
    await anna.vraag("/concepten", zin("concept.lijst_leeg"))
    await wereld.rust()
    await wereld.herstart()
    scherm = await leest(noor, TITEL)
    await noor.tik(scherm, knop("voorstel.knop_ja"))
    await wereld.rust()
    await anna.wacht(lambda b: zin("concept.nieuw") in tekst_van(b), "dat er een plan ligt")
    # reading on, and reacting: too long, a picture, over a restart
    warmte = await lees_deel(anna, "1. ")
    straten = await anna.druk(warmte, knop("knop.volgende"), "De Merelweg is het eerst.")
    await anna.druk(straten, knop("concept.knop_reageer"), zin("conceptreactie.vraag"))
    await anna.vraag("x" * 1900, "900 tekens te lang")
    await anna.vraag("👍", zin("geweigerd.formulier.woorden"))
    await wereld.herstart()
    bewaard = await anna.vraag("Begin bij de Uilenpad. Daar zijn de leidingen oud.", zin("conceptreactie.bewaard"))
    rijen = bewaard["reply_markup"]["inline_keyboard"]
    weg = next(k["callback_data"] for rij in rijen for k in rij if k["callback_data"].startswith("crx:"))
    # another resident can neither withdraw it nor read what others said
    menu = await bram.vraag("/menu")
    assert zin("geweigerd.spelregelreactie.onbekend") in tekst_van(await bram.na(bram.vervals(menu, weg)))
    tweede = select(t.conceptdeel.c.publiek_id).where(t.conceptdeel.c.nummer == 2)
    deel = await wereld.database.read(lambda tx: tx.scalar(tweede))
    assert zin("geweigerd.rol_nodig") in tekst_van(await bram.na(bram.vervals(menu, f"ca:{deel}")))
    # the answer, its last button tapped twice
    straten = await lees_deel(noor, "2. ")
    wacht = await noor.druk(straten, knop("concept.knop_reacties"), "Daar zijn de leidingen oud.")
    assert "Anna" not in tekst_van(wacht)
    stap = await noor.druk(wacht, knop("spelregelantwoord.knop"), zin("conceptantwoord.weergave.vraag"))
    stap = await noor.druk(stap, knop("conceptantwoord.weergave.zo"), zin("conceptantwoord.oordeel.vraag"))
    await noor.druk(stap, knop("conceptantwoord.oordeel.niet"), zin("conceptantwoord.reden.vraag"))
    voorbeeld = await noor.vraag("De buizen beginnen bij de school.", "De buizen beginnen bij de school.")
    for _ in range(2):
        await noor.tik(voorbeeld, knop("spelregelantwoord.knop_klaar"))
    await wereld.rust()
    await anna.wacht(lambda b: zin("conceptreactie.antwoord") in tekst_van(b), "het antwoord")
    assert await wereld.tel(t.conceptantwoord) == 1
