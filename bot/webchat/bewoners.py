"""What people do in the chat: arrive, read, tap, block. What they send is in sturen.py, groups are in groepen.py."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from typing import Any

from bot.webchat.chats import chat, gebruiker, lees_bericht, zet_update
from bot.webchat.commandos import menu
from bot.webchat.demo import Persoon
from bot.webchat.fouten import weiger
from bot.webchat.opslag import Json, Tx


def bot(tx: Tx) -> Json:
    """Return the bot's name above the chat and its username."""
    return {"naam": tx.bot.naam, "username": tx.bot.username}


def zet_personen(tx: Tx, personen: Sequence[Persoon]) -> None:
    """Create people with their private chats, or bring name, role and letter up to date."""
    for persoon in personen:
        tx.doe(
            "INSERT INTO gebruiker(id, naam, taal, rol, startcode, plaats) VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO "
            "UPDATE SET naam = excluded.naam, taal = excluded.taal, rol = excluded.rol, startcode = excluded.startcode",
            *(persoon.id, persoon.naam, persoon.taal, persoon.rol, persoon.startcode, tx.tel("plaats")),
        )
        tx.doe("INSERT OR REPLACE INTO chat VALUES(?, 'private', ?)", persoon.id, persoon.naam)
        tx.doe("INSERT OR IGNORE INTO lid(chat, gebruiker) VALUES(?, ?)", persoon.id, persoon.id)


def maak_persoon(tx: Tx, naam: str, taal: str, id_: int | None) -> Json:
    """Create a person; without an id one above 2^32, as real ones are.

    Raises:
        ApiError: 409 when the id is taken.
    """
    if id_ is None:
        id_ = 5_000_000_000 + secrets.randbelow(2_000_000_000)
    if gebruiker(tx, id_) is not None or id_ == tx.bot.id:
        raise weiger("persoon_bestaat")
    zet_personen(tx, [Persoon(id_, naam, "", taal)])
    return persoon(tx, id_)


_PERSOON = """
SELECT g.id, g.naam, g.rol, g.taal, g.startcode, g.gestart, g.geblokkeerd,
    (SELECT count(*) FROM bericht b JOIN lid l ON l.chat = b.chat AND l.gebruiker = g.id
     WHERE b.van_bot AND NOT b.verwijderd AND b.message_id > l.gelezen)
FROM gebruiker g
"""


def personen(tx: Tx) -> list[Json]:
    """Return everyone, in the order of arrival, with the count of unread messages."""
    return [_persoon(rij) for rij in tx.alle(_PERSOON + "ORDER BY g.plaats")]


def persoon(tx: Tx, gebruiker_id: int) -> Json:
    """Return one person.

    Raises:
        ApiError: 404 when there is none.
    """
    rij = tx.een(_PERSOON + "WHERE g.id = ?", gebruiker_id)
    if rij is None:
        raise weiger("persoon_onbekend")
    return _persoon(rij)


def _persoon(rij: tuple[Any, ...]) -> Json:
    uit = dict(zip(("id", "naam", "rol", "taal", "startcode", "gestart", "geblokkeerd", "ongelezen"), rij, strict=True))
    return uit | {"gestart": bool(uit["gestart"]), "geblokkeerd": bool(uit["geblokkeerd"])}


def chat_van(tx: Tx, gebruiker_id: int, chat_id: int | None) -> Json:
    """Return a chat that this person is in; without an id their private one.

    Raises:
        ApiError: 404 when there is none.
    """
    doel = chat(tx, gebruiker_id if chat_id is None else chat_id)
    if doel is None or not tx.een("SELECT 1 FROM lid WHERE chat = ? AND gebruiker = ?", doel["id"], gebruiker_id):
        raise weiger("gesprek_onbekend")
    return doel


def chats(tx: Tx, gebruiker_id: int) -> list[Json]:
    """Return the chats of a person, the private one first."""
    persoon(tx, gebruiker_id)
    rijen = tx.alle("SELECT chat FROM lid WHERE gebruiker = ? ORDER BY chat DESC", gebruiker_id)
    return [c for (id_,) in rijen if (c := chat(tx, id_)) is not None]


