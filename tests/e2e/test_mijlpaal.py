"""Speaking at a milestone and what came out of it; whom to call and a partner's news: over restarts and double taps."""

from datetime import UTC, datetime, timedelta

from bot.demo.telefoon import knoppen, tekst_van
from bot.storage import tables as t
from tests.e2e.test_herinneringen import gehad
from tests.wereld import ANNA, IBRAHIM, Wereld, knop, zin

VOORAF = datetime(2027, 2, 8, 8, 0, tzinfo=UTC)
ERNA = datetime(2027, 2, 13, 8, 0, tzinfo=UTC)


async def test_from_wanting_to_speak_to_what_came_out(wereld: Wereld) -> None:
    anna, ibrahim = await wereld.bewoner(ANNA), wereld.mens(IBRAHIM)
    stap = await ibrahim.vraag("/mijlpaal", zin("mijlpaal.bij.vraag"))
    await ibrahim.druk(stap, knop("mijlpaal.bij.commissie"), zin("mijlpaal.titel.vraag"))
    for antwoord in ("Warmteplan", "12 februari 19:30"):
        await ibrahim.vraag(antwoord)
    voorbeeld = await ibrahim.vraag("De commissie praat erover.", zin("formulier.voorbeeld"))
    await ibrahim.druk(voorbeeld, knop("mijlpaal.knop_inspreken_hoe"), zin("mijlpaal.inspreken_hoe.vraag"))
    await wereld.herstart()
    await ibrahim.vraag("Bel de griffie: 0318 12 34 56", zin("mijlpaal.inspreken_tot.vraag"))
    await ibrahim.vraag("10 februari 12:00", zin("mijlpaal.inspreken_op.vraag"))
    voorbeeld = await ibrahim.vraag("12 februari 19:30", zin("formulier.voorbeeld"))
    await ibrahim.druk(voorbeeld, knop("knop.klaar"), zin("mijlpaal.geplaatst"))
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))

    nieuws = await anna.wacht(lambda b: zin("mijlpaal.nieuw") in tekst_van(b), "de aankondiging")
    (wil,) = [k["callback_data"] for rij in knoppen(nieuws) for k in rij if k["text"] == knop("inspreken.knop_aan")]
    for _ in range(2):
        await anna.vervals(nieuws, wil)
    await anna.wacht(lambda b: zin("inspreken.komt") in tekst_van(b), "dat ze herinnerd wordt")
    await ibrahim.vervals(await ibrahim.laatste(), wil)  # no resident
    await wereld.rust()
    assert await wereld.tel(t.inspreekwens) == 1
    id_ = wil.split(":")[1]
    weigering = await anna.na(anna.vervals(await anna.laatste(), f"mlu:{id_}"))  # not hers to fill in
    assert zin("geweigerd.rol_nodig") in tekst_van(weigering)

    for moment in (VOORAF, VOORAF + timedelta(minutes=1)):
        await wereld.herstart()
        await wereld.ga_naar(moment)
    herinnering = await anna.wacht(lambda b: zin("inspreken.herinnering") in tekst_van(b), "de herinnering")
    assert "0318 12 34 56" in tekst_van(herinnering)
    assert await gehad(anna, "inspreken.herinnering") == 1

    await wereld.ga_naar(ERNA)
    vraag = await ibrahim.wacht(lambda b: knop("mijlpaal.knop_vul_in") in str(b), "de vraag naar de uitslag")
    stap = await ibrahim.druk(vraag, knop("mijlpaal.knop_vul_in"), zin("mijlpaal_uitslag.uitkomst.vraag"))
    stap = await ibrahim.druk(stap, knop("mijlpaal_uitslag.uitkomst.aangenomen"), zin("mijlpaal_uitslag.mij.vraag"))
    await wereld.herstart()
    stap = await ibrahim.vraag("U krijgt een brief.", zin("mijlpaal_uitslag.woning.vraag"))
    for niveau in ("buurt", "wereld", "vieren"):
        stap = await ibrahim.druk(stap, knop("knop.overslaan"), zin(f"mijlpaal_uitslag.{niveau}.vraag"))
    voorbeeld = await ibrahim.druk(stap, knop("mijlpaal_uitslag.vieren.ja"), zin("formulier.voorbeeld"))
    for _ in range(2):
        await ibrahim.vervals(voorbeeld, "fklaar")
    await wereld.rust()
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    uitslag = await anna.wacht(lambda b: zin("mijlpaal.vieren") in tekst_van(b), "de uitslag")
    assert "U krijgt een brief." in tekst_van(uitslag)
    assert await wereld.tel(t.mijlpaal_uitslag) == 1
    lijst = await anna.vraag("/mijlpalen", zin("mijlpaal.lijst_leeg"))
    await anna.druk(lijst, knop("mijlpaal.knop_geweest"), zin("mijlpaal.uitkomst.aangenomen"))


