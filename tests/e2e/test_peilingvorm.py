"""A poll from draft to result over the bot's own chat: tried, opened later, changed by a new version, with restarts."""

from datetime import UTC, datetime

from bot.demo.telefoon import knoppen, tekst_van
from bot.storage import tables as t
from tests.wereld import ANNA, BRAM, NOOR, Wereld, knop, labels, zin

OPENT = datetime(2027, 2, 2, 9, 0, tzinfo=UTC)
SLUIT = datetime(2027, 2, 5, 19, 0, tzinfo=UTC)


async def test_a_draft_is_tried_placed_opens_by_itself_and_changes_by_a_new_version(wereld: Wereld) -> None:
    anna, bram, noor = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(NOOR)
    voorbeeld = await wereld.vul_peiling(noor, besluit="ja", opties=("Rood", "Blauw"))
    vraag = await noor.druk(voorbeeld, knop("peiling.opent_op.knop"), zin("peiling.opent_op.vraag"))
    voorbeeld = await noor.vraag("2 februari 10:00", zin("formulier.voorbeeld"), "2 februari 2027")
    vraag = await noor.druk(voorbeeld, knop("peiling.per_adres.knop"), zin("peiling.per_adres.vraag"))
    voorbeeld = await noor.druk(vraag, knop("peiling.per_adres.ja"), zin("peiling.per_adres_zin"))
    lijst = await noor.druk(voorbeeld, knop("peiling.knop_bewaar"), zin("peiling.concepten"))
    await wereld.rust()
    await wereld.herstart()

    hoe = await noor.vraag("/peiling", zin("peiling.hoe"))
    lijst = await noor.druk(hoe, "Mijn concepten (1)", zin("peiling.concepten"))
    voorbeeld = await noor.druk(lijst, "Welke?", zin("formulier.voorbeeld"), zin("peiling.per_adres_zin"))
    proef = await noor.druk(voorbeeld, knop("peiling.knop_proef"), zin("peiling.proef"))
    await wereld.rust()
    await wereld.herstart()
    proef = await noor.druk(proef, "Blauw", zin("peiling.proef_af"))
    voorbeeld = await noor.druk(proef, knop("peiling.knop_proef_klaar"), zin("formulier.voorbeeld"))
    anders = await noor.druk(voorbeeld, knop("formulier.knop_anders"), zin("formulier.anders"))
    await noor.druk(anders, "Wat wilt u de buurt vragen?", zin("peiling.vraag.vraag"))
    voorbeeld = await noor.vraag("Welke kleur?", zin("formulier.voorbeeld"), "Welke kleur?")
    for _ in range(2):  # a double tap places one
        await noor.tik(voorbeeld, knop("knop.klaar"))
    await wereld.rust()
    assert (await wereld.tel(t.peiling), await wereld.tel(t.peilingconcept), await wereld.tel(t.stembiljet)) == (
        1,
        0,
        0,
    )

    lijst = await anna.vraag("/peilingen", zin("peiling.lijst"))
    komt = await anna.druk(lijst, "Welke kleur?", zin("peiling.opent", moment="dinsdag 2 februari 2027 om 10:00 uur"))
    assert not any("Rood" in label for label in labels(komt))
    await wereld.herstart()
    await wereld.ga_naar(OPENT)
    open_ = await bram.wacht(lambda b: "Welke kleur?" in tekst_van(b) and "Blauw" in str(knoppen(b)), "de vraag")
    await bram.druk(open_, "Rood", zin("peiling.jouw_stem", optie="Rood"))
    samen = await anna.druk(await anna.vraag("/peilingen"), "Welke kleur?", zin("peiling.adres_ander"))
    samen = await anna.druk(samen, "Blauw", zin("peiling.jouw_stem", optie="Blauw"))
    assert (await wereld.tel(t.stembiljet), await wereld.tel(t.bewijs_prive)) == (1, 2)
    zeker = await anna.druk(samen, knop("peiling.knop_terug"), zin("peiling.zeker_terug", vraag="Welke kleur?"))
    samen = await anna.druk(
        zeker, knop("peiling.knop_terug_ja"), zin("peiling.tot", moment="vrijdag 5 februari 2027 om 20:00 uur")
    )
    assert await wereld.tel(t.stembiljet) == 0
    await anna.druk(samen, "Blauw", zin("peiling.jouw_stem", optie="Blauw"))

    beheer = await noor.druk(await noor.vraag("/peilingen"), "Welke kleur?", zin("peiling.over_besluit"))
    await noor.druk(beheer, knop("peiling.knop_pas_aan"), zin("peiling.wijziging.vraag"))
    await wereld.rust()
    await wereld.herstart()
    voorbeeld = await noor.vraag("Er is ook Groen.", zin("formulier.voorbeeld"), "Er is ook Groen.")
    anders = await noor.druk(voorbeeld, knop("formulier.knop_anders"), zin("formulier.anders"))
    await noor.druk(anders, "Waaruit kunnen mensen kiezen?", zin("methode.keuze.opties.vraag"))
    voorbeeld = await noor.vraag("Rood\nBlauw\nGroen", zin("formulier.voorbeeld"))
    await noor.tik(voorbeeld, knop("knop.klaar"))
    await wereld.rust()
    nieuw = await anna.wacht(lambda b: zin("peiling.versie_opnieuw") in tekst_van(b), "de nieuwe versie")
    await anna.druk(nieuw, "Groen", zin("peiling.jouw_stem", optie="Groen"))
    await wereld.ga_naar(SLUIT)
    await anna.wacht(lambda b: zin("peiling.uitslag", vraag="Welke kleur?") in tekst_van(b), "de uitslag")
    assert await wereld.tel(t.stemkoppeling) == 0
