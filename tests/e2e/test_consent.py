"""A proposal with an objection, played through in the bot's own chat: answered, closed, and asked anew."""

import asyncio
from datetime import UTC, datetime, timedelta

from berichten import vertaal
from bot.demo.telefoon import Bericht, knoppen, tekst_van
from bot.storage import tables as t
from tests.e2e.test_peilmethoden import begin, open_, rond_af
from tests.wereld import ANNA, BRAM, NOOR, Wereld, knop, labels, zin

SLUIT = datetime(2027, 2, 5, 19, 0, tzinfo=UTC)
REDEN = "=1+1 <b>te duur</b> & {aantal} مرحبا"
BEZWAAR = knop("methode.consent.knop.bezwaar")


def achter(bericht: Bericht, label: str) -> str:
    """Return what stands behind a button."""
    return next(knop["callback_data"] for rij in knoppen(bericht) for knop in rij if knop["text"] == label)


async def test_an_objection_is_answered_stays_and_a_next_round_reaches_who_took_part(wereld: Wereld) -> None:
    anna, bram, noor = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(NOOR)
    await begin(noor, "consent", "Gaat u mee?")
    stap = await noor.vraag("Een <i>warmtenet</i>", zin("doelgroep.voor.vraag"))
    stap = await noor.druk(stap, knop("doelgroep.voor.wijk"), zin("peiling.sluit_op.vraag"))
    await rond_af(wereld, noor, stap)

    een = await open_(anna, "Gaat u mee?")
    assert "Een <i>warmtenet</i>" in tekst_van(een)
    await asyncio.gather(*(anna.vervals(een, achter(een, BEZWAAR)) for _ in range(3)))
    await wereld.rust()
    assert await wereld.tel(t.stembiljet) == 0
    await wereld.herstart()
    await anna.vraag("warm " * 800, "1.000")  # a phone cuts a longer text, and sends the rest at once
    await wereld.herstart()
    await anna.vraag("en dit is de rest", zin("geweigerd.formulier.rest"))
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=6))
    een = await anna.vraag(REDEN, zin("peiling.jouw_stem", optie=vertaal("nl").reeks([BEZWAAR, REDEN])))
    assert await wereld.tel(t.stembiljet) == 1

    lijst = await open_(noor, "Gaat u mee?")
    bezwaar = await noor.druk(lijst, "Lees 1 bezwaar", REDEN, zin("weerwoord.wacht_op"))
    menu = await bram.vraag("/menu")
    for data in (achter(lijst, "Lees 1 bezwaar"), achter(bezwaar, knop("weerwoord.knop_antwoord"))):
        assert zin("geweigerd.rol_nodig") in tekst_van(await bram.na(bram.vervals(menu, data)))
    zeker = await noor.druk(await open_(noor, "Gaat u mee?"), knop("peiling.knop_sluit"), "niet aangenomen")
    await noor.druk(zeker, knop("knop.terug"), zin("peiling.tot"))
    await noor.druk(bezwaar, knop("weerwoord.knop_antwoord"), zin("weerwoord.antwoord.vraag"))
    await wereld.herstart()
    vraag = await noor.vraag("Dat <snap> ik", zin("methode.consent.blijft.vraag"))
    await noor.druk(vraag, knop("methode.consent.blijft.ja"), "Dat <snap> ik", zin("methode.consent.zin.blijft"))
    bericht = await anna.wacht(lambda b: zin("weerwoord.nieuw") in tekst_van(b), "dat er een antwoord is")
    await anna.druk(bericht, knop("weerwoord.knop_bekijk"), "Dat <snap> ik", zin("weerwoord.nog_anders"))

    await wereld.ga_naar(SLUIT)
    assert await wereld.tel(t.outbox, t.outbox.c.soort == "peiling.weerwoord") == 0
    uitslag = await bram.druk(await bram.vraag("/peilingen"), "Gaat u mee?", zin("methode.consent.zin.geen_oordeel"))
    await bram.druk(uitslag, "Lees 1 bezwaar", REDEN, "Dat <snap> ik")
    uitslag = await noor.druk(await noor.vraag("/peilingen"), "Gaat u mee?", zin("peiling.te_weinig"))
    await noor.druk(uitslag, knop("peiling.knop_ronde"), zin("methode.consent.voorstel.vraag"))
    await noor.vraag("Een kleiner net", zin("methode.consent.wijziging.vraag"))
    await noor.vraag("Het is kleiner", zin("peiling.sluit_op.vraag"))
    stap = await noor.vraag("20 februari 20:00", zin("peiling.live.vraag"))
    stap = await noor.druk(stap, knop("peiling.live.nee"), zin("peiling.besluit.vraag"))
    stap = await noor.druk(stap, knop("peiling.besluit.nee"), zin("formulier.voorbeeld"), "Het is kleiner")
    await noor.tik(stap, knop("knop.klaar"))
    await wereld.rust()
    nieuw = await anna.wacht(lambda b: "Het is kleiner" in tekst_van(b), "de nieuwe ronde")
    assert knop("peiling.knop_vorige") in labels(nieuw)
    await anna.druk(nieuw, knop("peiling.knop_vorige"), zin("peiling.te_weinig"))
