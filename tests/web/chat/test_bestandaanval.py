"""Files that are sent to do harm: what is too large, what is made to fill memory, and what is something else too."""

import contextlib
import re
import struct
import zlib
from collections.abc import AsyncIterator
from io import BytesIO

import aiohttp
import pytest
from PIL import Image

from bot.storage import tables as t
from bot.web.chat.foto import Onleesbaar, schoon
from tests.browser import Browsermens
from tests.web.chat.conftest import Maak, doe_mee
from tests.wereld import ANNA, Wereld, zin

SCRIPT = b"<script>alert(1)</script>"
KWAAD = {
    "pagina.html": ("text/html", b"<!doctype html>" + SCRIPT),
    "tekening.svg": ("application/octet-stream", b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>"),
    "tekst.txt": ("text/plain", SCRIPT),
    "script.js": ("text/javascript", b"alert(1)"),
    "zo.pdf": ("application/pdf", b"%PDF-1.7\n" + SCRIPT),
    "film.mp4": ("video/mp4", b"\0\0\0\x18ftyp" + SCRIPT),
    "geluid.wav": ("audio/wav", b"RIFF\0\0\0\0WAVE" + SCRIPT),
    "geluid.ogg": ("audio/ogg", SCRIPT),
    "macro.xlsm": ("application/vnd.ms-excel.sheet.macroEnabled.12", b"PK\x03\x04"),
    "../../%22; x=%22%0D%0ASet-Cookie: a=b\x7f.bin": ("application/octet-stream", b"MZ"),
    "rekening\u202efdp.exe": ("application/octet-stream", b"MZ"),
    "<img src=x onerror=alert(1)>": ("application/octet-stream", b"MZ"),
    "a" * 500: ("application/octet-stream", b"MZ"),
}


_SOORTEN = {"application/octet-stream", "application/pdf", "video/mp4", "image/webp", "audio/ogg"}


async def stuur(mens: Browsermens, kop: str, inhoud: bytes, soort: str = "multipart/form-data; boundary=x") -> int:
    """Send a form with a file of which every byte is ours."""
    pagina = await mens.pagina()
    velden = next(v for waar, v in pagina.formulieren if waar == "/chat/stuur")
    delen = {naam: velden[naam].encode() for naam in ("csrf", "keer")} | {"tekst": b""}
    deel = b'--x\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
    body = b"".join(deel % (naam.encode(), waarde) for naam, waarde in delen.items())
    body += b"--x\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n--x--\r\n" % (kop.encode(), inhoud)
    antwoord = await mens.post("/chat/stuur", body, **{"Content-Type": soort})
    return antwoord.status


async def test_a_file_that_could_run_something_is_only_kept_and_its_name_is_a_name(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    for naam, (soort, inhoud) in KWAAD.items():
        vorm = f'name="bestand"; filename="{naam}"'
        assert await stuur(anna, f"{vorm}\r\nContent-Type: {soort}", inhoud) == 303, naam
        await chatwereld.rust()
    html = await anna.html()
    links = re.findall(r'(?:href|src)="(/chat/bestand/[^"]+)"', html)
    assert len(set(links)) == len(KWAAD)
    assert "<img src=x" not in html
    assert "\u202e" not in html
    async with aiohttp.ClientSession() as http:
        for pad in set(links):
            async with http.get(anna.basis + pad, headers={"Cookie": f"__Host-gehoord={anna.koekje}"}) as antwoord:
                kop, soort = antwoord.headers, antwoord.content_type
                hoe, naam = kop["Content-Disposition"].split("; filename*=UTF-8''")
                assert antwoord.status == 200
                assert soort in _SOORTEN
                assert kop["X-Content-Type-Options"] == "nosniff"
                assert kop["Content-Security-Policy"] == "default-src 'none'; sandbox"
                assert hoe == ("inline" if soort.startswith(("video", "image", "audio")) else "attachment")
                assert re.fullmatch(r"[\w.%~-]{1,650}", naam)
                assert "Set-Cookie" not in kop


def _png(breed: int, hoog: int, *stukken: tuple[bytes, bytes]) -> bytes:
    def stuk(soort: bytes, inhoud: bytes) -> bytes:
        return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))

    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    alle = ((b"IHDR", kop), *stukken, (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(stuk(*een) for een in alle)


def _bom(soort: str, maat: tuple[int, int]) -> bytes:
    uit = BytesIO()
    Image.new("P" if soort == "GIF" else "L", maat).save(uit, soort)
    return uit.getvalue()


@pytest.mark.parametrize(
    "inhoud",
    [
        _png(30_000, 30_000),
        _png(2**31 - 1, 2**31 - 1),
        _png(0, 0),
        _png(5000, 4000),
        _png(10, 10, (b"zTXt", b"x\0\0" + zlib.compress(bytes(50_000_000)))),
        _png(10, 10, (b"iCCP", b"x\0\0" + zlib.compress(bytes(50_000_000)))),
        _bom("GIF", (5000, 5000)),
        b"GIF89a\xff\xff\xff\xff" + bytes(20),
        b"RIFF\xff\xff\xff\xffWEBPVP8X" + b"\xff" * 30,
        b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03" + bytes(20),
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
    ids=range(11),
)
def test_a_photo_that_is_made_to_fill_memory_is_refused(inhoud: bytes) -> None:
    with pytest.raises(Onleesbaar):
        schoon(inhoud)


def test_of_what_is_a_photo_and_something_else_too_only_the_photo_stays() -> None:
    uit = BytesIO()
    Image.new("RGB", (20, 20), "green").save(uit, "GIF", comment=SCRIPT)
    klaar = schoon(uit.getvalue() + b"\n%PDF-1.7\n" + SCRIPT + b"PK\x05\x06" + bytes(18))
    assert klaar.startswith(b"\xff\xd8\xff")
    assert SCRIPT not in klaar
    assert b"PDF" not in klaar


_GEWOON = 'name="bestand"; filename="a.bin"\r\nContent-Type: a/b'
_VOLGENDE = "\r\n--x\r\nContent-Disposition: form-data; "
_VREEMD = {
    "a long field": f'name="tekst2"\r\n\r\n{"x" * 30_000}{_VOLGENDE}{_GEWOON}',
    "many fields": "".join(f'name="v{n}"\r\n\r\nx{_VOLGENDE}' for n in range(200)) + _GEWOON,
    "two files": f"{_GEWOON}\r\n\r\nx{_VOLGENDE}{_GEWOON}",
    "a field twice": f'name="keer"\r\n\r\nx{_VOLGENDE}{_GEWOON}',
    "a long header": f"{_GEWOON}\r\nX: {'y' * 100_000}",
}


async def test_a_form_that_is_too_large_or_strange_is_refused_and_nothing_of_it_is_kept(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    for hoe, kop in _VREEMD.items():
        assert await stuur(anna, kop, b"x") == 400, hoe
    for codec in ("utf-7", "unicode_escape", "punycode", "hex", "utf-16"):
        assert await stuur(anna, _GEWOON, b"x", f"multipart/form-data; boundary=x; charset={codec}") == 400, codec
    await stuur(anna, _GEWOON, bytes(21_000_000))
    assert zin("webkanaal.bestand_groot") in (await anna.pagina()).melding

    async def eindeloos() -> AsyncIterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="bestand"; filename="a"\r\n\r\n'
        for _ in range(300):
            yield bytes(1_000_000)

    with contextlib.suppress(aiohttp.ClientError):  # it is answered, and the line closed, before it is all sent
        await anna.post("/chat/stuur", eindeloos(), **{"Content-Type": "multipart/form-data; boundary=x"})
    await chatwereld.rust()
    assert await chatwereld.tel(t.webbestand) == 0
    await anna.vraag("/menu")
