"""Files in the chat in the browser: only their reader opens what the bot sends, and what people send is cleaned."""

from dataclasses import replace
from io import BytesIO

import aiohttp
import pytest
from PIL import Image

from bot.storage import tables as t
from bot.web.chat.foto import Onleesbaar, schoon
from tests.web.chat.conftest import Maak, doe_mee
from tests.wereld import ANNA, BRAM, IBRAHIM, NOOR, Wereld, knop, zin


def foto(soort: str = "JPEG", maat: tuple[int, int] = (2400, 1200)) -> bytes:
    """Return a photo that says where it was taken."""
    beeld, uit, exif = Image.new("RGB", maat, "green"), BytesIO(), Image.Exif()
    exif[0x010E], exif[0x0112] = "KENMERK-VAN-DE-CAMERA", 6  # a description, and: turned
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 30.0)  # where
    beeld.save(uit, soort, exif=exif)
    return uit.getvalue()


@pytest.mark.parametrize("soort", ["JPEG", "PNG", "WEBP"])
def test_of_a_photo_only_its_pixels_stay_upright_and_not_too_large(soort: str) -> None:
    klaar = schoon(foto(soort))
    with Image.open(BytesIO(klaar)) as beeld:
        assert (beeld.format, beeld.size, dict(beeld.getexif())) == ("JPEG", (800, 1600), {})
    assert b"KENMERK" not in klaar


@pytest.mark.parametrize("inhoud", [b"", b"\xff\xd8\xffrest", b"%PDF-1.4", foto()[:400], b"GIF89a" + b"\xff" * 90])
def test_what_is_no_photo_is_refused_as_such(inhoud: bytes) -> None:
    with pytest.raises(Onleesbaar):
        schoon(inhoud)


async def test_a_photo_that_came_in_by_one_network_is_seen_on_the_other(chatwereld: Wereld, browser_van: Maak) -> None:
    await chatwereld.stop()
    begeleiders = (*chatwereld.settings.rollen.buurtbegeleider, f"web:{IBRAHIM.id}")
    rollen = replace(chatwereld.settings.rollen, buurtbegeleider=begeleiders)
    chatwereld.settings = replace(chatwereld.settings, rollen=rollen)
    await chatwereld.start()
    anna, bram = await doe_mee(chatwereld, browser_van(ANNA)), await chatwereld.bewoner(BRAM)
    noor, ibrahim = chatwereld.mens(NOOR), chatwereld.browser(IBRAHIM)
    for wie in (noor, ibrahim):
        await wie.vraag("/menu")
    for wie in (anna, bram):
        await wie.vraag("/vraag", zin("vraag.vraag"))
        zeker = await wie.na(wie.stuur_bestand("foto", "kast.jpg", foto(maat=(300, 200)), "image/jpeg"))
        await wie.druk(zeker, knop("vraag.knop_anders"), zin("vraag.gestuurd"))
        await chatwereld.rust()
    for wie in (noor, ibrahim):
        fotos = [b for b in await wie.berichten() if "photo" in b]
        assert [(await wie.plaatje(b))[:2] for b in fotos] == [b"\xff\xd8"] * 2, wie.wie.naam


async def test_a_file_is_opened_by_its_reader_alone_and_an_old_one_is_gone(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    stand = await anna.vraag("/stand", "gehoord")
    assert (await anna.plaatje(stand)).startswith(b"\x89PNG")
    pad = stand["photo"][-1]["file_id"]
    daan = browser_van(BRAM)
    await daan.begin()
    for wie, status in ((anna, 200), (daan, 404), (browser_van(NOOR), 404)):
        async with aiohttp.ClientSession() as http:
            koppen = {"Cookie": f"__Host-gehoord={wie.koekje}"}
            async with http.get(anna.basis + pad, headers=koppen) as antwoord:
                assert antwoord.status == status
                assert antwoord.headers["Cache-Control"] == "no-store"
                assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
                assert "sandbox" in antwoord.headers["Content-Security-Policy"] or status == 404


async def test_what_is_too_large_is_no_photo_or_comes_from_who_is_unknown_is_refused_in_words(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    daan, anna = browser_van(BRAM), browser_van(ANNA)
    await daan.begin()
    await doe_mee(chatwereld, anna)
    for wie, inhoud, sleutel in (
        (daan, foto(), "geweigerd.nog_niet_binnen"),
        (anna, b"\xff\xd8\xff", "webkanaal.bestand_stuk"),
        (anna, bytes(20_500_000), "webkanaal.bestand_groot"),
    ):
        await wie.stuur_bestand("foto", "a.jpg", inhoud, "image/jpeg")
        assert zin(sleutel) in (await wie.pagina()).melding
    assert await chatwereld.tel(t.webbestand) == 0
