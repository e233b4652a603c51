"""An organisator asks for the counts in the chat: first a word that they come, then the files, the manifest last."""

from bot.demo.telefoon import tekst_van
from bot.services.export import WEKKER
from bot.storage import tables as t
from tests.services.test_export import NAMEN
from tests.wereld import ANNA, IBRAHIM, NOOR, Mens, Wereld, zin


async def bestanden(mens: Mens) -> list[str]:
    """Return the names of the files that came, in order."""
    return [b["document"]["file_name"] for b in await mens.berichten() if "document" in b]


async def kwam(mens: Mens) -> None:
    """Wait until the last file came."""
    await mens.wacht(lambda b: b.get("document", {}).get("file_name") == NAMEN[-1], NAMEN[-1])


async def test_first_a_word_that_they_come_and_then_the_files(wereld: Wereld) -> None:
    ibrahim = wereld.mens(IBRAHIM)
    bezig = await ibrahim.vraag("/export", zin("export.bezig"))
    klaar = await ibrahim.wacht(lambda b: zin("export.klaar") in tekst_van(b), "de uitleg")
    await kwam(ibrahim)

    assert bezig["message_id"] < klaar["message_id"]
    assert await bestanden(ibrahim) == NAMEN


async def test_a_restart_between_the_word_and_the_files_loses_nothing_and_doubles_nothing(wereld: Wereld) -> None:
    ibrahim = wereld.mens(IBRAHIM)
    await ibrahim.vraag("/menu")
    await wereld.zonder_bot(ibrahim.typ("/export"))
    await ibrahim.wacht(lambda b: zin("export.bezig") in tekst_van(b), "dat ze komen")
    await wereld.herstart()
    await kwam(ibrahim)
    await wereld.herstart()
    await wereld.rust()

    assert await bestanden(ibrahim) == NAMEN
    assert await wereld.tel(t.wekker, t.wekker.c.soort == WEKKER, t.wekker.c.gedaan_op.is_(None)) == 0


async def test_nobody_else_gets_them(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    for mens in (anna, wereld.mens(NOOR)):
        await mens.vraag("/export", zin("geweigerd.rol_nodig"))
    await wereld.rust()

    assert await wereld.tel(t.wekker, t.wekker.c.soort == WEKKER) == 0
    assert await bestanden(anna) == []
