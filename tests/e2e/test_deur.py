"""The door through the bot's own chat: what is held up is scanned and typed, by known people and by newcomers."""

import asyncio
import io
from datetime import UTC, datetime, timedelta
from functools import partial

from PIL import Image

from bot.demo.telefoon import Bericht, tekst_van
from bot.storage import tables as t
from tests.qr import lees_qr
from tests.wereld import ANNA, BRAM, DAAN, IBRAHIM, MARIA, NOOR, Mens, Wereld, knop, labels, zin

BEGIN = datetime(2027, 2, 3, 19, 0, tzinfo=UTC)  # 3 februari 20:00


async def gelezen(wie: Mens, bericht: Bericht) -> str:
    """Point a camera at the picture of a message and return the start payload of the link in it."""
    (code,) = lees_qr(Image.open(io.BytesIO(await wie.plaatje(bericht))))
    return code.text.partition("?start=")[2]


async def houd_op(wereld: Wereld, titel: str = "Café", wie: Mens | None = None) -> Bericht:
    """Let someone of staff open the door on their phone."""
    noor = wie or wereld.mens(NOOR)
    return await noor.druk(await noor.vraag("/deur", knop=titel), titel, zin("deur.scherm"))


def _is_nieuw(eerder: Bericht, bericht: Bericht) -> bool:
    return bool(bericht["message_id"] == eerder["message_id"] and bericht["photo"] != eerder["photo"])


async def methoden(wereld: Wereld) -> list[str]:
    p = t.bewijs_prive.c
    vraag = t.bewijs_prive.select().with_only_columns(p.methode).order_by(p.bewijs)
    return list(await wereld.database.read(lambda tx: list(tx.scalars(vraag))))


async def test_what_is_held_up_can_be_scanned_and_typed_and_twice_is_once(wereld_overal: Wereld) -> None:
    wereld = wereld_overal
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    await wereld.plan_bijeenkomst()
    wereld.klok.nu = BEGIN
    noor = wereld.mens(NOOR)
    scherm = await houd_op(wereld)
    link = await gelezen(noor, scherm)
    code = tekst_van(scherm).partition("deur: ")[2][:7]
    await anna.vraag(f"/start {link}", zin("deur.binnen", titel="Café"))
    await bram.vraag(code, zin("deur.binnen", titel="Café"))
    await anna.vraag(code, zin("deur.al_binnen", titel="Café"))
    await asyncio.gather(*(bram.typ(f"/start {link}") for _ in range(5)))
    await wereld.rust()
    assert await wereld.tel(t.bewijs) == 2
    assert await methoden(wereld) == ["deur_qr", "deurcode"]

    wereld.klok.nu += timedelta(seconds=61)
    maria = await wereld.bewoner(MARIA)
    await maria.vraag(f"/start {link}", zin("geweigerd.deur.scan_opnieuw"))
    wereld.klok.nu += timedelta(minutes=10)
    await maria.vraag(code, zin("geweigerd.deur.code_verlopen"))
    assert await wereld.tel(t.bewijs) == 2


async def test_what_waited_an_hour_for_the_bot_still_checks_in_who_was_there(wereld: Wereld) -> None:
    wereld.alleen_telegram("typen terwijl de bot stilstaat")
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    publiek_id = await wereld.plan_bijeenkomst()
    wereld.klok.nu = BEGIN
    wat = await wereld.deur(publiek_id)
    await wereld.stop()
    await anna.typ(wat.code)
    await bram.typ(f"/start deur-{wat.token}")
    wereld.klok.nu += timedelta(hours=1)
    await wereld.start()
    for mens in (anna, bram):
        await mens.wacht(lambda b: zin("deur.binnen", titel="Café") in tekst_van(b), "welkom")
    assert await wereld.tel(t.bewijs) == 2


async def test_a_newcomer_who_scans_at_the_door_joins_and_is_in_with_a_restart_between(wereld: Wereld) -> None:
    publiek_id = await wereld.plan_bijeenkomst()
    wereld.klok.nu = BEGIN
    daan = wereld.mens(DAAN)
    await daan.typ(f"/start deur-{(await wereld.deur(publiek_id)).token}")
    await daan.wacht(lambda b: zin("deur.daarna_binnen") in tekst_van(b), "eerst meedoen")
    await wereld.herstart()
    wereld.klok.nu += timedelta(minutes=3)
    await wereld.bewoner(DAAN)
    await daan.wacht(lambda b: zin("deur.binnen", titel="Café") in tekst_van(b), "welkom")
    assert await methoden(wereld) == ["deur_qr"]


async def test_a_stranger_cannot_find_out_which_door_codes_exist(wereld: Wereld) -> None:
    publiek_id = await wereld.plan_bijeenkomst()
    wereld.klok.nu = BEGIN
    goed = await wereld.deurcode(publiek_id)
    fout = "000000" if goed != "000000" else "000001"
    daan = wereld.mens(DAAN)
    antwoorden = [tekst_van(await daan.vraag(code)) for code in (goed, fout)]
    assert antwoorden[0] == antwoorden[1]


