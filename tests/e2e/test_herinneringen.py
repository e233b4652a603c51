"""Reminders in the chat, and what a machine that slept does when it wakes."""

from datetime import UTC, datetime, timedelta

from bot.demo.telefoon import Bericht, knoppen, tekst_van
from bot.storage import tables as t
from tests.wereld import ANNA, BRAM, IBRAHIM, NOOR, Mens, Wereld, knop, labels, zin

BEGIN = datetime(2027, 2, 3, 19, 0, tzinfo=UTC)  # eight in the evening


async def gehad(mens: Mens, *sleutels: str) -> int:
    """Count the messages that someone got with one of these texts."""
    berichten = [tekst_van(b) for b in await mens.berichten()]
    return sum(any(zin(sleutel) in tekst for sleutel in sleutels) for tekst in berichten)


async def scherm(mens: Mens, bericht: Bericht, tik: str, label: str) -> Bericht:
    """Tap, and return the screen that comes of it, with this button: not one that stood there before."""
    await mens.tik(bericht, tik)
    na = bericht["message_id"]
    return await mens.wacht(lambda b: b["message_id"] >= na and knop(label) in labels(b), f"een scherm met {label}")


HERINNERINGEN = ("bijeenkomst.herinnering_week", "bijeenkomst.herinnering_dag", "bijeenkomst.herinnering_straks")


async def test_a_machine_that_sleeps_for_25_hours_reminds_once_and_closes_what_had_to_close(
    wereld_overal: Wereld,
) -> None:
    wereld = wereld_overal
    anna = await wereld.bewoner(ANNA)
    await wereld.plan_bijeenkomst()  # on 3 February at eight
    await wereld.plan_peiling(sluit="3 februari 12:00")
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    een = await anna.druk(await anna.vraag("/agenda"), "Café", "Café")
    await anna.druk(een, knop("knop.ja"), zin("bijeenkomst.antwoord_ja"))
    await wereld.ga_naar(BEGIN - timedelta(hours=26))
    await wereld.stop()
    wereld.klok.nu += timedelta(hours=25)
    await wereld.start()
    for _ in range(3):
        await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    assert await gehad(anna, *HERINNERINGEN) == 1
    assert await gehad(anna, "peiling.herinnering") == 0
    assert await wereld.tel(t.peiling, t.peiling.c.gesloten_op.is_not(None)) == 1
    assert await wereld.tel(t.wekker, t.wekker.c.afloop == "te_laat") == 2  # a day before the meeting and the closing