def berichten(tx: Tx, gebruiker_id: int, chat_id: int | None, na: int | None) -> list[Json]:
    """Return the messages of a chat, or only what changed after a `volgnr`, deletions among it.

    A poll in which this person voted comes with `mijn_stem`, the options that they chose.
    """
    doel = chat_van(tx, gebruiker_id, chat_id)
    rijen = tx.alle(
        "SELECT message_id, volgnr, verwijderd, inhoud FROM bericht WHERE chat = ? AND volgnr > ? "
        "AND (NOT verwijderd OR ?) ORDER BY message_id",
        *(doel["id"], na or 0, na is not None),
    )
    stemmen = dict(tx.alle("SELECT peiling, opties FROM stem WHERE gebruiker = ?", gebruiker_id))
    uit: list[Json] = []
    for mid, volgnr, weg, inhoud in rijen:
        bericht: Json = {"message_id": mid, "verwijderd": True} if weg else json.loads(inhoud)
        if keuze := stemmen.get(bericht.get("poll", {}).get("id")):
            bericht["mijn_stem"] = json.loads(keuze)
        uit.append(bericht | {"volgnr": volgnr})
    return uit


def menu_van(tx: Tx, gebruiker_id: int, chat_id: int | None) -> list[Json]:
    """Return the commands that a person sees in a chat."""
    doel = chat_van(tx, gebruiker_id, chat_id)
    return menu(tx, gebruiker_id, doel["id"], persoon(tx, gebruiker_id)["taal"])


def gelezen(tx: Tx, gebruiker_id: int, chat_id: int | None, message_id: int) -> Json:
    """Mark a chat as read up to a message."""
    doel = chat_van(tx, gebruiker_id, chat_id)
    tx.doe(
        "UPDATE lid SET gelezen = max(gelezen, ?) WHERE chat = ? AND gebruiker = ?",
        message_id,
        doel["id"],
        gebruiker_id,
    )
    return {"ok": True}


def tik(tx: Tx, gebruiker_id: int, message_id: int, data: str, chat_id: int | None) -> Json:
    """Press a button under a message of the bot; the data is whatever the client says.

    Raises:
        ApiError: 400 when the data is not 1 to 64 bytes, 404 when there is no such message of the bot.
    """
    doel = chat_van(tx, gebruiker_id, chat_id)
    gevonden = lees_bericht(tx, doel["id"], message_id)
    if gevonden is None or not gevonden[1]:
        raise weiger("bericht_zonder_knoppen")
    if not 1 <= len(data.encode()) <= 64:
        raise weiger("tikdata_onjuist")
    tik_id = str(secrets.randbits(63))
    tx.doe("INSERT INTO tik(id, gebruiker, tijd) VALUES(?, ?, ?)", tik_id, gebruiker_id, int(tx.systeemtijd))
    query = {"id": tik_id, "from": gebruiker(tx, gebruiker_id), "message": gevonden[0], "data": data}
    zet_update(tx, "callback_query", query | {"chat_instance": str(doel["id"] * 7919)})
    return {"tik": tik_id}


def tik_stand(tx: Tx, gebruiker_id: int, tik_id: str) -> Json:
    """Return whether a tap was answered, and how.

    Raises:
        ApiError: 404 when this person made no such tap.
    """
    rij = tx.een("SELECT beantwoord, tekst, alert FROM tik WHERE id = ? AND gebruiker = ?", tik_id, gebruiker_id)
    if rij is None:
        raise weiger("tik_onbekend")
    return {"beantwoord": bool(rij[0]), "tekst": rij[1], "alert": bool(rij[2])}


def blokkeer(tx: Tx, gebruiker_id: int, aan: bool) -> Json:
    """Block or unblock the bot; the bot hears of a change."""
    oud = persoon(tx, gebruiker_id)["geblokkeerd"]
    if oud != aan:
        tx.doe("UPDATE gebruiker SET geblokkeerd = ? WHERE id = ?", aan, gebruiker_id)
        meld_lidmaatschap(tx, gebruiker_id, gebruiker_id, "kicked" if oud else "member", "kicked" if aan else "member")
    return persoon(tx, gebruiker_id)


_RECHTEN = (
    *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
    *("can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories"),
    *("can_edit_stories", "can_delete_stories"),
    "can_send_welcome_messages",  # of Bot API 10.2; who knows 10.1 skips it
)


def meld_lidmaatschap(
    tx: Tx, chat_id: int, gebruiker_id: int, oud: str, nieuw: str, rechten: tuple[str, ...] = ()
) -> None:
    """Tell the bot that someone changed whether it is in a chat, or what it may do there as an administrator."""

    def stand(status: str) -> Json:
        lid: Json = {"user": tx.bot.als_gebruiker(), "status": status}
        if status == "administrator":
            return lid | {recht: recht in rechten for recht in _RECHTEN}
        return lid | {"until_date": 0} if status == "kicked" else lid

    zet_update(
        tx,
        "my_chat_member",
        {
            "chat": chat(tx, chat_id),
            "from": gebruiker(tx, gebruiker_id),
            "date": tx.nu,
            "old_chat_member": stand(oud),
            "new_chat_member": stand(nieuw),
        },
    )
