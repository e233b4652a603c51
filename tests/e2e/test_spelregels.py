"""The spelregels in chat: read by everyone, fixed by two people, over a restart, and told to the neighbourhood."""

from typing import Any

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.wereld import ANNA, IBRAHIM, NOOR, NU, Mens, Wereld, knop, labels, zin

CONCEPT = zin("spelregels.concept")
LINK = "https://gemeente.voorbeeld.nl/besluit?nr=1&deel=2"


async def vraag_vast(mens: Mens, nummer: str = "2027-014") -> Any:
    """Let the organisator fill in who confirmed them, and ask a second person."""
    regels = await mens.vraag("/spelregels", zin("spelregels.vingerafdruk"))
    stap = await mens.druk(regels, knop("spelregels.knop_vast"), zin("vaststellen.orgaan.vraag"))
    await mens.druk(stap, knop("vaststellen.orgaan.gemeenteraad"), zin("vaststellen.besluitnummer.vraag"))
    await mens.vraag(nummer, zin("vaststellen.besluit_op.vraag"))
    await mens.vraag("12 januari 2027", zin("vaststellen.besluitlink.vraag"))
    stap = await mens.vraag(LINK, zin("vaststellen.volgt.vraag"))
    voorbeeld = await mens.druk(stap, knop("vaststellen.volgt.ja"), nummer)
    return await mens.druk(voorbeeld, knop("vaststellen.knop_klaar"), zin("voorstel.gemaakt"))


async def zeg_ja(wereld: Wereld, mens: Mens) -> None:
    """Let a second person read it and agree, tapping twice."""
    vraag = await mens.wacht(lambda b: knop("voorstel.knop_lees") in labels(b), "de vraag om akkoord")
    await mens.tik(vraag, knop("voorstel.knop_lees"))
    scherm = await mens.wacht(lambda b: knop("voorstel.knop_ja") in labels(b), "de knoppen na het lezen")
    ja = scherm["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await mens.tik(scherm, knop("voorstel.knop_ja"))
    await mens.vervals(scherm, ja)
    await wereld.rust()


async def test_a_concept_is_fixed_by_two_people_over_a_restart_and_the_neighbourhood_reads_it(wereld: Wereld) -> None:
    anna, noor, ibrahim = await wereld.bewoner(ANNA), wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await noor.vraag("/menu")
    concept = await anna.vraag("/spelregels", CONCEPT)
    assert knop("spelregels.knop_vast") not in labels(concept)
    nee = await anna.na(anna.vervals(concept, "srvast"))
    assert zin("geweigerd.rol_nodig") in tekst_van(nee)
    await vraag_vast(ibrahim)
    await wereld.rust()
    await wereld.herstart()
    await zeg_ja(wereld, noor)
    assert await wereld.tel(t.spelregels, t.spelregels.c.vastgesteld_op.is_not(None)) == 1
    gelezen = next(b for b in await noor.berichten() if zin("spelregels.lezen") in tekst_van(b))
    vingerafdruk = tekst_van(gelezen).rpartition("\n")[2]
    await wereld.ga_naar(NU)
    bericht = await anna.wacht(lambda b: zin("spelregels.nu_vast") in tekst_van(b), "dat ze vaststaan")
    regels = await anna.druk(bericht, knop("spelregels.knop_lees"), zin("spelregels.vingerafdruk"))
    assert vingerafdruk in tekst_van(regels)
    assert "2027-014" in tekst_van(regels)
    nieuws = t.outbox.c.soort == "spelregels.vastgesteld"
    assert await wereld.tel(t.outbox, nieuws) == 1, "two taps are one"
    letterlijk = await anna.na(anna.tik(regels, knop("spelregels.knop_letterlijk")))
    assert '"versie":1' in tekst_van(letterlijk)


async def test_forged_buttons_lead_nowhere(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    menu = await anna.vraag("/menu")
    for data in ("spelregels:2", "spelregels:x", "srtekst:9", "srtekst:" + "A" * 40):
        assert zin("geweigerd.spelregels.onbekend") in tekst_van(await anna.na(anna.vervals(menu, data)))
