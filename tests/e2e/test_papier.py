"""Residents without a telephone vote: ballots printed, brought back, entered, and a pile confirmed by another."""

import asyncio
import re
from datetime import UTC, datetime

import pypdfium2
import pytest
from sqlalchemy import select

from bot.demo.telefoon import Bericht, knoppen, tekst_van
from bot.services import papierstem
from bot.storage import tables as t
from tests.e2e.test_peilmethoden import open_
from tests.wereld import ANNA, IBRAHIM, MARIA, NOOR, Mens, Wereld, knop, zin

SLUIT = datetime(2027, 2, 5, 19, 0, tzinfo=UTC)
KLAAR = knop("papierstem.knop_klaar")


async def codes(noor: Mens) -> list[str]:
    """Return the code on each ballot of the file that came."""
    bericht = await noor.wacht(lambda b: "document" in b, "de stembiljetten")
    document = pypdfium2.PdfDocument(await noor.bestand(bericht))
    teksten = [pagina.get_textpage().get_text_range() for pagina in document]
    return [re.findall(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}", tekst)[0] for tekst in teksten]


def achter(bericht: Bericht, label: str) -> str:
    return next(k["callback_data"] for rij in knoppen(bericht) for k in rij if k["text"] == label)


async def test_paper_votes_are_entered_the_rest_of_a_pile_confirmed_and_a_restart_loses_none(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papierstem, "LOS", 2)
    noor, ibrahim, anna = wereld.mens(NOOR), wereld.mens(IBRAHIM), wereld.mens(ANNA)
    await ibrahim.vraag("/menu")
    await wereld.plan_peiling("Welke?")
    papier = await noor.druk(await open_(noor, "Welke?"), knop("stemvel.knop"), zin("stemvel.uitleg"))
    wie = await noor.druk(papier, knop("stemvel.knop_maak"), "Nu gekozen")
    await noor.tik(wie, "Lindelaan")
    een, ander, derde, vierde = await codes(noor)

    papier = await noor.druk(await open_(noor, "Welke?"), knop("stemvel.knop"), "Gemaakt: 4 biljetten")
    code = await noor.druk(papier, knop("stemvel.knop_invoer"), zin("papierstem.code"))
    vel = await noor.vraag(derde.lower(), zin("papierstem.kop", code=derde))
    assert "Lindelaan" not in tekst_van(vel)
    vel = await noor.druk(vel, "Rood", zin("papierstem.klopt"))
    await wereld.herstart()
    await asyncio.gather(*(noor.vervals(vel, achter(vel, KLAAR)) for _ in range(3)))
    await wereld.rust()
    assert await wereld.tel(t.stembiljet) == 1
    menu = await ibrahim.vraag("/menu")
    gezien = await ibrahim.na(ibrahim.vervals(menu, achter(vel, "✓ Rood")))
    assert zin("geweigerd.papierstem.niet_open") in tekst_van(gezien)
    gezien = await anna.na(anna.vervals(await anna.vraag("/start"), achter(papier, knop("stemvel.knop_invoer"))))
    assert zin("welkom.code") in tekst_van(gezien) or "brief" in tekst_van(gezien)

    for biljet, gezegd in ((vierde, "telt"), (een, "wacht"), (ander, "wacht")):
        vel = await noor.vraag(biljet, zin("papierstem.kop", code=biljet))
        vel = await noor.druk(vel, "Blauw", zin("papierstem.klopt"))
        code = await noor.druk(vel, KLAAR, zin(f"papierstem.gezegd_{gezegd}"))
    assert await wereld.tel(t.stembiljet) == 2
    await noor.vraag(een, zin("papierstem.gezegd_al_gebruikt"))
    stapel = await noor.druk(code, "Leg 2 stemmen voor", een, ander)
    await noor.druk(stapel, "Vraag een tweede persoon (2 stemmen)", "2 stemmen op papier laten meetellen")
    gevraagd = await ibrahim.wacht(lambda b: "2 stemmen op papier" in tekst_van(b), "de vraag")
    await wereld.herstart()
    await ibrahim.tik(gevraagd, knop("voorstel.knop_lees"))
    gelezen = await ibrahim.wacht(lambda b: een in tekst_van(b), "codes en antwoorden")
    assert ander in tekst_van(gelezen)
    assert "Lindelaan" not in tekst_van(gelezen)
    ja = await ibrahim.wacht(lambda b: knop("voorstel.knop_ja") in str(knoppen(b)), "de knoppen")
    await ibrahim.tik(ja, knop("voorstel.knop_ja"))
    await wereld.rust()
    assert await wereld.tel(t.stembiljet) == 4

    maria = wereld.mens(MARIA)
    welke = await maria.vraag(f"/start {wereld.codes[MARIA.id]}", zin("welkom.taal", "en"))
    toestemming = await maria.druk(welke, "Nederlands", zin("welkom.toestemming"))
    bekend = await maria.druk(toestemming, knop("welkom.knop_ja"), zin("welkom.bekend"))
    await maria.druk(bekend, knop("welkom.bekend_ja"), zin("welkom.binnen"))
    zij = await open_(maria, "Welke?")
    assert zin("peiling.van_papier") in tekst_van(zij)
    await maria.tik(zij, "Blauw")
    await wereld.rust()
    assert zin("peiling.van_papier") not in tekst_van(await open_(maria, "Welke?"))
    await wereld.ga_naar(SLUIT)
    stemmen = await wereld.database.read(lambda tx: sorted(tx.scalars(select(t.stembiljet.c.inhoud))))
    assert (stemmen, await wereld.tel(t.stemvel)) == (["[1]"] * 4, 0)