async def test_a_resident_reads_whom_to_call_and_what_a_partner_tells(wereld: Wereld) -> None:
    anna, ibrahim = await wereld.bewoner(ANNA), wereld.mens(IBRAHIM)
    await anna.vraag("/wiedoetwat", zin("wiedoetwat.onbekend"))
    for data in ("wdb", "wds:bewoners", "wdx:bewoners:ja", "paw"):
        assert zin("geweigerd.rol_nodig") in tekst_van(await anna.na(anna.vervals(await anna.laatste(), data)))
    stap = await ibrahim.vraag("/wiedoetwat", zin("wiedoetwat.kop"))
    stap = await ibrahim.druk(stap, knop("wiedoetwat.knop_beheer"), zin("wiedoetwat.beheer"))
    await ibrahim.druk(stap, knop("wiedoetwat.deel.bewoners"), zin("wdw_contact.naam.vraag"))
    await ibrahim.vraag("Noor", zin("wdw_contact.telefoon.vraag"))
    await wereld.herstart()
    await ibrahim.vraag("0900 1234", zin("geweigerd.formulier.telefoon"))
    stap = await ibrahim.vraag("0318 12 34 56", zin("wdw_contact.email.vraag"))
    stap = await ibrahim.druk(stap, knop("knop.overslaan"), zin("wdw_contact.tekst.vraag"))
    stap = await ibrahim.druk(stap, knop("knop.overslaan"), zin("wdw_contact.openbaar.vraag"))
    voorbeeld = await ibrahim.druk(stap, knop("wdw_contact.openbaar.nee"), zin("wdw_contact.vraag_het"))
    for _ in range(2):
        await ibrahim.vervals(voorbeeld, "fklaar")
    await wereld.rust()
    assert await wereld.tel(t.wiedoetwat) == 1
    assert "0318 12 34 56" in tekst_van(await anna.vraag("/wiedoetwat", "Noor"))

    stap = await ibrahim.vraag("/partners", zin("partner.lijst_leeg"))
    stap = await ibrahim.druk(stap, knop("partner.knop_nieuw"), zin("partner.soort.vraag"))
    await ibrahim.druk(stap, knop("partner.soort.netbeheerder"), zin("partner.naam.vraag"))
    await ibrahim.vraag("Netbeheer Noord", zin("partner.wat.vraag"))
    voorbeeld = await ibrahim.vraag("Legt de kabels.", zin("formulier.voorbeeld"))
    een = await ibrahim.druk(voorbeeld, knop("wiedoetwat.knop_bewaar"), zin("partner.geen_nieuws"))
    await ibrahim.druk(een, knop("partner.knop_plaats"), zin("partnernieuws.tekst.vraag"))
    voorbeeld = await ibrahim.vraag("De straat gaat open.", zin("formulier.voorbeeld"))
    await wereld.herstart()
    for _ in range(2):
        await ibrahim.vervals(voorbeeld, "fklaar")
    await wereld.rust()
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    await anna.wacht(lambda b: "De straat gaat open." in tekst_van(b), "het nieuws")
    assert await wereld.tel(t.partnernieuws) == 1
