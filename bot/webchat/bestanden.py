"""Files that were sent: storing, reusing and finding them, and the size of a picture read from its first bytes."""

from __future__ import annotations

import re
import secrets
import struct
from pathlib import PurePosixPath

from bot.webchat.fouten import weiger
from bot.webchat.lichaam import Upload
from bot.webchat.opslag import Json, Tx
from bot.webchat.veld import DOWNLOAD_MAX_BYTES, FOTO_MAX_BYTES, UPLOAD_MAX_BYTES

VELD = {"foto": "photo", "video": "video", "spraak": "voice", "document": "document"}
"""The field of a message that holds a file, by its kind."""

_TELEGRAMS_NAAM = {"foto": "Photo", "video": "Video", "spraak": "VoiceNote", "document": "Document"}
_MAP = {"foto": "photos", "video": "videos", "spraak": "voice", "document": "documents"}
_NIET_GEMETEN = {"video": {"width": 0, "height": 0, "duration": 0}, "spraak": {"duration": 0}}
_EXTENSIE = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif"}


def bewaar(tx: Tx, bestand: Upload | str, soort: str) -> Json:
    """Store an upload, or look up a file id, and return it as a PhotoSize, Video, Voice or Document.

    A photo is measured. How long a video lasts and how large it is, this server does not see: it says 0.

    Args:
        soort: "foto", "video", "spraak" or "document".

    Raises:
        ApiError: 400 for an unknown file id, an empty or too large file, or a photo that is no picture.
    """
    if isinstance(bestand, str):
        rij = tx.een("SELECT soort FROM bestand WHERE file_id = ?", bestand)
        if rij is None or not bestand.startswith(_van(tx)):
            raise weiger("bestand_adres" if re.match("https?://", bestand) else "bestand_onbekend")
        if rij[0] != soort:
            raise weiger("bestand_soort", is_=_TELEGRAMS_NAAM[rij[0]], wordt=_TELEGRAMS_NAAM[soort])
        return _als_object(tx, bestand)
    inhoud, naam, mime = bestand.inhoud, PurePosixPath(bestand.naam.replace("\\", "/")).name, bestand.mime
    if not inhoud:
        raise weiger("bestand_leeg")
    if soort == "foto" and len(inhoud) > FOTO_MAX_BYTES:
        raise weiger("foto_te_groot", grootte=len(inhoud))
    if len(inhoud) > UPLOAD_MAX_BYTES:
        raise weiger("lichaam_te_groot")
    breedte = hoogte = None
    if soort == "foto":
        gemeten = meet(inhoud)
        if gemeten is None:
            raise weiger("foto_onleesbaar")
        mime, breedte, hoogte = gemeten
        if breedte + hoogte > 10_000 or 20 * min(breedte, hoogte) < max(breedte, hoogte, 1):
            raise weiger("foto_maten")
        naam = ""
    file_id = _van(tx) + secrets.token_urlsafe(24)
    tx.doe(
        "INSERT INTO bestand VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        *(file_id, secrets.token_urlsafe(11), soort, naam or "bestand", mime, breedte, hoogte, inhoud),
    )
    return _als_object(tx, file_id)


def _van(tx: Tx) -> str:
    """Return how the ids begin that this bot gets: one of another bot is as unknown to it as one that never was."""
    return f"BQAC{tx.bot.id}-"


def _als_object(tx: Tx, file_id: str) -> Json:
    [(uniek, soort, naam, mime, breedte, hoogte, grootte)] = tx.alle(
        "SELECT uniek, soort, naam, mime, breedte, hoogte, length(inhoud) FROM bestand WHERE file_id = ?", file_id
    )
    basis = {"file_id": file_id, "file_unique_id": uniek, "file_size": grootte}
    if soort == "foto":
        return basis | {"width": breedte, "height": hoogte}
    basis |= {"mime_type": mime, **_NIET_GEMETEN.get(soort, {})}
    return basis if soort == "spraak" else basis | {"file_name": naam}


def als_velden(soort: str, bewaard: Json) -> Json:
    """Return the field of a message that holds this file; a photo has one size here."""
    return {VELD[soort]: [bewaard] if soort == "foto" else bewaard}


def vind(tx: Tx, parameters: Json) -> Json:
    """Answer getFile: a File object with the path to download from.

    Raises:
        ApiError: 400 for an unknown id, or a file above what a bot may download.
    """
    rij = tx.een(
        "SELECT uniek, soort, naam, mime, length(inhoud) FROM bestand WHERE file_id = ?", parameters["file_id"]
    )
    if rij is None:
        raise weiger("file_id_onjuist")
    uniek, soort, naam, mime, grootte = rij
    if grootte > DOWNLOAD_MAX_BYTES:
        raise weiger("file_te_groot")
    extensie = _EXTENSIE.get(mime, "") if soort == "foto" else PurePosixPath(naam).suffix[:16]
    return {
        "file_id": parameters["file_id"],
        "file_unique_id": uniek,
        "file_size": grootte,
        "file_path": f"{_MAP[soort]}/{uniek}{extensie}",
    }


def inhoud(tx: Tx, waarmee: str, sleutel: str) -> tuple[bytes, str, str] | None:
    """Return content, media type and name of a file.

    Args:
        tx: the transaction.
        waarmee: "pad" (of `/file/bot…`) or "file_id".
        sleutel: the path or the id.
    """
    if waarmee == "pad":
        kolom, sleutel = "uniek", PurePosixPath(sleutel).stem
    else:
        kolom = "file_id"
    rij = tx.een(f"SELECT inhoud, mime, naam FROM bestand WHERE {kolom} = ?", sleutel)  # noqa: S608 - two fixed names
    return None if rij is None else (rij[0], rij[1], rij[2])


def meet(inhoud: bytes) -> tuple[str, int, int] | None:
    """Return media type, width and height in pixels of a PNG, JPEG or GIF, or None."""
    if inhoud[:8] == b"\x89PNG\r\n\x1a\n" and len(inhoud) >= 24:
        return "image/png", *struct.unpack(">II", inhoud[16:24])
    if inhoud[:6] in (b"GIF87a", b"GIF89a") and len(inhoud) >= 10:
        return "image/gif", *struct.unpack("<HH", inhoud[6:10])
    if inhoud[:2] == b"\xff\xd8":
        plek = 2
        while plek + 9 <= len(inhoud) and inhoud[plek] == 0xFF:
            soort, grootte = inhoud[plek + 1], int.from_bytes(inhoud[plek + 2 : plek + 4])
            if 0xC0 <= soort <= 0xCF and soort not in (0xC4, 0xC8, 0xCC):
                hoogte, breedte = struct.unpack(">HH", inhoud[plek + 5 : plek + 9])
                return "image/jpeg", breedte, hoogte
            plek += 2 + grootte
    return None
