"""An organisator asks for the report in the chat: first a word that it comes, then the PDF."""

import hashlib

from bot.demo.telefoon import knoppen, tekst_van
from bot.services.rapport import WEKKER
from bot.storage import rapportbestanden
from bot.storage import tables as t
from tests.wereld import ANNA, IBRAHIM, NOOR, Mens, Wereld, knop, labels, zin


async def rapporten(mens: Mens) -> list[str]:
    """Return the names of the files that came."""
    return [b["document"]["file_name"] for b in await mens.berichten() if "document" in b]


async def kwam(mens: Mens) -> None:
    await mens.wacht(lambda b: b.get("document", {}).get("file_name", "").endswith(".pdf"), "het rapport")


async def test_a_restart_between_the_word_and_the_report_loses_nothing_and_doubles_nothing(wereld: Wereld) -> None:
    ibrahim = wereld.mens(IBRAHIM)
    await ibrahim.vraag("/menu")
    await wereld.zonder_bot(ibrahim.typ("/rapport"), ibrahim.typ("/rapport"))
    await ibrahim.wacht(lambda b: zin("rapport.bezig") in tekst_van(b), "dat het komt")
    await wereld.herstart()
    await kwam(ibrahim)
    await wereld.herstart()
    await wereld.rust()

    namen = await rapporten(ibrahim)
    assert 1 <= len(namen) <= 2  # the second was asked for before or after the first was made
    assert all(naam.startswith("tussenstand-") for naam in namen)
    assert await wereld.tel(t.wekker, t.wekker.c.soort == WEKKER, t.wekker.c.gedaan_op.is_(None)) == 0


async def test_what_the_organisator_read_is_what_everyone_reads(wereld: Wereld) -> None:
    """Byte for byte, after a restart and a double tap; nobody else can put it there."""
    ibrahim, noor = wereld.mens(IBRAHIM), wereld.mens(NOOR)
    await ibrahim.typ("/rapport")
    await kwam(ibrahim)
    await wereld.rust()
    (gekregen,) = [b for b in await ibrahim.berichten() if "document" in b]
    melding = await ibrahim.wacht(lambda b: knop("rapport.knop_op") in labels(b), "de knop")
    await noor.vervals(await noor.na(noor.typ("/menu")), knoppen(melding)[0][0]["callback_data"] + ":ja")
    await noor.wacht(lambda b: zin("geweigerd.rol_nodig") in tekst_van(b), "dat het niet mag")

    vraag = await ibrahim.druk(melding, knop("rapport.knop_op"), zin("rapport.op_zeker"), nieuw=True)
    assert await wereld.database.read(rapportbestanden.tel_openbaar, wereld.omgeving.wijk) == 0
    await wereld.herstart()
    for _ in range(2):
        await ibrahim.vervals(vraag, knoppen(vraag)[0][0]["callback_data"])
    lijst = await ibrahim.wacht(lambda b: zin("rapport.openbaar") in tekst_van(b), "wat op de pagina staat")

    (een,) = await wereld.database.read(rapportbestanden.openbaar, wereld.omgeving.wijk)
    bytes_ = await wereld.database.read(rapportbestanden.inhoud, wereld.omgeving.wijk, een.publiek_id)
    assert bytes_ == await ibrahim.bestand(gekregen)
    assert hashlib.sha256(bytes_ or b"").hexdigest() == een.sha256
    assert een.sha256 in tekst_van(lijst)


async def test_nobody_else_gets_it(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    for mens in (anna, wereld.mens(NOOR)):
        await mens.vraag("/rapport", zin("geweigerd.rol_nodig"))
    await wereld.rust()

    assert await wereld.tel(t.wekker, t.wekker.c.soort == WEKKER) == 0
    assert await rapporten(anna) == []
