"""Command menus: kept per scope and language, and the one that a person sees in a chat."""

from __future__ import annotations

import json
from typing import Any

from bot.webchat.chats import chat
from bot.webchat.fouten import weiger
from bot.webchat.opslag import Json, Tx


def _sleutel(tx: Tx, p: Json) -> tuple[str, str]:
    bereik = p.get("scope", {"type": "default"})
    if "chat_id" in bereik and (not isinstance(bereik["chat_id"], int) or chat(tx, bereik["chat_id"]) is None):
        raise weiger("chat_onbekend")
    return _bereik(bereik["type"], *(bereik[k] for k in ("chat_id", "user_id") if k in bereik)), p.get(
        "language_code", ""
    )


def _bereik(soort: str, *ids: int) -> str:
    return " ".join((soort, *map(str, ids)))


def set_my_commands(tx: Tx, p: Json) -> Any:
    """Replace the menu of a scope and language."""
    bereik, taal = _sleutel(tx, p)
    if not p["commands"]:
        return delete_my_commands(tx, p)
    tx.doe(
        "INSERT OR REPLACE INTO commando VALUES(?, ?, ?)", bereik, taal, json.dumps(p["commands"], ensure_ascii=False)
    )
    return _gewijzigd(tx)


def delete_my_commands(tx: Tx, p: Json) -> Any:
    """Remove the menu of a scope and language; a wider one shows again."""
    tx.doe("DELETE FROM commando WHERE bereik = ? AND taal = ?", *_sleutel(tx, p))
    return _gewijzigd(tx)


def get_my_commands(tx: Tx, p: Json) -> Any:
    """Return the menu of exactly this scope and language."""
    rij = tx.een("SELECT inhoud FROM commando WHERE bereik = ? AND taal = ?", *_sleutel(tx, p))
    return json.loads(rij[0]) if rij else []


def _gewijzigd(tx: Tx) -> bool:
    tx.meld(tuple(rij[0] for rij in tx.alle("SELECT id FROM gebruiker")), "commandos", {})
    return True


def menu(tx: Tx, gebruiker_id: int, chat_id: int, taal: str) -> list[Json]:
    """Return the menu that a person sees: the narrowest scope first, in each the person's language before none.

    After core.telegram.org/bots/api#determining-list-of-commands; nobody is an administrator here.
    """
    besloten = chat_id > 0
    bereiken = (
        *(() if besloten else (_bereik("chat_member", chat_id, gebruiker_id),)),
        _bereik("chat", chat_id),
        "all_private_chats" if besloten else "all_group_chats",
        "default",
    )
    for bereik in bereiken:
        for taalcode in (taal, ""):
            rij = tx.een("SELECT inhoud FROM commando WHERE bereik = ? AND taal = ?", bereik, taalcode)
            if rij:
                lijst: list[Json] = json.loads(rij[0])
                return lijst
    return []
