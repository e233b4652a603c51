"""Asking how we stand: a picture with its text, in one's own language, which moves when one is heard."""

from io import BytesIO

import aiohttp
from PIL import Image

from bot.demo.telefoon import Bericht, tekst_van
from tests.wereld import ANNA, MARIA, NOOR, Wereld, knop, zin


async def plaatje(wereld: Wereld, bericht: Bericht) -> Image.Image:
    """Return the picture of a message, as a phone gets it."""
    file_id = bericht["photo"][-1]["file_id"]
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{wereld.url}/chat/api/personen/{ANNA.id}/bestand/{file_id}") as antwoord,
    ):
        assert antwoord.status == 200
        return Image.open(BytesIO(await antwoord.read())).convert("RGB")


async def test_a_resident_gets_a_picture_with_its_text_and_both_move_with_a_vote(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    eerst = await anna.vraag("/stand", "Er zijn 0 van de 4 bewoners gehoord")
    vooraf = await plaatje(wereld, eerst)
    await wereld.plan_peiling()
    peiling = await anna.wacht(lambda b: "Rood" in str(b.get("reply_markup")), "de peiling")
    await anna.druk(peiling, "Rood", "Uw stem")
    await anna.druk(await anna.vraag("/menu"), knop("knop.stand"), "Er is 1 van de 4 bewoners gehoord")
    daarna = await plaatje(wereld, await anna.laatste())

    assert vooraf.width == daarna.width == 1080
    assert vooraf.tobytes() != daarna.tobytes()


async def test_it_comes_in_the_readers_own_language(wereld: Wereld) -> None:
    maria = await wereld.bewoner(MARIA, "English")
    gezegd = await maria.vraag("/stand", "0 of the 4 residents have been heard")

    assert "photo" in gezegd
    assert "Counted on Monday 1 February 2027 at 10:00, by the concept of the rules." in tekst_van(gezegd)


async def test_a_restart_before_the_answer_still_brings_the_picture(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await wereld.stop()
    await anna.typ("/stand")
    await wereld.start()

    assert "photo" in await anna.wacht(lambda b: "bewoners gehoord" in tekst_van(b), "de stand")


async def test_staff_may_begin_with_this_question_and_a_stranger_is_told_how_to_join(wereld: Wereld) -> None:
    assert "photo" in await wereld.mens(NOOR).vraag("/stand", "bewoners gehoord")
    assert "photo" not in await wereld.mens(ANNA).vraag("/stand", zin("geweigerd.nog_niet_binnen"))
