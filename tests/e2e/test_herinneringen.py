"""Reminders in the chat, and what a machine that slept does when it wakes."""

from datetime import UTC, datetime, timedelta

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.wereld import ANNA, Mens, Wereld, knop, zin

BEGIN = datetime(2027, 2, 3, 19, 0, tzinfo=UTC)  # eight in the evening


async def gehad(mens: Mens, *sleutels: str) -> int:
    """Count the messages that someone got with one of these texts."""
    berichten = [tekst_van(b) for b in await mens.berichten()]
    return sum(any(zin(sleutel) in tekst for sleutel in sleutels) for tekst in berichten)


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
