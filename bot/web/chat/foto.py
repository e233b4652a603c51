"""A photo that somebody sends, made anew: smaller, and without where and when it was taken."""

from io import BytesIO

FORMATEN = ("JPEG", "PNG", "WEBP", "GIF")
_BEGIN = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF")
_LANGSTE_ZIJDE = 1600
_MEESTE_PIXELS = 60_000_000
_MEESTE_ZONDER_JPEG = 16_000_000
"""Of another kind every pixel is in memory first; a JPEG is read at a fraction of its size."""


class Onleesbaar(Exception):  # noqa: N818 (it says what the photo is)
    """What was sent as a photo is none, or of a kind that we do not read."""


def is_foto(soort: str, inhoud: bytes) -> bool:
    """Say whether something is sent as a photo, by its kind or its bytes."""
    return soort.startswith("image/") or (inhoud.startswith(_BEGIN) and inhoud[8:12] != b"WAVE")


def schoon(inhoud: bytes) -> bytes:
    """Return a photo as JPEG, upright, with nothing but its pixels.

    Raises:
        Onleesbaar: it is no photo, or larger than any camera's.
    """
    from PIL import Image, ImageOps  # loaded when the first photo comes

    try:
        with Image.open(BytesIO(inhoud), formats=FORMATEN) as beeld:
            hoogstens = _MEESTE_PIXELS if beeld.format == "JPEG" else _MEESTE_ZONDER_JPEG
            if beeld.width * beeld.height > hoogstens:
                raise Onleesbaar
            beeld.draft("RGB", (_LANGSTE_ZIJDE, _LANGSTE_ZIJDE))  # a JPEG is read at a fraction of its size
            klein: Image.Image = beeld.convert("RGBA") if beeld.mode == "P" else beeld
            klein.thumbnail((_LANGSTE_ZIJDE, _LANGSTE_ZIJDE))  # before all else: each copy takes as much again
            recht = ImageOps.exif_transpose(klein).convert("RGBA")
    except Exception as fout:  # Pillow raises many kinds over what is made to look like a photo, of which some its own
        raise Onleesbaar from fout
    vlak = Image.new("RGB", recht.size, "white")
    vlak.paste(recht, mask=recht)
    uit = BytesIO()
    vlak.save(uit, "JPEG", quality=82)
    return uit.getvalue()
