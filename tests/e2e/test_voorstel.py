"""A trekker speaks to the whole wijk: only after a second person said yes in their own chat."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from bot.demo.telefoon import tekst_van
from bot.services.handeling import KERNGROEP, TREKKER
from bot.storage import tables as t
from tests.builders import een_rol
from tests.wereld import ANNA, BRAM, DAAN, IBRAHIM, NOOR, NU, Mens, Wereld, knop, labels, zin

VRAAG = zin("voorstel.vraag")


async def maak(wereld: Wereld, rol: str, *wie: int, bereik: str = "") -> None:
    """Give residents a role, as an invitation does."""

    def geef(tx: Connection) -> None:
        for persoon in wie:
            een_rol(tx, wereld.wijk, rol, str(persoon), bereik=bereik)
            tx.execute(t.rol.update().where(t.rol.c.extern_id == str(persoon)).values(kanaal=wereld.kanaal))

    await wereld.database.write(wereld.wijk, geef)


async def vraagt(wereld: Wereld, mens: Mens) -> dict[str, Any]:
    """Let someone ask the whole wijk something by a poll; return what they read at the end."""
    voorbeeld = await wereld.vul_peiling(mens, "Feest?")
    klaar = await mens.druk(voorbeeld, knop("knop.klaar"), zin("voorstel.gemaakt"))
    await wereld.rust()
    return klaar


async def test_a_trekker_asks_the_wijk_after_a_second_yes_with_a_restart_in_between(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    for staf in (noor, ibrahim):
        await staf.vraag("/menu")
    await maak(wereld, TREKKER, ANNA.id)
    await vraagt(wereld, anna)
    assert await wereld.tel(t.peiling) == 0
    await wereld.herstart()
    bericht = await noor.wacht(lambda b: VRAAG in tekst_van(b), "de vraag om akkoord")
    ja = bericht["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await noor.vervals(bericht, ja)
    await noor.tik(bericht, knop("voorstel.knop_ja"))  # twice is once
    await wereld.rust()
    assert await wereld.tel(t.peiling) == 1
    await anna.wacht(lambda b: zin("voorstel.afloop_bevestigd") in tekst_van(b), "het akkoord")
    await wereld.ga_naar(NU)
    await bram.wacht(lambda b: "Feest?" in tekst_van(b), "de peiling")
    voorbij = zin("geweigerd.voorstel.al_bevestigd")
    laat = await ibrahim.wacht(lambda b: voorbij in tekst_van(b), "dat het al gedaan is")
    nee = await ibrahim.na(ibrahim.vervals(laat, ja.replace("vja", "vnee")))
    assert voorbij in tekst_van(nee)


async def test_the_maker_and_a_resident_cannot_say_yes_and_the_maker_withdraws(wereld: Wereld) -> None:
    anna, daan = await wereld.bewoner(ANNA), await wereld.bewoner(DAAN)
    noor = wereld.mens(NOOR)
    await noor.vraag("/menu")
    await maak(wereld, TREKKER, ANNA.id)
    klaar = await vraagt(wereld, anna)
    gevraagd = await noor.wacht(lambda b: VRAAG in tekst_van(b), "de vraag om akkoord")
    publiek_id = klaar["reply_markup"]["inline_keyboard"][0][0]["callback_data"].partition(":")[2]
    assert zin("geweigerd.voorstel.eigen") in tekst_van(await anna.na(anna.vervals(klaar, f"vja:{publiek_id}")))
    menu = await daan.vraag("/menu")
    for data in (f"vja:{publiek_id}", f"vnee:{publiek_id}", f"vweg:{publiek_id}", f"v:{publiek_id}", "voorstellen"):
        assert zin("geweigerd.rol_nodig") in tekst_van(await daan.na(daan.vervals(menu, data)))
    await anna.druk(klaar, knop("voorstel.knop_weg"), zin("voorstel.klaar_ingetrokken"))
    nee = await noor.na(noor.vervals(gevraagd, f"vja:{publiek_id}"))  # a tap before her screen was changed
    assert zin("geweigerd.voorstel.al_ingetrokken") in tekst_van(nee)
    voorbij = await noor.wacht(
        lambda b: b["message_id"] == gevraagd["message_id"] and VRAAG not in tekst_van(b), "dat het is ingetrokken"
    )
    assert knop("voorstel.knop_ja") not in labels(voorbij)
    assert await wereld.tel(t.peiling) == 0


async def test_it_lapses_after_two_days_and_the_list_shows_what_waits(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    await maak(wereld, TREKKER, ANNA.id)
    await maak(wereld, KERNGROEP, BRAM.id)
    await vraagt(wereld, anna)
    lijst = await bram.vraag("/voorstellen", zin("voorstel.lijst"))
    een = await bram.druk(lijst, labels(lijst)[0], VRAAG)
    await wereld.ga_naar(NU + timedelta(hours=48))
    await anna.wacht(lambda b: zin("voorstel.afloop_verlopen") in tekst_van(b), "dat het verliep")
    laat = await bram.na(bram.tik(een, knop("voorstel.knop_ja")))
    assert zin("geweigerd.voorstel.al_verlopen") in tekst_van(laat)
    await bram.vraag("/voorstellen", zin("voorstel.lijst_leeg"))
    assert await wereld.tel(t.peiling) == 0


async def test_forged_and_empty_buttons_lead_nowhere(wereld: Wereld) -> None:
    noor = wereld.mens(NOOR)
    menu = await noor.vraag("/menu")
    for data in ("vja:", "vja:onzin", "vnee:" + "A" * 22, "vweg:", "v:", "v:1"):
        assert zin("geweigerd.voorstel.onbekend") in tekst_van(await noor.na(noor.vervals(menu, data)))
