"""An idea in the bot's own chat: brought in with a place and a photo, supported, taken up, and heard of to the end."""

from datetime import timedelta

import pytest

from bot.demo.telefoon import tekst_van
from bot.exports import maak
from bot.storage import tables as t
from tests.e2e.test_consent import achter
from tests.e2e.test_rol import nodig_uit
from tests.wereld import ANNA, BRAM, MARIA, NOOR, NU, Wereld, knop, labels, zin

IDEE = "Een bankje <b> bij & de =school"


@pytest.mark.ook_web
async def test_an_idea_goes_from_a_resident_to_a_werkgroep_and_comes_back_as_news(wereld: Wereld) -> None:
    anna, bram, noor = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(NOOR)
    maria = await wereld.bewoner(MARIA, "English")
    await noor.vraag("/menu")
    start = await nodig_uit(wereld, "trekker", "techniek")
    await bram.druk(await bram.vraag(start, zin("rol.uitleg.trekker")), knop("uitnodiging.knop_ja"), "trekker")

    leeg = await anna.vraag("/ideeen", zin("idee.leeg"))
    await anna.druk(leeg, knop("idee.knop_nieuw"), zin("idee.tekst.vraag"))
    await wereld.herstart()
    stap = await anna.vraag(IDEE, zin("idee.wat_dan"))
    await anna.druk(stap, knop("idee.knop_plek_erbij"), zin("idee.plek.vraag"))
    stap = await anna.na(anna.stuur_locatie(52.09074, 5.12142))
    await anna.druk(stap, knop("idee.knop_foto_erbij"), zin("idee.foto.vraag"))
    stap = await anna.na(anna.stuur_bestand("foto", "plein.png", maak("qr", {"inhoud": "een plein"}), "image/png"))
    assert "✓ " + knop("idee.knop_foto_erbij") in labels(stap)
    await anna.druk(stap, knop("idee.knop_stuur"), zin("idee.ontvangen"))

    melding = await noor.wacht(lambda b: zin("idee.wacht") in tekst_van(b), "dat er een idee wacht")
    lees = await noor.druk(melding, knop("idee.knop_lees"), IDEE, zin("idee.wat_doet_u"))
    menu = await maria.vraag("/menu")
    for label in ("door", "zonder", "niet"):
        data = achter(lees, knop(f"idee.knop_{label}"))
        assert zin("geweigerd.rol_nodig", "en") in tekst_van(await maria.na(maria.vervals(menu, data)))
    await noor.druk(lees, knop("idee.knop_foto"), zin("idee.foto", tekst=IDEE), nieuw=True)
    await noor.druk(lees, knop("idee.knop_door"), zin("idee.niets_wacht"))

    lijst = await maria.vraag("/ideeen", IDEE)
    een = await maria.druk(lijst, IDEE[:12], "another language: Dutch")
    await maria.druk(een, knop("idee.knop_steun", "en"), zin("idee.u_steunt", "en"))
    kaart = await maria.na(maria.tik(een, knop("idee.knop_kaart", "en")))
    assert zin("idee.kaart", "en", tekst=IDEE) in tekst_van(kaart) or "location" in kaart or "venue" in kaart

    een = await bram.druk(await bram.vraag("/ideeen", IDEE), IDEE[:12], zin("idee.steun_uitleg"))
    een = await bram.druk(een, knop("idee.knop_pak_op"), zin("idee_op.werkgroep.vraag"))
    een = await bram.druk(een, "techniek", zin("idee_op.woorden.vraag"))
    een = await bram.druk(een, knop("knop.overslaan"), zin("formulier.voorbeeld"))
    een = await bram.druk(een, knop("knop.klaar"), zin("idee.staat.opgepakt"))
    await wereld.herstart()
    een = await bram.druk(een, knop("idee.knop_afloop"), zin("idee_af.afloop.vraag"))
    een = await bram.druk(een, knop("idee_af.afloop.gelukt"), zin("idee_af.woorden.vraag"))
    stap = await bram.vraag("Het staat er.", zin("formulier.voorbeeld"))
    await bram.druk(stap, knop("knop.klaar"), zin("idee.staat.gelukt"))

    await wereld.ga_naar(NU + timedelta(days=1))
    await anna.wacht(lambda b: zin("idee.stap_gelukt") in tekst_van(b), "dat het gelukt is")
    nieuws = await maria.wacht(lambda b: zin("idee.stap_gelukt", "en") in tekst_van(b), "wat ervan kwam")
    assert zin("idee.dat_u_steunt", "en", tekst=IDEE) in tekst_van(nieuws)
    assert await wereld.tel(t.outbox, t.outbox.c.soort == "idee.stap", t.outbox.c.staat != "wachtend") == 0
