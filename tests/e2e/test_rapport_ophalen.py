"""An organisator asks for the report in the chat: first a word that it comes, then the PDF."""

from bot.demo.telefoon import tekst_van
from bot.services.rapport import WEKKER
from bot.storage import tables as t
from tests.wereld import ANNA, IBRAHIM, NOOR, Mens, Wereld, zin


async def rapporten(mens: Mens) -> list[str]:
    """Return the names of the files that came."""
    return [b["document"]["file_name"] for b in await mens.berichten() if "document" in b]


async def kwam(mens: Mens) -> None:
    await mens.wacht(lambda b: b.get("document", {}).get("file_name", "").endswith(".pdf"), "het rapport")


async def test_a_restart_between_the_word_and_the_report_loses_nothing_and_doubles_nothing(wereld: Wereld) -> None:
    ibrahim = wereld.mens(IBRAHIM)
    await wereld.stop()
    await ibrahim.typ("/rapport")
    await ibrahim.typ("/rapport")
    await wereld.start()
    await ibrahim.wacht(lambda b: zin("rapport.bezig") in tekst_van(b), "dat het komt")
    await wereld.herstart()
    await kwam(ibrahim)
    await wereld.herstart()
    await wereld.rust()

    namen = await rapporten(ibrahim)
    assert 1 <= len(namen) <= 2  # the second was asked for before or after the first was made
    assert all(naam.startswith("tussenstand-") for naam in namen)
    assert await wereld.tel(t.wekker, t.wekker.c.soort == WEKKER, t.wekker.c.gedaan_op.is_(None)) == 0


async def test_nobody_else_gets_it(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    for mens in (anna, wereld.mens(NOOR)):
        await mens.vraag("/rapport", zin("geweigerd.rol_nodig"))
    await wereld.rust()

    assert await wereld.tel(t.wekker, t.wekker.c.soort == WEKKER) == 0
    assert await rapporten(anna) == []