async def test_an_own_code_is_scanned_by_who_stands_there_and_says_nothing_to_others(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    await wereld.plan_bijeenkomst()
    wereld.klok.nu = BEGIN
    eigen = await anna.vraag("/mijncode", zin("deur.eigen"))
    link = await gelezen(anna, eigen)
    for wie in (bram, wereld.mens(DAAN)):
        await wie.vraag(f"/start {link}", zin("geweigerd.deur.eigen_tonen"))
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    gescand = await noor.vraag(f"/start {link}", zin("deur.gescand"))
    assert "Anna" not in tekst_van(gescand)
    await anna.wacht(lambda b: zin("deur.binnen", titel="Café") in tekst_van(b), "u bent binnen")
    await ibrahim.vraag(f"/start {link}", zin("deur.gescand_al_binnen"))
    assert await methoden(wereld) == ["eigen_qr"]


async def test_with_two_doors_open_who_scans_is_asked_which(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await wereld.plan_bijeenkomst("Café")
    await wereld.plan_bijeenkomst("Wandeling")
    wereld.klok.nu = BEGIN
    link = await gelezen(anna, await anna.vraag("/mijncode", zin("deur.eigen")))
    noor = wereld.mens(NOOR)
    vraag = await noor.vraag(f"/start {link}", zin("deur.welke"))
    assert labels(vraag)[:2] == ["Café", "Wandeling"]
    await wereld.herstart()
    await asyncio.gather(*(noor.tik(vraag, "Wandeling") for _ in range(3)))
    await anna.wacht(lambda b: zin("deur.binnen", titel="Wandeling") in tekst_van(b), "u bent binnen")
    await wereld.rust()
    assert await wereld.tel(t.bewijs) == 1


async def test_the_picture_renews_itself_in_its_message_and_goes_on_after_a_restart(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await wereld.plan_bijeenkomst()
    wereld.klok.nu = BEGIN
    noor = wereld.mens(NOOR)
    scherm = await houd_op(wereld)
    gezien = {await gelezen(noor, scherm)}
    for beurt in range(3):
        if beurt == 1:
            await wereld.herstart()
        wereld.klok.nu += timedelta(seconds=30)
        scherm = await noor.wacht(partial(_is_nieuw, scherm), "een nieuw plaatje")
        gezien.add(await gelezen(noor, scherm))
    assert len(gezien) == 4
    await anna.vraag(f"/start {await gelezen(noor, scherm)}", zin("deur.binnen", titel="Café"))

    uit = await noor.druk(scherm, knop("knop.deur_uit"), zin("deur.uit", titel="Café"))
    assert lees_qr(Image.open(io.BytesIO(await noor.plaatje(uit)))) == []
    assert await wereld.tel(t.deurscherm) == 0
    weer = await noor.druk(uit, knop("knop.deur_toon"), zin("deur.scherm"))
    assert "1 persoon" in tekst_van(weer)
    wereld.klok.nu += timedelta(minutes=31)
    await noor.wacht(lambda b: zin("deur.uit", titel="Café") in tekst_van(b), "het scherm is uit")


async def test_a_closed_door_answers_kindly_and_can_be_opened_again(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    publiek_id = await wereld.plan_bijeenkomst()
    wereld.klok.nu = BEGIN
    noor = wereld.mens(NOOR)
    dicht = await noor.druk(await houd_op(wereld), knop("knop.deur_dicht"), zin("deur.dicht", titel="Café"))
    await anna.vraag(await wereld.deurcode(publiek_id), zin("geweigerd.deur.gesloten"))
    await anna.vraag(f"/start deur-{(await wereld.deur(publiek_id)).token}", zin("geweigerd.deur.gesloten"))
    await noor.druk(dicht, knop("knop.deur_open"), zin("deur.scherm"))
    await anna.vraag(await wereld.deurcode(publiek_id), zin("deur.binnen", titel="Café"))


async def test_a_resident_cannot_open_show_or_close_a_door(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    publiek_id = await wereld.plan_bijeenkomst()
    wereld.klok.nu = BEGIN
    await anna.vraag("/deur", zin("geweigerd.rol_nodig"))
    menu = await anna.vraag("/menu")
    assert knop("knop.deur") not in labels(menu)
    for wat in ("deur", "deur_uit", "deur_dicht", "deur_open", "deur_groot"):
        assert zin("geweigerd.rol_nodig") in tekst_van(await anna.na(anna.vervals(menu, f"{wat}:{publiek_id}")))
    noor = wereld.mens(NOOR)
    van_noor = await noor.vraag("/menu")
    for wat in ("deur", "deur_uit", "deur_dicht", "deur_open", "deur_groot"):
        fout = tekst_van(await noor.na(noor.vervals(van_noor, f"{wat}:{'x' * 22}")))
        assert zin("geweigerd.bijeenkomst.onbekend") in fout
    assert await wereld.tel(t.deurscherm) == 0
    assert await wereld.tel(t.bijeenkomst, t.bijeenkomst.c.deur_dicht_op.is_not(None)) == 0