async def test_staff_move_a_reminder_over_a_restart_and_cancel_another(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    publiek_id = await wereld.plan_bijeenkomst(wanneer="10 februari 20:00")
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    een = await anna.druk(await anna.vraag("/agenda"), "Café", "Café")
    await anna.druk(een, knop("knop.ja"), zin("bijeenkomst.antwoord_ja"))

    noor = wereld.mens(NOOR)
    lijst = await noor.vraag("/planning", zin("planning.kop"))
    een = await scherm(noor, lijst, "9 feb 19:00", "planning.knop_verzet")
    await wereld.herstart()
    await noor.druk(een, knop("planning.knop_verzet"), zin("tijdstip.moment.vraag"))
    await wereld.herstart()
    stil = await noor.vraag("8 februari 23:00", zin("tijdstip.stil.vraag"))
    await noor.druk(stil, knop("knop.terug"), zin("tijdstip.moment.vraag"))
    een = await noor.vraag("8 februari 12:00", zin("planning.is_verzet"))
    lijst = await noor.druk(een, knop("knop.planning"), zin("planning.kop"))
    een = await scherm(noor, lijst, "10 feb 18:00", "planning.knop_af")
    zeker = await scherm(noor, een, knop("planning.knop_af"), "planning.knop_af_ja")
    for _ in range(3):
        await noor.vervals(zeker, knoppen(zeker)[0][0]["callback_data"])
    await wereld.rust()

    await anna.vervals(await anna.laatste(), f"plx:herinnering_dag:{publiek_id}:1b0b3c8")  # not hers to cancel
    await wereld.rust()
    for dag in (3, 8, 9, 10):
        await wereld.ga_naar(datetime(2027, 2, dag, 18, 30, tzinfo=UTC))
        verwacht = 1 if dag == 3 else 2  # a week before, and the moved one; none at the old moments
        assert await gehad(anna, *HERINNERINGEN) == verwacht, dag


async def test_a_werkgroep_is_reminded_in_a_rhythm_over_restarts_until_it_is_stopped(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    groepen = await anna.vraag("/werkgroepen", zin("werkgroep.tekst"))
    groep = await anna.druk(groepen, "techniek", zin("werkgroep.zonder_trekker"))
    await anna.druk(groep, knop("werkgroep.knop_in"), zin("werkgroep.u_doet_mee"))
    await wereld.rust()

    noor = wereld.mens(NOOR)
    leeg = await noor.vraag("/herinner", zin("herinnering.lijst_leeg"))
    stap = await noor.druk(leeg, knop("herinnering.knop_nieuw"), zin("herinnering.groep.vraag"))
    await wereld.herstart()
    await noor.druk(stap, "techniek", zin("herinnering.tekst.vraag"))
    await noor.vraag("Neem de notulen mee", zin("herinnering.moment.vraag"))
    await noor.vraag("dagelijks 10:00", zin("geweigerd.moment.te_vaak"))
    await wereld.herstart()
    stil = await noor.vraag("elke eerste dinsdag 23:30", zin("tijdstip.stil.vraag"))
    await noor.druk(stil, knop("knop.terug"), zin("herinnering.moment.vraag"))
    voorbeeld = await noor.vraag("elke eerste dinsdag 19:30", "elke eerste dinsdag van de maand om 19:30 uur")
    assert "De eerste keer is dinsdag 2 februari 2027 om 19:30 uur" in tekst_van(voorbeeld)
    for _ in range(3):
        await noor.vervals(voorbeeld, "fklaar")
    await wereld.rust()
    assert await wereld.tel(t.herinnering) == 1
    await wereld.herstart()

    for dag in ("2027-02-02", "2027-03-02"):
        for minuut in (29, 30, 31):
            await wereld.ga_naar(datetime.fromisoformat(f"{dag}T18:{minuut}:00+00:00"))
    assert sum("Neem de notulen mee" in tekst_van(b) for b in await anna.berichten()) == 2
    assert not any("Neem de notulen mee" in tekst_van(b) for b in await bram.berichten())

    lijst = await noor.vraag("/herinner", zin("herinnering.lijst"))
    een = await scherm(noor, lijst, "6 apr", "herinnering.knop_stop")
    zeker = await scherm(noor, een, knop("herinnering.knop_stop"), "herinnering.knop_stop_ja")
    await anna.vervals(await anna.laatste(), "hrnieuw")  # a resident who is no trekker makes none
    await noor.tik(zeker, knop("herinnering.knop_stop_ja"))
    await wereld.rust()
    await wereld.ga_naar(datetime(2027, 4, 6, 18, 0, tzinfo=UTC))
    assert sum("Neem de notulen mee" in tekst_van(b) for b in await anna.berichten()) == 2


async def test_a_mijlpaal_is_announced_over_restarts_and_said_once_more_the_day_before(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await anna.vervals(await anna.laatste(), "mijlpaal")  # not hers to announce
    ibrahim = wereld.mens(IBRAHIM)
    stap = await ibrahim.vraag("/mijlpaal", zin("mijlpaal.bij.vraag"))
    await wereld.herstart()
    await ibrahim.druk(stap, knop("mijlpaal.bij.gemeenteraad"), zin("mijlpaal.titel.vraag"))
    await ibrahim.vraag("Besluit warmteplan", zin("mijlpaal.moment.vraag"))
    await wereld.herstart()
    await ibrahim.vraag("5 februari 19:30", zin("mijlpaal.uitleg.vraag"))
    voorbeeld = await ibrahim.vraag("Inspreken kan.", zin("formulier.voorbeeld"))
    for _ in range(3):
        await ibrahim.vervals(voorbeeld, "fklaar")
    await wereld.rust()
    await wereld.herstart()
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    for uur in (18, 19):
        await wereld.ga_naar(datetime(2027, 2, 4, uur, 0, tzinfo=UTC))
    assert await gehad(anna, "mijlpaal.nieuw") == 1
    assert await gehad(anna, "mijlpaal.herinnering") == 1
    await anna.vraag("/mijlpalen", "Besluit warmteplan")
    assert await wereld.tel(t.mijlpaal) == 1


async def test_a_mijlpaal_that_was_announced_is_moved_and_withdrawn_and_who_read_of_it_hears_that(
    wereld: Wereld,
) -> None:
    anna, ibrahim = await wereld.bewoner(ANNA), wereld.mens(IBRAHIM)
    await ibrahim.druk(await ibrahim.vraag("/mijlpaal"), knop("mijlpaal.bij.gemeenteraad"), zin("mijlpaal.titel.vraag"))
    for antwoord in ("Besluit warmteplan", "5 februari 19:30", "Inspreken kan."):
        await ibrahim.vraag(antwoord)
    klaar = await ibrahim.druk(await ibrahim.laatste(), knop("knop.klaar"), zin("mijlpaal.geplaatst"))
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    await anna.wacht(lambda b: "Besluit warmteplan" in tekst_van(b), "de aankondiging")

    wijzig, weg = (een["callback_data"] for een in knoppen(klaar)[0])
    for data in (wijzig, weg, f"{weg}:ja"):  # not hers to change
        assert zin("geweigerd.rol_nodig") in tekst_van(await anna.na(anna.vervals(await anna.laatste(), data)))
    form = await ibrahim.druk(klaar, knop("knop.wijzig"), zin("wijziging.wat"))
    await ibrahim.druk(form, knop("mijlpaal.knop.moment"), zin("mijlpaal.moment.vraag"))
    await wereld.herstart()
    voorbeeld = await ibrahim.vraag("9 februari 19:30", zin("formulier.voorbeeld"))
    for _ in range(2):
        await ibrahim.vervals(voorbeeld, "fklaar")
    await wereld.rust()
    await wereld.herstart()
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    nieuws = await anna.wacht(lambda b: "9 februari" in tekst_van(b), "de wijziging")
    assert "5 februari" in tekst_van(nieuws)
    assert sum("9 februari" in tekst_van(b) for b in await anna.berichten()) == 1

    lijst = await ibrahim.vraag("/mijlpalen", "Besluit warmteplan")
    een = await scherm(ibrahim, lijst, "Besluit warmteplan", "mijlpaal.knop_weg")
    zeker = await scherm(ibrahim, een, knop("mijlpaal.knop_weg"), "mijlpaal.knop_weg_ja")
    await ibrahim.tik(zeker, knop("mijlpaal.knop_weg_ja"))
    await ibrahim.vervals(zeker, f"{weg}:ja")
    await wereld.rust()
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    await anna.wacht(lambda b: zin("mijlpaal.ingetrokken") in tekst_van(b), "dat het vervalt")
    await wereld.ga_naar(datetime(2027, 2, 8, 18, 0, tzinfo=UTC))
    assert await gehad(anna, "mijlpaal.herinnering") == 0
    await anna.vraag("/mijlpalen", zin("mijlpaal.lijst_leeg"))
