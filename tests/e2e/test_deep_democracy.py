"""Deep democracy in two rounds, in the bot's own chat: what the minority needs is grouped, added and voted on again."""

import asyncio
from datetime import UTC, datetime

from berichten import vertaal
from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.e2e.test_consent import achter
from tests.e2e.test_peilmethoden import begin, open_, rond_af
from tests.wereld import ANNA, BRAM, MARIA, NOOR, Wereld, knop, labels, zin

SLUIT = datetime(2027, 2, 5, 19, 0, tzinfo=UTC)
M = "methode.deep_democracy"
VRAAG = "Gaat u mee?"
GROEP = "Overlast & geld"
NODIG = "=1+1 <b>stilte</b> & {aantal} مرحبا"


async def test_what_the_minority_needs_is_grouped_added_and_voted_on_again(wereld: Wereld) -> None:
    anna, bram, noor = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(NOOR)
    maria = await wereld.bewoner(MARIA, "English")
    await begin(noor, "deep_democracy", VRAAG)
    stap = await noor.vraag("Een <i>warmtenet</i>", zin("doelgroep.voor.vraag"))
    stap = await noor.druk(stap, knop("doelgroep.voor.wijk"), zin("peiling.sluit_op.vraag"))
    await rond_af(wereld, noor, stap)

    een = await open_(anna, VRAAG)
    tegen = achter(een, knop(f"{M}.knop.tegen"))
    await asyncio.gather(*(anna.vervals(een, tegen) for _ in range(3)))
    await wereld.rust()
    assert await wereld.tel(t.stembiljet) == 1, "it counts before anything is typed"
    await wereld.herstart()
    een = await anna.vraag(NODIG, zin("peiling.jouw_stem", optie=vertaal("nl").reeks([knop(f"{M}.knop.tegen"), NODIG])))
    een = await anna.druk(een, knop("terugweg.knop"), zin("terugweg.aan"))
    een = await bram.druk(await open_(bram, VRAAG), knop(f"{M}.knop.voor"), zin(f"{M}.zin.nodig_v", maximum=1000))
    await bram.druk(een, knop(f"{M}.knop.niets"), zin("peiling.jouw_stem", optie=knop(f"{M}.knop.voor")))
    een = await maria.druk(await open_(maria, VRAAG, "en"), "Against", zin(f"{M}.zin.nodig_t", "en", maximum=1000))
    await maria.vraag("A fixed price", "A fixed price")

    lijst = await open_(noor, VRAAG)
    tekst = await noor.druk(lijst, "Lees wat er nodig is (2)", zin("weerwoord.nummer", vraag=VRAAG, nummer=1, totaal=2))
    await wereld.herstart()
    await noor.druk(tekst, knop("groepering.knop_nieuw"), zin("groepnaam.naam.vraag"))
    tekst = await noor.vraag(GROEP, zin("weerwoord.nummer", vraag=VRAAG, nummer=2, totaal=2))
    groep = achter(tekst, GROEP)
    menu = await bram.vraag("/menu")
    for data in (groep, achter(tekst, knop("groepering.knop_nieuw")), f"pgroepen:{'A' * 22}"):
        assert zin("geweigerd.rol_nodig") in tekst_van(await bram.na(bram.vervals(menu, data)))
    await noor.druk(tekst, GROEP, zin("groepering.staat_in", groep=GROEP))

    await wereld.ga_naar(SLUIT)
    assert await wereld.tel(t.stemkoppeling) == 0
    assert await wereld.tel(t.terugweg) == 1
    uitslag = await noor.druk(await noor.vraag("/peilingen"), VRAAG, zin(f"{M}.zin.genoemd", groepen=f"{GROEP} (2)"))
    groepen = await noor.druk(uitslag, knop("groepering.knop_lijst"), zin("groepering.nog_niets"))
    await noor.druk(
        groepen,
        f"Voor {GROEP}",
        zin("groepering.toevoeging", groep=GROEP),
    )
    groepen = await noor.vraag("Wij graven <overdag>", zin("groepering.toegevoegd", tekst="Wij graven <overdag>"))
    uitslag = await noor.druk(groepen, knop("knop.terug"), zin("peiling.te_weinig"))
    await noor.druk(uitslag, knop("peiling.knop_ronde"), zin(f"{M}.voorstel.vraag"))
    await wereld.herstart()
    await noor.vraag("Een stil warmtenet", zin("peiling.sluit_op.vraag"))
    stap = await noor.vraag("20 februari 20:00", zin("peiling.live.vraag"))
    stap = await noor.druk(stap, knop("peiling.live.nee"), zin("peiling.besluit.vraag"))
    stap = await noor.druk(stap, knop("peiling.besluit.nee"), zin("formulier.voorbeeld"), "Wij graven <overdag>")
    await noor.tik(stap, knop("knop.klaar"))
    await wereld.rust()
    nieuw = await anna.wacht(lambda b: "Een stil warmtenet" in tekst_van(b), "de nieuwe ronde")
    assert "Wij graven <overdag>" in tekst_van(nieuw)
    assert "Een <i>warmtenet</i>" in tekst_van(nieuw), "the proposal before can be read beside it"
    await anna.druk(nieuw, knop(f"{M}.knop.voor"), zin(f"{M}.zin.nodig_v", maximum=1000))

    oude = await noor.druk(await open_(noor, VRAAG), knop("peiling.knop_vorige"), zin("peiling.te_weinig"))
    tekst = await noor.druk(oude, "Lees wat er nodig is (2)", zin("weerwoord.nummer", vraag=VRAAG, nummer=1, totaal=2))
    if knop("weerwoord.knop_antwoord") not in labels(tekst):
        tekst = await noor.druk(tekst, knop("knop.volgende"), NODIG)
    await noor.druk(tekst, knop("weerwoord.knop_antwoord"), zin("weerwoord.antwoord.vraag"))
    await noor.vraag("Dat <snap> ik", zin("weerwoord.later"))
    await wereld.rust()
    await anna.wacht(lambda b: "Dat <snap> ik" in tekst_van(b), "het late antwoord")
    await wereld.rust()
    assert await wereld.tel(t.terugweg) == 0
    assert await wereld.tel(t.outbox, t.outbox.c.soort == "peiling.weerwoord_later") == 0
