"""What is recorded about me, in the chat: the proof of it, "this is not right", and erasing it all; with restarts."""

import json
import secrets

from sqlalchemy import Connection, select

from bot.channels import wislijst
from bot.demo.telefoon import Bericht, tekst_van
from bot.services import bewijs, bewijslog
from bot.services.bewijs import Feit
from bot.services.handeling import Afzender, Handeling
from bot.storage import accounts
from bot.storage import tables as t
from tests.channels.conftest import tot
from tests.e2e.test_hulpvraag import waar_staat
from tests.services.test_mijnbijdrage import klopt, publieke_sleutel
from tests.verifiers import oordelen_bijdrage
from tests.wereld import ANNA, BRAM, IBRAHIM, NOOR, NU, Mens, Wereld, knop, labels, zin


async def een_gesprek(wereld: Wereld, mens: Mens) -> None:
    """Let Noor have recorded a conversation with someone."""

    def schrijf(tx: Connection) -> None:
        noor = accounts.wie(tx, wereld.wijk, wereld.kanaal, str(NOOR.id))
        wie = accounts.wie(tx, wereld.wijk, wereld.kanaal, str(mens.wie.id))
        assert wie is not None
        handeling = Handeling(wereld.wijk, Afzender(wereld.kanaal, str(NOOR.id)), NU, secrets.token_bytes(32))
        bewijs.leg_vast(tx, handeling, wie.bewoner or 0, Feit("gesprek", "bezoek", "deurgesprek", noor))

    await wereld.mens(NOOR).vraag("/menu")
    await wereld.database.write(wereld.wijk, schrijf)


async def open_gesprek(mens: Mens) -> Bericht:
    """Open the conversation that is recorded."""
    gegevens = await mens.vraag("/gegevens", zin("gegevens.geheim"))
    lijst = await mens.druk(gegevens, knop("knop.mijnbijdrage"), zin("bijdrage.kop"))
    assert NOOR.naam not in tekst_van(lijst)
    return await mens.druk(lijst, labels(lijst)[0], zin("bijdrage.uitleg_bewijs"))


async def test_the_proof_comes_from_the_day_after_on_and_holds(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await een_gesprek(wereld, anna)
    een = await open_gesprek(anna)
    await anna.druk(een, knop("bijdrage.knop_bewijs"), zin("bijdrage.morgen"), nieuw=True)
    await wereld.database.write(wereld.wijk, bewijslog.vraag_ijkpunt, wereld.wijk, wereld.klok.nu)
    await wereld.rust()
    await wereld.herstart()
    for _ in range(2):
        await anna.tik(een, knop("bijdrage.knop_bewijs"))
    bestand = await anna.wacht(lambda b: "document" in b, "het bewijs")
    ruw = await anna.bestand(bestand)
    inhoud, sleutel = json.loads(ruw), await publieke_sleutel(wereld.database, wereld.wijk)
    assert klopt(inhoud, sleutel)["soort"] == "gesprek"
    assert oordelen_bijdrage(ruw, f"{sleutel}\n".encode(), []) == (None, None), "as it was sent, byte for byte"
    await wereld.rust()
    assert await wereld.database.read(waar_staat, inhoud["sleutel"]) == [], "the key leaves the outbox"


async def test_what_is_not_right_is_corrected_through_a_restart_and_another_s_button_does_nothing(
    wereld: Wereld,
) -> None:
    anna, bram, ibrahim = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(IBRAHIM)
    await ibrahim.vraag("/menu")
    await een_gesprek(wereld, anna)
    een = await open_gesprek(anna)
    wat = await anna.druk(een, knop("bijdrage.knop_klopt_niet"), zin("correctie.wat"))
    welk = next(k["callback_data"] for rij in wat["reply_markup"]["inline_keyboard"] for k in rij)
    menu = await bram.vraag("/menu")
    await bram.na(bram.vervals(menu, welk))
    assert zin("geweigerd.bijdrage.onbekend") in tekst_van(await bram.laatste())
    stap = await anna.druk(wat, knop("correctie.knop_anders"), zin("correctie.typ"))
    assert labels(stap) == [knop("knop.terug")]
    await wereld.herstart()
    await anna.vraag("Dat was mijn zus.", zin("correctie.gevraagd"))
    vraag = await ibrahim.wacht(lambda b: "Dat was mijn zus." in tekst_van(b), "de vraag")
    assert "Lindelaan" in tekst_van(vraag)
    await wereld.herstart()
    stap = await ibrahim.druk(vraag, knop("correctie.knop_antwoord"), zin("correctie.typ_antwoord"))
    await ibrahim.vraag("Noor weet het zeker.", zin("correctie.klaar_beantwoord"))
    antwoord = await anna.wacht(lambda b: "Noor weet het zeker." in tekst_van(b), "het antwoord")
    for _ in range(2):
        await anna.tik(antwoord, knop("correctie.knop_blijf"))
    await anna.wacht(lambda b: zin("correctie.rechtgezet") in tekst_van(b), "dat het is rechtgezet")
    await wereld.rust()
    assert await wereld.tel(t.bewijs_prive, ~t.bewijs_prive.c.vervallen) == 0
    assert await wereld.database.read(waar_staat, "Dat was mijn zus.", ANNA) == []
    assert not [b for b in await ibrahim.berichten() if "Lindelaan" in tekst_van(b)], "no address stays in a chat"


async def test_a_resident_erases_themselves_with_a_restart_between_and_may_join_again(wereld: Wereld) -> None:
    anna, bram, ibrahim = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(IBRAHIM)
    await ibrahim.vraag("/menu")
    await een_gesprek(wereld, anna)
    gegevens = await anna.vraag("/gegevens", zin("gegevens.geheim"))
    vraag = await anna.druk(gegevens, knop("knop.wissen"), zin("wissen.vraag"))
    await anna.druk(vraag, knop("wissen.knop_niet"), zin("menu.tekst"))
    vraag = await anna.vraag("/wissen", zin("wissen.vraag"))
    zeker = await anna.druk(vraag, knop("wissen.knop_ga_door"), zin("wissen.zeker"), zin("wissen.blijft"))
    await wereld.herstart()
    await anna.tik_dubbel(zeker, knop("wissen.knop_ja"))
    await anna.wacht(lambda b: wereld.gewist in tekst_van(b), "dat het gewist is")
    assert len(wislijst.lees(wislijst.naast(wereld.settings.opslag.tijdvak_bestand))) == 2, "Anna and her account"
    await wereld.rust()
    assert await wereld.tel(t.account, t.account.c.extern_id == str(ANNA.id)) == 0
    assert await wereld.tel(t.bewijs_prive) == 0
    assert await wereld.tel(t.inbox, t.inbox.c.rij == f"chat:{ANNA.id}") == 0
    await bram.vraag("/gegevens", zin("gegevens.geheim"))

    async def chat_gewist() -> bool:
        return await wereld.tel(t.chatwissing) == 0

    await tot(chat_gewist)
    await wereld.bewoner(ANNA)
    vraag = await ibrahim.wacht(lambda b: zin("gewisteplek.een") in tekst_van(b), "de vraag wie het is")
    await bram.na(bram.vervals(await bram.vraag("/menu"), "gp"))
    assert zin("geweigerd.rol_nodig") in tekst_van(await bram.laatste())
    await ibrahim.druk(vraag, knop("gewisteplek.knop_zelfde"), zin("gewisteplek.klaar_zelfde"))
    assert await wereld.database.read(lambda tx: tx.scalars(select(t.plekvraag.c.staat)).all()) == ["zelfde"]
