"""Statements of residents, played through in the bot's own chat: sent in, merged, answered, counted."""

import asyncio

from sqlalchemy import select

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.e2e.test_consent import achter
from tests.e2e.test_peilmethoden import SLUIT, begin, open_
from tests.wereld import ANNA, BRAM, MARIA, NOOR, Wereld, knop, labels, zin

GAS = "=1+1 <b>gas</b> & {aantal} مرحبا"
ERBIJ = knop("methode.stellingen.knop.aandragen")


async def test_what_residents_send_in_is_merged_by_the_team_and_answered_by_all(wereld: Wereld) -> None:
    anna, bram, noor = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(NOOR)
    maria = await wereld.bewoner(MARIA, "English")
    await begin(noor, "stellingen", "Wat vindt u?")
    stap = await noor.vraag("Net\nPomp", zin("doelgroep.voor.vraag"))
    stap = await noor.druk(stap, knop("doelgroep.voor.wijk"), zin("peiling.sluit_op.vraag"))
    stap = await noor.vraag("5 februari 20:00", zin("peiling.live.vraag"))
    stap = await noor.druk(stap, knop("peiling.live.nee"), zin("peiling.besluit.vraag"))
    stap = await noor.druk(stap, knop("peiling.besluit.nee"), zin("formulier.voorbeeld"))
    stap = await noor.druk(stap, knop("methode.stellingen.aandragen.knop"), zin("methode.stellingen.aandragen.vraag"))
    stap = await noor.druk(stap, knop("methode.stellingen.aandragen.ja"), zin("methode.stellingen.zin.mag_aandragen"))
    await noor.tik(stap, knop("knop.klaar"))
    await wereld.rust()

    een = await open_(anna, "Wat vindt u?")
    een = await anna.druk(een, knop("methode.stellingen.knop.eens"), "Stelling 2 van 2")
    een = await anna.druk(een, knop("methode.stellingen.knop.oneens"), "2. Oneens: Pomp")
    await anna.druk(een, ERBIJ, zin("aandragen.hoe"))
    await wereld.herstart()
    await anna.vraag(GAS, zin("aandragen.ontvangen"))
    await noor.wacht(lambda b: zin("aandragen.nieuw").splitlines()[-1] in tekst_van(b), "dat er iets wacht")
    stap = await bram.druk(await open_(bram, "Wat vindt u?"), ERBIJ, zin("aandragen.hoe"))
    await bram.vraag("x" * 101, "100")
    await bram.vraag("Van het gas af", zin("aandragen.ontvangen"))

    lijst = await open_(noor, "Wat vindt u?")
    lees = await noor.druk(lijst, "Lees 2 ingestuurde stellingen", zin("aandragen.wat"))
    menu = await maria.vraag("/menu")
    for label in (knop("aandragen.knop_erbij"), knop("aandragen.knop_niet"), knop("aandragen.knop_samen")):
        assert zin("geweigerd.rol_nodig", "en") in tekst_van(await maria.na(maria.vervals(menu, achter(lees, label))))
    ander = "Van het gas af" if GAS in tekst_van(lees) else GAS
    stap = await noor.druk(lees, knop("aandragen.knop_samen"), zin("toelaten_samen.met.vraag"))
    stap = await noor.druk(stap, ander, zin("toelaten_samen.met.vraag"))
    await wereld.herstart()
    await noor.druk(stap, knop("knop.verder"), zin("toelaten_samen.woorden.vraag"))
    await noor.vraag("Stoppen met <gas>", zin("aandragen.gedaan_samen"))
    await asyncio.gather(*(noor.vervals(lees, achter(lees, knop("aandragen.knop_erbij")) + ":ja") for _ in range(2)))
    await wereld.rust()
    opties = await wereld.database.read(lambda tx: list(tx.scalars(select(t.peiling_optie.c.tekst))))
    assert opties == ["Net", "Pomp", "Stoppen met <gas>"]

    bericht = await anna.wacht(lambda b: "Nu staat er: Stoppen met <gas>" in tekst_van(b), "wat ermee gebeurde")
    assert GAS in tekst_van(bericht)
    een = await anna.druk(
        bericht, knop("aandragen.knop_peiling"), "Er is 1 nieuwe stelling.", "Stelling 3 van 3:\nStoppen met <gas>"
    )
    een = await anna.druk(een, knop("methode.stellingen.knop.eens"), "3. Eens: Stoppen met <gas>")
    assert "nieuwe stelling" not in tekst_van(een)
    await maria.druk(await open_(maria, "Wat vindt u?", "en"), "Disagree", "Statement 2 of 3")

    await wereld.ga_naar(SLUIT)
    inhoud = await wereld.database.read(lambda tx: sorted(tx.scalars(select(t.stembiljet.c.inhoud))))
    assert inhoud == ['"eoe"', '"o--"']
    assert await wereld.tel(t.aandraging, t.aandraging.c.tekst.is_not(None)) == 0
    assert await wereld.tel(t.aandraagteller) == 0
    assert await wereld.tel(t.outbox, t.outbox.c.soort == "peiling.ingestuurd") == 0
    uitslag = await anna.wacht(lambda b: "Bewoners stuurden 2 teksten in." in tekst_van(b), "de uitslag")
    assert knop("peiling.knop_opinie") not in labels(uitslag)
