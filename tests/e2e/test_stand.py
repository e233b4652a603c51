"""Asking how we stand: a picture with its text, in one's own language, which moves when one is heard."""

from io import BytesIO

from PIL import Image
from sqlalchemy import Connection, update

from bot.demo.telefoon import Bericht, tekst_van
from bot.services.bewijs import Feit, leg_vast
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_huishouden, handeling
from tests.wereld import ANNA, MARIA, NOOR, Mens, Wereld, knop, zin


async def plaatje(mens: Mens, bericht: Bericht) -> Image.Image:
    """Return the picture of a message, as a phone gets it."""
    return Image.open(BytesIO(await mens.plaatje(bericht))).convert("RGB")


async def gehoorde_buren(wereld: Wereld, aantal: int, straat: str = "Lindelaan") -> None:
    """Let neighbours without a phone be heard, each at an address of their own."""

    def hoor(tx: Connection) -> None:
        for _ in range(aantal):
            thuis = een_huishouden(tx, wereld.wijk, straat=straat, volwassenen=1).id
            wie = handeling(wereld.wijk, now=wereld.klok.now())
            leg_vast(tx, wie, een_bewoner(tx, wereld.wijk, thuis), Feit("gesprek", "g", "gesprek"))

    await wereld.database.write(wereld.wijk, hoor)


async def niet_gehoorde_buren(wereld: Wereld, aantal: int, straat: str = "Mezenpad") -> None:
    """Let neighbours with a phone that is elsewhere live in a street."""

    def woon(tx: Connection) -> None:
        for nummer in range(aantal):
            thuis = een_huishouden(tx, wereld.wijk, straat=straat, volwassenen=1).id
            buur = een_account(tx, f"88{nummer:03}", bewoner=een_bewoner(tx, wereld.wijk, thuis))
            tx.execute(update(t.account).where(t.account.c.id == buur).values(kanaal=wereld.kanaal))

    await wereld.database.write(wereld.wijk, woon)


async def test_a_resident_gets_a_picture_with_its_text_and_both_move_with_a_vote(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await gehoorde_buren(wereld, 9)
    eerst = await anna.vraag("/stand", "Er zijn minder dan 10 bewoners gehoord")
    vooraf = await plaatje(anna, eerst)
    await wereld.plan_peiling()
    peiling = await anna.wacht(lambda b: "Rood" in str(b.get("reply_markup")), "de peiling")
    await anna.druk(peiling, "Rood", "Uw stem")
    await anna.druk(await anna.vraag("/menu"), knop("knop.stand"), "Er zijn 10 van de 13 bewoners gehoord")
    daarna = await plaatje(anna, await anna.laatste())

    assert vooraf.width == daarna.width == 1080
    assert vooraf.tobytes() != daarna.tobytes()


async def test_it_comes_in_the_readers_own_language(wereld: Wereld) -> None:
    maria = await wereld.bewoner(MARIA, "English")
    gezegd = await maria.vraag("/stand", "Fewer than 10 residents have been heard")

    assert "photo" in gezegd
    assert "Counted on Monday 1 February 2027 at 10:00, by the concept of the rules." in tekst_van(gezegd)


async def test_a_restart_before_the_answer_still_brings_the_picture(wereld: Wereld) -> None:
    wereld.alleen_telegram("typen terwijl de bot stilstaat")
    anna = await wereld.bewoner(ANNA)
    await wereld.stop()
    await anna.typ("/stand")
    await wereld.start()

    assert "photo" in await anna.wacht(lambda b: "bewoners gehoord" in tekst_van(b), "de stand")


async def test_the_same_picture_goes_up_once_also_over_a_restart(wereld: Wereld) -> None:
    wereld.alleen_telegram("opsturen naar Telegram")
    for _ in range(2):
        assert "photo" in await wereld.mens(NOOR).vraag("/stand", "bewoners gehoord")
        await wereld.herstart()

    hoe = [een.soort.partition(";")[0] for een in wereld.verzoeken if een.methode == "sendPhoto"]
    assert hoe == ["multipart/form-data", "application/json"]


async def test_staff_may_begin_with_this_question_and_a_stranger_is_told_how_to_join(wereld: Wereld) -> None:
    assert "photo" in await wereld.mens(NOOR).vraag("/stand", "bewoners gehoord")
    assert "photo" not in await wereld.mens(ANNA).vraag("/stand", zin("geweigerd.nog_niet_binnen"))


async def test_one_tap_from_a_street_that_lags_to_a_message_for_who_is_not_heard_there(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await gehoorde_buren(wereld, 12)
    await niet_gehoorde_buren(wereld, 14)
    noor = wereld.mens(NOOR)
    stand = await noor.vraag("/stand", "Voor het team: hier zijn minder mensen gehoord")
    assert "Mezenpad: bijna niemand" in tekst_van(stand)
    assert "Voor het team" not in tekst_van(await anna.vraag("/stand", "bewoners gehoord"))
    data = next(k["callback_data"] for rij in stand["reply_markup"]["inline_keyboard"] for k in rij)
    assert data.startswith("uzstraat:")
    assert len(data) <= 64
    await anna.vervals(await anna.laatste(), data)
    await anna.wacht(lambda b: zin("geweigerd.rol_nodig") in tekst_van(b), "een weigering")

    await noor.druk(stand, "✉️ Bericht aan Mezenpad", zin("uitzending.inhoud.vraag"), nieuw=True)
    await wereld.herstart()
    stap = await noor.na(noor.typ("Mogen we langskomen?"))
    assert zin("uitzending.taal.vraag") in tekst_van(stap)  # for whom it is, is not asked
    stap = await noor.druk(stap, "Nederlands", zin("uitzending.moment.vraag"))
    voorbeeld = await noor.druk(stap, knop("uitzending.moment.nu"), zin("uitzending.zo"), nieuw=True)
    assert "Mezenpad" in tekst_van(voorbeeld)
    await noor.druk(voorbeeld, "Terug", zin("uitzending.moment.vraag"))
