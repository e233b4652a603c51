"""What people send to the bot: text, pictures, files, their place. Each becomes a message and an update."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from bot.webchat.bestanden import als_velden, bewaar
from bot.webchat.bewoners import chat_van
from bot.webchat.chats import gebruiker, nieuw_bericht, zet_update
from bot.webchat.fouten import weiger
from bot.webchat.lichaam import Upload
from bot.webchat.opmaak import maak_op
from bot.webchat.opmaak_html import lengte
from bot.webchat.opslag import Json, Tx
from bot.webchat.tabel import OPMAAKSOORTEN
from bot.webchat.veld import ONDERSCHRIFT_MAX, TEKST_MAX, Veld
from bot.webchat.zenden import in_onderwerp

_VRIJ = Veld("str")


def _stuur(tx: Tx, gebruiker_id: int, chat_id: int | None, datum: int | None, inhoud: Json) -> Json:
    """Store what a person sends, and queue it for the bot; in a private chat this opens the chat.

    Raises:
        ApiError: 400 for a date to come, 409 when the person has blocked the bot.
    """
    doel = chat_van(tx, gebruiker_id, chat_id)
    if datum is not None and not 0 < datum <= tx.nu:
        raise weiger("datum_onjuist")
    begin = "UPDATE gebruiker SET gestart = 1 WHERE id = ? AND NOT geblokkeerd"
    if doel["type"] == "private" and not tx.doe(begin, gebruiker_id):
        raise weiger("bot_geblokkeerd")
    bericht = nieuw_bericht(tx, doel["id"], gebruiker(tx, gebruiker_id) or {}, inhoud, datum)
    zet_update(tx, "message", bericht)
    return bericht


def _tekst(tekst: str, opmaak: list[Any], minimum: int, maximum: int, naam: str, entiteiten: str) -> Json:
    if not all(_is_opmaak(deel) for deel in opmaak):
        raise weiger("opmaak_van_mens")
    tekst, gevonden = maak_op(tekst, None, opmaak, _VRIJ)
    if not minimum <= lengte(tekst) <= maximum:
        raise weiger("tekst_van_mens", naam=naam, minimum=minimum, maximum=maximum)
    inhoud: Json = {naam: tekst} if tekst else {}
    if gevonden:
        inhoud[entiteiten] = gevonden
    return inhoud


def _is_opmaak(deel: Any) -> bool:
    if not isinstance(deel, dict) or not {"type", "offset", "length"} <= deel.keys() <= {
        "type",
        "offset",
        "length",
        "url",
    }:
        return False
    getallen = all(
        type(deel[naam]) is int and deel[naam] >= minimum for naam, minimum in (("offset", 0), ("length", 1))
    )
    met_url = isinstance(deel.get("url", ""), str) and ("url" in deel) == (deel["type"] == "text_link")
    return getallen and met_url and isinstance(deel["type"], str) and deel["type"] in OPMAAKSOORTEN


def schrijf(
    tx: Tx,
    gebruiker_id: int,
    tekst: str,
    opmaak: list[Any],
    chat_id: int | None,
    datum: int | None = None,
    onderwerp: int | None = None,
) -> Json:
    """Send a person's text to the bot.

    Args:
        opmaak: entities, as a phone makes them of what is typed bold.
        datum: Unix time that the message carries, as when it was written without a connection; else the chat's now.
        onderwerp: the topic of a group in which it is written.

    Raises:
        ApiError: 400 for no such topic, an empty or too long text, and what `_stuur` refuses.
    """
    waar = in_onderwerp(tx, gebruiker_id if chat_id is None else chat_id, onderwerp)
    return _stuur(tx, gebruiker_id, chat_id, datum, waar | _tekst(tekst, opmaak, 1, TEKST_MAX, "text", "entities"))


def stuur_bestand(tx: Tx, gebruiker_id: int, bestand: Json, chat_id: int | None, datum: int | None) -> Json:
    """Send a file.

    Args:
        bestand: `soort` (of `bestanden.VELD`), `naam`, `mime`, `inhoud` (base64), `onderschrift` and its `opmaak`.

    Raises:
        ApiError: 400 for what is not base64 or no picture, 413 when it is too large.
    """
    try:
        inhoud = base64.b64decode(bestand["inhoud"], validate=True)
    except (binascii.Error, ValueError) as fout:
        raise weiger("geen_base64") from fout
    bewaard = bewaar(tx, Upload(bestand["naam"], bestand["mime"], inhoud), bestand["soort"])
    onderschrift = bestand["onderschrift"], bestand["opmaak"]
    bericht = als_velden(bestand["soort"], bewaard)
    bericht |= _tekst(*onderschrift, 0, ONDERSCHRIFT_MAX, "caption", "caption_entities")
    return _stuur(tx, gebruiker_id, chat_id, datum, bericht)


def stuur_locatie(tx: Tx, gebruiker_id: int, punt: Any, chat_id: int | None, datum: int | None) -> Json:
    """Send a person's place.

    Args:
        punt: latitude and longitude, in degrees.

    Raises:
        ApiError: 400 when this is nowhere on earth.
    """
    breedte, lengte_ = punt
    if not (-90 <= breedte <= 90 and -180 <= lengte_ <= 180):
        raise weiger("plek_onjuist")
    return _stuur(tx, gebruiker_id, chat_id, datum, {"location": {"latitude": breedte, "longitude": lengte_}})
