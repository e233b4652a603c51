"""Reminders in the chat, and what a machine that slept does when it wakes."""

from datetime import UTC, datetime, timedelta

from bot.demo.telefoon import Bericht, tekst_van
from bot.storage import tables as t
from tests.wereld import ANNA, NOOR, Mens, Wereld, knop, labels, zin

BEGIN = datetime(2027, 2, 3, 19, 0, tzinfo=UTC)  # eight in the evening


async def gehad(mens: Mens, *sleutels: str) -> int:
    """Count the messages that someone got with one of these texts."""
    berichten = [tekst_van(b) for b in await mens.berichten()]
    return sum(any(zin(sleutel) in tekst for sleutel in sleutels) for tekst in berichten)


async def scherm(mens: Mens, bericht: Bericht, tik: str, label: str) -> Bericht:
    """Tap, and return the screen that has this button."""
    await mens.tik(bericht, tik)
    return await mens.wacht(lambda b: knop(label) in labels(b), f"een scherm met {label}")


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
        await noor.vervals(zeker, f"plx:herinnering_uren:{publiek_id}:ja")
    await wereld.rust()

    await anna.vervals(await anna.laatste(), f"plx:herinnering_dag:{publiek_id}:ja")  # not hers to cancel
    await wereld.rust()
    for dag in (3, 8, 9, 10):
        await wereld.ga_naar(datetime(2027, 2, dag, 18, 30, tzinfo=UTC))
        verwacht = 1 if dag == 3 else 2  # a week before, and the moved one; none at the old moments
        assert await gehad(anna, *HERINNERINGEN) == verwacht, dag
